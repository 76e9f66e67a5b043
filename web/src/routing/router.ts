import { computed, signal } from '@preact/signals';
import { match } from './routes';
import { keepScroll, restoreScroll } from './scroll';

export interface Place {
  readonly path: string;
  readonly search: string;
  /** Key of the entry in the history, so that two visits of one address are two places. */
  readonly key: string;
}

const here = (): Place => ({ path: location.pathname, search: location.search, key: keyIn(history.state) });

const keyIn = (state: unknown): string => (state as { key?: string } | null)?.key ?? 'first';

export const place = signal<Place>(here());
export const route = computed(() => match(place.value.path));
export const query = computed(() => new URLSearchParams(place.value.search));

let back = false;
let moves = 0;

/** Returns true if the user came to this place by the back or forward button: it is then shown as it was. */
export const wentBack = (): boolean => back;

/** Returns the number of changes of place; 0 on the page that was opened first. */
export const movesSoFar = (): number => moves;

/**
 * Goes to an address. `replace` replaces this place in the history. `quiet` stays on the page that is shown, as when a page stores its
 * state in the address.
 */
export function navigate(to: string, { replace = false, quiet = false } = {}): void {
  keepScroll(place.value.key);
  const state = { key: quiet ? place.value.key : `${Date.now().toString(36)}-${moves}` };
  if (replace || quiet) history.replaceState(state, '', to);
  else history.pushState(state, '', to);
  if (!quiet) {
    back = false;
    moves++;
  }
  place.value = here();
  if (!quiet) scrollTo(0, 0);
}

/** Takes over history, links and scrolling. */
export function startRouter(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => {
    keepScroll(place.value.key);
    back = true;
    moves++;
    place.value = here();
    restoreScroll(place.value.key);
  });
  addEventListener('pagehide', () => keepScroll(place.value.key));
  document.addEventListener('click', follow);
  restoreScroll(place.value.key);
}

/** Handles a plain click on a link to a page without loading anything; the browser handles every other click. */
function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (match(link.pathname).page === 'notFound' || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}
