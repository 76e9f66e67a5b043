import { describe, expect, it } from 'vitest';
import { csvField, toCsv } from '../src/lists/export';
import { aTitle } from './titles';

describe('csvField', () => {
  it.each([
    ['Alien', 'Alien'],
    ['Crouching Tiger, Hidden Dragon', '"Crouching Tiger, Hidden Dragon"'],
    ['The "Burbs"', '"The ""Burbs"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
    ['-7.5', '-7.5'],
  ])('writes %j as %j', (given, written) => expect(csvField(given)).toBe(written));

  it.each(['=1+1', '+1', '-Infinity War', '@SUM(A1)', '\t=1', ' =1', '＝1', '=HYPERLINK("x";"y")'])('has a spreadsheet show %j, not calculate it', given =>
    expect(csvField(given).replace(/^"/, '')).toMatch(/^'/));
});

describe('toCsv', () => {
  it('is a table with a line a title', () => {
    const text = toCsv([{ title: aTitle({ name: 'Heat, the' }), addedAt: '2026-01-01T00:00:00.000Z' }]);
    expect(text).toBe('\ufeffTitle,Kind,Released,Rating,Genres,Added,Id\r\n"Heat, the",Film,1999-03-31,8.2,"Action; Science fiction",2026-01-01T00:00:00.000Z,movie#603\r\n');
  });
});
