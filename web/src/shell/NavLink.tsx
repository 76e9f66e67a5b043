import { route } from '../routing/router';
import type { PageName } from '../routing/routes';
import { Icon, type IconName } from '../ui/Icon';

interface Props {
  readonly href: string;
  readonly page: PageName;
  readonly label: string;
  readonly icon?: IconName;
}

export function NavLink({ href, page, label, icon }: Props) {
  const current = route.value.page === page;
  return (
    <a class="nav-link" href={href} aria-current={current ? 'page' : undefined}>
      {icon && <Icon name={icon} filled={current} />}
      <span>{label}</span>
    </a>
  );
}
