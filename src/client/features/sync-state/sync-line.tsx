/** One honest line, always in the same place: what is saved, how much is not sent, when it was last sent. */
import {Link} from '#client/ui/link.tsx';
import {useText} from '#client/i18n/text.ts';
import {useSyncState} from '#client/sync/device-context.ts';
import {useToday} from '#client/ui/use-today.ts';

export function SyncLine() {
  const {t, format} = useText();
  const state = useSyncState();
  const today = useToday();
  const parts = [
    {shown: state.connection === 'offline', strong: false, words: t('sync:line.offline')},
    {shown: true, strong: false, words: t('sync:line.saved')},
    {
      shown: true,
      strong: state.unsent > 0,
      words: state.working && state.unsent > 0 ? t('sync:line.sending') : t('sync:unsent', {count: state.unsent}),
    },
    {shown: state.needsAttention > 0, strong: true, words: t('sync:attention', {count: state.needsAttention})},
    {shown: state.lastSentAt !== null, strong: false, words: t('sync:lastSent', {when: format.moment(state.lastSentAt ?? 0, today)})},
    {shown: state.signedOut, strong: true, words: t('sync:signInAgain')},
  ];
  return (
    <output className="app-sync">
      <Link to="/sync" className="app-sync__link">
        {parts
          .filter(part => part.shown)
          .map((part, index) => (
            <span key={part.words} className={part.strong ? 'app-sync__part app-sync__strong' : 'app-sync__part'}>
              {index === 0 ? part.words : ` · ${part.words}`}
            </span>
          ))}
      </Link>
    </output>
  );
}
