/**
 * Who may see a screen now. A screen that needs an open vault is not left when the vault locks: the door is shown in
 * its place, so that the address stays and the draft is found again behind it.
 */
import type {ReactNode} from 'react';
import {Navigate} from 'react-router';
import {UnlockPage} from '#client/features/device/unlock-page.tsx';
import {LeaseEndedPage} from '#client/features/sync-state/lease-ended-page.tsx';
import {useText} from '#client/i18n/text.ts';
import {usePhase, useSyncState} from '#client/sync/device-context.ts';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {SignInDoor} from './doors.tsx';
import type {Needs} from './routes.tsx';

interface GateProps {
  readonly needs: Needs;
  readonly reads: boolean;
  readonly children: ReactNode;
}

export function Gate({needs, reads, children}: GateProps) {
  const {t} = useText();
  const phase = usePhase();
  switch (phase.kind) {
    case 'starting':
      return null;
    case 'storage_unavailable':
      return (
        <Page title={t('device:storage.title')}>
          <EmptyState>
            <p>{t('device:failure.storage_unavailable')}</p>
          </EmptyState>
        </Page>
      );
    case 'out':
      if (needs === 'nothing') return children;
      return needs === 'vault' && phase.vaults.length > 0 ? <UnlockPage vaults={phase.vaults} /> : <SignInDoor />;
    case 'unprotected':
      return needs === 'vault' ? <Navigate to="/protect" replace /> : children;
    case 'open':
      if (needs === 'session') return <Navigate to="/today" replace />;
      return reads ? <WhileLeased>{children}</WhileLeased> : children;
  }
}

function WhileLeased({children}: {readonly children: ReactNode}) {
  return useSyncState().leaseEnded ? <LeaseEndedPage /> : children;
}
