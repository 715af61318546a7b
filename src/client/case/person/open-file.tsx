/** Opening a whole file that is not kept on this device: online, into memory only, and noted in the file's history. */
import {useState} from 'react';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {Button} from '#client/ui/button.tsx';
import {exchangeMessage} from '#client/online/exchange-message.ts';

export function OpenFile({person, name, onOpened}: {readonly person: Id; readonly name: string; readonly onOpened: () => void}) {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const {connection} = useSyncState();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function open() {
    setBusy(true);
    const opened = await syncing.openFile(person);
    setBusy(false);
    if (opened.ok) onOpened();
    else setRefused(exchangeMessage(opened, t));
  }

  return (
    <>
      {refused !== null && (
        <p role="alert" className="govuk-error-message">
          {refused}
        </p>
      )}
      {connection === 'offline' ? (
        <p className="app-quiet">{t('people:onDemand.offline')}</p>
      ) : (
        <Button look="second" busy={busy} label={t('people:openOnlineFor', {name})} onPress={() => void open()}>
          {busy ? t('people:opening') : t('people:openOnline')}
        </Button>
      )}
    </>
  );
}
