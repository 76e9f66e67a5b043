import { route, place } from '../routing/router';
import { signedIn } from '../session/session';
import { strings } from '../strings';
import { chooseTheme, isDark } from '../theme/theme';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { NavLink } from './NavLink';

export function TopBar() {
  const dark = isDark();
  const next = route.value.page === 'title' ? `?next=${encodeURIComponent(place.value.path)}` : '';
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/" aria-label={`${strings.name}, ${strings.nav.home.toLowerCase()}`}><Mark /><span>{strings.name}</span></a>
        {signedIn.value && (
          <nav class="top-nav" aria-label={strings.nav.main}>
            <NavLink href="/" page="home" label={strings.nav.home} />
            <NavLink href="/search" page="search" label={strings.nav.search} />
            <NavLink href="/favourites" page="favourites" label={strings.nav.favourites} />
            <NavLink href="/watchlist" page="watchlist" label={strings.nav.watchlist} />
          </nav>
        )}
        <div class="top-end">
          <button type="button" class="icon-button" aria-label={dark ? strings.nav.toLight : strings.nav.toDark} onClick={() => chooseTheme(dark ? 'light' : 'dark')}>
            <Icon name={dark ? 'sun' : 'moon'} />
          </button>
          {signedIn.value ? (
            <a class="icon-button top-account" href="/account" aria-label={strings.nav.account} aria-current={route.value.page === 'account' ? 'page' : undefined}><Icon name="user" /></a>
          ) : (
            <>
              <a class="icon-button" href="/search" aria-label={strings.nav.search}><Icon name="search" /></a>
              <a class="button button-small" href={`/signin${next}`}>{strings.nav.signIn}</a>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
