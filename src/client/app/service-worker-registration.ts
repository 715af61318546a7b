/**
 * Registers the service worker and notices when a new version waits. The page is loaded again only after the reader
 * asked for the new version, and then once.
 */
let waiting: ServiceWorker | null = null;
let asked = false;
const listeners = new Set<() => void>();

function tell(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

export function subscribeToUpdates(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function updateWaiting(): boolean {
  return waiting !== null;
}

/** Longer than a form waits before it keeps what was typed last. */
const DRAFTS_REST_MS = 700;

export function takeNewVersion(): void {
  asked = true;
  setTimeout(() => waiting?.postMessage('use-new-version'), DRAFTS_REST_MS);
}

/** How often an app that stays open looks for a new version. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** A first installation that a weak signal broke off is begun again while the app is open: offline work depends on it. */
const TRY_AGAIN_MS = 20 * 1000;

export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first installation takes control too; only an update that was asked for loads the page again.
    if (asked) globalThis.location.reload();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tryAgain = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void install(tryAgain).catch(tryAgain);
    }, TRY_AGAIN_MS);
  };
  await install(tryAgain).catch(tryAgain);
  const look = async () => (await navigator.serviceWorker.getRegistration())?.update();
  setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
}

async function install(onBrokenOff: () => void): Promise<void> {
  const registration = await navigator.serviceWorker.register('/service-worker.js', {scope: '/', updateViaCache: 'none'});
  if (registration.waiting && navigator.serviceWorker.controller) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => {
      if (found.state === 'installed' && navigator.serviceWorker.controller) tell(found);
      if (found.state === 'redundant' && !registration.active) onBrokenOff();
    });
  });
}
