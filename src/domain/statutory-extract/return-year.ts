/** The year of a return, whom it asks of, and where what it says comes from: for screens too, which load nothing of how it is made. */
import {calendarDate, partsOf, type CalendarDate} from '../shared/calendar-date.ts';
import {must} from '../shared/result.ts';

export const LATER_BIRTHDAYS = ['birthday_22', 'birthday_23', 'birthday_24', 'birthday_25'] as const;
/** The oldest of whom it asks. */
export const RETURN_AGES = ['21', '25'] as const;
export type ReturnAges = (typeof RETURN_AGES)[number];

/** frozen: kept as it was. reconstructed: frozen long after its day. corrected: a later version. open: its window has not closed. worked_out: of 22 to 25. */
export const BASES = ['frozen', 'reconstructed', 'corrected', 'open', 'worked_out'] as const;
export type Basis = (typeof BASES)[number];

export interface ReturnYear {
  readonly name: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

const yearFrom = (starts: number): ReturnYear => ({
  name: `${starts}-${String((starts + 1) % 100).padStart(2, '0')}`,
  first: must(calendarDate(starts, 4, 1), 'there is a first of April'),
  last: must(calendarDate(starts + 1, 3, 31), 'there is a last of March'),
});
const APRIL = 4;
const YEARS_BACK = 5;

/** The year of a day, and those before it that can be asked for: the newest first. */
export function returnYears(today: CalendarDate): readonly ReturnYear[] {
  const {year, month} = partsOf(today);
  const starts = month >= APRIL ? year : year - 1;
  return Array.from({length: YEARS_BACK + 1}, (_, back) => yearFrom(starts - back));
}
