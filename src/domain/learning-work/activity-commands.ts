/**
 * An activity begins, beside what goes on or in its place; it is changed, and ends. Of two devices that each begin one
 * while neither knows of the other, both are kept, and a person says which is right; of the ends of what stood there before the
 * earlier stands, and the other is listed.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type DecideContext, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, optionalId, optionalLine, optionalWords} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {ACTIVITIES} from '../young-person/codes.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import {activityFault} from './activity-faults.ts';
import {ACTIVITY_END_REASONS, NEET_REASONS} from './codes.ts';
import {endedTwice} from './ended-twice.ts';
import {courseLevel, weeklyHours} from './learning-work.ts';

const code = z.enum(ACTIVITIES);
const neetReason = z.nullable(z.enum(NEET_REASONS));
const endReason = z.nullable(z.enum(ACTIVITY_END_REASONS));
const startsAs = z.nullable(code);

function own(records: CaseRecords, command: Command): Result<RecordOf<'activity'>, Refusal> {
  return ownRecord(records.get(command.record), 'activity', command) as Result<RecordOf<'activity'>, Refusal>;
}

/** What is said of an activity, when it is entered and when it is changed. */
const said = {
  code,
  since: calendarDateSchema,
  what: optionalLine,
  where: optionalLine,
  expectedEndOn: optionalDate,
  hours: weeklyHours,
  level: courseLevel,
  isTraining: z.nullable(z.boolean()),
  neetReason,
  startsOn: optionalDate,
  startsAs,
  isMain: z.boolean(),
  words: optionalWords,
};

const enterBody = z.object({
  ...said,
  /** What this takes the place of, and its last day. */
  ends: z.nullable(z.object({activity: idSchema, endOn: calendarDateSchema, reason: endReason})),
});

/** What it takes the place of, ended; none where it was struck out. */
function ended(
  {ends}: z.infer<typeof enterBody>,
  records: CaseRecords,
  command: Command,
  context: DecideContext,
): Result<readonly DomainRecord[], Refusal> {
  if (ends === null) return ok([]);
  const found = ownRecord(records.get(ends.activity), 'activity', command);
  if (!found.ok) return refuse({code: 'unknown_record', fields: ['ends']});
  const before = found.value as RecordOf<'activity'>;
  if (struckOut(before)) return ok([]);
  const isBefore = before.data.since !== null && ends.endOn < before.data.since;
  const fault =
    happenedFault(records, command, context, 'endOn', ends.endOn) ??
    (isBefore ? ({code: 'dates_out_of_order', fields: ['endOn']} as const) : null);
  // What somebody else has ended is over all the same: what comes after it is not lost for a day that cannot be.
  if (fault) return before.data.endOn === null ? refuse(fault) : ok([]);
  const mine = {ops: [command.op], author: context.actor.holder, device: context.actor.device, at: command.at};
  const put =
    before.data.endOn === null
      ? {...before, data: {...before.data, endOn: ends.endOn, endReason: ends.reason}}
      : endedTwice(before, ends, mine);
  // Whoever ends it elsewhere has not seen this, and is told so.
  return ok([{...put, heads: {...put.heads, state: [{...mine, value: command.kind}]}}]);
}

export const enterActivity = commandKind({
  kind: 'activity.enter',
  version: 1,
  action: 'activity.write',
  compartment: 'shared',
  body: enterBody,
  reads: ['young-person'],
  names: ({ends}) => (ends === null ? [] : [ends.activity]),
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {ends: _, ...entered} = command.body;
    const data: DataOf<'activity'> = {...entered, endOn: null};
    const fault = activityFault(data, records, command, context);
    if (fault) return refuse(fault);
    // A code that says nothing of why needs somebody to say it.
    if (entered.code === 'G5' && entered.neetReason === null) return refuse({code: 'words_missing', fields: ['neetReason']});
    const before = ended(command.body, records, command, context);
    if (!before.ok) return before;
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    return ok({status: 'applied', puts: [newRecord('activity', command, scope, data, context), ...before.value], grants: []});
  },
});

const WAYS: Readonly<Record<string, FieldWrite['way']>> = {code: 'decision', neetReason: 'decision', isMain: 'decision', words: 'text'};

/** Only what is named is changed. */
export const changeActivity = commandKind({
  kind: 'activity.change',
  version: 1,
  action: 'activity.write',
  compartment: 'of_record',
  body: z.partial(z.object({...said, plan: optionalId})),
  reads: ['young-person', 'pathway-plan'],
  decide(records, command, context) {
    const found = own(records, command);
    if (!found.ok) return found;
    const {body} = command;
    const fault = activityFault({...found.value.data, ...(body as Partial<DataOf<'activity'>>)}, records, command, context);
    if (fault) return refuse(fault);
    const {plan} = body;
    if (plan && !records.ofPerson(command.person, 'pathway-plan').some(({id}) => id === plan))
      return refuse({code: 'unknown_record', fields: ['plan']});
    const writes = Object.entries(body).map(([field, value]): [string, FieldWrite] => [field, {way: WAYS[field] ?? 'plain', value}]);
    return ok(writeFields(found.value, Object.fromEntries(writes), command, context));
  },
});

/** It has ended; or, with no day, it goes on after all. */
export const endActivity = commandKind({
  kind: 'activity.end',
  version: 1,
  action: 'activity.write',
  compartment: 'of_record',
  movesState: true,
  body: z.object({endOn: optionalDate, reason: endReason}),
  reads: ['young-person'],
  decide(records, command, context) {
    const found = own(records, command);
    if (!found.ok) return found;
    const {data} = found.value;
    const {endOn, reason} = command.body;
    if (endOn === data.endOn) return refuse({code: 'unchanged', fields: ['endOn']});
    const fault = happenedFault(records, command, context, 'endOn', endOn);
    if (fault) return refuse(fault);
    if (endOn !== null && data.since !== null && endOn < data.since) return refuse({code: 'dates_out_of_order', fields: ['endOn']});
    // Whoever says it has seen what stood there before, and what was passed.
    const {endOn: _, endReason: __, ...heads} = found.value.heads;
    const put = {...found.value, data: {...data, endOn, endReason: endOn === null ? null : reason}, heads};
    return ok({status: 'applied', puts: [put], grants: []});
  },
});
