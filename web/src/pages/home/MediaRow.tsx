import { readList } from '../../api/media';
import type { Kind, ListType } from '../../api/types';
import { useLoad } from '../../loading/useLoad';
import { dismissed } from '../../preferences/preferences';
import { Row } from '../../titles/Row';
import { TitleCard } from '../../titles/TitleCard';
import { useInSight } from '../../titles/useInSight';
import { Failed, SkeletonCovers, Slow } from '../../ui/States';

interface Props {
  readonly name: string;
  readonly listType: ListType;
  readonly kind: Kind | 'both';
}

/** One of the catalogue's lists. */
export function MediaRow({ name, listType, kind }: Props) {
  const { element, inSight } = useInSight<HTMLDivElement>();
  const { state, retry } = useLoad(!inSight ? null : `media ${listType} ${kind}`, signal => readList(listType, { kind, limit: 24 }, signal));
  return (
    <div ref={element} class="row-room">
      {state.status === 'failed' ? (
        <section class="row"><div class="row-head"><h2>{name}</h2></div><Failed error={state.error} retry={retry} /></section>
      ) : (
        <Row name={name} aside={state.status === 'loading' && <Slow slow={state.slow} />}>
          {state.status === 'loading'
            ? <li class="row-wait"><SkeletonCovers count={8} /></li>
            : state.value.titles.filter(title => !dismissed.value.has(title.key)).map(title => <li key={title.key}><TitleCard title={title} /></li>)}
        </Row>
      )}
    </div>
  );
}
