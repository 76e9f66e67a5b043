import { useSignal } from '@preact/signals';
import type { Kind, ListName } from '../../api/types';
import { arrange, type Arrangement, type Sort } from '../../lists/arrange';
import { save, toCsv, toData } from '../../lists/export';
import { removeFrom } from '../../lists/listActions';
import { lists } from '../../lists/lists';
import { useSlow } from '../../loading/useSlow';
import { strings } from '../../strings';
import { genreNames } from '../../titles/genres';
import { TitleCard } from '../../titles/TitleCard';
import { optionsOf } from '../../ui/Choices';
import { passFocusOn } from '../../ui/focus';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Failed, SkeletonCovers, State } from '../../ui/States';
import { MediaRow } from '../home/MediaRow';
import { Select } from './Select';
import './lists.css';

const all: Arrangement = { text: '', kind: 'both', genre: 0, sort: 'added' };

/** One of the two lists: find in it, put it in order, take from it, take it with you. */
export function ListPage({ name }: { readonly name: ListName }) {
  const words = strings.lists;
  const list = lists[name];
  const arrangement = useSignal(all);
  const state = list.state.value;
  const entries = list.entries.value;
  const slow = useSlow(state === 'loading');

  if (typeof state === 'object') return <Page title={words[name].title}><Failed error={state} retry={() => void list.load()} /></Page>;
  if (state !== 'ready' && entries.length === 0) return <Page title={words[name].title} lead={<span role="status">{slow ? strings.states.slow : '\u00a0'}</span>}><div class="list-tools" aria-hidden="true" /><div class="grid"><SkeletonCovers count={12} /></div></Page>;
  if (entries.length === 0) {
    return (
      <Page title={words[name].title}>
        <State icon={name === 'favourites' ? 'heart' : 'bookmark'} title={words[name].empty} text={words[name].text}>
          <a class="button button-main" href={name === 'favourites' ? '/search' : '/'}>{words[name].action}</a>
        </State>
        <MediaRow name={strings.home.popular} listType="popular" kind="both" />
      </Page>
    );
  }

  const shown = arrange(entries, arrangement.value);
  const set = (change: Partial<Arrangement>) => (arrangement.value = { ...arrangement.value, ...change });
  const genres = [...new Set(entries.flatMap(({ title }) => title.genres))].flatMap(genre => genreNames([genre]).map(label => ({ value: String(genre), label })));
  return (
    <Page title={words[name].title} lead={<span role="status">{shown.length === entries.length ? words.count(entries.length) : words.shown(shown.length, entries.length)}</span>}>
      <div class="list-tools">
        <input type="search" class="list-filter" aria-label={words.filter} placeholder={words.filter} value={arrangement.value.text} onInput={event => set({ text: event.currentTarget.value })} />
        <Select label={words.kind} value={arrangement.value.kind} options={optionsOf(words.kinds)} onChoose={value => set({ kind: value as Kind | 'both' })} />
        <Select label={words.genre} value={String(arrangement.value.genre)} options={[{ value: '0', label: words.allGenres }, ...genres.sort((one, two) => one.label.localeCompare(two.label))]} onChoose={value => set({ genre: Number(value) })} />
        <Select label={words.sort} value={arrangement.value.sort} options={optionsOf(words.sorts)} onChoose={value => set({ sort: value as Sort })} />
      </div>
      {shown.length === 0 ? (
        <State icon="search" title={words.none} text={words.noneText}><button type="button" class="button" onClick={() => (arrangement.value = all)}>{words.clear}</button></State>
      ) : (
        <ul class="grid">
          {shown.map(({ title }) => (
            <li key={title.key}>
              <TitleCard title={title}>
                <button type="button" class="card-remove" aria-label={words.remove(title.name)} onClick={event => { passFocusOn(event.currentTarget); removeFrom(name, title); }}><Icon name="close" /></button>
              </TitleCard>
            </li>
          ))}
        </ul>
      )}
      <p class="list-exports">
        <button type="button" class="button" onClick={() => save(`movierec-${name}.csv`, 'text/csv;charset=utf-8', toCsv(shown))}><Icon name="download" />{words.csv}</button>
        <button type="button" class="button" onClick={() => save(`movierec-${name}.json`, 'application/json', JSON.stringify(toData(shown), null, 2))}><Icon name="download" />{words.json}</button>
      </p>
    </Page>
  );
}
