import { readTitles } from '../../api/media';
import { saying } from '../../lists/listActions';
import { useLoad } from '../../loading/useLoad';
import { dismissed, undismissTitle } from '../../preferences/preferences';
import { strings } from '../../strings';
import { pathOf, yearOf, type TitleKey } from '../../titles/title';
import { Icon } from '../../ui/Icon';
import { Failed } from '../../ui/States';

/** What was sent away, newest first, with the way back. */
export function Dismissed() {
  const words = strings.taste;
  const keys = [...dismissed.value].reverse() as TitleKey[];
  const { state, retry } = useLoad(keys.length === 0 ? null : `media titles ${keys.join()}`, signal => readTitles(keys, signal));
  return (
    <section class="dismissed" aria-labelledby="dismissed">
      <h2 id="dismissed">{words.dismissed[0]}</h2>
      <p class="hint">{words.dismissed[1]}</p>
      {keys.length === 0 && <p>{words.noneDismissed}</p>}
      {state.status === 'failed' && <Failed error={state.error} retry={retry} />}
      {state.status === 'ready' && (
        <ul class="chips">
          {state.value.map(title => (
            <li key={title.key} class="tag">
              <a href={pathOf(title)}>{title.name}</a> {yearOf(title)}
              <button type="button" aria-label={words.bringBack(title.name)} onClick={() => void saying(undismissTitle(title.key))}><Icon name="again" /></button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
