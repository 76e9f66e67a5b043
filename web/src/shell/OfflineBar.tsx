import { signal } from '@preact/signals';
import { strings } from '../strings';

const online = signal(navigator.onLine);
addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));

/** Says so as long as it lasts. The region is always there, so that its filling is heard. */
export const OfflineBar = () => <div class="offline" role="status">{!online.value && <p>{strings.states.offlineBar}</p>}</div>;
