/**
 * Times of day in Wales and the instants they stand for: UTC in winter, an hour ahead of it in summer. A time that the clocks
 * pass over in spring is the one an hour later; of one that comes twice in autumn the first is meant.
 */
import {calendarDateInWales, dayNumber, type CalendarDate} from './calendar-date.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const CLOCK = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});

/** Minutes since midnight of 'HH:MM'. */
export function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** What a clock on a wall in Wales shows at an instant. */
export function clockInWales(at: number): {readonly on: CalendarDate; readonly minutes: number} {
  return {on: calendarDateInWales(at), minutes: minutesOfDay(CLOCK.format(at))};
}

/** The instant (in milliseconds) at which a wall clock in Wales shows so many minutes after midnight of a day. */
export function instantInWales(on: CalendarDate, minutes: number): number {
  const inWinter = dayNumber(on) * DAY_MS + minutes * MINUTE_MS;
  const inSummer = inWinter - HOUR_MS;
  const shown = clockInWales(inSummer);
  return shown.on === on && shown.minutes === minutes ? inSummer : inWinter;
}
