/**
 * At most one plan of a person is current. Of two, the lower version is held and both rows are named; nothing
 * decides for a person which of them was meant.
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';

export interface CurrentPlan {
  readonly row: number;
  readonly version: number;
  readonly planOn: CalendarDate | null;
}

/** The rows to hold, each with the row of the plan that stands. */
export function judgeCurrentPlans(plans: readonly CurrentPlan[]): readonly {readonly row: number; readonly withRow: number}[] {
  const [standing, ...others] = plans.toSorted(
    (a, b) => b.version - a.version || (b.planOn ?? '').localeCompare(a.planOn ?? '') || b.row - a.row,
  );
  return standing ? others.map(({row}) => ({row, withRow: standing.row})) : [];
}
