/** A protected device goes on to its first sync. */
import {useNavigate} from 'react-router';
import {ProtectPage} from '#client/features/device/protect-page.tsx';

export function ProtectDoor() {
  const navigate = useNavigate();
  return <ProtectPage onProtected={() => void navigate('/first-sync')} />;
}
