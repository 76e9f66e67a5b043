import { strings } from '../strings';
import { NavLink } from './NavLink';

/** Where a thumb is; on a desk the top bar has the same. */
export function BottomNav() {
  return (
    <nav class="bottom" aria-label={strings.nav.main}>
      <NavLink href="/" page="home" label={strings.nav.home} icon="home" />
      <NavLink href="/search" page="search" label={strings.nav.search} icon="search" />
      <NavLink href="/favourites" page="favourites" label={strings.nav.favourites} icon="heart" />
      <NavLink href="/watchlist" page="watchlist" label={strings.nav.watchlist} icon="bookmark" />
      <NavLink href="/account" page="account" label={strings.nav.account} icon="user" />
    </nav>
  );
}
