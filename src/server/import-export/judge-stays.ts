/**
 * Stays of one person that cannot all be true. A stay ends on the day of the move and the next begins that day or the
 * day after. Of two that contradict each other the later by start is held; a gap is only a question, because nobody
 * has said anything untrue.
 */
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Reason} from './read-cell.ts';

export interface DatedStay {
  readonly row: number;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate | null;
}

export interface StayVerdicts {
  readonly held: readonly {readonly row: number; readonly reason: Reason; readonly withRow: number}[];
  readonly gaps: readonly number[];
}

export function judgeStays(stays: readonly DatedStay[]): StayVerdicts {
  const inOrder = stays.toSorted((a, b) => (a.startOn === b.startOn ? a.row - b.row : a.startOn < b.startOn ? -1 : 1));
  const held: {row: number; reason: Reason; withRow: number}[] = [];
  const gaps: number[] = [];
  const standing: DatedStay[] = [];
  let coveredTo: CalendarDate | 'for ever' | null = null;
  for (const stay of inOrder) {
    const other = standing.find(earlier => earlier.endOn === null || stay.startOn < earlier.endOn);
    if (other) {
      const bothOpen = other.endOn === null && stay.endOn === null;
      held.push({row: stay.row, reason: bothOpen ? 'TWO_OPEN_SPELLS' : 'SPELL_OVERLAP', withRow: other.row});
    } else {
      standing.push(stay);
      if (coveredTo !== null && coveredTo !== 'for ever' && stay.startOn > addDays(coveredTo, 1)) gaps.push(stay.row);
    }
    if (stay.endOn === null) coveredTo = 'for ever';
    else if (coveredTo === null || (coveredTo !== 'for ever' && stay.endOn > coveredTo)) coveredTo = stay.endOn;
  }
  return {held, gaps};
}
