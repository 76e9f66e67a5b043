import { signal } from '@preact/signals';
import { onSessionEnd } from '../../session/session';

export interface Draft {
  /** Step of the questionnaire, 1 to 3. */
  readonly step: number;
  readonly groups: readonly string[];
}

const storageKey = 'movierec.start';
const fresh: Draft = { step: 1, groups: [] };

/** Progress of the questionnaire, so that a user can continue after leaving. */
export const draft = signal<Draft>(read());

export function keep(change: Partial<Draft>): void {
  draft.value = { ...draft.value, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(draft.value));
  } catch {
    // Without storage, the progress lasts until the page is closed.
  }
}

export function forgetDraft(): void {
  draft.value = fresh;
  localStorage.removeItem(storageKey);
}

onSessionEnd(forgetDraft);

function read(): Draft {
  try {
    const { step, groups } = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Draft>;
    return { step: step === 2 || step === 3 ? step : 1, groups: Array.isArray(groups) ? groups.filter(group => typeof group === 'string') : [] };
  } catch {
    return fresh;
  }
}
