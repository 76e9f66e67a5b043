import type { Title } from './title';

export interface SharedTaste {
  /** Genres of the title that the user likes. */
  readonly genres: readonly number[];
  /** At most three favourites that share the most genres with it: at least two each, or the only one that it has. */
  readonly like: readonly Title[];
}

/** Returns what a title and the user's taste have in common: the reason for a title that was not in a recommendation. */
export function sharedTaste(title: Title, favourites: readonly Title[], favouriteGenres: readonly number[]): SharedTaste {
  const own = new Set(title.genres);
  const like = favourites
    .filter(other => other.key !== title.key)
    .map(other => ({ other, shared: other.genres.filter(genre => own.has(genre)).length }))
    .filter(({ shared }) => shared >= Math.min(2, own.size) && shared > 0)
    .sort((one, two) => two.shared - one.shared)
    .slice(0, 3)
    .map(({ other }) => other);
  return { genres: favouriteGenres.filter(genre => own.has(genre)), like };
}
