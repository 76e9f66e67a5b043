import { useEffect, useErrorBoundary, useState } from 'preact/hooks';
import { Motifs } from '../covers/motifs';
import { lists } from '../lists/lists';
import { Notices } from '../notices/Notices';
import { notify } from '../notices/notices';
import { preferences } from '../preferences/preferences';
import { movesSoFar, navigate, place, route } from '../routing/router';
import { ownPages } from '../routing/routes';
import { sessionLost, signedIn } from '../session/session';
import { strings } from '../strings';
import { Page } from '../ui/Page';
import { BottomNav } from './BottomNav';
import { OfflineBar } from './OfflineBar';
import { loadedPage, loadPage, type AnyPage } from './pages';
import { TopBar } from './TopBar';

export function App() {
  useEffect(() => {
    if (!signedIn.value) return;
    void lists.favourites.load();
    void lists.watchlist.load();
    preferences.load().catch(() => undefined);
  }, [signedIn.value]);
  return (
    <>
      <a class="skip" href="#main" onClick={toContent}>{strings.skip}</a>
      <Motifs />
      <TopBar />
      <OfflineBar />
      <main id="main" class="main" tabIndex={-1}><CurrentPage /></main>
      {signedIn.value && route.value.page !== 'start' && <BottomNav />}
      <Notices />
    </>
  );
}

/** Without going through the history, which a fragment would. */
function toContent(event: MouseEvent) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function CurrentPage() {
  const { page, params } = route.value;
  const barred = ownPages.has(page) && !signedIn.value;
  useEffect(() => {
    if (!barred) return;
    const next = place.value.path + place.value.search;
    if (sessionLost.value) notify(strings.notices.sessionLost);
    navigate(`/signin?next=${encodeURIComponent(next)}`, { replace: true });
  }, [barred]);
  if (barred) return null;
  const name: AnyPage = page === 'home' && !signedIn.value ? 'welcome' : page;
  // Another address is another page; what a page notes of itself in its query is not.
  return <Loaded key={`${name} ${place.value.path} ${place.value.key}`} name={name} params={params} />;
}

function Loaded({ name, params }: { readonly name: AnyPage; readonly params: Readonly<Record<string, string>> }) {
  const [, setLoaded] = useState(0);
  const [broken, setBroken] = useState(false);
  const [error] = useErrorBoundary(thrown => console.error(thrown));
  const Component = loadedPage(name);
  useEffect(() => {
    if (!Component) loadPage(name).then(() => setLoaded(now => now + 1), () => setBroken(true));
  }, [name]);
  if (error || broken) {
    return (
      <Page title={strings.states.crashed.title} lead={strings.states.crashed.text}>
        <p><button type="button" class="button" onClick={() => location.reload()}>{strings.states.reload}</button></p>
      </Page>
    );
  }
  return Component ? <Component params={params} /> : <div class="page page-waiting" aria-busy="true" data-moves={movesSoFar()} />;
}
