import { describe, expect, it } from 'vitest';
import { coverOf } from '../src/covers/cover';
import { motifNames } from '../src/covers/motifs';
import { aTitle } from './titles';

const look = (name: string, id = '1', genres = [28]) => coverOf(aTitle({ name, id, genres }));

describe('coverOf', () => {
  it('is the same for the same title', () => expect(look('Alien')).toEqual(look('Alien')));

  it('differs between titles of one genre', () => {
    const looks = new Set(Array.from({ length: 60 }, (_, index) => JSON.stringify(look('Alien', String(index + 1)))));
    expect(looks.size).toBeGreaterThan(50);
  });

  it('takes its colour from the genre that says more than drama', () => {
    const hues = Array.from({ length: 40 }, (_, index) => look('X', String(index + 1), [18, 27]).hue);
    expect(hues.every(hue => hue <= 44)).toBe(true);
  });

  it('has only motifs that are drawn', () => {
    const genres = [12, 14, 16, 18, 27, 28, 35, 36, 37, 53, 80, 99, 878, 9648, 10402, 10749, 10751, 10752, 10759, 10762, 10763, 10764, 10765, 10766, 10767, 10768, 1];
    for (const genre of genres) for (let id = 1; id < 30; id++) expect(motifNames).toContain(look('X', String(id), [genre]).motif);
  });

  it('sets a long word small enough and a short one no larger than the cover takes', () => {
    const letters = { narrow: 0.455, normal: 0.59, wide: 0.7 };
    for (const word of ['Koyaanisqatsi', 'Supercalifragilistic', 'Interstellar', 'Up']) {
      const { size, width } = look(word);
      expect(size).toBeLessThanOrEqual(27);
      if (word.length < 20) expect(size * word.length * letters[width] * 0.8).toBeLessThan(92);
    }
  });

  it('keeps a very long name readable', () => {
    const name = 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb';
    expect(look(name)).toMatchObject({ width: 'narrow' });
    expect(look(name).size).toBeGreaterThan(7);
  });

  it('does with an empty name and without genres', () => expect(coverOf(aTitle({ name: '', genres: [] })).size).toBeGreaterThan(0));
});
