/**
 * Judging a home: on a move, at a review and on any concern, each time anew, with what was looked at, the reason, and
 * whether the young person agrees. That a home is not suitable says what will be done, and whoever leads the team looks at it.
 */
import * as z from 'zod/mini';
import {commandKind, type CaseRecords, type Command} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalText, optionalWords, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import {isBlank, makeNew, refusalOf} from '../young-person/profile-records.ts';
import * as codes from './codes.ts';
import {awaitsDecision} from './suitability.ts';

const bodySchema = z.object({
  stay: idSchema,
  result: z.enum(codes.SUITABILITY),
  judgedOn: calendarDateSchema,
  because: z.enum(codes.JUDGED_BECAUSE),
  reason: textSchema,
  checks: z
    .array(z.object({check: z.enum(codes.SUITABILITY_CHECKS), answer: z.enum(codes.CHECK_ANSWERS)}))
    .check(z.refine(checks => new Set(checks.map(({check}) => check)).size === checks.length)),
  theirView: z.enum(codes.THEIR_VIEWS),
  theirWords: optionalWords,
  plan: optionalText,
});

/** What follows from a home that is not suitable has to be said. */
const needsPlan = (result: string) => result === 'unsuitable' || result === 'suitable_with_conditions';

export const judgeHome = commandKind({
  kind: 'suitability.judge',
  version: 1,
  action: 'home.write',
  compartment: 'staff',
  body: bodySchema,
  reads: ['young-person'],
  names: ({stay}) => [stay],
  decide(records, command, context) {
    const {body} = command;
    const found = ownRecord(records.get(body.stay), 'stay', command);
    if (!found.ok) return found;
    const {startOn} = (found.value as RecordOf<'stay'>).data;
    const happened = happenedFault(records, command, context, 'judgedOn', body.judgedOn);
    if (happened) return refuse(happened);
    return makeNew(
      ['suitability', 'staff'],
      records,
      command,
      context,
      {...body, decision: null},
      isBlank(body.reason, 'reason'),
      needsPlan(body.result) && isBlank(body.plan, 'plan'),
      // A home is seen before somebody moves into it; a review or a concern is of one that they live in.
      body.because !== 'move' && startOn !== null && body.judgedOn < startOn && ['dates_out_of_order', 'judgedOn'],
    );
  },
});

/** Somebody who leads the team agrees to what will be done about it, or says what has to be done instead. */
export const decideSuitability = commandKind({
  kind: 'suitability.decide',
  version: 1,
  action: 'home.decide',
  compartment: 'staff',
  movesState: true,
  body: z.object({agreed: z.boolean(), words: textSchema}),
  reads: [],
  decide(records: CaseRecords, command: Command<{agreed: boolean; words: string}>, {actor, today}) {
    const found = ownRecord(records.get(command.record), 'suitability', command);
    if (!found.ok) return found;
    const {data} = found.value as RecordOf<'suitability'>;
    const fault = refusalOf(!awaitsDecision(data) && ['state_moved', 'agreed'], isBlank(command.body.words, 'words'));
    if (fault) return refuse(fault);
    const decision = {...command.body, by: actor.holder, on: today};
    return ok({status: 'applied', puts: [{...found.value, data: {...data, decision}}], grants: []});
  },
});
