import type { ComponentType } from 'preact';
import type { PageName } from '../routing/routes';

type PageComponent = ComponentType<{ readonly params: Readonly<Record<string, string>> }>;

/** Each page is a part of its own, fetched when somebody goes there. */
const loaders: Readonly<Record<PageName | 'welcome', () => Promise<{ default: PageComponent }>>> = {
  welcome: () => import('../pages/welcome/WelcomePage'),
  home: () => import('../pages/home/HomePage'),
  signUp: () => import('../pages/auth/SignUpPage'),
  verify: () => import('../pages/auth/VerifyPage'),
  signIn: () => import('../pages/auth/SignInPage'),
  start: () => import('../pages/start/StartPage'),
  search: () => import('../pages/search/SearchPage'),
  title: () => import('../pages/title/TitlePage'),
  favourites: () => import('../pages/lists/FavouritesPage'),
  watchlist: () => import('../pages/lists/WatchlistPage'),
  preferences: () => import('../pages/taste/TastePage'),
  account: () => import('../pages/account/AccountPage'),
  notFound: () => import('../pages/notFound/NotFoundPage'),
};

export type AnyPage = keyof typeof loaders;

const loaded = new Map<AnyPage, PageComponent>();

export const loadedPage = (name: AnyPage): PageComponent | undefined => loaded.get(name);

export async function loadPage(name: AnyPage): Promise<PageComponent> {
  const { default: component } = await loaders[name]();
  loaded.set(name, component);
  return component;
}

/** Fetches the rest while nothing else is to be done, so that going anywhere is instant. */
export function loadAllWhenIdle(): void {
  const idle = 'requestIdleCallback' in globalThis ? requestIdleCallback : (run: () => void) => setTimeout(run, 1500);
  const names = (Object.keys(loaders) as AnyPage[]).filter(name => !loaded.has(name));
  const next = () => {
    const name = names.shift();
    if (name !== undefined) loadPage(name).then(() => idle(next), () => undefined);
  };
  idle(next);
}
