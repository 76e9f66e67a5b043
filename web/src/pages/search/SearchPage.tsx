import { useEffect, useRef, useState } from 'preact/hooks';
import { search, type TitlePage } from '../../api/media';
import { useDebounced } from '../../loading/useDebounced';
import { useLoad } from '../../loading/useLoad';
import { navigate, query } from '../../routing/router';
import { strings } from '../../strings';
import type { Title } from '../../titles/title';
import { TitleCard } from '../../titles/TitleCard';
import type { Kind } from '../../api/types';
import { One, optionsOf } from '../../ui/Choices';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Failed, SkeletonCovers, State } from '../../ui/States';
import { MediaRow } from '../home/MediaRow';

const pause = 180;

/** Searches while it is typed; the address holds what is searched for, so that it can be sent on and come back to. */
export default function SearchPage() {
  const words = strings.search;
  const [text, setText] = useState(() => query.value.get('q') ?? '');
  const [kind, setKind] = useState<Kind | 'both'>(() => readKind(query.value.get('type')));
  const settled = useDebounced(text.trim().slice(0, 256), pause);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const address = new URLSearchParams({ ...(settled ? { q: settled } : {}), ...(kind === 'both' ? {} : { type: kind }) }).toString();
    navigate(address ? `/search?${address}` : '/search', { quiet: true });
  }, [settled, kind]);
  // The field has the focus at once, except on touch screens, where a keyboard would open.
  useEffect(() => {
    if (text === '' && matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);
  return (
    <Page title={words.title} quietHeading class="search">
      <form role="search" class="search-form" onSubmit={event => { event.preventDefault(); field.current?.blur(); }}>
        <Icon name="search" />
        <input
          ref={field} type="search" aria-label={words.label} placeholder={words.placeholder} value={text} maxLength={256} enterkeyhint="search" autocomplete="off" spellcheck={false}
          onInput={event => setText(event.currentTarget.value)}
        />
        {text !== '' && <button type="button" class="icon-button" aria-label={words.clear} onClick={() => { setText(''); field.current?.focus(); }}><Icon name="close" /></button>}
      </form>
      <One legend={strings.home.kind} quiet name="search-kind" options={optionsOf(strings.kindsMany)} chosen={kind} onChoose={value => setKind(value as Kind | 'both')} />
      {settled === '' ? <MediaRow name={words.before} listType="popular" kind={kind} /> : <Results query={settled} kind={kind} />}
    </Page>
  );
}

const readKind = (text: string | null): Kind | 'both' => (text === 'movie' || text === 'tv' ? text : 'both');

function Results({ query, kind }: { readonly query: string; readonly kind: Kind | 'both' }) {
  const words = strings.search;
  const { state, retry } = useLoad(`media search ${kind} ${query}`, signal => search(query, kind, 1, signal));
  // The earlier result stays, dimmed, until the next arrives, so that nothing flickers at each letter.
  const last = useRef<TitlePage | null>(null);
  if (state.status === 'ready') last.current = state.value;
  if (state.status === 'failed') return <Failed error={state.error} retry={retry} />;
  const shown = state.status === 'ready' ? state.value : last.current;
  return (
    <>
      <p class="result-count" role="status">{state.status === 'ready' ? words.found(state.value.total, query) : state.slow ? strings.states.slow : ''}</p>
      {state.status === 'ready' && shown?.total === 0 && <><State icon="search" title={words.none.title} text={words.none.text} /><MediaRow name={words.before} listType="popular" kind={kind} /></>}
      {shown === null
        ? <div class="grid"><SkeletonCovers count={12} /></div>
        : <Found key={`${kind} ${query}`} first={shown} query={query} kind={kind} stale={state.status === 'loading'} />}
    </>
  );
}

function Found({ first, query, kind, stale }: { readonly first: TitlePage; readonly query: string; readonly kind: Kind | 'both'; readonly stale: boolean }) {
  const [pages, setPages] = useState(1);
  return (
    <>
      <ul class={stale ? 'grid grid-stale' : 'grid'}>
        <Cards titles={first.titles} />
        {!stale && Array.from({ length: pages - 1 }, (_, index) => <NextPage key={index} page={index + 2} query={query} kind={kind} />)}
      </ul>
      {!stale && pages < first.pages && <p class="more"><button type="button" class="button" onClick={() => setPages(pages + 1)}>{strings.search.more}</button></p>}
    </>
  );
}

function NextPage({ page, query, kind }: { readonly page: number; readonly query: string; readonly kind: Kind | 'both' }) {
  const { state, retry } = useLoad(`media search ${kind} ${query} ${page}`, signal => search(query, kind, page, signal));
  if (state.status === 'failed') return <li class="grid-all"><Failed error={state.error} retry={retry} /></li>;
  if (state.status === 'loading') return <><SkeletonCovers count={6} /></>;
  return <Cards titles={state.value.titles} />;
}

const Cards = ({ titles }: { readonly titles: readonly Title[] }) => <>{titles.map(title => <li key={title.key}><TitleCard title={title} /></li>)}</>;
