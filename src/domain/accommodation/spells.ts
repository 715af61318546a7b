/**
 * Whether the stays of a file make one unbroken line: no two at once, no day without one, exactly one open (domain.md 3.5).
 * Nothing is mended silently: what does not fit is a question to a person, with the records that it is about. A stay ends
 * on the day of the move, and the next begins on that day or the day after.
 */
import type {RecordOf} from '../record-kinds.ts';
import {addDays, addMonths, daysBetween, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {keptWithNobodyAway, livedIn} from './kept-room.ts';

export type Stay = RecordOf<'stay'>;

/** `until`: the day on which it is over; null: it goes on. */
interface Span {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export type SpellQuestion =
  | ({readonly what: 'overlap'; readonly stays: readonly [Id, Id]} & Span)
  | {readonly what: 'gap'; readonly stays: readonly [Id, Id]; readonly from: CalendarDate; readonly until: CalendarDate}
  | {readonly what: 'none_open'; readonly stays: readonly [Id]; readonly from: CalendarDate}
  | {readonly what: 'room_kept'; readonly stays: readonly [Id]}
  | {readonly what: 'no_start'; readonly stays: readonly [Id]}
  | {readonly what: 'end_before_start'; readonly stays: readonly [Id]};

/** Both begun and neither over: a day of moving is no day in two homes. */
export function overlapOf(one: Span, other: Span): Span | null {
  const from = one.from > other.from ? one.from : other.from;
  const until = one.until === null ? other.until : other.until === null || one.until < other.until ? one.until : other.until;
  // Two that begin on one day are two homes at once, however short.
  return until === null || from < until || (one.from === other.from && from === until) ? {from, until} : null;
}

const spanOf = ({data}: Stay): Span | null => (data.startOn === null ? null : {from: data.startOn, until: data.endOn});

/** Stays in the order of their days, the earliest first, as they were lived in: of a room that is kept, the days before they went. */
export function standingStays(stays: readonly Stay[]): readonly Stay[] {
  const order = ({id, data}: Stay) => [data.startOn ?? '', data.endOn ?? '9999', id].join();
  return livedIn(stays).toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** What does not fit, in the order of its days; `diedOn`: nobody lives anywhere after it. */
export function spellQuestions(stays: readonly Stay[], today: CalendarDate, diedOn: CalendarDate | null = null): readonly SpellQuestion[] {
  const questions: SpellQuestion[] = [];
  /** The stay that lasts longest of those before: a short one within it does not open a gap. */
  let last: {readonly id: Id; readonly until: CalendarDate | null} | null = null;
  const before: {readonly id: Id; readonly span: Span}[] = [];
  for (const stay of standingStays(stays)) {
    const span = spanOf(stay);
    if (span === null) {
      questions.push({what: 'no_start', stays: [stay.id]});
      continue;
    }
    if (span.until !== null && span.until < span.from) {
      questions.push({what: 'end_before_start', stays: [stay.id]});
      continue;
    }
    for (const other of before) {
      const both = overlapOf(other.span, span);
      if (both) questions.push({what: 'overlap', stays: [other.id, stay.id], ...both});
    }
    if (last?.until && addDays(last.until, 1) < span.from)
      questions.push({what: 'gap', stays: [last.id, stay.id], from: last.until, until: span.from});
    before.push({id: stay.id, span});
    if (last === null || (last.until !== null && (span.until === null || span.until >= last.until)))
      last = {id: stay.id, until: span.until};
  }
  if (diedOn !== null) return questions;
  if (last?.until && last.until <= today) questions.push({what: 'none_open', stays: [last.id], from: last.until});
  for (const room of keptWithNobodyAway(stays, today)) questions.push({what: 'room_kept', stays: [room.id]});
  return questions;
}

export interface Moves {
  readonly all: number;
  readonly unplanned: number;
}

/** Moves in the twelve months up to a day: each stay that began in them after another; of unplanned ones those that are known to be. */
export function movesInYear(stays: readonly Stay[], today: CalendarDate): Moves {
  const began = standingStays(stays)
    .filter(({data}) => data.startOn !== null)
    .slice(1)
    .filter(({data}) => data.startOn !== null && data.startOn <= today && data.startOn > addMonths(today, -12));
  return {all: began.length, unplanned: began.filter(({data}) => data.movePlanned === false).length};
}

/** Nights in a stay up to a day, that night with them, as the limits of bed and breakfast count them; null where its first is not known or has not come. */
export function nightsIn({data}: Stay, today: CalendarDate): number | null {
  if (data.startOn === null || data.startOn > today) return null;
  const end = data.endOn === null || data.endOn > today ? addDays(today, 1) : data.endOn;
  return Math.max(0, daysBetween(data.startOn, end));
}
