/** When an arrangement of When I am Ready ends: on the day that was set, else at 21 or with the programme that the plan sets out. */
import type {DataOf} from '../record-kinds.ts';
import {birthday, type CalendarDate} from '../shared/calendar-date.ts';

export interface ReadyEnd {
  readonly on: CalendarDate;
  readonly because: 'set_on' | 'programme_ends' | 'at_21';
}

/** `plan`: the one in force. */
export function readyEnd(
  plannedEndOn: CalendarDate | null,
  bornOn: CalendarDate,
  plan: Pick<DataOf<'pathway-plan'>, 'programmeStatus' | 'programmeEndsOn'> | undefined,
): ReadyEnd {
  if (plannedEndOn !== null) return {on: plannedEndOn, because: 'set_on'};
  const at21 = birthday(bornOn, 21);
  const programme = plan && plan.programmeStatus !== 'ended' ? plan.programmeEndsOn : null;
  return programme !== null && programme > at21 ? {on: programme, because: 'programme_ends'} : {on: at21, because: 'at_21'};
}
