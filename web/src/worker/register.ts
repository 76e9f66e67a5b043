import { notify } from '../notices/notices';
import { strings } from '../strings';

interface Policy {
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const address = '/sw.js';

/** Makes the page installable and its files available off line; shows a notice when a newer build is there. */
export async function register(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // Browsers with trusted types load a script only from an address that a policy has approved.
  const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('movierec', { createScriptURL: () => address });
  try {
    const registration = await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address);
    const offer = (worker: ServiceWorker | null) => {
      if (!worker || !navigator.serviceWorker.controller) return;
      notify(strings.states.update, { stays: true, action: { label: strings.states.reload, run: () => takeOver(worker) } });
    };
    offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(worker));
    });
    // A page that stays open for days checks once an hour.
    setInterval(() => void registration.update().catch(() => undefined), 60 * 60_000);
  } catch {
    // Without the worker, the page works while there is a network.
  }
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take over');
}
