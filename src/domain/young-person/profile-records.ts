/**
 * What the commands of a profile do alike: something new is made once, what is named is changed in the way of its field, and
 * a last day is set once, not before the first and not ahead of today.
 */
import {newRecord, type CaseRecords, type Command, type DecideContext, type Decision, type Refusal, type RefusalCode} from '../command.ts';
import type {DataOf, KindCode} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {Compartment} from '../shared/record.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';

/** What is wrong with which field; false where nothing is. */
export type Fault = readonly [code: RefusalCode, field: string] | false;

export const refusalOf = (...faults: readonly Fault[]): Refusal | null => {
  const found = faults.find(fault => fault !== false);
  return found ? {code: found[0], fields: [found[1]]} : null;
};

export const isBlank = (text: string | null | undefined, field: string): Fault =>
  text !== undefined && (text ?? '').trim() === '' && ['words_missing', field];
export const isAhead = (on: CalendarDate | null | undefined, today: CalendarDate, field: string): Fault =>
  on !== null && on !== undefined && on > today && ['date_in_future', field];

export function makeNew<Kind extends KindCode>(
  [kind, compartment]: readonly [Kind, Compartment],
  records: CaseRecords,
  command: Command,
  context: DecideContext,
  data: DataOf<Kind>,
  ...faults: readonly Fault[]
): Result<Decision, Refusal> {
  if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
  const fault = refusalOf(...faults);
  if (fault) return refuse(fault);
  const scope = must(records.scope(command.person, compartment), 'a person has every scope');
  return ok({status: 'applied', puts: [newRecord(kind, command, scope, data, context)], grants: []});
}

/** `ways`: of the fields that are not plain. */
export function changeNamed(
  kind: KindCode,
  ways: Readonly<Record<string, FieldWrite['way']>>,
  records: CaseRecords,
  command: Command<object>,
  context: DecideContext,
  ...faults: readonly Fault[]
): Result<Decision, Refusal> {
  const found = ownRecord(records.get(command.record), kind, command);
  if (!found.ok) return found;
  const fault = refusalOf(...faults);
  if (fault) return refuse(fault);
  const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [field, {way: ways[field] ?? 'plain', value}]);
  return ok(writeFields(found.value, Object.fromEntries(writes), command, context));
}

/** `field` is set by the body, and by nobody again; `after` is the field of the day that it cannot come before. */
export function setOnce(
  kind: KindCode,
  field: string,
  after: string,
  records: CaseRecords,
  command: Command<object>,
  {today}: DecideContext,
  ...faults: readonly Fault[]
): Result<Decision, Refusal> {
  const found = ownRecord(records.get(command.record), kind, command);
  if (!found.ok) return found;
  const {data} = found.value;
  if (data[field] !== null) return refuse({code: 'state_moved', fields: []});
  const on = (command.body as Record<string, CalendarDate>)[field];
  const first = data[after] as CalendarDate | null;
  const fault = refusalOf(
    ...faults,
    isAhead(on, today, field),
    on !== undefined && first !== null && on < first && ['dates_out_of_order', field],
  );
  if (fault) return refuse(fault);
  return ok({status: 'applied', puts: [{...found.value, data: {...data, ...command.body}}], grants: []});
}
