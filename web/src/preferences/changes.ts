import type { Preferences } from '../api/types';
import { documentNames, numberOf } from '../titles/genres';
import type { TitleKey } from '../titles/title';
import type { Change } from './document';

type TextList =
  | 'moodPreferences' | 'eraPreferences' | 'languagePreferences' | 'subgenrePreferences' | 'dealBreakers' | 'contentDiscoveryPreference';

/** Rating that stands for `less of`, on the scale from 1 to 10, on which 5.5 is neutral. */
const lessRating = 2;

export const withText = (field: TextList, value: string, on: boolean): Change => now => ({ ...now, [field]: toggled((now[field] as string[] | undefined) ?? [], value, on) });

export const withChoice = (field: 'runtimePreference' | 'internationalContentPreference', value: string): Change => now => {
  const { [field]: _, ...rest } = now;
  return (value === '' ? rest : { ...rest, [field]: value }) as Preferences;
};

export const withPerson = (role: 'actors' | 'directors', name: string, on: boolean): Change => now => ({
  ...now,
  favoritePeople: { ...now.favoritePeople, [role]: toggled(now.favoritePeople?.[role] ?? [], name, on) },
});

/** Dismisses a title, or restores it. No other title is dropped to make room: the API enforces the limit by rejecting the change. */
export const withDismissed = (key: TitleKey, on: boolean): Change => now => ({ ...now, notInterested: toggled(now.notInterested ?? [], key, on) });

/** Likes a genre, or undoes that. A liked genre loses its `less of`. */
export const withGenre = (genre: number, on: boolean): Change => now => ({
  ...now,
  favoriteGenres: on ? [...without(now.favoriteGenres ?? [], genre), documentNames[genre] ?? String(genre)] : without(now.favoriteGenres ?? [], genre),
  ...(on ? { genreRatings: withoutRating(now.genreRatings, genre) } : {}),
});

/** Sets `less of` for a genre, or undoes that. A genre with `less of` is no longer liked. */
export const withLess = (genre: number, on: boolean): Change => now => ({
  ...now,
  ...(on ? { favoriteGenres: without(now.favoriteGenres ?? [], genre) } : {}),
  genreRatings: { ...withoutRating(now.genreRatings, genre), ...(on ? { [String(genre)]: lessRating } : {}) },
});

export const likedGenres = (now: Preferences): number[] => (now.favoriteGenres ?? []).flatMap(name => numberOf(name) ?? []);

export const lessGenres = (now: Preferences): number[] =>
  Object.entries(now.genreRatings ?? {}).flatMap(([name, rating]) => (rating < 5 ? (numberOf(name) ?? []) : []));

const toggled = (list: readonly string[], value: string, on: boolean) => [...list.filter(other => other !== value), ...(on ? [value] : [])];

const without = (names: readonly string[], genre: number) => names.filter(name => numberOf(name) !== genre);

const withoutRating = (ratings: Preferences['genreRatings'], genre: number) =>
  Object.fromEntries(Object.entries(ratings ?? {}).filter(([name]) => numberOf(name) !== genre));
