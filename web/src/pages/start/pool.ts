import { readList } from '../../api/media';
import type { Title } from '../../titles/title';
import { belongsTo, groups } from './groups';

/** Reads well-known titles, and more of each genre of which those have too few. */
export async function readPool(signal: AbortSignal): Promise<readonly Title[]> {
  const lists = await Promise.all((['popular', 'trending', 'top_rated'] as const).map(type => readList(type, { limit: 50 }, signal)));
  const pool = unique(lists.flatMap(list => list.titles));
  const thin = [...new Set(groups.filter(group => pool.filter(title => belongsTo(title, group)).length < 8).map(group => group.genre))];
  const more = await Promise.all(thin.map(genre => readList('popular', { genre, limit: 30 }, signal)));
  return unique([...pool, ...more.flatMap(list => list.titles)]);
}

/** Reads the most popular titles of some genres. */
export const readMore = async (genres: readonly number[], page: number, signal: AbortSignal): Promise<readonly Title[]> =>
  unique((await Promise.all(genres.map(genre => readList('popular', { genre, limit: 12, page }, signal)))).flatMap(list => list.titles));

export const unique = (titles: readonly Title[]): readonly Title[] => [...new Map(titles.map(title => [title.key, title])).values()];
