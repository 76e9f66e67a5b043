import { saying } from '../../lists/listActions';
import { likedGenres, lessGenres, withChoice, withGenre, withLess, withText } from '../../preferences/changes';
import type { Change } from '../../preferences/document';
import { preferences } from '../../preferences/preferences';
import { format, strings } from '../../strings';
import { askedGenres, genreNames } from '../../titles/genres';
import { Many, One, optionsOf } from '../../ui/Choices';
import { People } from './People';
import './taste.css';

const save = (change: Change) => void saying(preferences.update(change));

/** Every statement of taste, saved as it is made. The questionnaire's last step and the page of one's taste are this. */
export function TasteForm({ genres }: { readonly genres: boolean }) {
  const words = strings.taste;
  const now = preferences.current.value;
  const genreOptions = askedGenres.map(genre => ({ value: String(genre), label: genreNames([genre])[0] ?? '' }));
  // Liked genres are not offered under "less": choosing one there would only remove it from the liked ones.
  const liked = likedGenres(now).map(String);
  return (
    <div class="taste-form">
      {genres && <Many legend={words.more[0]} hint={words.more[1]} options={genreOptions} chosen={liked} onToggle={(value, on) => save(withGenre(Number(value), on))} />}
      <Many legend={words.less[0]} hint={words.less[1]} options={genreOptions.filter(({ value }) => !liked.includes(value))} chosen={lessGenres(now).map(String)} onToggle={(value, on) => save(withLess(Number(value), on))} />
      <Many legend={words.moods[0]} hint={words.moods[1]} options={optionsOf(words.moodNames)} chosen={now.moodPreferences ?? []} onToggle={(value, on) => save(withText('moodPreferences', value, on))} />
      <Many legend={words.eras[0]} hint={words.eras[1]} options={optionsOf(words.eraNames)} chosen={now.eraPreferences ?? []} onToggle={(value, on) => save(withText('eraPreferences', value, on))} />
      <Many legend={words.languages[0]} hint={words.languages[1]} options={words.languageCodes.map(value => ({ value, label: format.language(value) }))} chosen={now.languagePreferences ?? []} onToggle={(value, on) => save(withText('languagePreferences', value, on))} />
      <One legend={words.international[0]} hint={words.international[1]} name="international" options={optionsOf(words.internationalNames)} chosen={now.internationalContentPreference ?? ''} onChoose={value => save(withChoice('internationalContentPreference', value))} />
      <People />
      <Many legend={words.dealBreakers[0]} hint={words.dealBreakers[1]} options={optionsOf(words.dealBreakerNames)} chosen={now.dealBreakers ?? []} onToggle={(value, on) => save(withText('dealBreakers', value, on))} />
      <One legend={words.runtime[0]} hint={words.runtime[1]} name="runtime" options={optionsOf(words.runtimeNames)} chosen={now.runtimePreference ?? ''} onChoose={value => save(withChoice('runtimePreference', value))} />
      <Many legend={words.discovery[0]} hint={words.discovery[1]} options={optionsOf(words.discoveryNames)} chosen={now.contentDiscoveryPreference ?? []} onToggle={(value, on) => save(withText('contentDiscoveryPreference', value, on))} />
    </div>
  );
}
