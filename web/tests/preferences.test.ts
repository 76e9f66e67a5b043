import { describe, expect, it } from 'vitest';
import { ApiError } from '../src/api/apiError';
import type { Call, Client } from '../src/api/client';
import type { Preferences } from '../src/api/types';
import { errorText } from '../src/errorText';
import { lessGenres, likedGenres, withChoice, withDismissed, withGenre, withLess, withPerson, withText } from '../src/preferences/changes';
import { PreferencesDocument, type Change } from '../src/preferences/document';

function server(saved: Preferences | null) {
  const posts: Preferences[] = [];
  const failures: Error[] = [];
  const own = (method: string, _: string, call?: { body?: unknown }) => {
    if (method === 'GET') return saved ? Promise.resolve({ preferences: { ...saved, userId: 'u', updatedAt: 't' } }) : Promise.reject(new ApiError('refused', '', 404, 'PreferencesNotFound'));
    const failure = failures.shift();
    if (failure) return Promise.reject(failure);
    posts.push(call?.body as Preferences);
    return Promise.resolve({});
  };
  return { posts, failures, client: { own, open: own } as unknown as Client };
}

/** A server that rejects a change of an outdated document, and a device that changes the document meanwhile. */
function sharedServer() {
  const state = { document: null as Preferences | null, version: 0, meanwhile: [] as Change[], posts: 0 };
  const tag = () => `"${state.version}"`;
  const save = (document: Preferences) => {
    state.document = document;
    state.version++;
  };
  const own = (method: string, _: string, call: Call = {}) => {
    if (method === 'GET') {
      call.onTag?.(tag());
      return state.document ? Promise.resolve({ preferences: { ...state.document, userId: 'u', updatedAt: 't' } }) : Promise.reject(new ApiError('refused', '', 404, 'PreferencesNotFound'));
    }
    state.posts++;
    const other = state.meanwhile.shift();
    if (other) save(other(state.document ?? {}));
    if (call.ifMatch !== tag()) return Promise.reject(new ApiError('refused', '', 412, 'PreconditionFailed'));
    save(call.body as Preferences);
    call.onTag?.(tag());
    return Promise.resolve({});
  };
  return { state, client: { own, open: own } as unknown as Client };
}

describe('PreferencesDocument beside another device', () => {
  it('makes its change on top of what the other one saved', async () => {
    const { state, client } = sharedServer();
    const document = new PreferencesDocument(client, () => undefined);
    await document.load();
    state.meanwhile.push(withText('moodPreferences', 'dark', true), withDismissed('tv#1', true));
    await document.update(withText('moodPreferences', 'funny', true));
    expect(state.document).toEqual({ moodPreferences: ['dark', 'funny'], notInterested: ['tv#1'] });
    expect(document.current.value).toEqual(state.document);
    await document.update(withGenre(35, true));
    expect(state.posts).toBe(4);
  });

  it('takes its change back, with a word, if the other one never stops', async () => {
    const { state, client } = sharedServer();
    const document = new PreferencesDocument(client, () => undefined);
    state.meanwhile.push(...Array.from({ length: 20 }, (_, id) => withDismissed(`tv#${id + 1}`, true)));
    await expect(document.update(withText('moodPreferences', 'funny', true))).rejects.toMatchObject({ status: 412 });
    expect(document.current.value.moodPreferences).toBeUndefined();
    expect(state.posts).toBe(6);
  });
});

describe('PreferencesDocument', () => {
  it('keeps fields it does not know, and leaves out the server’s own', async () => {
    const { posts, client } = server({ keywords: ['space'], somethingNew: { a: 1 } } as Preferences);
    const document = new PreferencesDocument(client, () => undefined);
    await document.update(withText('moodPreferences', 'dark', true));
    expect(posts).toEqual([{ keywords: ['space'], somethingNew: { a: 1 }, moodPreferences: ['dark'] }]);
  });

  it('begins empty for somebody who saved none', async () => {
    const document = new PreferencesDocument(server(null).client, () => undefined);
    await document.load();
    expect(document.current.value).toEqual({});
    expect(document.state.value).toBe('ready');
  });

  it('takes back the change that failed and keeps the one after it', async () => {
    const { posts, failures, client } = server({});
    failures.push(new ApiError('network', ''));
    const document = new PreferencesDocument(client, () => undefined);
    await document.load();
    const first = document.update(withText('moodPreferences', 'dark', true));
    const second = document.update(withText('moodPreferences', 'funny', true));
    await expect(first).rejects.toMatchObject({ kind: 'network' });
    await second;
    expect(posts).toEqual([{ moodPreferences: ['funny'] }]);
    expect(document.current.value).toEqual({ moodPreferences: ['funny'] });
  });

  it('sends nothing of a session that has ended', async () => {
    const { posts, client } = server({});
    const document = new PreferencesDocument(client, () => undefined);
    await document.load();
    const first = document.update(withText('moodPreferences', 'dark', true));
    const second = document.update(withText('moodPreferences', 'funny', true));
    await Promise.resolve();
    document.clear();
    await Promise.allSettled([first, second]);
    expect(posts.length).toBeLessThan(2);
    await expect(second).rejects.toMatchObject({ status: 401 });
  });

  it('does not write over a document that it could not read', async () => {
    const posts: unknown[] = [];
    const own = (method: string) => (method === 'GET' ? Promise.reject(new ApiError('network', '')) : Promise.resolve(posts.push(1)));
    const document = new PreferencesDocument({ own, open: own } as unknown as Client, () => undefined);
    await expect(document.update(now => now)).rejects.toMatchObject({ kind: 'network' });
    expect(posts).toEqual([]);
  });
});

describe('changes', () => {
  it('a genre that is liked is not unwanted as well', () => {
    const less = withLess(27, true)({ favoriteGenres: ['Horror', 'Comedy'] });
    expect([likedGenres(less), lessGenres(less)]).toEqual([[35], [27]]);
    const liked = withGenre(27, true)(less);
    expect([likedGenres(liked), lessGenres(liked)]).toEqual([[35, 27], []]);
  });
  it('reads genres by name, in any case, and by number', () => expect(likedGenres({ favoriteGenres: ['science fiction', '35', 'unheard of'] })).toEqual([878, 35]));
  it('“no matter” leaves the field out', () => expect(withChoice('runtimePreference', '')({ runtimePreference: 'long' })).toEqual({}));
  it('sends a title away beside thousands of others', () => {
    const before = Array.from({ length: 1500 }, (_, id) => `tv#${id + 1}`);
    expect(withDismissed('movie#603', true)({ notInterested: before }).notInterested).toEqual([...before, 'movie#603']);
    expect(withDismissed('tv#1', false)({ notInterested: before }).notInterested).toEqual(before.slice(1));
  });
  it('says in plain words that there is no room', () => {
    expect(errorText(new ApiError('refused', 'The body is larger than the 64 KiB allowed here.', 413, 'PayloadTooLarge'))).toContain('no room for more');
    expect(errorText(new ApiError('refused', '', 400, 'ValidationFailed', { notInterested: 'must have at most 5000 entries' }))).toContain('as many titles as can be kept');
  });
  it('adds a person once', () => expect(withPerson('actors', 'A', true)({ favoritePeople: { actors: ['A'], directors: ['D'] } })).toEqual({ favoritePeople: { actors: ['A'], directors: ['D'] } }));
});
