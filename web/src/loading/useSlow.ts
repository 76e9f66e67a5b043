import { useEffect, useState } from 'preact/hooks';

/** Time after which a wait is called slow, in milliseconds. */
export const slowAfter = 4_000;

/** Returns true if the wait has become a slow one. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), slowAfter);
    return () => clearTimeout(timer);
  }, [waiting]);
  return slow && waiting;
}
