/** Signing in, joined to where it leads. */
import {useNavigate} from 'react-router';
import {SignInPage} from '#client/features/account/sign-in-page.tsx';
import {usePhase} from '#client/sync/device-context.ts';

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
