import { Cover } from '../../covers/Cover';
import { useLoad } from '../../loading/useLoad';
import { strings } from '../../strings';
import { Icon } from '../../ui/Icon';
import { Failed, Slow } from '../../ui/States';
import { draft, keep } from './draft';
import { fillGroups, groups } from './groups';
import { readPool } from './pool';

export function GroupsStep() {
  const { state, retry } = useLoad('media pool', readPool);
  const chosen = draft.value.groups;
  const filled = state.status === 'ready' ? fillGroups(state.value, 3) : new Map<string, never[]>();
  const toggle = (id: string) => keep({ groups: chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id] });
  return (
    <>
      <p class="picked" role="status">{strings.start.groups.chosen(chosen.length)}</p>
      {state.status === 'loading' && <Slow slow={state.slow} />}
      {state.status === 'failed' && <Failed error={state.error} retry={retry} />}
      <ul class="groups">
        {groups.map(({ id }) => {
          const [name, text] = strings.groups[id] ?? [id, ''];
          const titles = filled.get(id) ?? [];
          return (
            <li key={id}>
              <button type="button" class="group" aria-pressed={chosen.includes(id)} onClick={() => toggle(id)}>
                <span class="group-covers">
                  {[0, 1, 2].map(index => { const title = titles[index]; return title ? <Cover key={title.key} title={title} /> : <span key={index} class={state.status === 'loading' ? 'cover skeleton' : 'cover'} />; })}
                </span>
                <span class="group-text"><strong>{name}</strong><small>{text}</small></span>
                <span class="group-check"><Icon name="check" /></span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
