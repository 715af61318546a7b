/**
 * Who may ask of St David's Day Fund, and why (domain.md 3.4): the fund names categories 1 to 5, and those of 21 to 24 who are
 * not in education or training and need help to live on their own. Category 6 is not named: the authority decides.
 */
import {presentActivity} from '../learning-work/present-activity.ts';
import type {RecordOf, KindCode} from '../record-kinds.ts';
import {ageOn, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import type {Category} from '../young-person/care-leaver-category.ts';
import {careLeaverStanding, READ_FOR_STANDING} from '../young-person/standing.ts';
import type {ELIGIBILITY, ELIGIBILITY_REASONS, ELIGIBLE_GROUPS} from './codes.ts';

export interface Eligibility {
  readonly answer: (typeof ELIGIBILITY)[number];
  readonly group: (typeof ELIGIBLE_GROUPS)[number] | null;
  readonly reason: (typeof ELIGIBILITY_REASONS)[number];
  readonly category: Category;
  readonly age: number;
}

/** Kinds of records that the answer follows from. */
export const READ_FOR_ELIGIBILITY = [...READ_FOR_STANDING, 'activity'] as const satisfies readonly KindCode[];

type Found = Pick<Eligibility, 'answer' | 'group' | 'reason'>;
const yes = (group: NonNullable<Eligibility['group']>): Found => ({answer: 'yes', group, reason: group});
const not = (reason: Eligibility['reason']): Found => ({answer: 'no', group: null, reason});

const IN_LEARNING: ReadonlySet<string> = new Set(['F1', 'P1', 'F2', 'P2', 'F4', 'P4']);
/** Training or employment: the code does not say which. */
const EITHER: ReadonlySet<string> = new Set(['F5', 'P5', 'not_known']);

/** As it stood on the day that was asked, which is the day that counts where a decision comes after a birthday. */
export function fundEligibility(file: readonly DomainRecord[], on: CalendarDate): Eligibility {
  const person = file.find((record): record is RecordOf<'young-person'> => isKind(record, 'young-person'));
  const born = person?.data.birthDates.at(-1)?.date;
  if (!person || !born) return {...not('birth_unknown'), category: 'none', age: 0};
  const {category} = careLeaverStanding(file, on);
  const age = ageOn(born, on);
  if (person.data.diedOn !== null && person.data.diedOn <= on) return {...not('died'), category, age};
  if (age < 16) return {...not('under_16'), category, age};
  if (on >= birthday(born, 25)) return {...not('over_25'), category, age};
  return {...ofCategory(category, age, file, on), category, age};
}

function ofCategory(category: Category, age: number, file: readonly DomainRecord[], on: CalendarDate): Found {
  switch (category) {
    case 'C1':
      return yes('looked_after_16_17');
    case 'C2':
      return yes('care_leaver_under_18');
    case 'C3':
      return yes('care_leaver_18_plus');
    case 'C4':
      return yes('returning_to_learn');
    case 'C5':
      return yes('special_guardianship');
    case 'C6':
    case 'C6a':
      return {answer: 'decide', group: null, reason: 'category_6'};
    case 'none_yet':
      // Looked after at 16 or 17, though not yet for 13 weeks: the fund says "looked after" and nothing of weeks.
      return yes('looked_after_16_17');
    case 'pre':
      return not('under_16');
    case 'none':
      return age >= 21
        ? from21(file, on)
        : wasLookedAfter(file)
          ? {answer: 'decide', group: null, reason: 'left_before_16'}
          : not('not_care_experienced');
  }
}

/** 21 to 24 and of no category any more: those who are not in education or training and need help to live on their own. */
function from21(file: readonly DomainRecord[], on: CalendarDate): Found {
  if (!wasLookedAfter(file)) return not('not_care_experienced');
  const now = presentActivity(file, on)?.data.code;
  if (now === undefined || EITHER.has(now)) return {answer: 'decide', group: 'independent_21_24', reason: 'activity_unknown'};
  return IN_LEARNING.has(now) ? not('in_learning_21_24') : yes('independent_21_24');
}

const wasLookedAfter = (file: readonly DomainRecord[]): boolean =>
  file.some(record => isKind(record, 'looked-after-period') && !struckOut(record) && record.data.legalStatus !== 'short_breaks');

/** With what the authority has set for category 6, which a young person's device does not know. */
export const asAuthoritySays = (found: Eligibility, category6: Eligibility['answer']): Eligibility =>
  found.reason === 'category_6' ? {...found, answer: category6} : found;
