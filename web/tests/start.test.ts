import { describe, expect, it } from 'vitest';
import { belongsTo, fillGroups, groups } from '../src/pages/start/groups';
import { strings } from '../src/strings';
import { aTitle } from './titles';

describe('groups', () => {
  it('have a name each', () => expect(groups.every(group => strings.groups[group.id])).toBe(true));

  it('show a title once', () => {
    const titles = Array.from({ length: 60 }, (_, index) => aTitle({ id: String(index + 1), genres: [[18], [80, 18], [35, 10749], [878, 53], [27, 53]][index % 5]! }));
    const shown = [...fillGroups(titles, 3).values()].flat();
    expect(new Set(shown.map(title => title.key)).size).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(15);
  });

  it('hold what has a genre of each list', () => {
    const mind = groups.find(group => group.id === 'mind')!;
    expect(belongsTo(aTitle({ genres: [878, 53] }), mind)).toBe(true);
    expect(belongsTo(aTitle({ genres: [878] }), mind)).toBe(false);
  });
});
