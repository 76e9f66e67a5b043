import { strings } from '../strings';

/** Returns the genres' names. A genre without a name is left out, since its number means nothing to users. */
export const genreNames = (genres: readonly number[]): string[] => genres.flatMap(genre => strings.genres[genre] ?? []);

/** Genres that the page asks users about: the most frequent ones of films and series. */
export const askedGenres: readonly number[] = [28, 12, 16, 35, 80, 99, 18, 10751, 14, 36, 27, 10402, 9648, 10749, 878, 53, 10752, 37];

/** Names of genres in the preferences document. */
export const documentNames: Readonly<Record<number, string>> = {
  12: 'Adventure', 14: 'Fantasy', 16: 'Animation', 18: 'Drama', 27: 'Horror', 28: 'Action', 35: 'Comedy', 36: 'History', 37: 'Western', 53: 'Thriller',
  80: 'Crime', 99: 'Documentary', 878: 'Science Fiction', 9648: 'Mystery', 10402: 'Music', 10749: 'Romance', 10751: 'Family', 10752: 'War',
};

export function numberOf(name: string): number | undefined {
  const found = Object.entries(documentNames).find(([number, known]) => number === name || known.toLowerCase() === name.toLowerCase());
  return found && Number(found[0]);
}
