import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/apiError';
import { errorText } from '../errorText';
import { strings } from '../strings';
import { Icon, type IconName } from './Icon';

interface StateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
  readonly alert?: boolean;
}

/** Instead of what would be here: why there is nothing, and what can be done about it. */
export function State({ icon, title, text, children, alert = false }: StateProps) {
  return (
    <div class="state" role={alert ? 'alert' : undefined}>
      <span class="state-icon"><Icon name={icon} /></span>
      <p class="state-title">{title}</p>
      <p>{text}</p>
      {children}
    </div>
  );
}

export function Failed({ error, retry }: { readonly error: ApiError; readonly retry: () => void }) {
  const { title, text } =
    error.kind === 'network' ? strings.states.offline : error.kind === 'timeout' ? strings.states.timeout : { title: strings.states.failed.title, text: errorText(error) };
  return (
    <State icon={error.kind === 'network' ? 'cloudOff' : 'again'} title={title} text={text} alert>
      <button type="button" class="button" onClick={retry}>{strings.states.retry}</button>
    </State>
  );
}

/** Says so when a wait has become long; says it to those who listen, too. */
export const Slow = ({ slow }: { readonly slow: boolean }) => <p class="slow" role="status">{slow ? strings.states.slow : ''}</p>;

/** Where covers will be, in the very room they will take. */
export function SkeletonCovers({ count }: { readonly count: number }) {
  return <>{Array.from({ length: count }, (_, index) => <div key={index} class="card" aria-hidden="true"><div class="cover skeleton" /></div>)}</>;
}
