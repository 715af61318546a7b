/** One honest line, always in the same place: what is saved, how much is not sent, when it was last sent. */
import {Link} from 'react-router';
import {useText} from '#client/i18n/text.ts';
import {useSyncState} from '#client/sync/device-context.ts';
import {useToday} from '#client/ui/use-today.ts';

export function SyncLine() {
  const {t, format} = useText();
  const state = useSyncState();
  const today = useToday();
  return (
    <output className="app-sync">
      <Link to="/sync" className="app-sync__link">
        {state.connection === 'offline' && <span className="app-sync__part">{t('sync:line.offline')}</span>}
        <span className="app-sync__part">{t('sync:line.saved')}</span>
        <span className={state.unsent > 0 ? 'app-sync__part app-sync__strong' : 'app-sync__part'}>{state.working && state.unsent > 0 ? t('sync:line.sending') : t('sync:unsent', {count: state.unsent})}</span>
        {state.needsAttention > 0 && <span className="app-sync__part app-sync__strong">{t('sync:attention', {count: state.needsAttention})}</span>}
        {state.lastSentAt !== null && <span className="app-sync__part">{t('sync:lastSent', {when: format.moment(state.lastSentAt, today)})}</span>}
        {state.signedOut && <span className="app-sync__part app-sync__strong">{t('sync:signInAgain')}</span>}
      </Link>
    </output>
  );
}
