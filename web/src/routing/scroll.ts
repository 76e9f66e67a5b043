const storageKey = 'movierec.scroll';

/** Where each place of the history was scrolled to, for this tab. */
const kept: Record<string, number> = read();

export function keepScroll(place: string): void {
  kept[place] = scrollY;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Then it is lost with the page.
  }
}

/** Scrolls there as soon as the page is long enough, for a moment; whoever scrolls themselves is let be. */
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
