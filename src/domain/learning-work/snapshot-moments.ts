/**
 * The days on which what somebody does is counted: birthdays (29 February is reached on 1 March, edge case 1), and 12 and 24 months
 * after leaving care, for those who left it at 16 or later. The last looked-after day is at the latest the one before the 18th
 * birthday (R-07, edge case 6).
 */
import type {SettingsInForce} from '../authority/settings.ts';
import {addDays, addMonths, birthday, dayNumber, fromDayNumber, type CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {lookedAfterRuns} from '../young-person/looked-after-days.ts';
import {categoryFacts} from '../young-person/standing.ts';
import type {SnapshotMoment} from './snapshot.ts';

export interface MomentOf {
  readonly moment: SnapshotMoment;
  readonly on: CalendarDate;
  /** The window about it, as the authority had set it on that day; both ends are part of it. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const BIRTHDAYS = [
  ['birthday_17', 17],
  ['birthday_18', 18],
  ['birthday_19', 19],
  ['birthday_20', 20],
  ['birthday_21', 21],
] as const;
const AFTER_CARE = [
  ['after_care_12', 12],
  ['after_care_24', 24],
] as const;
const LEAST_AGE = 16;

/** The day after the last looked-after day; null while they are looked after, and for those who left before 16. */
export function leavingCareDate(file: readonly DomainRecord[], today: CalendarDate): CalendarDate | null {
  const {dateOfBirth, periods} = categoryFacts(file);
  const last = lookedAfterRuns(dateOfBirth, periods, today).at(-1);
  const at18 = birthday(dateOfBirth, 18);
  if (!last || (last.isOpen && today < at18)) return null;
  const leftOn = fromDayNumber(last.lastDay + 1);
  return dayNumber(leftOn) >= dayNumber(birthday(dateOfBirth, LEAST_AGE)) ? leftOn : null;
}

/**
 * In the order of their days, those to come too; none that they did not live to see (edge case 21).
 * @throws InvariantError when the file has no young-person record
 */
export function momentsOf(file: readonly DomainRecord[], settings: SettingsInForce, today: CalendarDate): readonly MomentOf[] {
  const {dateOfBirth, diedOn} = categoryFacts(file);
  const left = leavingCareDate(file, today);
  const days: readonly (readonly [SnapshotMoment, CalendarDate])[] = [
    ...BIRTHDAYS.map(([moment, age]) => [moment, birthday(dateOfBirth, age)] as const),
    ...(left === null ? [] : AFTER_CARE.map(([moment, months]) => [moment, addMonths(left, months)] as const)),
  ];
  return days
    .filter(([, on]) => diedOn === null || on < diedOn)
    .map(([moment, on]) => ({moment, ...windowAbout(on, settings)}))
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

export const windowAbout = (on: CalendarDate, settings: SettingsInForce): Omit<MomentOf, 'moment'> => ({
  on,
  from: addMonths(on, -settings('snapshotMonthsBefore', on)),
  until: addMonths(on, settings('snapshotMonthsAfter', on)),
});

/** The first day after the window: what is frozen then has seen all that counted. */
export const freezesOn = ({until}: Pick<MomentOf, 'until'>): CalendarDate => addDays(until, 1);
