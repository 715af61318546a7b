/** Invented schemes and check-ins for tests: a check-in in which every question was passed over, and what a test says different. */
import type {BodyOf} from '../commands.ts';
import {date} from '../shared/calendar-date.ts';
import {BASIC_INCOME_PILOT} from './scheme.ts';
import type {IncomeScheme} from './income-scheme.ts';

export const NO_ANSWERS: Omit<BodyOf<'income-check-in.answer'>, 'enrolment'> = {
  on: null,
  paidOnTime: null,
  coversEssentials: null,
  rentPaid: null,
  arrearsPence: null,
  savings: null,
  debt: null,
  benefitsChange: null,
  activity: null,
  home: null,
  wellbeing: null,
  usedFor: null,
  afterEnd: null,
  supportWanted: null,
  moneyControlled: null,
  own: [],
  lang: 'cy',
};

/** Open, for whoever turns 18 in these years. */
export const STARTING_INCOME: IncomeScheme = {
  ...BASIC_INCOME_PILOT,
  name: {cy: 'Incwm Cychwyn', en: 'Starting Income'},
  birthdayFrom: date('2025-01-01'),
  birthdayUntil: date('2027-12-31'),
  closedOn: null,
  lastPaymentMonth: null,
};
