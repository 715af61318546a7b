/** Whether anybody of the council reads what is written now, said before anything can be typed, and how soon it goes on. */
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {hoursFrom, isOpenAt, opensAfter} from '#domain/shared/office-hours.ts';
import type {AlarmTimes} from '#domain/worry/alarm-times.ts';
import {dueFrom} from '#domain/worry/escalation.ts';
import type {WorryKind} from '#domain/worry/codes.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {useText, type Text} from '#client/i18n/text.ts';
import {Notice} from '#client/ui/notice.tsx';
import {useNow} from '#client/ui/use-now.ts';

const MINUTE_MS = 60_000;

interface HelpProps {
  readonly help: DataOf<'who-helps'> | undefined;
}

/** The hours that are on now end then; `at` lies in them. */
function closesAt({hours}: AlarmTimes, at: number): number {
  const [stretch] = hoursFrom(hours, at);
  return stretch?.to ?? at;
}

export function WhoIsWatching({help}: HelpProps) {
  const {t, format} = useText();
  const now = useNow();
  const times = help?.alarms;
  if (times === undefined)
    return (
      <Notice tone="attention" title={t('young:alarm.hours.unknown')}>
        <p>{t('young:alarm.danger')}</p>
      </Notice>
    );
  if (isOpenAt(times.hours, now))
    return (
      <Notice title={t('young:alarm.hours.in', {time: format.time(closesAt(times, now))})}>
        <p>{t('young:alarm.danger')}</p>
      </Notice>
    );
  const opens = opensAfter(times.hours, now);
  return (
    <Notice tone="attention" title={t('young:alarm.hours.out')}>
      <p>{t('young:alarm.danger')}</p>
      {opens !== null && (
        <p>{t('young:alarm.hours.next', {date: format.dateWithWeekday(calendarDateInWales(opens)), time: format.time(opens)})}</p>
      )}
    </Notice>
  );
}

/** What happens to one about this if nobody reads it, by what the authority has set. */
export function HowSoon({help, about}: HelpProps & {readonly about: WorryKind}) {
  const text = useText();
  const {t} = text;
  const now = useNow();
  const times = help?.alarms;
  if (times === undefined) return null;
  const isUrgent = times.urgentKinds.includes(about);
  const isIn = isOpenAt(times.hours, now);
  if (!isUrgent && !isIn) return <p>{t('young:alarm.soon.waits')}</p>;
  // What cannot wait goes by the clock, and other minutes hold from the stroke at which the office shuts or opens.
  const goesOn = (to: 'manager' | 'duty') =>
    isUrgent ? Math.ceil(((dueFrom(times, about, now, to) ?? now) - now) / MINUTE_MS) : times.other[to];
  return (
    <>
      <p>{t('young:alarm.soon')}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t('young:alarm.soon.manager', {when: inMinutes(text, goesOn('manager'))})}</li>
        <li>{t('young:alarm.soon.duty', {when: inMinutes(text, goesOn('duty'))})}</li>
      </ul>
      {!isUrgent && <p>{t('young:alarm.soon.hours')}</p>}
    </>
  );
}

const inMinutes = ({t}: Text, minutes: number): string => (minutes === 0 ? t('young:alarm.atOnce') : t('young:alarm.minutes', {minutes}));
