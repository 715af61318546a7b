/** What happens next: the day, the time, who and where, as it was arranged with them; and what was cancelled, with why. */
import {struckOut} from '#domain/shared/record.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {helperName, type OwnFile} from './own-file.ts';

export function NextVisit({file, today}: {readonly file: OwnFile; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const visits = useMemory(
    memory =>
      memory
        .records(file.id, 'planned-visit')
        .filter(visit => !struckOut(visit) && visit.data.on >= today)
        .toSorted((one, other) => (`${one.data.on} ${one.data.at ?? ''}` < `${other.data.on} ${other.data.at ?? ''}` ? -1 : 1)),
    [file.id, today],
  );
  const visit = visits.find(({data}) => data.keptBy === null && data.cancelledBecause === null)?.data;
  const agreed = file.help?.nextContactOn ?? null;
  // A day that was agreed at a contact, sooner than what is planned, is known by its day alone.
  const isVisit = visit !== undefined && (agreed === null || visit.on <= agreed);
  const on = isVisit ? visit.on : agreed;
  const name = isVisit ? helperName(file.help, visit.worker) : (file.help?.adviser?.name ?? null);

  async function toCalendar(entry: {readonly on: CalendarDate; readonly at: string | null}) {
    const {giveToCalendar} = await import('#client/features/calendar-file.ts');
    giveToCalendar({...entry, word: t('young:home.calendar.entry')});
  }

  return (
    <>
      {on === null ? (
        <p>{t('young:home.next.none')}</p>
      ) : (
        <>
          <p className="app-next__date">{t('young:home.next.on', {date: format.dateWithWeekday(on)})}</p>
          {isVisit && visit.at !== null && <p>{t('young:home.next.at', {time: visit.at})}</p>}
          {name !== null && <p>{t('young:home.next.with', {name})}</p>}
          {isVisit && visit.where !== null && <LabelledAsWritten label={t('young:home.next.where')}>{visit.where}</LabelledAsWritten>}
          {isVisit && visit.purpose && <FreeText words={visit.purpose} />}
          <p>
            <button type="button" className="app-button-quiet" onClick={() => void toCalendar({on, at: isVisit ? visit.at : null})}>
              {t('young:home.calendar')}
            </button>{' '}
            {t('young:home.calendar.words')}
          </p>
        </>
      )}
      {visits.map(
        ({id, data}) =>
          data.cancelledBecause !== null && (
            <div key={id}>
              <p>{t('young:home.next.off', {date: format.dateWithWeekday(data.on)})}</p>
              <FreeText words={data.cancelledBecause} />
            </div>
          ),
      )}
    </>
  );
}
