import { useMemo, useState } from 'preact/hooks';
import { config } from '../config';
import { strings } from '../strings';
import { genreNames } from '../titles/genres';
import { yearOf, type Title } from '../titles/title';
import { coverOf } from './cover';
import './cover.css';

interface Props {
  readonly title: Title;
  /** How wide it is shown, as in `sizes` of an image. */
  readonly sizes?: string;
  /** Shown at once, not when it comes into sight. */
  readonly eager?: boolean;
}

/** A title's poster, or where there is none (or it does not come) a cover set from its name. A picture: what it shows is said beside it. */
export function Cover({ title, sizes = '(min-width: 60rem) 11rem, 8rem', eager = false }: Props) {
  const [broken, setBroken] = useState(false);
  if (title.poster === null || broken) return <TypographicCover title={title} />;
  const address = (width: number) => `${config.images}/w${width}${title.poster}`;
  return (
    <div class="cover cover-poster" aria-hidden="true">
      <img
        src={address(342)}
        srcset={[185, 342, 500].map(width => `${address(width)} ${width}w`).join(', ')}
        sizes={sizes}
        width={342}
        height={513}
        alt=""
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        onError={() => setBroken(true)}
      />
    </div>
  );
}

function TypographicCover({ title }: { readonly title: Title }) {
  const look = useMemo(() => coverOf(title), [title.key, title.name]);
  return (
    <div class={`cover cover-set cover-${look.tone}`} aria-hidden="true" style={{ '--hue': look.hue, '--second': look.secondHue, '--size': look.size }}>
      <svg class={look.mirrored ? 'cover-motif cover-mirrored' : 'cover-motif'}><use href={`#motif-${look.motif}`} /></svg>
      <div class="cover-text">
        <span class={`cover-name cover-${look.width}`}>{title.name}</span>
        <span class="cover-facts">
          <b>{yearOf(title) || strings.kinds[title.kind]}</b> {genreNames(title.genres).slice(0, 2).join(', ')}
        </span>
      </div>
    </div>
  );
}
