/**
 * When somebody in a scheme is asked how it goes: the scheme's own months while money comes, and its months after the last payment,
 * wherever that fell for them. A check-in waits from the first day of its month, for a season or until the next one begins, and is then gone by:
 * nobody is late for it, since it is no condition of anything.
 */
import type {RecordOf} from '../record-kinds.ts';
import {addDays, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {addToMonth, firstDayOf, lastDayOf, monthOf, type Month} from '../shared/month.ts';
import {struckOut} from '../shared/record.ts';
import type {CHECK_IN_STATES} from './codes.ts';
import {monthNumber} from './payment-months.ts';
import type {IncomeScheme} from './income-scheme.ts';

type Enrolment = RecordOf<'income-enrolment'>;
type CheckIn = RecordOf<'income-check-in'>;

export interface CheckInDue {
  /** Of the scheme for this person: their first month of payment is 1. */
  readonly number: number;
  readonly month: Month;
  /** After the last payment. */
  readonly isAfter: boolean;
  readonly state: (typeof CHECK_IN_STATES)[number];
  /** The last day on which it still waits. */
  readonly until: CalendarDate;
  readonly checkIn: CheckIn | null;
}

/** A check-in waits for a season at most: its own month and so many more. */
const MONTHS_MORE = 2;

/** Those of one enrolment: a check-in that names none belongs to the pilot's. */
export const checkInsOf = (enrolment: Enrolment, checkIns: readonly CheckIn[]): readonly CheckIn[] =>
  checkIns
    .filter(record => !struckOut(record) && belongsTo(enrolment, record.data.enrolment))
    .toSorted((one, other) => (one.data.on < other.data.on ? -1 : 1));

const belongsTo = (enrolment: Enrolment, named: Id | null | undefined): boolean =>
  named === null || named === undefined ? (enrolment.data.scheme ?? null) === null : named === enrolment.id;

/** Months to ask in, in order; none for whoever never joined, or ended before anything was paid. */
function monthsToAsk(
  scheme: Pick<IncomeScheme, 'checkIns' | 'checkInsAfter'>,
  {data}: Enrolment,
): readonly {month: Month; isAfter: boolean}[] {
  const {firstPaymentMonth: first, finalPaymentMonth: last} = data;
  if (first === null || data.decision === 'declined' || data.decision === null) return [];
  if (data.closingReason !== null && data.paymentsMade === 0) return [];
  const during = scheme.checkIns
    .map(number => addToMonth(first, number - 1))
    .filter(month => last === null || month <= last)
    .map(month => ({month, isAfter: false}));
  const after = last === null ? [] : scheme.checkInsAfter.map(number => ({month: addToMonth(last, number), isAfter: true}));
  return [...during, ...after].toSorted((one, other) => (one.month < other.month ? -1 : 1));
}

/**
 * @param checkIns of this enrolment alone, see checkInsOf
 * @param diedOn nobody is asked after it
 */
export function checkInTimetable(
  scheme: Pick<IncomeScheme, 'checkIns' | 'checkInsAfter'>,
  enrolment: Enrolment,
  checkIns: readonly CheckIn[],
  today: CalendarDate,
  diedOn: CalendarDate | null = null,
): readonly CheckInDue[] {
  const first = enrolment.data.firstPaymentMonth;
  const months = monthsToAsk(scheme, enrolment).filter(({month}) => diedOn === null || month <= monthOf(diedOn));
  return months.map(({month, isAfter}, at): CheckInDue => {
    const next = months[at + 1]?.month;
    const season = addToMonth(month, MONTHS_MORE);
    const until = next !== undefined && next <= season ? addDays(firstDayOf(next), -1) : lastDayOf(season);
    const number = monthNumber(first ?? month, month);
    const checkIn = checkIns.find(({data}) => data.monthNumber === number || isWithin(data.on, firstDayOf(month), until)) ?? null;
    return {number, month, isAfter, until, checkIn, state: stateOf(checkIn !== null, month, until, diedOn ?? today, diedOn !== null)};
  });
}

const isWithin = (on: CalendarDate, from: CalendarDate, until: CalendarDate): boolean => from <= on && on <= until;

function stateOf(isHeld: boolean, month: Month, until: CalendarDate, today: CalendarDate, isOver: boolean): CheckInDue['state'] {
  if (isHeld) return 'held';
  if (isOver || until < today) return 'not_held';
  return firstDayOf(month) <= today ? 'open' : 'ahead';
}
