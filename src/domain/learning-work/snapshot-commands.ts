/** What came to light after a snapshot was frozen: a further version with its reason. The frozen one stays as it is, and readable. */
import * as z from 'zod/mini';
import {ACCOMMODATION_TYPES, SUITABILITY} from '../accommodation/codes.ts';
import {commandKind, newRecord} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ACTIVITIES, IN_TOUCH} from '../young-person/codes.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import type {Snapshot} from './snapshot.ts';

export const correctSnapshot = commandKind({
  kind: 'snapshot.correct',
  version: 2,
  /** The second can also say whether the home was suitable. */
  casters: {1: body => body},
  action: 'snapshot.correct',
  compartment: 'staff',
  body: z.object({
    corrects: idSchema,
    activity: z.nullable(z.enum(ACTIVITIES)),
    inTouch: z.enum(IN_TOUCH),
    home: z.nullable(z.enum(ACCOMMODATION_TYPES)),
    suitability: z.optional(z.nullable(z.enum(SUITABILITY))),
    /** When it came to light. */
    informationOn: calendarDateSchema,
    reason: textSchema,
  }),
  reads: ['young-person', 'snapshot'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {corrects, activity, inTouch, home, informationOn, reason} = command.body;
    const all = records.ofPerson(command.person, 'snapshot') as readonly RecordOf<'snapshot'>[];
    const before = all.find(({id}) => id === corrects);
    if (!before) return refuse({code: 'unknown_record', fields: ['corrects']});
    const {settles: _, ...data} = before.data;
    const seen = command.bases?.['corrects'] ?? [];
    const settled = all.filter(
      each => each.id !== corrects && each.data.moment === data.moment && each.data.on === data.on && seen.includes(each.made.op),
    );
    if (reason.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    const fault = happenedFault(records, command, context, 'informationOn', informationOn, {afterDeath: true});
    if (fault) return refuse(fault);
    if (informationOn < data.from) return refuse({code: 'out_of_range', fields: ['informationOn']});
    // Not said: of the same home it stays, of another it is not known.
    const {suitability = home === data.home.type ? data.home.suitability : null} = command.body;
    if (home === null && suitability !== null) return refuse({code: 'out_of_range', fields: ['suitability']});
    const same = {
      activity: activity === data.activity.code,
      inTouch: inTouch === data.inTouch.status,
      home: home === data.home.type && suitability === data.home.suitability,
    };
    // Of two that differ, one can be right as it is.
    if (same.activity && same.inTouch && same.home && settled.length === 0) return refuse({code: 'unchanged', fields: []});
    const corrected = {on: informationOn, source: 'correction', record: null} as const;
    const next: Snapshot = {
      ...data,
      version: Math.max(data.version, ...settled.map(each => each.data.version)) + 1,
      frozenOn: context.today,
      activity: same.activity ? data.activity : {...corrected, code: activity, isTraining: null, disputed: false},
      inTouch: same.inTouch ? data.inTouch : {...corrected, status: inTouch},
      home: same.home ? data.home : {...corrected, type: home, suitability},
      corrects,
      ...(command.bases?.['corrects'] ? {settles: settled.map(({id}) => id)} : {}),
      reason,
    };
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    return ok({status: 'applied', puts: [newRecord('snapshot', command, scope, next, context)], grants: []});
  },
});
