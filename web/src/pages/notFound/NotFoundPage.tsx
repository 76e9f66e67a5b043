import { strings } from '../../strings';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { MediaRow } from '../home/MediaRow';

export default function NotFoundPage() {
  return (
    <Page title={strings.notFound.title} lead={strings.notFound.text}>
      <p class="ways">
        <a class="button button-main" href="/">{strings.notFound.action}</a>
        <a class="button" href="/search"><Icon name="search" />{strings.nav.search}</a>
      </p>
      <MediaRow name={strings.home.popular} listType="popular" kind="both" />
    </Page>
  );
}
