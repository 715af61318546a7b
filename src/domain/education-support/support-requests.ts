/** Help with the costs of learning is asked for, by the young person or for them, and taken back while nobody has decided. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, type CaseRecords, type Command, type Refusal} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {lineSchema, optionalId, optionalWords} from '../shared/fields.ts';
import {ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import {isBlank, makeNew} from '../young-person/profile-records.ts';
import {EDUCATION_SUPPORTS} from './codes.ts';
import {amountSchema} from './education-support.ts';
import {awaitsSupportDecision} from './where-it-stands.ts';

type Support = RecordOf<'education-support'>;

/** The request itself; somebody else's, and another thing, is none. */
export const ownSupport = (records: CaseRecords, command: Command): Result<Support, Refusal> =>
  ownRecord(records.get(command.record), 'education-support', command) as Result<Support, Refusal>;

export const askEducationSupport = commandKind({
  kind: 'education-support.ask',
  version: 1,
  action: 'education-support.ask',
  compartment: 'shared',
  body: z.object({
    what: z.enum(EDUCATION_SUPPORTS),
    course: lineSchema,
    activity: optionalId,
    words: optionalWords,
    askedPence: z.nullable(amountSchema),
  }),
  reads: ['young-person', 'activity'],
  decide(records, command, context) {
    const {activity, course, what, words} = command.body;
    if (activity !== null && !records.ofPerson(command.person, 'activity').some(({id}) => id === activity))
      return refuse({code: 'unknown_record', fields: ['activity']});
    const askedOn = dayOfWriting(command, context);
    const fault = happenedFault(records, command, context, 'askedOn', askedOn);
    if (fault) return refuse(fault);
    return makeNew(
      ['education-support', 'shared'],
      records,
      command,
      context,
      {...command.body, askedOn, withdrawnOn: null, decision: null, payments: []},
      isBlank(course, 'course'),
      // What is not one of the three has to be said.
      what === 'other' && isBlank(words?.text ?? '', 'words'),
    );
  },
});

export const withdrawEducationSupport = commandKind({
  kind: 'education-support.withdraw',
  version: 1,
  action: 'education-support.ask',
  compartment: 'of_record',
  movesState: true,
  body: z.object({}),
  reads: [],
  decide(records, command, context) {
    const found = ownSupport(records, command);
    if (!found.ok) return found;
    if (!awaitsSupportDecision(found.value.data)) return refuse({code: 'state_moved', fields: []});
    const put = {...found.value, data: {...found.value.data, withdrawnOn: dayOfWriting(command, context)}};
    return ok({status: 'applied', puts: [put], grants: []});
  },
});
