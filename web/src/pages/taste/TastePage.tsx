import { preferences } from '../../preferences/preferences';
import { strings } from '../../strings';
import { Page } from '../../ui/Page';
import { Dismissed } from './Dismissed';
import { TasteForm } from './TasteForm';
import { WhenRead } from './WhenRead';

export default function TastePage() {
  const words = strings.taste;
  return (
    <Page title={words.title} lead={words.lead} class="taste">
      <WhenRead><TasteForm genres /><Dismissed /></WhenRead>
      <p class="saved" role="status">{preferences.saving.value ? words.saving : ''}</p>
    </Page>
  );
}
