import { toChildArray, type ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { strings } from '../strings';
import { Icon } from '../ui/Icon';
import { SkeletonCovers } from '../ui/States';
import { useGradually } from './useGradually';

interface Props {
  readonly name: string;
  /** Beside the name. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly captioned?: boolean;
}

/** As many as a wide desk shows at once: each title has its place before it is drawn, and nothing else moves when it is. */
const places = Array.from({ length: 9 }, (_, place) => place);

/** Titles side by side, to be pushed along by thumb, wheel, keys or the two buttons of a desk. */
export function Row({ name, aside, children, captioned = false }: Props) {
  const id = useId();
  const track = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ start: true, end: true });
  const items = toChildArray(children);
  // At most two widths beyond the scrolled position are drawn: most rows are never scrolled.
  const [reach, setReach] = useState(places.length);
  const wanted = Math.min(reach, items.length);
  const drawn = useGradually(wanted);
  const look = () => {
    const { scrollLeft = 0, scrollWidth = 0, clientWidth = 0 } = track.current ?? {};
    if (drawn === wanted && drawn < items.length && scrollLeft + 2 * clientWidth > scrollWidth) setReach(drawn + places.length);
    setEnds(now => {
      const next = { start: scrollLeft < 8, end: drawn === items.length && scrollLeft + clientWidth > scrollWidth - 8 };
      return next.start === now.start && next.end === now.end ? now : next;
    });
  };
  const lookNow = useRef(look);
  lookNow.current = look;
  useEffect(() => {
    const watch = new ResizeObserver(() => lookNow.current());
    if (track.current) watch.observe(track.current);
    return () => watch.disconnect();
  }, []);
  useEffect(look, [children, drawn]);
  const push = (direction: number) => track.current?.scrollBy({ left: direction * track.current.clientWidth * 0.85 });
  return (
    <section class={captioned ? 'row row-captioned' : 'row'} aria-labelledby={id}>
      <div class="row-head">
        <h2 id={id}>{name}</h2>
        {aside}
        <div class="row-buttons">
          <button type="button" class="icon-button" aria-label={strings.home.previous(name)} disabled={ends.start} onClick={() => push(-1)}><Icon name="left" /></button>
          <button type="button" class="icon-button" aria-label={strings.home.next(name)} disabled={ends.end} onClick={() => push(1)}><Icon name="right" /></button>
        </div>
      </div>
      <ul class="row-track" ref={track} onScroll={look}>
        {items.slice(0, drawn)}
        {places.slice(drawn, items.length).map(place => <li key={`place ${place}`} class="row-rest"><SkeletonCovers count={1} /></li>)}
      </ul>
    </section>
  );
}
