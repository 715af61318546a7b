/** An accepted invitation leads to protecting this device. */
import {useNavigate} from 'react-router';
import {InvitationPage} from '#client/features/account/invitation-page.tsx';

export function InvitationDoor() {
  const navigate = useNavigate();
  return <InvitationPage onAccepted={() => void navigate('/protect')} />;
}
