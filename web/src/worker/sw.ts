/// <reference lib="webworker" />
import { shellFiles, version } from './plan';
import { isPublicRead } from './publicRead';

declare const self: ServiceWorkerGlobalScope;

const shell = `shell-${version}`;
const media = 'media-1';
/** Maximum number of cached responses of the catalogue; the oldest are deleted. */
const mostMedia = 80;

self.addEventListener('install', event => event.waitUntil(caches.open(shell).then(cache => cache.addAll(shellFiles))));

self.addEventListener('activate', event =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== shell && name !== media) await caches.delete(name);
      await self.clients.claim();
    })(),
  ));

// The page requests it after the user agreed: never while the page is in use.
self.addEventListener('message', event => {
  if (event.data === 'take over') void self.skipWaiting();
});

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && url.origin === location.origin) {
    // The host serves other addresses, too: the inbox, the specification, the API itself.
    if (/^\/(dev|prod|healthz|openapi)/.test(url.pathname)) return;
    event.respondWith(fromShell('/').then(kept => kept ?? fetch(request)));
  } else if (url.origin === location.origin && url.pathname === '/config.json') {
    event.respondWith(fetch(request).catch(() => fromShell(url.pathname).then(orFail)));
  } else if (url.origin === location.origin && shellFiles.includes(url.pathname)) {
    event.respondWith(fromShell(url.pathname).then(kept => kept ?? fetch(request)));
  } else if (isPublicRead(url, request)) {
    event.respondWith(networkThenKept(request));
  }
});

const fromShell = async (path: string): Promise<Response | undefined> => (await caches.open(shell)).match(path);

const orFail = (kept: Response | undefined): Response => kept ?? Response.error();

/** Returns the current response (the browser revalidates by ETag), or the cached one if the network fails. */
async function networkThenKept(request: Request): Promise<Response> {
  const cache = await caches.open(media);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(request, response.clone());
      const keys = await cache.keys();
      for (const old of keys.slice(0, Math.max(0, keys.length - mostMedia))) await cache.delete(old);
    }
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}
