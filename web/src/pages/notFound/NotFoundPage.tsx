import { strings } from '../../strings';
import { Page } from '../../ui/Page';

export default function NotFoundPage() {
  return (
    <Page title={strings.notFound.title} lead={strings.notFound.text}>
      <p><a class="button" href="/">{strings.notFound.action}</a></p>
    </Page>
  );
}
