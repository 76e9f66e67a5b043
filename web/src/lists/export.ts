import { notify } from '../notices/notices';
import { strings } from '../strings';
import { genreNames } from '../titles/genres';
import type { Entry } from './mediaList';

/** Returns a table for a spreadsheet: with a byte order mark, which Excel needs for UTF-8, and the line ends of RFC 4180. */
export function toCsv(entries: readonly Entry[]): string {
  const { title, kind, released, rating, genres, added, id } = strings.lists.columns;
  const rows = entries.map(entry => [
    entry.title.name, strings.kinds[entry.title.kind], entry.title.date ?? '', entry.title.vote?.toString() ?? '',
    genreNames(entry.title.genres).join('; '), entry.addedAt, entry.title.key,
  ]);
  return '\ufeff' + [[title, kind, released, rating, genres, added, id], ...rows].map(row => row.map(csvField).join(',') + '\r\n').join('');
}

/** Returns a field that a spreadsheet does not calculate: a name such as "=1+1" gets an apostrophe in front. */
export function csvField(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Returns a list as data, with the field names of the API. */
export const toData = (entries: readonly Entry[]): object[] =>
  entries.map(({ title, addedAt }) => ({
    mediaId: title.id, mediaType: title.kind, title: title.name, releaseDate: title.date, voteAverage: title.vote, genreIds: title.genres,
    genres: genreNames(title.genres), addedAt,
  }));

/** Downloads a file with this text. */
export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  notify(strings.notices.exported(name));
}
