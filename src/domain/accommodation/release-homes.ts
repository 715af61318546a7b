/** Where somebody who is held goes on the day of release: what has been planned for it, and what is kept for them. */
import type {RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {roomsKeptOn} from './kept-room.ts';

/** Stays for the time after it that have begun by then and go on, and rooms that are kept. What was there before they were held, and was left open, is none. */
export function staysForRelease<Stay extends RecordOf<'stay'>>(
  stays: readonly Stay[],
  heldSince: CalendarDate,
  on: CalendarDate,
): readonly Stay[] {
  const planned = stays.filter(
    ({data: {startOn, endOn}}) => startOn !== null && startOn > heldSince && startOn <= on && (endOn === null || endOn > on),
  );
  return [...planned, ...roomsKeptOn(stays, on)];
}
