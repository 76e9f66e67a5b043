import { client } from '../session/session';
import { fromMedia, type Title, type TitleKey } from '../titles/title';
import type { Kind, ListType, MediaPage } from './types';

export interface TitlePage {
  readonly titles: readonly Title[];
  readonly total: number;
  readonly pages: number;
}

const read = async (query: Record<string, string | number | undefined>, signal?: AbortSignal): Promise<TitlePage> => {
  const page = await client.open<MediaPage>('GET', '/media', { query, ...(signal ? { signal } : {}) });
  return { titles: page.results.map(fromMedia), total: page.total_results, pages: page.total_pages };
};

export const readList = (
  listType: ListType,
  more: { readonly kind?: Kind | 'both'; readonly genre?: number; readonly limit?: number; readonly page?: number } = {},
  signal?: AbortSignal,
): Promise<TitlePage> => read({ listType, mediaType: more.kind, genre: more.genre, limit: more.limit, page: more.page }, signal);

export const search = (query: string, kind: Kind | 'both', page: number, signal?: AbortSignal): Promise<TitlePage> =>
  read({ query, type: kind, limit: 30, page }, signal);

/** Reads these titles, in this order; titles that the catalogue does not know are left out. */
export async function readTitles(keys: readonly TitleKey[], signal?: AbortSignal): Promise<readonly Title[]> {
  const groups = Array.from({ length: Math.ceil(keys.length / 50) }, (_, index) => keys.slice(index * 50, index * 50 + 50));
  return (await Promise.all(groups.map(group => read({ ids: group.join(','), limit: 50 }, signal)))).flatMap(page => page.titles);
}
