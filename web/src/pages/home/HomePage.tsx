import { signal } from '@preact/signals';
import { readForYou } from '../../api/recommendations';
import type { Kind } from '../../api/types';
import { lists } from '../../lists/lists';
import { useLoad } from '../../loading/useLoad';
import { preferences } from '../../preferences/preferences';
import { strings } from '../../strings';
import { One, optionsOf } from '../../ui/Choices';
import { Page } from '../../ui/Page';
import { Failed, State } from '../../ui/States';
import { MediaRow } from './MediaRow';
import { Pick, PickSkeleton } from './Pick';
import { SimilarRow } from './RecommendedRow';
import { Resume } from './Resume';
import './home.css';

/** From so many favourites on the questionnaire has nothing to add that is worth asking for. */
const enoughFavourites = 10;

const kind = signal<Kind | 'both'>('both');

/** What to watch: one pick with its reasons, more of them, then what goes with each thing that is liked, then what everybody likes. */
export default function HomePage() {
  // Only when the favourites are loaded, so that the rows below do not appear and disappear.
  const liked = lists.favourites.state.value === 'ready' ? lists.favourites.titles.value.slice(0, 3) : [];
  // A user with enough favourites need not finish the questionnaire.
  const unfinished = preferences.state.value === 'ready' && preferences.current.value.questionnaireCompleted !== true;
  const toldLittle = lists.favourites.state.value === 'ready' && lists.favourites.titles.value.length < enoughFavourites;
  return (
    <Page title={strings.home.title} class="home">
      <One legend={strings.home.kind} quiet name="kind" options={optionsOf(strings.kindsMany)} chosen={kind.value} onChoose={value => (kind.value = value as Kind | 'both')} />
      {unfinished && toldLittle && <Resume />}
      <ForYou key={kind.value} />
      {liked.map(title => <SimilarRow key={title.key} name={strings.home.because(title.name)} like={title.key} />)}
      <MediaRow name={strings.home.trending} listType="trending" kind={kind.value} />
      <MediaRow name={strings.home.popular} listType="popular" kind={kind.value} />
      <MediaRow name={strings.home.topRated} listType="top_rated" kind={kind.value} />
    </Page>
  );
}

function ForYou() {
  const { state, retry } = useLoad(`recommendations for you ${kind.value}`, signal => readForYou(kind.value, signal));
  if (state.status === 'failed') return <section class="pick-room" aria-label={strings.home.pick}><Failed error={state.error} retry={retry} /></section>;
  if (state.status === 'loading') return <PickSkeleton slow={state.slow} />;
  if (state.value.items.length === 0) {
    return (
      <section class="pick-room" aria-label={strings.home.pick}>
        <State icon="sliders" title={strings.home.empty.title} text={strings.home.empty.text}><a class="button" href="/preferences">{strings.home.empty.action}</a></State>
      </section>
    );
  }
  return <Pick list={state.value} />;
}
