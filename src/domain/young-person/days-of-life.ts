/**
 * Days that can be: what happened to somebody happened in their life and not after today, and what is to come is not a mistyped
 * year. The same on the device and on the server; the form says it before either.
 */
import type {CaseRecords, Command, DecideContext, Refusal} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addDays, addMonths, type CalendarDate} from '../shared/calendar-date.ts';

const FURTHEST_MONTHS = 120;

interface HowItHappened {
  /** Days that a phone's calendar may be ahead of the server's. */
  readonly grace?: number;
  /** Of what others do: there is talk with a family after a death, and a visit in vain before anybody knows of it. */
  readonly afterDeath?: boolean;
}

/** For commands that read 'young-person'. Null: it can have happened. */
export function happenedFault(
  records: CaseRecords,
  {person}: Pick<Command, 'person'>,
  {today}: Pick<DecideContext, 'today'>,
  field: string,
  on: CalendarDate | null | undefined,
  {grace = 0, afterDeath = false}: HowItHappened = {},
): Refusal | null {
  if (!on) return null;
  if (on > addDays(today, grace)) return {code: 'date_in_future', fields: [field]};
  const known = records.ofPerson(person, 'young-person')[0] as RecordOf<'young-person'> | undefined;
  const born = known?.data.birthDates.at(-1)?.date;
  const died = known?.data.diedOn ?? null;
  return (born !== undefined && on < born) || (died !== null && on > died && !afterDeath) ? {code: 'out_of_range', fields: [field]} : null;
}

/** Null: it can be waited for. */
export function aheadFault({today}: Pick<DecideContext, 'today'>, field: string, on: CalendarDate | null | undefined): Refusal | null {
  return on && on > addMonths(today, FURTHEST_MONTHS) ? {code: 'out_of_range', fields: [field]} : null;
}
