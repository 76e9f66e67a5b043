import { useState } from 'preact/hooks';
import { saying } from '../../lists/listActions';
import { withPerson } from '../../preferences/changes';
import { preferences } from '../../preferences/preferences';
import { strings } from '../../strings';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';

export function People() {
  const words = strings.taste;
  return (
    <fieldset class="choices">
      <legend>{words.people[0]}</legend>
      <p class="hint">{words.people[1]}</p>
      <div class="people"><Role role="directors" label={words.directors} /><Role role="actors" label={words.actors} /></div>
    </fieldset>
  );
}

function Role({ role, label }: { readonly role: 'actors' | 'directors'; readonly label: string }) {
  const words = strings.taste;
  const [name, setName] = useState('');
  const names = preferences.current.value.favoritePeople?.[role] ?? [];
  const add = () => {
    const whole = name.trim().replace(/\s+/g, ' ');
    if (whole === '') return;
    setName('');
    void saying(preferences.update(withPerson(role, whole, true)));
  };
  // Enter adds a name and does not submit the form.
  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter that ends an IME composition comes with isComposing; in Safari after it, with the key code 229.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    add();
  };
  return (
    <div>
      <Field
        label={label} value={name} autocomplete="off" placeholder={words.personHint} onInput={event => setName(event.currentTarget.value)} onKeyDown={onKeyDown}
        aside={<button type="button" class="field-aside" aria-label={`${words.addPerson}: ${label}`} onClick={add}>{words.addPerson}</button>}
      />
      {names.length > 0 && (
        <ul class="chips">
          {names.map(person => (
            <li key={person} class="tag">
              {person}
              <button type="button" aria-label={words.removePerson(person)} onClick={() => void saying(preferences.update(withPerson(role, person, false)))}><Icon name="close" /></button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
