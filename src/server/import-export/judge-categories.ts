/**
 * The category that follows from the dates of an extract, against what the old system says, and who can have been in
 * the basic income pilot. The app's own answer is used; a contradiction is shown to a person.
 */
import {addDays, birthday, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {BASIC_INCOME_PILOT} from '#domain/income-scheme/scheme.ts';
import {windowReason} from '#domain/income-scheme/scheme-eligibility.ts';
import {careLeaverCategory, type CategoryFacts, NO_PROGRAMME, type ReturnHome} from '#domain/young-person/care-leaver-category.ts';
import {REASONS_CEASED} from '#domain/young-person/codes.ts';
import type {LookedAfterPeriod} from '#domain/young-person/looked-after-days.ts';
import type {CellValue} from './judged-row.ts';
import type {Reason} from './read-cell.ts';

/** Of one person, what the category needs; kept for the whole import, so only that. */
export interface PersonDates {
  readonly dateOfBirth: CalendarDate;
  readonly diedOn: CalendarDate | null;
  readonly toldUsOn: CalendarDate | null;
  readonly schedule3: boolean;
  readonly periods: readonly LookedAfterPeriod[];
  readonly returnsHome: readonly ReturnHome[];
}

type Values = Readonly<Record<string, CellValue>>;
const dateIn = (values: Values, column: string) => (values[column] ?? null) as CalendarDate | null;

export function periodOf(values: Values): LookedAfterPeriod | null {
  const startOn = dateIn(values, 'start_date');
  if (startOn === null) return null;
  return {
    startOn,
    endOn: dateIn(values, 'end_date'),
    isShortBreak: values['legal_status'] === 'short_breaks',
    reasonEnded: REASONS_CEASED.find(code => code === values['reason_ceased']) ?? null,
    lastPlacement: values['last_placement'] === null ? null : String(values['last_placement']),
  };
}

/** Where no stay tells more, a period that ended with the return to parents is taken to last. */
export function returnsHomeOf(
  periods: readonly LookedAfterPeriod[],
  stays: readonly ReturnHome[],
  hasStays: boolean,
): readonly ReturnHome[] {
  if (hasStays) return stays;
  return periods.flatMap(({endOn, reasonEnded}) =>
    reasonEnded === 'home_to_parents' && endOn !== null ? [{startOn: addDays(endOn, 1), endOn: null}] : [],
  );
}

export function categoryFacts(person: PersonDates): CategoryFacts {
  return {...person, programme: NO_PROGRAMME};
}

/** Null when the old category is one that the dates give on either day: people turn 16, 18 and 21 between them. */
export function categoryConflict(person: PersonDates, categoryOld: CellValue, days: readonly CalendarDate[]): Reason | null {
  if (categoryOld === null) return null;
  const said = categoryOld === 'died' ? 'none' : String(categoryOld);
  const follows = days.some(day => isSame(person, said, careLeaverCategory(categoryFacts(person), day).category));
  return follows ? null : 'CATEGORY_CONFLICT';
}

const NOT_A_CARE_LEAVER: readonly string[] = ['none', 'none_yet', 'pre'];

/** A child in short breaks is looked after in name and no category in law; old systems say either. */
function isSame(person: PersonDates, said: string, computed: string): boolean {
  const hasShortBreaks = person.periods.some(({isShortBreak}) => isShortBreak);
  return said === computed || (hasShortBreaks && NOT_A_CARE_LEAVER.includes(said) && NOT_A_CARE_LEAVER.includes(computed));
}

/** Who cannot have been in the pilot, by its own record: the birthday that counts, and the category on that day (domain.md 3.6). */
export function basicIncomeFault(person: PersonDates): Reason | null {
  const counts = birthday(person.dateOfBirth, BASIC_INCOME_PILOT.turns);
  if (windowReason(BASIC_INCOME_PILOT, counts) !== 'in_window') return 'BI_OUTSIDE_WINDOW';
  if (person.periods.length === 0) return null;
  const {category} = careLeaverCategory(categoryFacts(person), counts);
  return BASIC_INCOME_PILOT.categories.includes(category) ? null : 'BI_NOT_ELIGIBLE';
}

/** nobody is looked after before birth or from the 18th birthday on. */
export function periodFault(dateOfBirth: CalendarDate, values: Values, today: CalendarDate): {hold: Reason | null; asksEnd: boolean} {
  const [start, end] = [dateIn(values, 'start_date'), dateIn(values, 'end_date')];
  const at18 = birthday(dateOfBirth, 18);
  if (start !== null && (start < dateOfBirth || start >= at18)) return {hold: 'DATE_ORDER', asksEnd: false};
  return {hold: null, asksEnd: (end ?? today) >= at18};
}
