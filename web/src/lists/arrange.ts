import type { Kind } from '../api/types';
import { once } from '../once';
import { yearOf } from '../titles/title';
import type { Entry } from './mediaList';

export type Sort = 'added' | 'name' | 'newest' | 'oldest' | 'rating';

export interface Arrangement {
  readonly text: string;
  readonly kind: Kind | 'both';
  /** Number of a genre; 0 for all. */
  readonly genre: number;
  readonly sort: Sort;
}

const names = once(() => new Intl.Collator(undefined, { sensitivity: 'base', numeric: true, ignorePunctuation: true }));

const comparers: Readonly<Record<Sort, (one: Entry, two: Entry) => number>> = {
  added: (one, two) => two.addedAt.localeCompare(one.addedAt),
  name: (one, two) => names().compare(one.title.name, two.title.name),
  newest: (one, two) => (two.title.date ?? '').localeCompare(one.title.date ?? ''),
  // A title without a date is neither new nor old: it goes last.
  oldest: (one, two) => (yearOf(one.title) ? (one.title.date ?? '') : '9').localeCompare(yearOf(two.title) ? (two.title.date ?? '') : '9'),
  rating: (one, two) => (two.title.vote ?? -1) - (one.title.vote ?? -1),
};

/** Removes accents and case, since users type without them. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns the entries that match the arrangement's filters, in its order. */
export function arrange(entries: readonly Entry[], { text, kind, genre, sort }: Arrangement): Entry[] {
  const wanted = plain(text.trim());
  return entries
    .filter(({ title }) =>
      (kind === 'both' || title.kind === kind) && (genre === 0 || title.genres.includes(genre)) && (wanted === '' || plain(title.name).includes(wanted)))
    .sort(comparers[sort]);
}
