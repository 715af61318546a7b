/** Going out on a visit alone, being later than one said, and being safe back. */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {hoursBetween} from '../shared/calendar-date.ts';
import {instantSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';

/** A visit that is longer was mistyped. */
const LONGEST_HOURS = 12;

const isOutOfRange = (expectedBackAt: string, now: string): boolean => !(hoursBetween(now, expectedBackAt) <= LONGEST_HOURS);

export const startLoneVisit = commandKind({
  kind: 'lone-visit.start',
  version: 1,
  action: 'lone-visit.start',
  compartment: 'people',
  body: z.object({watcher: idSchema, expectedBackAt: instantSchema}),
  reads: [],
  names: ({watcher}) => [watcher],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {watcher, expectedBackAt} = command.body;
    const colleague = records.get(watcher);
    if (colleague?.kind !== 'staff-member' || watcher === context.actor.holder)
      return refuse({code: 'holder_unknown', fields: ['watcher']});
    if (isOutOfRange(expectedBackAt, context.now)) return refuse({code: 'out_of_range', fields: ['expectedBackAt']});
    const scope = must(records.scope(null, 'people'), 'an authority has its own scopes');
    const data: DataOf<'lone-visit'> = {
      worker: context.actor.holder,
      watcher,
      startedAt: command.at,
      expectedBackAt,
      safeBackAt: null,
      safeBackBy: null,
    };
    return ok({status: 'applied', puts: [newRecord('lone-visit', command, scope, data, context)], grants: []});
  },
});

function open(records: CaseRecords, command: Command): Result<RecordOf<'lone-visit'>, Refusal> {
  const found = records.get(command.record);
  if (!found || found.kind !== 'lone-visit' || command.person !== null) return refuse({code: 'unknown_record', fields: []});
  const visit = found as RecordOf<'lone-visit'>;
  return visit.data.safeBackAt === null ? ok(visit) : refuse({code: 'state_moved', fields: []});
}

/** Later than was said: only the worker knows. */
export const extendLoneVisit = commandKind({
  kind: 'lone-visit.extend',
  version: 1,
  action: 'lone-visit.start',
  compartment: 'people',
  movesState: true,
  body: z.object({expectedBackAt: instantSchema}),
  reads: [],
  decide(records, command, context) {
    const visit = open(records, command);
    if (!visit.ok) return visit;
    if (visit.value.data.worker !== context.actor.holder) return refuse({code: 'not_permitted', fields: []});
    if (isOutOfRange(command.body.expectedBackAt, context.now)) return refuse({code: 'out_of_range', fields: ['expectedBackAt']});
    return ok({status: 'applied', puts: [{...visit.value, data: {...visit.value.data, ...command.body}}], grants: []});
  },
});

/** Safe back: the worker, the one who watches, or a manager who has reached them. */
export const endLoneVisit = commandKind({
  kind: 'lone-visit.safe-back',
  version: 1,
  action: 'lone-visit.start',
  compartment: 'people',
  body: z.object({}),
  reads: [],
  decide(records, command, context) {
    const visit = open(records, command);
    if (!visit.ok) return visit;
    const {worker, watcher} = visit.value.data;
    const {holder, role} = context.actor;
    if (holder !== worker && holder !== watcher && role !== 'manager' && role !== 'deputy')
      return refuse({code: 'not_permitted', fields: []});
    const data = {...visit.value.data, safeBackAt: command.at, safeBackBy: holder};
    return ok({status: 'applied', puts: [{...visit.value, data}], grants: []});
  },
});
