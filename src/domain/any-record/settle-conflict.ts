/** Two values of a field, of any record, settled by somebody who saw both. What was there stays in the history. */
import * as z from 'zod/mini';
import {may} from '../access/permissions.ts';
import type {Role} from '../access/roles.ts';
import {commandKind} from '../command.ts';
import {UNDECIDED} from '../fund/codes.ts';
import {withStatusDay} from '../pathway-plan/status-day.ts';
import {lineSchema} from '../shared/fields.ts';
import {isKind} from '../shared/is-kind.ts';
import {MARKS, struckOut, type DomainRecord} from '../shared/record.ts';
import {ok, refuse} from '../shared/result.ts';
import {settleField, writeField} from '../write-field.ts';
import {isOwnField, maySettleOwn} from './own-fields.ts';

/**
 * What is the authority's own and of which there can be two versions are its teams: those choose who may change them. For a
 * screen that asks of one field: of what staff write, the young person chooses none.
 */
export function maySettle(role: Role, {person, kind}: Pick<DomainRecord, 'person' | 'kind'>, holdsScope: boolean, field?: string): boolean {
  if (role === 'young_person' && field !== undefined && !isOwnField(kind, field)) return false;
  return may(role, 'conflict.settle', holdsScope) && (person !== null || may(role, 'team.change', holdsScope));
}

/** A request to the fund that somebody has decided, or that was taken back, stays as they saw it: its versions go on standing there. */
export const isDecidedOn = (record: DomainRecord): boolean => isKind(record, 'fund-request') && !UNDECIDED.includes(record.data.status);

/** Of these no two take the same days: one that was struck out stands again by its own commands, which look at the others. */
const DAYS_ARE_ITS_OWN: readonly string[] = ['looked-after-period', 'detention'];

/** Keep mine, keep theirs, or a text that somebody has written with both in view. A value that came later stays beside it [T5]. */
export const settleConflict = commandKind({
  kind: 'conflict.settle',
  version: 1,
  action: 'conflict.settle',
  compartment: 'of_record',
  body: z.object({field: lineSchema, value: z.unknown()}),
  reads: ['young-person'],
  decide(records, command, context) {
    const record = records.get(command.record);
    if (!record || record.person !== command.person) return refuse({code: 'unknown_record', fields: []});
    if (!maySettle(context.actor.role, record, true)) return refuse({code: 'not_permitted', fields: []});
    // What staff differ on is not the young person's to choose, nor to write beside, though they read it.
    if (context.actor.role === 'young_person' && !maySettleOwn(records, record, command))
      return refuse({code: 'not_permitted', fields: ['field']});
    const {field, value} = command.body;
    const isWritten = record.heads[field] !== undefined && !(MARKS as readonly string[]).includes(field);
    if (!isWritten) return refuse({code: 'body_invalid', fields: ['field']});
    if (isDecidedOn(record)) return refuse({code: 'state_moved', fields: []});
    if (struckOut(record) && DAYS_ARE_ITS_OWN.includes(record.kind)) return refuse({code: 'state_moved', fields: []});
    // Only the server knows every kind; a device shows fields that exist and values that were there, or words.
    if (context.fits?.(record.kind, field, value) === false) return refuse({code: 'body_invalid', fields: ['value']});
    // Where there is nothing to settle (any more), these words stand beside what is there and take nobody's place.
    const isClash = (record.heads[field]?.length ?? 0) > 1;
    const written = isClash
      ? settleField(record, field, value, command, context)
      : writeField(record, field, {way: 'text', value}, {...command, bases: {}}, context);
    const isStatus = record.kind === 'plan-action' && field === 'status';
    const put = isStatus ? withStatusDay(record, written.record, command.op, context.today) : written.record;
    return ok({status: written.status, puts: [put], grants: []});
  },
});
