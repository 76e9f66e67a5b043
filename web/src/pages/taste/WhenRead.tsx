import type { ComponentChildren } from 'preact';
import { useSlow } from '../../loading/useSlow';
import { preferences } from '../../preferences/preferences';
import { Failed, Slow } from '../../ui/States';
import './taste.css';

/** Shows statements of taste once the preferences are read: what came later would move what is under a finger. */
export function WhenRead({ children }: { readonly children: ComponentChildren }) {
  const state = preferences.state.value;
  const slow = useSlow(state === 'unread');
  if (typeof state === 'object') return <Failed error={state} retry={() => void preferences.load().catch(() => undefined)} />;
  if (state !== 'unread') return <>{children}</>;
  return <div class="taste-wait" aria-busy="true"><Slow slow={slow} />{Array.from({ length: 6 }, (_, index) => <span key={index} class="line line-tall skeleton" />)}</div>;
}
