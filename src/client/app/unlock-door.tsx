/** The everyday door at an address of its own. */
import {useEffect} from 'react';
import {Navigate, useNavigate} from 'react-router';
import {UnlockPage} from '#client/features/device/unlock-page.tsx';
import {usePhase} from '#client/sync/device-context.ts';

export function UnlockDoor() {
  const navigate = useNavigate();
  const phase = usePhase();
  const open = phase.kind === 'open';
  useEffect(() => {
    if (open) void navigate('/', {replace: true});
  }, [open, navigate]);
  if (phase.kind !== 'out' && phase.kind !== 'unprotected') return null;
  return phase.vaults.length === 0 ? <Navigate to="/sign-in" replace /> : <UnlockPage vaults={phase.vaults} />;
}
