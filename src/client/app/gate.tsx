/**
 * Who may see a screen now. A screen that needs an open vault is not left when the vault locks: the door is shown in
 * its place, so that the address stays and the draft is found again behind it.
 */
import {lazy, type ReactNode} from 'react';
import {may, type Action} from '#domain/access/permissions.ts';
import type {Role} from '#domain/access/roles.ts';
import {Navigate} from 'react-router';
import {useText} from '#client/i18n/text.ts';
import {usePhase, useSyncState} from '#client/sync/device-context.ts';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {Page} from '#client/ui/page.tsx';
import {firstScreen, type Audience, type Needs} from './routes.tsx';

// Loaded when they are needed, and kept by the service worker: the door of one day is not everybody's first load.
const UnlockPage = lazy(async () => ({default: (await import('#client/features/device/unlock-page.tsx')).UnlockPage}));
const SignInDoor = lazy(async () => ({default: (await import('./sign-in-door.tsx')).SignInDoor}));
const LeaseEndedPage = lazy(async () => ({default: (await import('#client/features/sync-state/lease-ended-page.tsx')).LeaseEndedPage}));

interface GateProps {
  readonly needs: Needs;
  readonly reads: boolean;
  readonly audience: Audience;
  readonly action: Action | undefined;
  readonly children: ReactNode;
}

export function Gate({needs, reads, audience, action, children}: GateProps) {
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
      if (needs === 'session' || !isFor(audience, action, phase.vault.session.role))
        return <Navigate to={firstScreen(phase.vault.session.role)} replace />;
      return reads ? <WhileLeased>{children}</WhileLeased> : children;
  }
}

const isFor = (audience: Audience, action: Action | undefined, role: Role): boolean =>
  (audience === 'everybody' || (audience === 'young') === (role === 'young_person')) && (action === undefined || may(role, action, true));

function WhileLeased({children}: {readonly children: ReactNode}) {
  return useSyncState().leaseEnded ? <LeaseEndedPage /> : children;
}
