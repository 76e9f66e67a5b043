import { preferences } from '../../preferences/preferences';
import { documentNames, numberOf } from '../../titles/genres';
import { groups } from './groups';

/** Adds the chosen groups' genres and words to the preferences and removes the other groups'; all other entries stay. */
export function saveGroups(chosen: readonly string[]): Promise<void> {
  const on = groups.filter(group => chosen.includes(group.id));
  const genres = new Set(on.flatMap(group => group.genres));
  const words = on.flatMap(group => group.words);
  const ours = new Set(groups.flatMap(group => group.words));
  const oursGenres = new Set(groups.flatMap(group => group.genres));
  if (chosen.length === 0) return Promise.resolve();
  return preferences.update(now => ({
    ...now,
    favoriteGenres: [
      ...(now.favoriteGenres ?? []).filter(name => !oursGenres.has(numberOf(name) ?? 0)),
      ...[...genres].map(genre => documentNames[genre] ?? String(genre)),
    ],
    subgenrePreferences: [...(now.subgenrePreferences ?? []).filter(word => !ours.has(word)), ...words],
  }));
}
