/**
 * Shown in place of what is kept here when the device has been away from the council for too long: reading waits for
 * the server, writing does not.
 */
import {useState} from 'react';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault, useSyncState} from '#client/sync/device-context.ts';
import {Button, LinkButton} from '#client/ui/button.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';

export function LeaseEndedPage() {
  const {t} = useText();
  const {vault, syncing} = useOpenVault();
  const state = useSyncState();
  const [busy, setBusy] = useState(false);

  async function connect() {
    setBusy(true);
    await syncing.syncNow();
    setBusy(false);
  }

  return (
    <Page title={t('sync:lease.title')}>
      <Notice tone="attention">
        <p>{t('sync:leaseEnded')}</p>
      </Notice>
      <Button busy={busy || state.working} onPress={() => void connect()}>
        {busy || state.working ? t('sync:lease.connecting') : t('sync:lease.connect')}
      </Button>
      {state.signedOut && (
        <LinkButton look="second" to="/sign-in">
          {t('sync:signInAgain')}
        </LinkButton>
      )}
      {vault.session.role === 'young_person' ? (
        <LinkButton look="quiet" to="/help">
          {t('common:nav.help')}
        </LinkButton>
      ) : (
        <LinkButton look="quiet" to="/record">
          {t('sync:lease.record')}
        </LinkButton>
      )}
    </Page>
  );
}
