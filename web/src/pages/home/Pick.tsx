import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { RecommendedList } from '../../api/recommendations';
import { dismissed } from '../../preferences/preferences';
import { format, strings } from '../../strings';
import { genreNames } from '../../titles/genres';
import { TitleActions } from '../../titles/TitleActions';
import { TitleLink } from '../../titles/TitleCard';
import { pathOf, yearOf } from '../../titles/title';
import { Icon } from '../../ui/Icon';
import { SkeletonCovers, Slow } from '../../ui/States';
import { RecommendedRow } from './RecommendedRow';

/** The first of the list, large, with a way to the next; the rest as a row. */
export function Pick({ list }: { readonly list: RecommendedList }) {
  const at = useSignal(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const items = list.items.filter(({ title }) => !dismissed.value.has(title.key));
  const pick = items[at.value % Math.max(1, items.length)];
  if (!pick) return null;
  const { title, why } = pick;
  const facts = [yearOf(title), strings.kinds[title.kind], ...genreNames(title.genres).slice(0, 3), title.vote ? `★ ${format.rating(title.vote)}` : ''].filter(Boolean);
  const next = () => {
    at.value = (at.value + 1) % items.length;
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <section class="pick" aria-labelledby="pick">
        <TitleLink class="pick-cover" title={title} eager sizes="(min-width: 60rem) 20rem, 40vw" />
        <div class="pick-name">
          <p class="kicker">{strings.home.pick}</p>
          <h2 id="pick" ref={heading} tabIndex={-1}><a href={pathOf(title)}>{title.name}</a></h2>
          <p class="facts">{facts.join(' · ')}</p>
        </div>
        <div class="pick-text">
          <p class="why">{why}</p>
          {!list.personal && <p class="hint">{strings.home.popularNote}</p>}
          <TitleActions title={title}>
            <button type="button" class="action pick-next" onClick={next}><Icon name="again" /><span>{strings.home.another}</span></button>
          </TitleActions>
        </div>
      </section>
      <RecommendedRow name={strings.home.more} items={items.filter(other => other !== pick).slice(0, 24)} />
    </>
  );
}

export function PickSkeleton({ slow }: { readonly slow: boolean }) {
  return (
    <>
      <section class="pick" aria-label={strings.home.pick} aria-busy="true">
        <div class="pick-cover"><div class="cover skeleton" /></div>
        <div class="pick-name" aria-hidden="true"><span class="line skeleton" /><span class="line line-big skeleton" /><span class="line skeleton" /></div>
        <div class="pick-text"><span class="line line-long skeleton" aria-hidden="true" /><span class="line line-long skeleton" aria-hidden="true" /><Slow slow={slow} /></div>
      </section>
      <section class="row row-captioned" aria-hidden="true">
        <div class="row-head"><span class="line skeleton" /></div>
        <ul class="row-track"><li class="row-wait"><SkeletonCovers count={8} /></li></ul>
      </section>
    </>
  );
}
