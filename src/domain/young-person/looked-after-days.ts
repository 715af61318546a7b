/**
 * How long a child was looked after, in whole days: the first and the last day both count, a day in two periods counts
 * once, and nobody is looked after from the 18th birthday on. Short breaks do not count (R-02, edge case 10).
 * Categories 1 to 3 rest on these sums, so they are kept apart from the categories and tested alone.
 */
import {addDays, birthday, type CalendarDate, dayNumber, fromDayNumber} from '#domain/shared/calendar-date.ts';
import type {REASONS_CEASED} from './codes.ts';

export type ReasonEnded = (typeof REASONS_CEASED)[number];

export interface LookedAfterPeriod {
  readonly startOn: CalendarDate;
  /** The last day looked after, counted in; null while the period is open. */
  readonly endOn: CalendarDate | null;
  readonly isShortBreak: boolean;
  readonly reasonEnded: ReasonEnded | null;
  readonly lastPlacement: string | null;
}

/** Days in a row of being looked after, by day number, both ends in; `lastPeriod` is the period it ended with. */
export interface LookedAfterRun {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly isOpen: boolean;
  readonly lastPeriod: LookedAfterPeriod;
}

/** Thirteen weeks. */
export const THIRTEEN_WEEKS_IN_DAYS = 91;

/**
 * Periods joined where they touch or overlap, in order, short breaks left out, cut at the day before the 18th birthday
 * and at `until`. A period that ends before it starts is left out.
 */
export function lookedAfterRuns(
  dateOfBirth: CalendarDate,
  periods: readonly LookedAfterPeriod[],
  until: CalendarDate,
): readonly LookedAfterRun[] {
  const latest = Math.min(dayNumber(addDays(birthday(dateOfBirth, 18), -1)), dayNumber(until));
  const spans = periods
    .filter(period => !period.isShortBreak && (period.endOn === null || period.endOn >= period.startOn))
    .map(period => {
      const end = period.endOn === null ? latest : dayNumber(period.endOn);
      const isOpen = period.endOn === null || end > latest;
      return {firstDay: dayNumber(period.startOn), lastDay: Math.min(end, latest), isOpen, lastPeriod: period};
    })
    .filter(span => span.firstDay <= span.lastDay)
    .toSorted((a, b) => a.firstDay - b.firstDay || a.lastDay - b.lastDay);
  const runs: LookedAfterRun[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (!last || span.firstDay > last.lastDay + 1) runs.push(span);
    else if (span.lastDay > last.lastDay || (span.lastDay === last.lastDay && span.isOpen)) {
      runs[runs.length - 1] = {...span, firstDay: last.firstDay};
    }
  }
  return runs;
}

/** Days looked after from `from` to `to`, both ends in, each day once. */
export function daysLookedAfter(runs: readonly LookedAfterRun[], from: CalendarDate, to: CalendarDate): number {
  return runs.reduce((sum, run) => {
    const first = Math.max(run.firstDay, dayNumber(from));
    const last = Math.min(run.lastDay, dayNumber(to));
    return sum + Math.max(0, last - first + 1);
  }, 0);
}

/** The day on which the sum from `from` reaches `days`, or null when it never does. */
export function dayOfReaching(runs: readonly LookedAfterRun[], from: CalendarDate, days: number): CalendarDate | null {
  let left = days;
  for (const run of runs) {
    const first = Math.max(run.firstDay, dayNumber(from));
    const length = Math.max(0, run.lastDay - first + 1);
    if (length >= left) return fromDayNumber(first + left - 1);
    left -= length;
  }
  return null;
}
