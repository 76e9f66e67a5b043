import { useEffect, useState } from 'preact/hooks';

/** From when on a wait is worth a word, in milliseconds. */
export const slowAfter = 4_000;

/** Whether something has been waited for too long. */
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
