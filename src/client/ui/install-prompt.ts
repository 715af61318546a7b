/** The browser's own offer to install the app, kept until somebody asks for it; not every browser makes one. */
import {useSyncExternalStore} from 'react';

interface InstallOffer extends Event {
  readonly prompt: () => Promise<unknown>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

function become(next: InstallOffer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

if (typeof window !== 'undefined') {
  window.addEventListener('beforeinstallprompt', event => {
    // Shown where it is asked for (Settings), not over somebody's work.
    event.preventDefault();
    become(event as InstallOffer);
  });
  window.addEventListener('appinstalled', () => become(null));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Asks the browser to install the app; null where it offers nothing. */
export function useInstall(): (() => void) | null {
  const here = useSyncExternalStore(subscribe, () => offer);
  return here === null ? null : () => void here.prompt().finally(() => become(null));
}

export function isInstalled(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(display-mode: standalone)').matches;
}
