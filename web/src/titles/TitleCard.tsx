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

/** A title's cover as the way to its page. */
export function TitleLink({ title, eager, sizes, class: look = '' }: { readonly title: Title; readonly eager: boolean; readonly sizes?: string; readonly class?: string }) {
  return (
    <a class={`card-link ${look}`} href={pathOf(title)} title={title.poster ? title.name : undefined}>
      <Cover key={title.key} title={title} eager={eager} {...(sizes ? { sizes } : {})} />
      <span class="quiet">{titled(title)}</span>
    </a>
  );
}

/** A title in a row or a grid: its cover is the way to its page. */
export function TitleCard({ title, caption, eager = false, children }: Props) {
  return (
    <div class="card">
      <TitleLink title={title} eager={eager} />
      {caption !== undefined && <p class="card-why">{caption}</p>}
      {children}
    </div>
  );
}
