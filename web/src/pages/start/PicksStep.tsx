import { useMemo, useState } from 'preact/hooks';
import { search } from '../../api/media';
import { useDebounced } from '../../loading/useDebounced';
import { useLoad } from '../../loading/useLoad';
import { lists } from '../../lists/lists';
import { saying } from '../../lists/listActions';
import { strings } from '../../strings';
import type { Title } from '../../titles/title';
import { passFocusOn } from '../../ui/focus';
import { Icon } from '../../ui/Icon';
import { Failed, SkeletonCovers, Slow } from '../../ui/States';
import { draft } from './draft';
import { belongsTo, groups } from './groups';
import { PickCard } from './PickCard';
import { readMore, readPool, unique } from './pool';

const first = 24;
/** Of what was picked, the latest: somebody may have thousands. */
const mostShown = 24;

/** Covers to tap: those of the groups that were picked, taken in turn; and anything else by its name. */
export function PicksStep() {
  const words = strings.start.picks;
  const [text, setText] = useState('');
  const [more, setMore] = useState(0);
  const wanted = useDebounced(text.trim(), 180);
  const picked = lists.favourites.entries.value;
  const { state, retry } = useLoad('media pool', readPool);
  const chosen = groups.filter(group => draft.value.groups.includes(group.id));
  const genres = [...new Set(chosen.flatMap(group => group.genre))];
  const extra = useLoad(more === 0 || genres.length === 0 ? null : `media picks ${genres.join()} ${more}`, async signal => (await Promise.all(Array.from({ length: more }, (_, index) => readMore(genres, index + 1, signal)))).flat());
  const offered = useMemo(() => (state.status === 'ready' ? dealt(state.value, chosen) : []), [state, draft.value.groups]);
  const added = extra.state.status === 'ready' ? extra.state.value : [];
  const shown = unique([...offered.slice(0, first + more * 24), ...added]);
  const toggle = (title: Title) => void saying(lists.favourites.has(title.key) ? lists.favourites.remove(title.key) : lists.favourites.add(title));
  return (
    <>
      <p class="picked" role="status">{words.chosen(picked.length)}</p>
      <ul class="picked-titles" aria-label={words.picked}>
        {picked.slice(0, mostShown).map(({ title }) => (
          <li key={title.key} class="tag">{title.name}<button type="button" aria-label={strings.lists.remove(title.name)} onClick={event => { passFocusOn(event.currentTarget); toggle(title); }}><Icon name="close" /></button></li>
        ))}
      </ul>
      <form role="search" class="search-form" onSubmit={event => event.preventDefault()}>
        <Icon name="search" />
        <input type="search" aria-label={words.search} placeholder={words.search} value={text} autocomplete="off" onInput={event => setText(event.currentTarget.value)} />
      </form>
      {wanted !== '' && <Found query={wanted} onToggle={toggle} />}
      {state.status === 'failed' && <Failed error={state.error} retry={retry} />}
      {state.status === 'loading' && <Slow slow={state.slow} />}
      {wanted === '' && (
        <>
          <ul class="grid">
            {state.status === 'loading' && <SkeletonCovers count={18} />}
            {shown.map(title => <li key={title.key}><PickCard title={title} onToggle={toggle} /></li>)}
          </ul>
          {state.status === 'ready' && <p class="more"><button type="button" class="button" onClick={() => setMore(more + 1)}>{words.more}</button></p>}
        </>
      )}
    </>
  );
}

/** One of each group, then the next of each; all there are where nothing was picked. */
function dealt(pool: readonly Title[], chosen: typeof groups): readonly Title[] {
  if (chosen.length === 0) return pool;
  const decks = chosen.map(group => pool.filter(title => belongsTo(title, group)));
  const longest = Math.max(...decks.map(deck => deck.length));
  return unique(Array.from({ length: longest }, (_, index) => decks.flatMap(deck => deck[index] ?? [])).flat());
}

function Found({ query, onToggle }: { readonly query: string; readonly onToggle: (title: Title) => void }) {
  const { state, retry } = useLoad(`media search both ${query}`, signal => search(query, 'both', 1, signal));
  if (state.status === 'failed') return <Failed error={state.error} retry={retry} />;
  return (
    <>
      <p class="result-count" role="status">{state.status === 'ready' ? strings.search.found(state.value.total, query) : ''}</p>
      <ul class="grid">
        {state.status === 'loading' ? <SkeletonCovers count={6} /> : state.value.titles.map(title => <li key={title.key}><PickCard title={title} onToggle={onToggle} /></li>)}
      </ul>
    </>
  );
}
