/** Screens that come before the work, each joined to where it leads. */
import {useEffect} from 'react';
import {Navigate, useNavigate} from 'react-router';
import {InvitationPage} from '#client/features/account/invitation-page.tsx';
import {SignInPage} from '#client/features/account/sign-in-page.tsx';
import {WelcomePage} from '#client/features/account/welcome-page.tsx';
import {ProtectPage} from '#client/features/device/protect-page.tsx';
import {UnlockPage} from '#client/features/device/unlock-page.tsx';
import {usePhase} from '#client/sync/device-context.ts';

export function WelcomeDoor() {
  const navigate = useNavigate();
  return <WelcomePage onChosen={() => void navigate('/today')} />;
}

export function InvitationDoor() {
  const navigate = useNavigate();
  return <InvitationPage onAccepted={() => void navigate('/protect')} />;
}

/** Signing in again while the vault is open leads back to what waits to be sent. */
export function SignInDoor() {
  const navigate = useNavigate();
  const phase = usePhase();
  const open = phase.kind === 'open';
  return (
    <SignInPage
      onSignedIn={() => void navigate(open ? '/sync' : '/protect')}
      onChoosePassword={token => void navigate(`/invitation#${token}`)}
    />
  );
}

export function UnlockDoor() {
  const navigate = useNavigate();
  const phase = usePhase();
  const open = phase.kind === 'open';
  useEffect(() => {
    if (open) void navigate('/today', {replace: true});
  }, [open, navigate]);
  if (phase.kind !== 'out' && phase.kind !== 'unprotected') return null;
  return phase.vaults.length === 0 ? <Navigate to="/sign-in" replace /> : <UnlockPage vaults={phase.vaults} />;
}

export function ProtectDoor() {
  const navigate = useNavigate();
  return <ProtectPage onProtected={() => void navigate('/first-sync')} />;
}
