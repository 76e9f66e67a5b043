import { computed } from '@preact/signals';
import { cache } from '../loading/cache';
import { client, onSessionEnd } from '../session/session';
import type { TitleKey } from '../titles/title';
import { withDismissed } from './changes';
import { PreferencesDocument } from './document';

export const preferences = new PreferencesDocument(client, () => cache.outdate('recommendations'));

onSessionEnd(() => preferences.clear());

export const dismissed = computed(() => new Set<string>(preferences.current.value.notInterested ?? []));

export const dismissTitle = (key: TitleKey): Promise<void> => preferences.update(withDismissed(key, true));

export const undismissTitle = (key: TitleKey): Promise<void> => preferences.update(withDismissed(key, false));
