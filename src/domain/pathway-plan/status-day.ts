/**
 * Since when an action has the status that is shown. Who writes a status, or chooses between two, does not write the day: it
 * goes with the value, so that a choice for what was done last week does not say that it was done today.
 */
import {calendarDateInWales, type CalendarDate} from '../shared/calendar-date.ts';
import {sameValue} from '../shared/heads.ts';
import type {DomainRecord} from '../shared/record.ts';

/** `before` and `after` one op that wrote `status`. Somebody else's that is still shown keeps its day. */
export function withStatusDay(before: DomainRecord, after: DomainRecord, op: string, today: CalendarDate): DomainRecord {
  const heads = before.heads['status'] ?? [];
  const [shown] = after.heads['status'] ?? [];
  const known = heads.findIndex(head => sameValue(head.value, shown?.value));
  if (!shown?.ops.includes(op) || known === 0) return after;
  const head = heads[known];
  return {...after, data: {...after.data, statusOn: head ? calendarDateInWales(head.at) : today}};
}
