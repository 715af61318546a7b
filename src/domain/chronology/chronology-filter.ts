/** Of a chronology, the parts of life and the days that somebody wants to see. */
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {ChronologyEntry, ChronologyGroup} from './chronology.ts';

export interface ChronologyFilter {
  /** None: all of them. */
  readonly groups: readonly ChronologyGroup[];
  readonly since: CalendarDate | null;
  readonly until: CalendarDate | null;
}

/** Both days are part of it. */
export function filtered(entries: readonly ChronologyEntry[], {groups, since, until}: ChronologyFilter): readonly ChronologyEntry[] {
  return entries.filter(
    ({group, on}) => (groups.length === 0 || groups.includes(group)) && (since === null || on >= since) && (until === null || on <= until),
  );
}
