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
