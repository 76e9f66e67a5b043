import { describe, expect, it, vi } from 'vitest';
import { createClient, queryText, type AccessTokens } from '../src/api/client';

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const tokens = (): AccessTokens => ({ access: () => Promise.resolve('old'), instead: vi.fn(() => Promise.resolve('new')), lost: vi.fn() });

describe('Client', () => {
  it('sends a refused call again with another token, once', async () => {
    const sent: string[] = [];
    const own = tokens();
    const client = createClient(() => Promise.resolve('/prod'), own, (_, init) => {
      const token = new Headers(init?.headers).get('Authorization') ?? '';
      sent.push(token);
      return Promise.resolve(token === 'Bearer new' ? json(200, { ok: true }) : json(401, { error: 'no', code: 'Unauthorized', requestId: '1' }));
    });
    expect(await client.own('GET', '/user/watchlist')).toEqual({ ok: true });
    expect(sent).toEqual(['Bearer old', 'Bearer new']);
    expect(own.lost).not.toHaveBeenCalled();
  });

  it('ends the session where a fresh token is refused, too', async () => {
    const own = tokens();
    const send = vi.fn(() => Promise.resolve(json(401, { error: 'no', code: 'Unauthorized', requestId: '1' })));
    await expect(createClient(() => Promise.resolve(''), own, send).own('GET', '/x')).rejects.toMatchObject({ status: 401 });
    expect(send).toHaveBeenCalledTimes(2);
    expect(own.lost).toHaveBeenCalledTimes(1);
  });

  it('sends no token with an open call', async () => {
    const send = vi.fn((_: RequestInfo | URL, init?: RequestInit) => Promise.resolve(json(200, new Headers(init?.headers).has('Authorization'))));
    expect(await createClient(() => Promise.resolve(''), tokens(), send).open('GET', '/media')).toBe(false);
  });

  it('tells an error of the service from no way to it, and both from being called off', async () => {
    const responding = (send: typeof fetch) => createClient(() => Promise.resolve(''), tokens(), send).open('GET', '/x');
    await expect(responding(() => Promise.resolve(json(409, { error: 'Full.', code: 'ListFull', requestId: '1' })))).rejects.toMatchObject({ kind: 'refused', status: 409, code: 'ListFull' });
    await expect(responding(() => Promise.resolve(new Response('<html>', { status: 502 })))).rejects.toMatchObject({ kind: 'refused', status: 502 });
    await expect(responding(() => Promise.reject(new TypeError('Failed to fetch')))).rejects.toMatchObject({ kind: 'network' });
    await expect(responding(() => Promise.reject(new DOMException('', 'AbortError')))).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('sends the entity tag that a resource must have, and tells the one it has', async () => {
    const send = vi.fn((_: RequestInfo | URL, init?: RequestInit) => Promise.resolve(new Response(JSON.stringify(new Headers(init?.headers).get('If-Match')), { headers: { ETag: '"2"' } })));
    const onTag = vi.fn();
    expect(await createClient(() => Promise.resolve(''), tokens(), send).own('POST', '/x', { ifMatch: '"1"', onTag })).toBe('"1"');
    expect(onTag).toHaveBeenCalledWith('"2"');
  });

  it('writes queries as they must be', () => {
    expect(queryText({ query: 'a&b #1', page: 2, type: undefined, genre: '' })).toBe('?query=a%26b+%231&page=2');
    expect(queryText({})).toBe('');
  });
});
