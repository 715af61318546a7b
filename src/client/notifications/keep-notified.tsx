/** Draws nothing: whoever asked to be woken on this device stays woken, in the language of the device, for as long as they are signed in. */
import {useEffect} from 'react';
import {useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {keepOn} from './browser-notifications.ts';
import {useNoticeWords} from './use-notice-words.ts';

export function KeepNotified() {
  const {syncing} = useOpenVault();
  const {connection, signedOut} = useSyncState();
  const {title, body, lang, device} = useNoticeWords();
  const isReached = connection === 'online' && !signedOut;
  useEffect(() => {
    // Words of the new language are left also without a connection; the rest is tried again with the next one.
    void keepOn(syncing.teamwork, {title, body, lang, device}).catch(() => undefined);
  }, [syncing, isReached, title, body, lang, device]);
  return null;
}
