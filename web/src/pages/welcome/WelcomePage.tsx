import { readList } from '../../api/media';
import { Cover } from '../../covers/Cover';
import { useLoad } from '../../loading/useLoad';
import { useNextTurn } from '../../loading/useNextTurn';
import { strings } from '../../strings';
import type { Title } from '../../titles/title';
import { useGradually } from '../../titles/useGradually';
import { Page } from '../../ui/Page';
import { MediaRow } from '../home/MediaRow';
import './welcome.css';

const example: Title = {
  key: 'movie#329865', id: '329865', kind: 'movie', name: 'Arrival', date: '2016', genres: [878, 18], poster: null, backdrop: null,
  overview: null, vote: null, votes: null, popularity: null, language: null, originalName: null,
};

/** For whoever is not signed in: what it is, what it gives, and two ways in. */
export default function WelcomePage() {
  const words = strings.welcome;
  return (
    <Page title={strings.name} heading={words.title} lead={words.lead} class="welcome">
      <Wall />
      <div class="welcome-ways">
        <a class="button button-main" href="/signup">{words.start}</a>
        <a class="button" href="/signin">{words.signIn}</a>
        <p class="hint">{words.minute}</p>
      </div>
      <figure class="welcome-example">
        <Cover title={example} eager />
        <figcaption>
          <span class="kicker">{words.example.label}</span>
          <strong>Arrival <span>2016</span></strong>
          <p>{words.example.because}</p>
        </figcaption>
      </figure>
      {useNextTurn() && <Below />}
    </Page>
  );
}

function Below() {
  const words = strings.welcome;
  return (
    <>
      <ul class="welcome-points">
        {words.points.map(([name, text]) => <li key={name}><h2>{name}</h2><p>{text}</p></li>)}
      </ul>
      <div class="welcome-look">
        <MediaRow name={words.look} listType="popular" kind="both" />
        <MediaRow name={strings.home.topRated} listType="top_rated" kind="both" />
      </div>
    </>
  );
}

/** Covers of the catalogue itself, in their places before they come. */
function Wall() {
  const { state } = useLoad('media wall', signal => readList('trending', { limit: 12 }, signal));
  const titles = state.status === 'ready' ? state.value.titles : [];
  const drawn = useGradually(titles.length);
  return (
    <div class="wall" aria-hidden="true">
      {Array.from({ length: 12 }, (_, index) => {
        const title = index < drawn ? titles[index] : undefined;
        return title ? <Cover key={index} title={title} eager={index < 6} /> : <div key={index} class="cover skeleton" />;
      })}
    </div>
  );
}
