/** Going on shift, and off it: a duty worker's own doing, and it ends by itself at the time that was said. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {hoursBetween} from '../shared/calendar-date.ts';
import {instantSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {isOn} from './duty-shift.ts';

/** A shift that is longer was mistyped. */
export const LONGEST_SHIFT_HOURS = 16;

export const startShift = commandKind({
  kind: 'duty-shift.start',
  version: 1,
  action: 'duty.work',
  compartment: 'people',
  body: z.object({endsAt: instantSchema}),
  reads: ['duty-shift'],
  audited: true,
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {endsAt} = command.body;
    const {holder} = context.actor;
    const hours = hoursBetween(command.at, endsAt);
    if (!(hours > 0 && hours <= LONGEST_SHIFT_HOURS)) return refuse({code: 'out_of_range', fields: ['endsAt']});
    const own = (records.ofPerson(null, 'duty-shift') as readonly RecordOf<'duty-shift'>[]).filter(({data}) => data.worker === holder);
    if (own.some(shift => isOn(shift, command.at))) return refuse({code: 'overlaps', fields: ['endsAt']});
    const scope = must(records.scope(null, 'people'), 'an authority has its own scopes');
    const data: DataOf<'duty-shift'> = {worker: holder, startedAt: command.at, endsAt, endedAt: null};
    return ok({status: 'applied', puts: [newRecord('duty-shift', command, scope, data, context)], grants: []});
  },
});

export const endShift = commandKind({
  kind: 'duty-shift.end',
  version: 1,
  action: 'duty.work',
  compartment: 'people',
  movesState: true,
  body: z.object({}),
  reads: [],
  audited: true,
  decide(records, command, context) {
    const found = records.get(command.record);
    if (!found || found.kind !== 'duty-shift' || command.person !== null) return refuse({code: 'unknown_record', fields: []});
    const shift = found as RecordOf<'duty-shift'>;
    if (shift.data.worker !== context.actor.holder) return refuse({code: 'not_permitted', fields: []});
    if (!isOn(shift, command.at)) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...shift, data: {...shift.data, endedAt: command.at}}], grants: []});
  },
});
