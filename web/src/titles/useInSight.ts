import { useEffect, useRef, useState } from 'preact/hooks';

/** Distance from the visible part of the page within which an element is prepared. */
const margin = '500px';

/** Returns a ref and a flag that becomes true, and stays so, when the element comes near the visible part. */
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
