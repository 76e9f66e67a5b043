import { save, toData } from '../../lists/export';
import { lists } from '../../lists/lists';
import { saying } from '../../lists/listActions';
import { notify } from '../../notices/notices';
import { preferences } from '../../preferences/preferences';
import { navigate } from '../../routing/router';
import { email, signOut } from '../../session/session';
import { strings } from '../../strings';
import { chooseTheme, theme, type Theme } from '../../theme/theme';
import { One, optionsOf } from '../../ui/Choices';
import { Icon, type IconName } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import './account.css';

export default function AccountPage() {
  const words = strings.account;
  const leave = () => {
    navigate('/', { replace: true });
    signOut();
    notify(strings.notices.signedOut);
  };
  return (
    <Page title={words.title} lead={<>{words.signedInAs} <strong class="account-email">{email.value}</strong></>} class="account">
      <ul class="account-ways">
        <Way href="/preferences" icon="sliders" name={words.taste} text={words.tasteText} />
        <Way href="/start" icon="star" name={words.questionnaire} text={words.questionnaireText} />
      </ul>
      <One legend={words.theme} name="theme" options={optionsOf(words.themes)} chosen={theme.value} onChoose={value => chooseTheme(value as Theme)} />
      <section class="account-part" aria-labelledby="export">
        <h2 id="export">{words.data}</h2>
        <p>{words.exportText}</p>
        <button type="button" class="button" onClick={() => void saying(exportAll())}><Icon name="download" />{words.export}</button>
      </section>
      <button type="button" class="button account-out" onClick={leave}><Icon name="out" />{words.signOut}</button>
      <footer class="account-about"><h2>{words.about}</h2><p>{words.catalogue}</p></footer>
    </Page>
  );
}

function Way({ href, icon, name, text }: { readonly href: string; readonly icon: IconName; readonly name: string; readonly text: string }) {
  return <li><a class="way" href={href}><Icon name={icon} /><span><strong>{name}</strong><small>{text}</small></span><Icon name="right" /></a></li>;
}

/** All that is kept of the person here, as one file. What cannot be read makes no file: half of everything is not everything. */
async function exportAll(): Promise<void> {
  await Promise.all([lists.favourites.load(), lists.watchlist.load(), preferences.load()]);
  for (const { state } of [lists.favourites, lists.watchlist]) if (typeof state.value === 'object') throw state.value;
  const everything = {
    exportedAt: new Date().toISOString(), email: email.value,
    favourites: toData(lists.favourites.entries.value), watchlist: toData(lists.watchlist.entries.value), preferences: preferences.current.value,
  };
  save('movierec-everything.json', 'application/json', JSON.stringify(everything, null, 2));
}
