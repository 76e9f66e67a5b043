import type { ComponentChildren } from 'preact';
import { Cover } from '../covers/Cover';
import { strings } from '../strings';
import { pathOf, yearOf, type Title } from './title';

interface Props {
  readonly title: Title;
  /** Under the cover: why it is here. */
  readonly caption?: string | undefined;
  readonly eager?: boolean;
  readonly children?: ComponentChildren;
}

export const titled = (title: Title): string => strings.titled(title.name, yearOf(title), strings.kinds[title.kind]);

/** A title in a row or a grid: its cover is the way to its page. */
export function TitleCard({ title, caption, eager = false, children }: Props) {
  return (
    <div class="card">
      <a class="card-link" href={pathOf(title)} aria-label={titled(title)} title={title.poster ? title.name : undefined}>
        <Cover title={title} eager={eager} />
      </a>
      {caption !== undefined && <p class="card-why">{caption}</p>}
      {children}
    </div>
  );
}
