const storageKey = 'movierec.scroll';

/** Scroll position of each place of this tab's history. */
const kept: Record<string, number> = read();

export function keepScroll(place: string): void {
  kept[place] = scrollY;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Without storage, the positions last until the page is closed.
  }
}

/** Scrolls to the place's position when the page is long enough. Gives up after 1.5 s, or when the user scrolls. */
export function restoreScroll(place: string): void {
  const wanted = kept[place] ?? 0;
  const until = performance.now() + 1500;
  let stopped = false;
  const stop = () => (stopped = true);
  for (const by of ['wheel', 'touchstart', 'keydown']) addEventListener(by, stop, { once: true, passive: true });
  const attempt = () => {
    if (stopped) return;
    scrollTo(0, wanted);
    if (Math.abs(scrollY - wanted) > 1 && performance.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}

function read(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}
