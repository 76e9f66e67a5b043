import { useEffect, useState } from 'preact/hooks';

const first = 5;
const step = 4;

/** How many of so many to draw by now: a screenful at first, the rest a few at a time while nothing else is to be done. */
export function useGradually(count: number): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= count) return;
    const later = 'requestIdleCallback' in globalThis ? requestIdleCallback(() => setDrawn(drawn + step), { timeout: 2000 }) : setTimeout(() => setDrawn(drawn + step), 100);
    return () => ('cancelIdleCallback' in globalThis ? cancelIdleCallback(later as number) : clearTimeout(later));
  }, [drawn, count]);
  return Math.min(drawn, count);
}
