import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { movesSoFar, wentBack } from '../routing/router';
import { strings } from '../strings';

interface Props {
  readonly title: string;
  /** What stands in the heading where it is more than the title. */
  readonly heading?: ComponentChildren;
  readonly lead?: ComponentChildren;
  /** The heading is there for those who listen, not to be seen. */
  readonly quietHeading?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A page: its one first heading, which has the focus after moving here, and the window's title. */
export function Page({ title, heading, lead, quietHeading = false, class: look = '', children }: Props) {
  const first = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === strings.name ? title : `${title} · ${strings.name}`;
  }, [title]);
  useEffect(() => {
    if (movesSoFar() > 0) first.current?.focus({ preventScroll: true });
    // Going back scrolls to where it was; anything else begins at the top.
    if (movesSoFar() > 0 && !wentBack()) scrollTo(0, 0);
  }, []);
  return (
    <div class={`page ${look}`}>
      <header class={quietHeading ? 'quiet' : 'page-head'}>
        <h1 ref={first} tabIndex={-1}>{heading ?? title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </header>
      {children}
    </div>
  );
}
