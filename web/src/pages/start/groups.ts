import type { Title } from '../../titles/title';

/** Group of films and series, defined by genres, whose titles tend to be liked by the same users. */
export interface Group {
  readonly id: string;
  /** Genres that a choice of the group adds to the preferences document. */
  readonly genres: readonly number[];
  /** Subgenres that a choice of the group adds to the preferences document. */
  readonly words: readonly string[];
  /** A title is in the group if it has a genre of each of these lists. */
  readonly needs: readonly (readonly number[])[];
  /** Genre to read more titles of, if the lists have too few of the group. */
  readonly genre: number;
}

export const groups: readonly Group[] = [
  { id: 'mind', genres: [878, 9648], words: ['mindBending'], needs: [[878, 10765], [9648, 53, 18]], genre: 878 },
  { id: 'crime', genres: [80], words: ['detectives'], needs: [[80]], genre: 80 },
  { id: 'laugh', genres: [35], words: ['funny'], needs: [[35]], genre: 35 },
  { id: 'tense', genres: [53], words: ['suspense'], needs: [[53, 9648]], genre: 53 },
  { id: 'love', genres: [10749], words: ['romantic'], needs: [[10749]], genre: 10749 },
  { id: 'fantasy', genres: [14, 12], words: ['epicFantasy'], needs: [[14, 10765]], genre: 14 },
  { id: 'human', genres: [18], words: ['characterDriven'], needs: [[18]], genre: 18 },
  { id: 'action', genres: [28], words: ['actionPacked'], needs: [[28, 10759]], genre: 28 },
  { id: 'space', genres: [878, 12], words: ['spaceOpera'], needs: [[878], [12, 28]], genre: 878 },
  { id: 'true', genres: [36, 99], words: ['trueStory'], needs: [[36, 99]], genre: 36 },
  { id: 'scary', genres: [27], words: ['supernatural'], needs: [[27]], genre: 27 },
  { id: 'family', genres: [10751, 16], words: ['familyFriendly'], needs: [[10751, 16, 10762]], genre: 10751 },
  { id: 'war', genres: [10752, 37], words: ['military'], needs: [[10752, 37, 10768]], genre: 10752 },
  { id: 'music', genres: [10402], words: ['musical'], needs: [[10402]], genre: 10402 },
];

export const belongsTo = (title: Pick<Title, 'genres'>, group: Group): boolean => group.needs.every(any => any.some(genre => title.genres.includes(genre)));

/** Returns each group's first titles. A title is shown in one group only, so that the groups look different. */
export function fillGroups(titles: readonly Title[], each: number): ReadonlyMap<string, readonly Title[]> {
  const taken = new Set<string>();
  const filled = new Map<string, readonly Title[]>();
  // The groups with the fewest titles choose first: a group such as drama has enough titles left.
  const scarce = [...groups].sort((one, two) => count(titles, one) - count(titles, two));
  for (const group of scarce) {
    const chosen = titles.filter(title => !taken.has(title.key) && belongsTo(title, group)).slice(0, each);
    for (const title of chosen) taken.add(title.key);
    filled.set(group.id, chosen);
  }
  return filled;
}

const count = (titles: readonly Title[], group: Group) => titles.filter(title => belongsTo(title, group)).length;
