import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config';
import { isPublicRead } from '../src/worker/publicRead';

describe('readConfig', () => {
  it('reads addresses without their last slash', () =>
    expect(readConfig({ api: 'https://api.example.com/prod/', images: 'https://image.tmdb.org/t/p', inbox: null })).toEqual({ api: 'https://api.example.com/prod', images: 'https://image.tmdb.org/t/p', inbox: null }));
  it.each([[null], [{}], [{ api: 'javascript:alert(1)', inbox: 3 }]])('takes the defaults for %j', given =>
    expect(readConfig(given)).toEqual({ api: '/prod', images: 'https://image.tmdb.org/t/p', inbox: null }));
});

describe('isPublicRead', () => {
  const request = (headers = {}) => ({ headers: new Headers(headers) });
  it.each([
    ['https://a.example/prod/media?ids=1', {}, true],
    ['https://a.example/prod/media', { Authorization: 'Bearer x' }, false],
    ['https://a.example/prod/user/favourites', {}, false],
    ['https://a.example/prod/recommendations', {}, false],
  ])('%s with %j: %j', (address, headers, kept) => expect(isPublicRead(new URL(address), request(headers))).toBe(kept));
});
