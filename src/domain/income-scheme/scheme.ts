/**
 * A scheme that pays young people an income, as data: who can join, what it pays and for how long, when people are asked how
 * it goes and what they are asked. An authority sets one up without any code. The Basic Income pilot is one of them; it is
 * closed, so what it paid is history, and what law and government fixed of it cannot be set to something else (domain.md 3.6).
 */
import {date, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {CHECK_IN_QUESTIONS} from './codes.ts';
import type {IncomeScheme} from './income-scheme.ts';

/** What an enrolment belongs to that names no scheme: history of the pilot, in which there was no other. */
export const PILOT_ID: Id = '5f0a3c52-6d0e-4b1f-9a53-2c1d8e7b6a40';

/**
 * The pilot as the Welsh Government ran it. Delivery ended formally on 14 July 2025, when all but a few had had their last
 * payment, and was over within that year. The timetable and the questions are a suggestion: an authority may choose others.
 */
export const BASIC_INCOME_PILOT: IncomeScheme = {
  name: {
    cy: 'Cynllun Peilot Incwm Sylfaenol i Bobl Ifanc sy’n Gadael Gofal yng Nghymru',
    en: 'Basic Income for Care Leavers in Wales pilot',
  },
  turns: 18,
  birthdayFrom: date('2022-07-01'),
  birthdayUntil: date('2023-06-30'),
  categories: ['C3'],
  grossPence: 160_000,
  netPence: 128_000,
  payments: 24,
  frequencies: ['monthly', 'twice_monthly'],
  pausesMoveEnd: true,
  closedOn: date('2025-07-14'),
  lastPaymentMonth: '2025-12',
  checkIns: [1, 3, 6, 9, 12, 15, 18, 21, 24],
  checkInsAfter: [3, 6, 12],
  questions: [...CHECK_IN_QUESTIONS],
  ownQuestions: [],
};

/** What an authority may change of the pilot: how and when it asks, nothing of what the pilot was. */
export const OPEN_OF_PILOT = ['checkIns', 'checkInsAfter', 'questions', 'ownQuestions'] as const satisfies readonly (keyof IncomeScheme)[];

export interface KnownScheme extends IncomeScheme {
  readonly id: Id;
}

/** All that an authority has, in the order of their windows; the pilot is there whether or not somebody has changed its questions. */
export function schemesOf(authority: readonly DomainRecord[]): readonly KnownScheme[] {
  const known = authority.flatMap((record): KnownScheme[] =>
    isKind(record, 'income-scheme') && !struckOut(record) ? [{...record.data, id: record.id}] : [],
  );
  const all = known.some(({id}) => id === PILOT_ID) ? known : [{...BASIC_INCOME_PILOT, id: PILOT_ID}, ...known];
  const order = ({birthdayFrom, id}: KnownScheme) => `${birthdayFrom} ${id}`;
  return all.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

export const schemeOf = (authority: readonly DomainRecord[], id: Id | null | undefined): KnownScheme | undefined =>
  schemesOf(authority).find(scheme => scheme.id === (id ?? PILOT_ID));

export const isClosed = ({closedOn}: Pick<IncomeScheme, 'closedOn'>, on: CalendarDate): boolean => closedOn !== null && closedOn <= on;
