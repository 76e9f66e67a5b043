import { notify } from '../notices/notices';
import { strings } from '../strings';

interface Policy {
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

const address = '/sw.js';

/** Makes the page installable and its shell available off line; says when a newer one is there. */
export async function register(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // Where the browser wants scripts' addresses vouched for, this one is.
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
    // A page that stays open for days asks now and then.
    setInterval(() => void registration.update().catch(() => undefined), 60 * 60_000);
  } catch {
    // Without it everything works as long as there is a network.
  }
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take over');
}
