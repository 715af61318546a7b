/**
 * The months for which somebody is paid, from the day they turned the age that counts and the day they joined (domain.md 3.6). The
 * first is the month after the birthday; whoever joins after that month begins the month after joining and still gets all of
 * them. A month in a pause is not paid. What a scheme has stopped paying is in no list, and nothing is ever called a next payment.
 */
import {addToMonth, monthOf, monthsBetween, type Month} from '../shared/month.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {DataOf} from '../record-kinds.ts';
import type {IncomeScheme} from './income-scheme.ts';

type Pays = Pick<IncomeScheme, 'payments' | 'pausesMoveEnd' | 'lastPaymentMonth'>;
export type Pause = NonNullable<DataOf<'income-enrolment'>['pauses']>[number];

export interface PaymentMonths {
  readonly first: Month;
  readonly last: Month;
  /** Every month that is paid, in order. */
  readonly paid: readonly Month[];
  /** They joined too late to begin in the month after the birthday. */
  readonly isLate: boolean;
}

const isPaused = (pauses: readonly Pause[], month: Month): boolean =>
  pauses.some(({from, until}) => from <= month && (until === null || month <= until));

/** Longer than any scheme and any pause that ends: an open pause is no endless search. */
const MONTHS_LIMIT = 240;

/** Null: nothing is paid, since the scheme had stopped before the first month or a pause never ends. */
export function paymentMonths(
  scheme: Pays,
  birthday: CalendarDate,
  joinedOn: CalendarDate,
  pauses: readonly Pause[] = [],
): PaymentMonths | null {
  const regular = addToMonth(monthOf(birthday), 1);
  const isLate = monthOf(joinedOn) > regular;
  const first = isLate ? addToMonth(monthOf(joinedOn), 1) : regular;
  const paid: Month[] = [];
  for (let at = 0; at < MONTHS_LIMIT && paid.length < scheme.payments; at++) {
    const month = addToMonth(first, at);
    if (!scheme.pausesMoveEnd && at >= scheme.payments) break;
    if (scheme.lastPaymentMonth !== null && month > scheme.lastPaymentMonth) break;
    if (!isPaused(pauses, month)) paid.push(month);
  }
  const [begin, last] = [paid[0], paid.at(-1)];
  return begin === undefined || last === undefined ? null : {first: begin, last, paid, isLate};
}

/** What a scheme pays somebody who has joined: for as many months as it had then. */
export const paysFor = <Scheme extends Pays>(
  scheme: Scheme,
  {monthsPromised}: Pick<DataOf<'income-enrolment'>, 'monthsPromised'>,
): Scheme => ({...scheme, payments: monthsPromised ?? scheme.payments});

/** How many transfers that is: whoever is paid twice a month has two for each (edge case 5). */
export const instalments = (months: number, frequency: DataOf<'income-enrolment'>['frequency']): number =>
  frequency === 'twice_monthly' ? months * 2 : months;

/** The number of a month of the scheme for somebody: their first is 1. */
export const monthNumber = (first: Month, month: Month): number => monthsBetween(first, month) + 1;
