/** A worry is seen by somebody of the team, and closed with what came of it; the young person can read both (domain.md 8). */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {textSchema} from '../shared/fields.ts';
import {ok, refuse} from '../shared/result.ts';
import {writeFields} from '../write-field.ts';
import {openWorry} from './change-worry.ts';

/** Somebody says that they have read it and will see to it. Twice by the same is once. */
export const seeWorry = commandKind({
  kind: 'worry.see',
  version: 1,
  action: 'worry.answer',
  compartment: 'of_record',
  body: z.object({}),
  reads: [],
  decide(records, command, context) {
    const worry = openWorry(records, command);
    if (!worry.ok) return worry;
    const {holder} = context.actor;
    if (worry.value.data.seenBy.some(each => each.holder === holder)) return refuse({code: 'unchanged', fields: []});
    return ok(writeFields(worry.value, {seenBy: {way: 'set', value: [{holder, at: command.at}]}}, command, context));
  },
});

export const closeWorry = commandKind({
  kind: 'worry.close',
  version: 1,
  action: 'worry.answer',
  compartment: 'of_record',
  movesState: true,
  body: z.object({outcome: textSchema}),
  reads: [],
  decide(records, command, context) {
    const worry = openWorry(records, command);
    if (!worry.ok) return worry;
    const {outcome} = command.body;
    if (outcome.trim() === '') return refuse({code: 'words_missing', fields: ['outcome']});
    const closed = {...worry.value, data: {...worry.value.data, closedAt: command.at}};
    return ok(writeFields(closed, {outcome: {way: 'text', value: outcome}}, command, context));
  },
});
