import { readTitles } from '../../api/media';
import type { Kind } from '../../api/types';
import { Cover } from '../../covers/Cover';
import { useLoad } from '../../loading/useLoad';
import { place } from '../../routing/router';
import { signedIn } from '../../session/session';
import { strings } from '../../strings';
import { genreNames } from '../../titles/genres';
import { keyOf, yearOf, type Title } from '../../titles/title';
import { TitleActions } from '../../titles/TitleActions';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Failed, Slow } from '../../ui/States';
import { MediaRow } from '../home/MediaRow';
import { SimilarRow } from '../home/RecommendedRow';
import { Facts } from './Facts';
import { Why } from './Why';
import './title.css';

/** A film or a series: what it is, why it suits, what to do with it, and what is like it. */
export default function TitlePage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const key = keyOf(params['kind'] as Kind, params['id'] ?? '');
  const { state, retry } = useLoad(`media title ${key}`, async signal => (await readTitles([key], signal))[0] ?? null);
  if (state.status === 'loading') return <Waiting slow={state.slow} />;
  if (state.status === 'failed') return <Page title={strings.name} quietHeading><Failed error={state.error} retry={retry} /></Page>;
  if (state.value === null) {
    return (
      <Page title={strings.title.missing.title} lead={strings.title.missing.text}>
        <p><a class="button" href="/search"><Icon name="search" />{strings.nav.search}</a></p>
        <MediaRow name={strings.home.popular} listType="popular" kind="both" />
      </Page>
    );
  }
  return <Known title={state.value} />;
}

function Known({ title }: { readonly title: Title }) {
  const facts = [strings.kinds[title.kind], ...genreNames(title.genres)];
  return (
    <Page
      title={title.name}
      heading={<>{title.name} {yearOf(title) && <span class="title-year">{yearOf(title)}</span>}</>}
      lead={facts.join(' · ')}
      class="title"
    >
      <div class="title-cover"><Cover title={title} eager sizes="(min-width: 60rem) 22rem, 60vw" /></div>
      <div class="title-body">
        {signedIn.value ? (
          <><TitleActions title={title} /><Why title={title} /></>
        ) : (
          <p class="title-sign-in">{strings.title.signInToKnow} <a href={`/signin?next=${encodeURIComponent(place.value.path)}`}>{strings.nav.signIn}</a></p>
        )}
        {title.overview && <p class="overview">{title.overview}</p>}
        <Facts title={title} />
      </div>
      {signedIn.value && <div class="title-more"><SimilarRow name={strings.title.more} like={title.key} /></div>}
    </Page>
  );
}

function Waiting({ slow }: { readonly slow: boolean }) {
  return (
    <div class="page title" aria-busy="true">
      <div class="page-head"><span class="line line-big skeleton" /><span class="line skeleton" /></div>
      <div class="title-cover"><div class="cover skeleton" /></div>
      <div class="title-body"><Slow slow={slow} /><span class="line line-long skeleton" /><span class="line line-long skeleton" /><span class="line skeleton" /></div>
    </div>
  );
}
