/**
 * When somebody of the authority is at work: the days and times that it has set, in Wales, without bank holidays. Stretches of
 * time that lie within those hours, so that what waits can be measured across nights, weekends and the change of the clocks.
 */
import {addDays, weekday, WEEKDAYS, type CalendarDate, type Weekday} from './calendar-date.ts';
import {clockInWales, instantInWales, minutesOfDay} from './time-in-wales.ts';
import {isBankHoliday} from './working-days.ts';

export interface OfficeHours {
  readonly days: readonly Weekday[];
  /** 'HH:MM' in Wales. */
  readonly opens: string;
  readonly closes: string;
}

/** A stretch of time, in milliseconds since 1970, its end not counted. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An office that is shut for longer than this is shut for good. */
const LONGEST_SHUT_DAYS = 30;

function hoursOn({days, opens, closes}: OfficeHours, on: CalendarDate): Stretch | null {
  const day = WEEKDAYS[weekday(on) - 1];
  if (day === undefined || !days.includes(day) || isBankHoliday(on)) return null;
  const [from, to] = [instantInWales(on, minutesOfDay(opens)), instantInWales(on, minutesOfDay(closes))];
  return to > from ? {from, to} : null;
}

/** The hours that are not over at an instant, one after another; ends when there are none for a month. */
export function* hoursFrom(hours: OfficeHours, at: number): Generator<Stretch> {
  let shut = 0;
  for (let on = clockInWales(at).on; shut < LONGEST_SHUT_DAYS; on = addDays(on, 1)) {
    const stretch = hoursOn(hours, on);
    shut = stretch ? 0 : shut + 1;
    if (stretch && stretch.to > at) yield stretch;
  }
}

export function isOpenAt(hours: OfficeHours, at: number): boolean {
  const stretch = hoursOn(hours, clockInWales(at).on);
  return stretch !== null && at >= stretch.from && at < stretch.to;
}

/** When it opens next, or has opened; null where it never does. */
export function opensAfter(hours: OfficeHours, at: number): number | null {
  const next = hoursFrom(hours, at).next();
  return next.done === true ? null : next.value.from;
}
