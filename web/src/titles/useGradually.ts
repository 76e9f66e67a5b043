import { useEffect, useState } from 'preact/hooks';
import { inTurn } from '../loading/turns';

const first = 2;
const step = 2;

/** Returns the number of items to draw now: a few at first, the rest a few at a time while the browser is idle. */
export function useGradually(count: number): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= count) return;
    let turn: (() => void) | undefined;
    const more = () => (turn = inTurn(() => setDrawn(drawn + step)));
    const later = 'requestIdleCallback' in globalThis ? requestIdleCallback(more, { timeout: 1000 }) : setTimeout(more, 50);
    return () => {
      turn?.();
      return 'cancelIdleCallback' in globalThis ? cancelIdleCallback(later as number) : clearTimeout(later);
    };
  }, [drawn, count]);
  return Math.min(drawn, count);
}
