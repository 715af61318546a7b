/** Whether a scheme is for somebody, and why: the birthday that counts, and who they were in law on that day (domain.md 3.6, edge case 3). */
import type {RecordOf} from '../record-kinds.ts';
import {birthday, type CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import type {DomainRecord} from '../shared/record.ts';
import type {Category} from '../young-person/care-leaver-category.ts';
import {careLeaverStanding} from '../young-person/standing.ts';
import type {SCHEME_ANSWERS, SCHEME_REASONS} from './codes.ts';
import type {IncomeScheme} from './income-scheme.ts';

export interface SchemeEligibility {
  readonly answer: (typeof SCHEME_ANSWERS)[number];
  readonly reason: (typeof SCHEME_REASONS)[number];
  /** The birthday that counts; null where the date of birth is not known. */
  readonly birthday: CalendarDate | null;
  /** On that birthday; null where it has not come, or it does not matter. */
  readonly category: Category | null;
}

type Window = Pick<IncomeScheme, 'birthdayFrom' | 'birthdayUntil'>;

/** Where a birthday lies: both ends of the window are in it. */
export const windowReason = ({birthdayFrom, birthdayUntil}: Window, on: CalendarDate): 'in_window' | 'before_window' | 'after_window' =>
  on < birthdayFrom ? 'before_window' : on > birthdayUntil ? 'after_window' : 'in_window';

/** @param file one person's records; what was struck out counts for nothing */
export function schemeEligibility(scheme: IncomeScheme, file: readonly DomainRecord[], today: CalendarDate): SchemeEligibility {
  const person = file.find((record): record is RecordOf<'young-person'> => isKind(record, 'young-person'));
  const born = person?.data.birthDates.at(-1)?.date;
  if (!person || !born) return {answer: 'no', reason: 'birth_unknown', birthday: null, category: null};
  const counts = birthday(born, scheme.turns);
  const reason = windowReason(scheme, counts);
  if (reason !== 'in_window') return {answer: 'no', reason, birthday: counts, category: null};
  if (person.data.diedOn !== null && person.data.diedOn < counts) return {answer: 'no', reason: 'died', birthday: counts, category: null};
  // Who they will be in law cannot be known before the day.
  if (counts > today) return {answer: 'later', reason: 'turns_in_window', birthday: counts, category: null};
  const {category} = careLeaverStanding(file, counts);
  return scheme.categories.includes(category)
    ? {answer: 'yes', reason, birthday: counts, category}
    : {answer: 'no', reason: 'other_category', birthday: counts, category};
}
