/** What the young person can say of what they do, alone and offline: that it is something else now, and that it is still so. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, optionalLine, optionalWords} from '../shared/fields.ts';
import {struckOut} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {addMembers, ownRecord} from '../write-field.ts';
import {ACTIVITIES} from '../young-person/codes.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import {activityFault} from './activity-faults.ts';

const code = z.enum(ACTIVITIES);
const startsAs = z.nullable(code);

/** What the young person says that they do now. It ends nothing: what is in the file and what they say stand beside each other until somebody has asked. */
export const sayActivity = commandKind({
  kind: 'activity.say',
  version: 1,
  action: 'activity.say',
  compartment: 'shared',
  body: z.object({
    code,
    since: calendarDateSchema,
    what: optionalLine,
    where: optionalLine,
    startsOn: optionalDate,
    startsAs,
    isMain: z.boolean(),
    words: optionalWords,
  }),
  reads: ['young-person'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const data: DataOf<'activity'> = {...command.body, endOn: null};
    const fault = activityFault(data, records, command, context);
    if (fault) return refuse(fault);
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    return ok({status: 'applied', puts: [newRecord('activity', command, scope, data, context)], grants: []});
  },
});

/** It is still so, as was heard on a day: the young person can say it themselves. */
export const confirmActivity = commandKind({
  kind: 'activity.confirm',
  version: 1,
  action: 'activity.confirm',
  compartment: 'of_record',
  body: z.object({on: calendarDateSchema}),
  reads: ['young-person'],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'activity', command);
    if (!found.ok) return found;
    const {data} = found.value as RecordOf<'activity'>;
    const {on} = command.body;
    const fault = happenedFault(records, command, context, 'on', on);
    if (fault) return refuse(fault);
    if ((data.since !== null && on < data.since) || (data.endOn !== null && on > data.endOn))
      return refuse({code: 'dates_out_of_order', fields: ['on']});
    if (struckOut(found.value)) return refuse({code: 'state_moved', fields: []});
    return ok(addMembers(found.value, {confirmations: [{by: context.actor.holder, on}]}, command, context));
  },
});
