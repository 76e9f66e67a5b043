import { lists } from '../../lists/lists';
import { preferences } from '../../preferences/preferences';
import { format, strings } from '../../strings';
import { genreNames, numberOf } from '../../titles/genres';
import { recall } from '../../titles/recommended';
import type { Title } from '../../titles/title';
import { sharedTaste } from '../../titles/why';

/** Why it suits: what the recommender said where it spoke of it, else what it has in common with what is liked. */
export function Why({ title }: { readonly title: Title }) {
  const words = strings.title;
  const said = recall(title.key);
  return (
    <section class="title-why" aria-labelledby="why">
      <h2 id="why">{words.why}</h2>
      {said ? (
        <>
          <p class="why">{said.why}</p>
          <p class="score"><meter min={0} max={100} value={said.score} aria-label={words.match(format.number(Math.round(said.score)))} /> <span aria-hidden="true">{words.match(format.number(Math.round(said.score)))}</span></p>
        </>
      ) : (
        <InCommon title={title} />
      )}
    </section>
  );
}

function InCommon({ title }: { readonly title: Title }) {
  const words = strings.title;
  const liked = (preferences.current.value.favoriteGenres ?? []).flatMap(name => numberOf(name) ?? []);
  const { genres, like } = sharedTaste(title, lists.favourites.titles.value, liked);
  if (genres.length === 0 && like.length === 0) return <p class="why">{words.unsure}</p>;
  return (
    <>
      {like.length > 0 && <p class="why">{words.likeYours(format.list(like.map(other => other.name)))}</p>}
      {genres.length > 0 && <p class="why">{words.yourGenres(format.list(genreNames(genres)))}</p>}
    </>
  );
}
