import { useEffect, useRef, useState } from 'preact/hooks';

/** How far below what is seen something is made ready. */
const margin = '500px';

/** Whether an element has come near what is seen, once and for all. */
export function useInSight<T extends Element>() {
  const element = useRef<T>(null);
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    if (inSight || !element.current) return;
    const watch = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && setInSight(true), { rootMargin: margin });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [inSight]);
  return { element, inSight };
}
