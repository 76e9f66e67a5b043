import { Cover } from '../../covers/Cover';
import { lists } from '../../lists/lists';
import { titled } from '../../titles/TitleCard';
import type { Title } from '../../titles/title';
import { Icon } from '../../ui/Icon';

export function PickCard({ title, onToggle }: { readonly title: Title; readonly onToggle: (title: Title) => void }) {
  return (
    <button type="button" class="pick-card" aria-pressed={lists.favourites.has(title.key)} onClick={() => onToggle(title)}>
      <Cover title={title} />
      <span class="quiet">{titled(title)}</span>
      <span class="pick-mark"><Icon name="heart" filled /></span>
    </button>
  );
}
