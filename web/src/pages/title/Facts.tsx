import { format, strings } from '../../strings';
import { genreNames } from '../../titles/genres';
import type { Title } from '../../titles/title';

/** What the catalogue knows, and nothing for what it does not. */
export function Facts({ title }: { readonly title: Title }) {
  const words = strings.title;
  const votes = title.votes ? ` (${words.votes(title.votes)})` : '';
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [title.kind === 'tv' ? words.firstAired : words.released, title.date && format.date(title.date)],
    [words.genres, format.list(genreNames(title.genres))],
    [words.rating, title.vote ? words.outOf(format.rating(title.vote)) + votes : null],
    [words.language, title.language && format.language(title.language)],
    [words.original, title.originalName],
  ];
  return (
    <section class="title-facts" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl>{facts.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
}
