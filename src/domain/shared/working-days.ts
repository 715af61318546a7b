/**
 * Working days in Wales: not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday (WSI 2015/1823). Bank
 * holidays follow the rules of the Banking and Financial Dealings Act 1971; days that were moved or added by
 * proclamation stand in a list of their own.
 */
import {addDays, date, partsOf, weekday, type CalendarDate} from './calendar-date.ts';

const day = (year: number, month: number, dayOfMonth: number): CalendarDate =>
  date(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);

/** Western Easter Sunday, by the anonymous Gregorian reckoning. */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const skipped =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - skipped - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * skipped + 22 * toSunday) / 451);
  const sum = skipped + toSunday - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const MONDAY = 1;

function firstMonday(year: number, month: number): CalendarDate {
  const first = day(year, month, 1);
  return addDays(first, (7 + MONDAY - weekday(first)) % 7);
}

function lastMonday(year: number, month: number, lastDay: number): CalendarDate {
  const last = day(year, month, lastDay);
  return addDays(last, -((weekday(last) - MONDAY + 7) % 7));
}

/** Moved or added by proclamation: jubilees, a coronation, a funeral, a wedding, victory in Europe. */
const PROCLAIMED: Readonly<Record<number, {readonly added: readonly string[]; readonly taken: readonly string[]}>> = {
  2011: {added: ['2011-04-29'], taken: []},
  2012: {added: ['2012-06-04', '2012-06-05'], taken: ['2012-05-28']},
  2020: {added: ['2020-05-08'], taken: ['2020-05-04']},
  2022: {added: ['2022-06-02', '2022-06-03', '2022-09-19'], taken: ['2022-05-30']},
  2023: {added: ['2023-05-08'], taken: []},
};

/** New Year, Christmas Day and Boxing Day move to the next working day when they fall on a weekend. */
function movable(year: number): readonly CalendarDate[] {
  const newYear = day(year, 1, 1);
  const christmas = day(year, 12, 25);
  const toMonday = (on: CalendarDate) => (weekday(on) === 6 ? addDays(on, 2) : weekday(on) === 7 ? addDays(on, 1) : on);
  const boxing = day(year, 12, 26);
  // Christmas Day on a Saturday or Sunday takes the 27th, and Boxing Day the 28th or the 26th's own Monday.
  const christmasOff = weekday(christmas) >= 6 ? day(year, 12, 27) : christmas;
  const boxingOff = weekday(boxing) >= 6 ? day(year, 12, 28) : boxing;
  return [toMonday(newYear), christmas, christmasOff, boxing, boxingOff];
}

function holidaysOf(year: number): ReadonlySet<CalendarDate> {
  const easter = easterSunday(year);
  const usual = [
    ...movable(year),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(year, 5),
    lastMonday(year, 5, 31),
    lastMonday(year, 8, 31),
  ];
  const {added, taken} = PROCLAIMED[year] ?? {added: [], taken: []};
  return new Set([...usual.filter(on => !taken.includes(on)), ...added.map(date)]);
}

const holidays = new Map<number, ReadonlySet<CalendarDate>>();

/** Also on a Saturday or Sunday: whoever works then is at home on Christmas Day. */
export function isBankHoliday(on: CalendarDate): boolean {
  const {year} = partsOf(on);
  const known = holidays.get(year) ?? holidaysOf(year);
  holidays.set(year, known);
  return known.has(on);
}

export function isWorkingDay(on: CalendarDate): boolean {
  return weekday(on) < 6 && !isBankHoliday(on);
}

/** The day after is day 1; `count` working days on. */
export function addWorkingDays(on: CalendarDate, count: number): CalendarDate {
  let reached = on;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}
