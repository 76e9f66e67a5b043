import type { Title } from './title';

export interface SharedTaste {
  /** Genres of the title that the person named. */
  readonly genres: readonly number[];
  /** Titles of theirs that share the most genres with it, at most three, at least two genres each. */
  readonly like: readonly Title[];
}

/** What a title has in common with what somebody likes: what can be said of a title that no recommendation spoke of. */
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
