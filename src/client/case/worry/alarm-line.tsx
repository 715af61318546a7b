/**
 * An alarm that nobody has read is said above whatever screen is open, and on the app's icon: how many, never whose. It goes
 * when it has been read; screens that list them need no line.
 */
import {useEffect} from 'react';
import {useLocation} from 'react-router';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {Link} from '#client/ui/link.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {readWorries, waitingFor} from './open-worries.ts';
import {peopleOnDevice} from '#client/case/person/people-on-device.ts';

/** `to`: where this reader finds them; `listedOn`: the screens that list them. */
export function AlarmLine({to, listedOn}: {readonly to: string; readonly listedOn: readonly string[]}) {
  const {t} = useText();
  const today = useToday();
  const {pathname} = useLocation();
  const waiting = useMemory(
    memory => waitingFor(readWorries(memory, peopleOnDevice(memory, today), today), person => memory.holdsFile(person)).length,
    [today],
  );
  useBadge(waiting);
  return (
    <div role="alert">
      {waiting > 0 && !listedOn.includes(pathname) && (
        <p className="app-alarm">
          <Link to={to} className="app-alarm__link">
            {t('today:worry.line', {number: waiting})}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Where the app is installed and the system has room for it. */
function useBadge(count: number): void {
  useEffect(() => {
    if (!('setAppBadge' in navigator)) return;
    void (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
    return () => void navigator.clearAppBadge().catch(() => undefined);
  }, [count]);
}
