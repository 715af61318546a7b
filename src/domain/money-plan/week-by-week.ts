/**
 * What comes in, goes out and is left, exactly: every amount is taken to whole pence a year (52 weeks, 26 times two weeks,
 * 13 times four, 12 months), sums are made there, and only the last figure that is shown is rounded, half up. No sum is
 * made of rounded ones, so the order of the lines and the time that each is entered for lose no penny. A year is taken to be
 * 52 weeks, as benefit and rent offices do.
 */
import type {DataOf} from '../record-kinds.ts';
import type {Pence} from '../shared/money.ts';
import {groupOfLine, MONEY_GROUPS, type HowOften, type MoneyGroup} from './codes.ts';
import type {MoneyAmount} from './money-plan.ts';

export const TIMES_A_YEAR: Readonly<Record<HowOften, number>> = {week: 52, two_weeks: 26, four_weeks: 13, month: 12, year: 1};

/** A sum is what it is. */
export const penceAYear = ({pence, every}: MoneyAmount): Pence => (every === null ? pence : pence * TIMES_A_YEAR[every]);

type Line = Pick<DataOf<'money-line'>, 'what' | 'amount' | 'takenOutOn'>;

export interface MoneySums {
  /** Of what flows, whole pence a year; of the others, the sum of today. What was taken out does not count. */
  readonly of: Readonly<Record<MoneyGroup, Pence>>;
  /** A year's income less a year's outgoings; below nothing where more goes out. */
  readonly left: Pence;
}

export function moneySums(lines: readonly Line[]): MoneySums {
  const of = Object.fromEntries(MONEY_GROUPS.map(group => [group, 0])) as Record<MoneyGroup, Pence>;
  for (const {what, amount, takenOutOn} of lines) if (takenOutOn === null) of[groupOfLine(what)] += penceAYear(amount);
  return {of, left: of.income - of.outgoing};
}

/** So much a year as so much a week or a month, for a screen or paper and for nothing else. Never of less than nothing. */
export function roundedFor(every: HowOften, aYear: Pence): Pence {
  const times = TIMES_A_YEAR[every];
  return Math.floor((2 * aYear + times) / (2 * times));
}

/** Whether more goes out, by a penny a month at least: the same rent by the week and by the month differs by less. */
export const isShort = ({left}: Pick<MoneySums, 'left'>): boolean => left < 0 && roundedFor('month', -left) > 0;
