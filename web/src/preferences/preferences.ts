import { computed } from '@preact/signals';
import { cache } from '../loading/cache';
import { client, onSessionEnd } from '../session/session';
import type { TitleKey } from '../titles/title';
import { PreferencesDocument } from './document';

export const preferences = new PreferencesDocument(client, () => cache.outdate('recommendations'));

onSessionEnd(() => preferences.clear());

export const dismissed = computed(() => new Set<string>(preferences.current.value.notInterested ?? []));

/** At most as many as the document takes; the oldest go first. */
const mostDismissed = 500;

export const dismissTitle = (key: TitleKey): Promise<void> =>
  preferences.update(now => ({ ...now, notInterested: [...(now.notInterested ?? []).filter(other => other !== key), key].slice(-mostDismissed) }));

export const undismissTitle = (key: TitleKey): Promise<void> =>
  preferences.update(now => ({ ...now, notInterested: (now.notInterested ?? []).filter(other => other !== key) }));
