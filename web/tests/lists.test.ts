import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../src/api/apiError';
import type { Client } from '../src/api/client';
import { arrange } from '../src/lists/arrange';
import { MediaList } from '../src/lists/mediaList';
import { InOrder, optimistic } from '../src/lists/optimistic';
import { aTitle } from './titles';

/** A server that responds when the test lets it. */
function slowServer() {
  const calls: { method: string; path: string; respond: (value?: unknown) => void; refuse: (error: Error) => void }[] = [];
  const own = (method: string, path: string) => new Promise((respond, refuse) => calls.push({ method, path, respond, refuse }));
  return { calls, client: { own, open: own } as unknown as Client };
}
const settled = () => new Promise(resolve => setTimeout(resolve));

describe('optimistic', () => {
  it('takes back its own change alone', async () => {
    const numbers = signal<readonly number[]>([]);
    const add = (value: number, send: () => Promise<void>) =>
      optimistic(numbers, now => [...now, value], now => now.filter(other => other !== value), send);
    const failing = add(1, () => settled().then(() => Promise.reject(new Error('no'))));
    await add(2, () => Promise.resolve());
    expect(numbers.value).toEqual([1, 2]);
    await expect(failing).rejects.toThrow('no');
    expect(numbers.value).toEqual([2]);
  });
});

describe('InOrder', () => {
  it('keeps one key in order, after a failure too, and lets others pass', async () => {
    const order = new InOrder();
    const log: string[] = [];
    const step = (name: string, fails = false) => async () => {
      await settled();
      log.push(name);
      if (fails) throw new Error(name);
    };
    const first = order.run('a', step('a1', true)).catch(() => undefined);
    const second = order.run('a', step('a2'));
    const other = order.run('b', step('b1'));
    await Promise.all([first, second, other]);
    expect(log.indexOf('a1')).toBeLessThan(log.indexOf('a2'));
    expect(log.indexOf('b1')).toBeLessThan(log.indexOf('a2'));
  });
});

describe('MediaList', () => {
  it('reads every page of a list that one response cannot hold', async () => {
    const asked: unknown[] = [];
    const item = (mediaId: string) => ({ mediaId, mediaType: 'movie', title: mediaId, genreIds: [], addedAt: '2026-11-28T00:00:00.000Z' });
    const own = (_method: string, _path: string, call?: { query?: { nextToken?: string } }) => {
      asked.push(call?.query?.nextToken);
      return Promise.resolve(call?.query?.nextToken === undefined ? { items: [item('1')], nextToken: 'more' } : { items: [item('2')] });
    };
    const list = new MediaList('watchlist', { own, open: own } as unknown as Client, () => undefined);
    await list.load();
    expect(list.titles.value.map(title => title.id)).toEqual(['1', '2']);
    expect(asked).toEqual([undefined, 'more']);
  });

  it('shows what is added at once, and takes it back where that failed', async () => {
    const { calls, client } = slowServer();
    const list = new MediaList('watchlist', client, () => undefined);
    const title = aTitle({ name: 'Heat' });
    const adding = list.add(title);
    expect(list.has(title.key)).toBe(true);
    await settled();
    calls[0]?.refuse(new ApiError('refused', '', 409, 'ListFull'));
    await expect(adding).rejects.toMatchObject({ code: 'ListFull' });
    expect(list.has(title.key)).toBe(false);
  });

  it('puts back what could not be removed, where it was', async () => {
    const { calls, client } = slowServer();
    const list = new MediaList('favourites', client, () => undefined);
    const one = aTitle({ id: '1' });
    const two = aTitle({ id: '2' });
    for (const [title, at] of [[one, '2026-01-01T00:00:00.000Z'], [two, '2026-01-02T00:00:00.000Z']] as const) {
      const adding = list.add(title, at);
      await settled();
      calls.at(-1)?.respond();
      await adding;
    }
    const removing = list.remove(one.key);
    expect(list.titles.value).toEqual([two]);
    await settled();
    calls.at(-1)?.refuse(new ApiError('network', ''));
    await expect(removing).rejects.toMatchObject({ kind: 'network' });
    expect(list.titles.value).toEqual([two, one]);
  });

  it('sends adding and removing one title in that order', async () => {
    const { calls, client } = slowServer();
    const list = new MediaList('favourites', client, () => undefined);
    const title = aTitle({});
    const adding = list.add(title);
    const removing = list.remove(title.key);
    await settled();
    expect(calls.map(call => call.method)).toEqual(['POST']);
    calls[0]?.respond();
    await adding;
    await settled();
    expect(calls.map(call => call.method)).toEqual(['POST', 'DELETE']);
    calls[1]?.respond();
    await removing;
    expect(list.has(title.key)).toBe(false);
  });
});

describe('arrange', () => {
  const entry = (name: string, date: string | null, vote: number | null, addedAt: string, genres: number[] = [18]) =>
    ({ title: aTitle({ id: String(name.length), name, date, vote, genres }), addedAt });
  const entries = [entry('Amélie', '2001-04-25', 7.9, '2026-01-03', [35]), entry('The Thing', '1982', null, '2026-01-02'), entry('Zodiac', null, 7.5, '2026-01-01')];
  const names = (change: object) => arrange(entries, { text: '', kind: 'both', genre: 0, sort: 'added', ...change }).map(({ title }) => title.name);

  it('finds by a part of the name, whatever the accents', () => expect(names({ text: ' AMELIE ' })).toEqual(['Amélie']));
  it('filters by genre and kind', () => {
    expect(names({ genre: 35 })).toEqual(['Amélie']);
    expect(names({ kind: 'tv' })).toEqual([]);
  });
  it('puts what has no date last, both ways', () => {
    expect(names({ sort: 'newest' })).toEqual(['Amélie', 'The Thing', 'Zodiac']);
    expect(names({ sort: 'oldest' })).toEqual(['The Thing', 'Amélie', 'Zodiac']);
  });
  it('puts what has no rating last', () => expect(names({ sort: 'rating' })).toEqual(['Amélie', 'Zodiac', 'The Thing']));
});
