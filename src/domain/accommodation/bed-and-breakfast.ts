/**
 * Nights in bed and breakfast: counted across stays, each night once, since they came to the authority as homeless,
 * or else since there was last a home. A room of the basic standard for two weeks, of the higher for six, in all.
 */
import type {RecordOf} from '../record-kinds.ts';
import {addDays, dayNumber, fromDayNumber, type CalendarDate} from '../shared/calendar-date.ts';
import {HOME_GROUPS, WITHOUT_HOME, type HomeGroup, type ROOM_STANDARDS} from './codes.ts';
import {standingStays} from './spells.ts';

/** First and last night of one stay; of a room of which nothing was said, the basic standard. */
export interface BedAndBreakfastSpan {
  readonly stay: string;
  readonly standard: (typeof ROOM_STANDARDS)[number];
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly nights: number;
}

/** Kinds of stay that leave somebody without a home of their own, so that nights in bed and breakfast go on adding up. */
const NO_HOME: readonly HomeGroup[] = [...WITHOUT_HOME, 'custody'];

const groupOf = ({data}: RecordOf<'stay'>): HomeGroup => (data.type === null ? 'not_known' : HOME_GROUPS[data.type]);

export function bedAndBreakfastSpans(
  stays: readonly RecordOf<'stay'>[],
  presentedOn: CalendarDate | undefined,
  today: CalendarDate,
): readonly BedAndBreakfastSpan[] {
  const begun = standingStays(stays).filter(({data}) => data.startOn !== null && data.startOn <= today);
  const lastHome = begun.findLastIndex(
    stay => !NO_HOME.includes(groupOf(stay)) && (presentedOn === undefined || (stay.data.startOn ?? presentedOn) < presentedOn),
  );
  const spans: BedAndBreakfastSpan[] = [];
  for (const stay of begun.slice(lastHome + 1)) {
    const {startOn, endOn} = stay.data;
    if (groupOf(stay) !== 'bed_breakfast' || startOn === null) continue;
    const lastNight = dayNumber(endOn !== null && endOn <= today ? addDays(endOn, -1) : today);
    const counted = spans.at(-1);
    const first = Math.max(dayNumber(startOn), counted ? dayNumber(counted.last) + 1 : -Infinity);
    if (first > lastNight) continue;
    spans.push({
      stay: stay.id,
      standard: stay.data.roomStandard ?? 'basic',
      first: fromDayNumber(first),
      last: fromDayNumber(lastNight),
      nights: lastNight - first + 1,
    });
  }
  return spans;
}

export const nightsOf = (spans: readonly BedAndBreakfastSpan[]): number => spans.reduce((sum, {nights}) => sum + nights, 0);

/**
 * The day after the last night that a limit allows: reached by the nights there were, or, where the last stay goes on, by
 * those to come. Undefined where it is not reached.
 */
export function limitReached(spans: readonly BedAndBreakfastSpan[], limit: number, goesOn: boolean): CalendarDate | undefined {
  let left = limit;
  for (const [index, span] of spans.entries()) {
    const isLast = goesOn && index === spans.length - 1;
    if (isLast || span.nights > left) return fromDayNumber(dayNumber(span.first) + left);
    left -= span.nights;
  }
  return undefined;
}
