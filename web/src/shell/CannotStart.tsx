import { strings } from '../strings';
import { Page } from '../ui/Page';

export function CannotStart() {
  return (
    <main class="main">
      <Page title={strings.states.notConfigured.title}>
        <p>{strings.states.notConfigured.text}</p>
        <p><button type="button" class="button" onClick={() => location.reload()}>{strings.states.retry}</button></p>
      </Page>
    </main>
  );
}
