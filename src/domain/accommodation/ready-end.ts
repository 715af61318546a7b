/** When an arrangement of When I am Ready ends: on the day that was set, else at 21 or with the programme that carries the duty past it. */
import {addDays, birthday, type CalendarDate} from '../shared/calendar-date.ts';
import {carriesPast21, type PlanProgramme} from '../young-person/care-leaver-category.ts';

export interface ReadyEnd {
  /** Null: while a programme runs of which no last day is known. */
  readonly on: CalendarDate | null;
  readonly because: 'set_on' | 'programme_ends' | 'at_21';
}

export function readyEnd(plannedEndOn: CalendarDate | null, bornOn: CalendarDate, programme: PlanProgramme): ReadyEnd {
  if (plannedEndOn !== null) return {on: plannedEndOn, because: 'set_on'};
  const at21 = birthday(bornOn, 21);
  return carriesPast21(programme, at21) === null ? {on: at21, because: 'at_21'} : {on: programme.expectedEndOn, because: 'programme_ends'};
}

/** The last day of it: of one that ends at 21, the day before the birthday. */
export function readyLastDay(plannedEndOn: CalendarDate | null, bornOn: CalendarDate, programme: PlanProgramme): CalendarDate | null {
  const {on, because} = readyEnd(plannedEndOn, bornOn, programme);
  return because === 'at_21' && on !== null ? addDays(on, -1) : on;
}
