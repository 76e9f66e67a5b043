export type PageName =
  | 'home' | 'signUp' | 'verify' | 'signIn' | 'start' | 'search' | 'title' | 'favourites' | 'watchlist' | 'preferences' | 'account' | 'notFound';

export interface Route {
  readonly page: PageName;
  readonly params: Readonly<Record<string, string>>;
}

/** All addresses of the page; `:name` is one segment. */
const patterns: readonly (readonly [pattern: string, page: PageName])[] = [
  ['/', 'home'],
  ['/signup', 'signUp'],
  ['/verify', 'verify'],
  ['/signin', 'signIn'],
  ['/start', 'start'],
  ['/search', 'search'],
  ['/title/:kind/:id', 'title'],
  ['/favourites', 'favourites'],
  ['/watchlist', 'watchlist'],
  ['/preferences', 'preferences'],
  ['/account', 'account'],
];

/** Pages for signed-in users only; other visitors are sent to the sign-in page and then back. */
export const ownPages: ReadonlySet<PageName> = new Set<PageName>(['start', 'favourites', 'watchlist', 'preferences', 'account']);

export function match(path: string): Route {
  const segments = split(path);
  for (const [pattern, page] of patterns) {
    const params = matchOne(split(pattern), segments);
    if (params && isSound(page, params)) return { page, params };
  }
  return { page: 'notFound', params: {} };
}

const split = (path: string) => path.split('/').filter(segment => segment !== '');

function matchOne(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = decode(segments[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part !== segment) return null;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const isSound = (page: PageName, params: Record<string, string>) =>
  page !== 'title' || (/^(movie|tv)$/.test(params['kind'] ?? '') && /^[1-9]\d{0,15}$/.test(params['id'] ?? ''));

/** Returns `next` if it is the path of a page here, else `/`: never the address of another site. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && match(next.split(/[?#]/)[0] ?? '').page !== 'notFound' ? next : '/';
}
