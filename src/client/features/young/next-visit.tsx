/** What happens next: the day, the time, who and where, as it was arranged with them; and what was cancelled, with why. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {useText} from '#client/i18n/text.ts';
import {comingVisits, nextDay} from '#client/case/deadlines/next-day.ts';
import {useMemory} from '#client/sync/device-context.ts';
import {LabelledAsWritten} from '#client/ui/as-written.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {helperName, type OwnFile} from './own-file.ts';

export function NextVisit({file, today}: {readonly file: OwnFile; readonly today: CalendarDate}) {
  const {t, format} = useText();
  const visits = useMemory(memory => comingVisits(memory, file.id, today), [file.id, today]);
  const next = useMemory(memory => nextDay(memory, file.id, today), [file.id, today]);
  const visit = next?.visit ?? null;
  const name = visit ? helperName(file.help, visit.worker) : (file.help?.adviser?.name ?? null);

  async function toCalendar(entry: {readonly on: CalendarDate; readonly at: string | null}) {
    const {giveToCalendar} = await import('#client/case/contact/calendar-file.ts');
    giveToCalendar({...entry, word: t('young:home.calendar.entry')});
  }

  return (
    <>
      {next === null ? (
        <p>{t('young:home.next.none')}</p>
      ) : (
        <>
          <p className="app-next__date">{t('young:home.next.on', {date: format.dateWithWeekday(next.on)})}</p>
          {visit !== null && visit.at !== null && <p>{t('young:home.next.at', {time: visit.at})}</p>}
          {name !== null && <p>{t('young:home.next.with', {name})}</p>}
          {visit !== null && visit.where !== null && (
            <LabelledAsWritten label={t('young:home.next.where')}>{visit.where}</LabelledAsWritten>
          )}
          {visit?.purpose && <FreeText words={visit.purpose} />}
          <p>
            <button type="button" className="app-button-quiet" onClick={() => void toCalendar({on: next.on, at: visit?.at ?? null})}>
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
