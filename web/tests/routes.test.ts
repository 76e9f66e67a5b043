import { describe, expect, it } from 'vitest';
import { match, safeNext } from '../src/routing/routes';

describe('match', () => {
  it.each([
    ['/', 'home'], ['/search', 'search'], ['/search/', 'search'], ['/start', 'start'], ['/account', 'account'], ['/nowhere', 'notFound'], ['/title/movie', 'notFound'],
    ['/title/book/1', 'notFound'], ['/title/movie/0', 'notFound'], ['/title/movie/1e3', 'notFound'], ['/title/tv/12345678901234567', 'notFound'], ['/%E0%A4%A', 'notFound'],
  ])('%s is %s', (path, page) => expect(match(path).page).toBe(page));

  it('reads the parts of a title’s address', () => expect(match('/title/tv/1399')).toEqual({ page: 'title', params: { kind: 'tv', id: '1399' } }));
});

describe('safeNext', () => {
  it.each([
    ['/title/movie/603', '/title/movie/603'], ['/search?q=a', '/search?q=a'], [null, '/'], ['https://example.com', '/'], ['//example.com', '/'], ['/\\example.com', '/'],
    ['javascript:alert(1)', '/'], ['/nowhere', '/'],
  ])('%j leads to %j', (given, to) => expect(safeNext(given)).toBe(to));
});
