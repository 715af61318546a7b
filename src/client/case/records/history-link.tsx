/** The way to a record's history, small beside what it is the history of. */
import {Link} from '#client/ui/link.tsx';
import type {Id} from '#domain/shared/ids.ts';
import {useText} from '#client/i18n/text.ts';

export function HistoryLink({record, what}: {readonly record: Id; readonly what: string}) {
  const {t} = useText();
  return (
    <Link className="app-button-quiet" to={`/history/${record}`} aria-label={t('history:linkFor', {what})}>
      {t('history:link')}
    </Link>
  );
}
