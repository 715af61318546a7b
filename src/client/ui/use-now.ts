/** The time now, to the minute; looked at again when the screen comes back into view. */
import {useSyncExternalStore} from 'react';

const MINUTE_MS = 60_000;
const LOOKED_AT_MS = 10_000;

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  const timer = setInterval(listener, LOOKED_AT_MS);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    clearInterval(timer);
  };
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
}
