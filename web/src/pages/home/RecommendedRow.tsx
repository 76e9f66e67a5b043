import { readSimilar } from '../../api/recommendations';
import { useLoad } from '../../loading/useLoad';
import { dismissed } from '../../preferences/preferences';
import { Row } from '../../titles/Row';
import type { Recommended } from '../../titles/recommended';
import type { TitleKey } from '../../titles/title';
import { TitleCard } from '../../titles/TitleCard';
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
export function SimilarRow({ name, like, leaveOut }: { readonly name: string; readonly like: TitleKey; readonly leaveOut?: ReadonlySet<string> }) {
  const { state, retry } = useLoad(`recommendations like ${like}`, signal => readSimilar(like, signal));
  if (state.status === 'failed') return <section class="row"><div class="row-head"><h2>{name}</h2></div><Failed error={state.error} retry={retry} /></section>;
  if (state.status === 'loading') return <Row name={name} aside={<Slow slow={state.slow} />}><li class="row-wait"><SkeletonCovers count={8} /></li></Row>;
  const titles = state.value.items.map(({ title }) => title).filter(title => !dismissed.value.has(title.key) && !leaveOut?.has(title.key));
  if (titles.length === 0) return null;
  return <Row name={name}>{titles.map(title => <li key={title.key}><TitleCard title={title} /></li>)}</Row>;
}
