/** How a rule says its date: so long after a day, by a number of law or by a setting as it was in force on the due date. */
import type {SettingName} from '../authority/settings.ts';
import {addDays, addMonths, type CalendarDate} from '../shared/calendar-date.ts';
import {addWorkingDays} from '../shared/working-days.ts';
import type {DateFrom, Deadline, Interval, IntervalUnit} from './deadline.ts';
import type {DeadlineFacts} from './facts.ts';
import {dueUnder, versionsOf} from './in-force.ts';

/** A deadline before it is known how it stands. */
export type DeadlineDraft = Omit<Deadline, 'state' | 'hold' | 'frozenOn'>;

/** What a rule itself says; what it leaves out is nothing. */
export type RuleSays = Pick<Deadline, 'rule' | 'what' | 'dueOn'> & Partial<DeadlineDraft>;

export function says(words: RuleSays): DeadlineDraft {
  return {subject: null, metOn: null, from: [], interval: null, setting: null, ...words};
}

export const dated = (what: DateFrom, on: CalendarDate) => ({what, on});

/** The day is not counted, the day after is day 1; months clamp to the last day of the month. */
export function addInterval(on: CalendarDate, {count, unit}: Interval): CalendarDate {
  switch (unit) {
    case 'days':
      return addDays(on, count);
    case 'working_days':
      return addWorkingDays(on, count);
    case 'weeks':
      return addDays(on, count * 7);
    case 'months':
      return addMonths(on, count);
    case 'years':
      return addMonths(on, count * 12);
  }
}

/** The date and the interval under a number that law itself says. */
export function after(on: CalendarDate, count: number, unit: IntervalUnit): Pick<DeadlineDraft, 'dueOn' | 'interval'> {
  return {dueOn: addInterval(on, {count, unit}), interval: {count, unit}};
}

type NumberSetting = Extract<
  Exclude<SettingName, 'officeDays'>,
  `${string}Days` | `${string}DaysCategory2` | `${string}Months` | `${string}Weeks`
>;

/** The date and the interval under a setting of the authority, as it was in force on that date. */
export function afterSetting(
  {settings}: DeadlineFacts,
  on: CalendarDate,
  setting: NumberSetting,
  unit: IntervalUnit,
): Pick<DeadlineDraft, 'dueOn' | 'interval' | 'setting'> {
  const {dueOn, value} = dueUnder(versionsOf(settings, setting), count => addInterval(on, {count, unit}));
  return {dueOn, interval: {count: value, unit}, setting};
}
