import { readSimilar } from '../../api/recommendations';
import { useLoad } from '../../loading/useLoad';
import { dismissed } from '../../preferences/preferences';
import { Row } from '../../titles/Row';
import type { Recommended } from '../../titles/recommended';
import type { TitleKey } from '../../titles/title';
import { TitleCard } from '../../titles/TitleCard';
import { useInSight } from '../../titles/useInSight';
import { Failed, SkeletonCovers, Slow } from '../../ui/States';

/** Titles with the reason under each. */
export function RecommendedRow({ name, items }: { readonly name: string; readonly items: readonly Recommended[] }) {
  return (
    <Row name={name} captioned>
      {items.filter(({ title }) => !dismissed.value.has(title.key)).map(({ title, why }) => <li key={title.key}><TitleCard title={title} caption={why} /></li>)}
    </Row>
  );
}

/** More like one title. Nothing where nothing is like it. */
export function SimilarRow({ name, like }: { readonly name: string; readonly like: TitleKey }) {
  const { element, inSight } = useInSight<HTMLDivElement>();
  const { state, retry } = useLoad(!inSight ? null : `recommendations like ${like}`, signal => readSimilar(like, signal));
  const titles = state.status === 'ready' ? state.value.items.map(({ title }) => title).filter(title => !dismissed.value.has(title.key)) : [];
  if (state.status === 'ready' && titles.length === 0) return null;
  return (
    <div ref={element} class="row-room">
      {state.status === 'failed' ? (
        <section class="row"><div class="row-head"><h2>{name}</h2></div><Failed error={state.error} retry={retry} /></section>
      ) : (
        <Row name={name} aside={state.status === 'loading' && <Slow slow={state.slow} />}>
          {state.status === 'loading' ? <li class="row-wait"><SkeletonCovers count={8} /></li> : titles.map(title => <li key={title.key}><TitleCard title={title} /></li>)}
        </Row>
      )}
    </div>
  );
}
