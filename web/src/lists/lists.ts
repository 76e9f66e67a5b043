import type { ListName } from '../api/types';
import { cache } from '../loading/cache';
import { client, onSessionEnd } from '../session/session';
import { MediaList } from './mediaList';

// Recommendations depend on the lists: they are requested again at the next visit, not while they are read.
const outdate = () => cache.outdate('recommendations');

export const lists: Readonly<Record<ListName, MediaList>> = {
  favourites: new MediaList('favourites', client, outdate),
  watchlist: new MediaList('watchlist', client, outdate),
};

onSessionEnd(() => {
  lists.favourites.clear();
  lists.watchlist.clear();
});
