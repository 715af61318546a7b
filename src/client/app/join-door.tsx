/** Where a young person's code leads: their own page, as soon as the first of it has come. */
import {useNavigate} from 'react-router';
import {JoinPage} from '#client/features/account/join-page.tsx';

export function JoinDoor() {
  const navigate = useNavigate();
  return <JoinPage onJoined={() => void navigate('/')} />;
}
