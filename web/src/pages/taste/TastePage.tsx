import { useSlow } from '../../loading/useSlow';
import { preferences } from '../../preferences/preferences';
import { strings } from '../../strings';
import { Page } from '../../ui/Page';
import { Failed, Slow } from '../../ui/States';
import { Dismissed } from './Dismissed';
import { TasteForm } from './TasteForm';

export default function TastePage() {
  const words = strings.taste;
  const state = preferences.state.value;
  const slow = useSlow(state === 'unread');
  return (
    <Page title={words.title} lead={words.lead} class="taste">
      {typeof state === 'object' ? (
        <Failed error={state} retry={() => void preferences.load().catch(() => undefined)} />
      ) : state === 'unread' ? (
        <div class="taste-wait" aria-busy="true"><Slow slow={slow} />{Array.from({ length: 6 }, (_, index) => <span key={index} class="line line-tall skeleton" />)}</div>
      ) : (
        <><TasteForm genres /><Dismissed /></>
      )}
      <p class="saved" role="status">{preferences.saving.value ? words.saving : ''}</p>
    </Page>
  );
}
