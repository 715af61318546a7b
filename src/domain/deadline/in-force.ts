/**
 * A rule is judged as it was in force on the date on which something fell due (edge case 30), and so is a date of birth
 * that was corrected later (edge case 18). Something that fell due while an earlier version held keeps that date; what a
 * later version would have wanted before it began falls due on the day it began: nobody was late before there was a rule.
 */
import {rowsOf, SETTINGS, stands, type SettingName, type SettingValue} from '../authority/settings.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';

/** One version of something that changes over time; `from` null: since ever. */
export interface Version<Value> {
  readonly from: CalendarDate | null;
  readonly value: Value;
}

/** Versions in the order in which they began, at least one. */
export type Versions<Value> = readonly Version<Value>[];

export interface Due<Value> {
  readonly dueOn: CalendarDate;
  readonly value: Value;
}

/** The due date under the version that was in force on that date. */
export function dueUnder<Value>(versions: Versions<Value>, dueOf: (value: Value) => CalendarDate): Due<Value> {
  for (const [index, {from, value}] of versions.entries()) {
    const dueOn = dueOf(value);
    if (from !== null && dueOn < from) return {dueOn: from, value};
    const until = versions[index + 1]?.from ?? null;
    if (until === null || dueOn < until) return {dueOn, value};
  }
  throw new RangeError('no version');
}

/** What a setting was and will be, beginning with what holds where nothing was set. */
export function versionsOf<Name extends SettingName>(rows: readonly DomainRecord[], name: Name): Versions<SettingValue<Name>> {
  const set = rowsOf(rows, name)
    .filter(stands)
    .toReversed()
    .map(({data}) => ({from: data.from, value: data.value as SettingValue<Name>}));
  // Of two rows from the same day the later made stands.
  const standing = set.filter(({from}, index) => set[index + 1]?.from !== from);
  return [{from: null, value: SETTINGS[name].fallback as SettingValue<Name>}, ...standing];
}
