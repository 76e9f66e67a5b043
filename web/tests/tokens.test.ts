import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../src/api/apiError';
import { RefreshTokenStore } from '../src/session/refreshTokenStore';
import { Tokens, type FreshTokens } from '../src/session/tokens';

const refused = () => new ApiError('refused', '', 401, 'NotAuthorizedException');

function setUp(refresh: (token: string) => Promise<FreshTokens>) {
  const store = new RefreshTokenStore(sessionStorage, localStorage);
  store.write({ refreshToken: 'refresh-1', email: 'me@example.com' }, false);
  const clock = { now: 0 };
  const lost = vi.fn();
  return { store, clock, lost, tokens: new Tokens(store, refresh, lost, () => clock.now) };
}

describe('Tokens', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('refreshes once, however many calls wait', async () => {
    const refresh = vi.fn(() => Promise.resolve({ accessToken: 'a', expiresIn: 3600 }));
    const { tokens } = setUp(refresh);
    expect(await Promise.all([tokens.access(), tokens.access(), tokens.access()])).toEqual(['a', 'a', 'a']);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('refreshes once where several calls were refused with the same token', async () => {
    let turn = 0;
    const { tokens } = setUp(() => Promise.resolve({ accessToken: `a${++turn}`, expiresIn: 3600 }));
    const first = await tokens.access();
    expect(await Promise.all([tokens.instead(first), tokens.instead(first)])).toEqual(['a2', 'a2']);
    expect(await tokens.instead(first)).toBe('a2');
    expect(turn).toBe(2);
  });

  it('does not send a token that is about to expire', async () => {
    let turn = 0;
    const { tokens, clock } = setUp(() => Promise.resolve({ accessToken: `a${++turn}`, expiresIn: 60 }));
    expect(await tokens.access()).toBe('a1');
    clock.now = 29_000;
    expect(await tokens.access()).toBe('a1');
    clock.now = 31_000;
    expect(await tokens.access()).toBe('a2');
  });

  it('ends the session where the refresh token is refused, and says so once', async () => {
    const { tokens, store, lost } = setUp(() => Promise.reject(refused()));
    const results = await Promise.allSettled([tokens.access(), tokens.access()]);
    expect(results.map(result => result.status)).toEqual(['rejected', 'rejected']);
    expect(lost).toHaveBeenCalledTimes(1);
    expect(store.read()).toBeNull();
  });

  it('leaves another user signed in on the device where its own token is refused', async () => {
    const { tokens, store, lost } = setUp(() => Promise.reject(refused()));
    const other = { refreshToken: 'other', email: 'other@example.com' };
    store.write(other, true);
    sessionStorage.setItem(RefreshTokenStore.key, JSON.stringify({ refreshToken: 'refresh-1', email: 'me@example.com' }));
    await expect(tokens.access()).rejects.toMatchObject({ status: 401 });
    expect(lost).toHaveBeenCalledTimes(1);
    expect(store.read()).toEqual(other);
  });

  it('goes on with the newer token of another tab where its own is refused', async () => {
    const { tokens, store, lost } = setUp(token => (token === 'refresh-2' ? Promise.resolve({ accessToken: 'a', expiresIn: 3600 }) : Promise.reject(refused())));
    store.write({ refreshToken: 'refresh-2', email: 'me@example.com' }, true);
    expect(await tokens.access()).toBe('a');
    expect(lost).not.toHaveBeenCalled();
    expect(store.read()?.refreshToken).toBe('refresh-2');
  });

  it('keeps the new refresh token where they rotate, in the place of the old one', async () => {
    const used: string[] = [];
    const { tokens, store, clock } = setUp(token => {
      used.push(token);
      return Promise.resolve({ accessToken: 'a', expiresIn: 60, refreshToken: `refresh-${used.length + 1}` });
    });
    await tokens.access();
    clock.now = 60_000;
    await tokens.access();
    expect(used).toEqual(['refresh-1', 'refresh-2']);
    expect(store.read()).toEqual({ refreshToken: 'refresh-3', email: 'me@example.com' });
    expect([sessionStorage.length, localStorage.length]).toEqual([1, 0]);
  });

  it('keeps the session where the server was not reached, and tries again', async () => {
    let reached = false;
    const { tokens, store, lost } = setUp(() => (reached ? Promise.resolve({ accessToken: 'a', expiresIn: 60 }) : Promise.reject(new ApiError('network', ''))));
    await expect(tokens.access()).rejects.toMatchObject({ kind: 'network' });
    expect(lost).not.toHaveBeenCalled();
    expect(store.read()).not.toBeNull();
    reached = true;
    expect(await tokens.access()).toBe('a');
  });

  it('drops what a refresh brings after signing out', async () => {
    let respond!: (fresh: FreshTokens) => void;
    const { tokens, lost } = setUp(() => new Promise(resolve => (respond = resolve)));
    const waiting = tokens.access();
    tokens.end();
    respond({ accessToken: 'late', expiresIn: 60 });
    await expect(waiting).rejects.toMatchObject({ status: 401 });
    await expect(tokens.access()).rejects.toMatchObject({ status: 401 });
    expect(lost).not.toHaveBeenCalled();
  });
});

describe('RefreshTokenStore', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  const kept = { refreshToken: 'r', email: 'me@example.com' };

  it('keeps it with the tab unless asked to stay signed in', () => {
    const store = new RefreshTokenStore(sessionStorage, localStorage);
    store.write(kept, false);
    expect([sessionStorage.length, localStorage.length]).toEqual([1, 0]);
    store.write(kept, true);
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 1]);
    expect(store.read()).toEqual(kept);
  });

  it('leaves nothing behind', () => {
    const store = new RefreshTokenStore(sessionStorage, localStorage);
    store.write(kept, true);
    store.clear('r');
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
  });

  it('clears and replaces what is this user’s alone', () => {
    const store = new RefreshTokenStore(sessionStorage, localStorage);
    const other = { refreshToken: 'other', email: 'other@example.com' };
    store.write(other, true);
    store.write(kept, false);
    store.clear('r');
    expect(store.read()).toEqual(other);
    store.write(kept, false);
    store.clear('other');
    expect([store.read(), localStorage.length]).toEqual([kept, 0]);
  });

  it('reads what is not its own as nothing', () => {
    sessionStorage.setItem(RefreshTokenStore.key, '{"refreshToken":1}');
    localStorage.setItem(RefreshTokenStore.key, 'no json');
    expect(new RefreshTokenStore(sessionStorage, localStorage).read()).toBeNull();
  });

  it('does without storage', () => {
    const store = new RefreshTokenStore(null, null);
    store.write(kept, true);
    expect(store.read()).toBeNull();
  });
});
