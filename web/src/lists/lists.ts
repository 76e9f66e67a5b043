import type { ListName } from '../api/types';
import { cache } from '../loading/cache';
import { client, onSessionEnd } from '../session/session';
import { MediaList } from './mediaList';

// What is recommended depends on the lists: it is asked for anew at the next visit, not under somebody's eyes.
const outdate = () => cache.outdate('recommendations');

export const lists: Readonly<Record<ListName, MediaList>> = {
  favourites: new MediaList('favourites', client, outdate),
  watchlist: new MediaList('watchlist', client, outdate),
};

onSessionEnd(() => {
  lists.favourites.clear();
  lists.watchlist.clear();
});
