/** For which authority something is stored and published, and when. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';

export interface Publisher {
  readonly authority: string;
  readonly today: CalendarDate;
  readonly now: string;
}
