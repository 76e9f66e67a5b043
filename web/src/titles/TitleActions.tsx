import type { ComponentChildren } from 'preact';
import type { ListName } from '../api/types';
import { saying, sendAway, toggle } from '../lists/listActions';
import { lists } from '../lists/lists';
import { dismissed, undismissTitle } from '../preferences/preferences';
import { strings } from '../strings';
import { Icon } from '../ui/Icon';
import type { Title } from './title';

/** What can be done with a title: three switches. */
export function TitleActions({ title, children }: { readonly title: Title; readonly children?: ComponentChildren }) {
  const away = dismissed.value.has(title.key);
  return (
    <div class="actions">
      <Switch title={title} list="watchlist" />
      <Switch title={title} list="favourites" />
      <button type="button" class="action" aria-pressed={away} onClick={away ? () => void saying(undismissTitle(title.key)) : () => sendAway(title)}>
        <Icon name="hide" /><span>{strings.title.notInterested}</span>
      </button>
      {children}
    </div>
  );
}

function Switch({ title, list }: { readonly title: Title; readonly list: ListName }) {
  const on = lists[list].has(title.key);
  const favourite = list === 'favourites';
  return (
    <button type="button" class="action" aria-pressed={on} onClick={() => toggle(list, title)}>
      <Icon name={favourite ? 'heart' : 'bookmark'} filled={on} /><span>{favourite ? strings.title.favourite : strings.title.watchlist}</span>
    </button>
  );
}
