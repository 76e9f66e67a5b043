import { describe, expect, it } from 'vitest';
import { sharedTaste } from '../src/titles/why';
import { aTitle } from './titles';

const title = aTitle({ id: '1', genres: [878, 53, 18] });

describe('sharedTaste', () => {
  it('names the favourites that share the most, itself left out', () => {
    const near = aTitle({ id: '2', name: 'near', genres: [878, 53] });
    const nearer = aTitle({ id: '3', name: 'nearer', genres: [18, 53, 878] });
    const far = aTitle({ id: '4', name: 'far', genres: [18] });
    expect(sharedTaste(title, [title, far, near, nearer], []).like.map(other => other.name)).toEqual(['nearer', 'near']);
  });
  it('names the liked genres that it has', () => expect(sharedTaste(title, [], [35, 53]).genres).toEqual([53]));
  it('says nothing where there is nothing', () => expect(sharedTaste(aTitle({ genres: [] }), [aTitle({ id: '9' })], [35])).toEqual({ genres: [], like: [] }));
});
