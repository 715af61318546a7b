/** The choice of language, asked again: back to one's own first screen. */
import {useNavigate} from 'react-router';
import {WelcomePage} from '#client/features/account/welcome-page.tsx';

export function WelcomeDoor() {
  const navigate = useNavigate();
  return <WelcomePage onChosen={() => void navigate('/')} />;
}
