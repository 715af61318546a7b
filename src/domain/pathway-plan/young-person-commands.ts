/**
 * What a young person does with their own plan: answers a section, asks for a review, ticks what they themselves
 * promised. Each works offline; none waits for anybody's approval, and none changes what somebody else wrote.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import {idSchema} from '../shared/ids.ts';
import {optionalWords} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {writeField} from '../write-field.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {ALL_SECTIONS, SECTION_ANSWERS} from './codes.ts';
import {isOwnAction} from './own-action.ts';
import {withStatusDay} from './status-day.ts';

export const giveSectionAnswer = commandKind({
  kind: 'section-answer.give',
  version: 1,
  action: 'section-answer.give',
  compartment: 'shared',
  body: z.object({plan: idSchema, section: z.enum(ALL_SECTIONS), answer: z.enum(SECTION_ANSWERS), words: optionalWords}),
  reads: ['pathway-plan'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {plan, words, answer} = command.body;
    const person = must(command.person, 'an answer concerns a person');
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    // A plan that staff still keep to themselves is none.
    if (!records.ofPerson(person, 'pathway-plan').some(found => found.id === plan && found.scope === scope))
      return refuse({code: 'unknown_record', fields: ['plan']});
    // "Something is missing" without saying what would be an answer that nobody can act on.
    if (answer === 'add' && (words?.text.trim() ?? '') === '') return refuse({code: 'words_missing', fields: ['words']});
    const data: DataOf<'section-answer'> = {...command.body, on: context.today};
    return ok({status: 'applied', puts: [newRecord('section-answer', command, scope, data, context)], grants: []});
  },
});

/** whenever the young person asks; R-35: whenever an adviser or manager thinks it necessary. */
export const askForReview = commandKind({
  kind: 'review.ask',
  version: 1,
  action: 'review.ask',
  compartment: 'shared',
  body: z.object({words: optionalWords}),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'review-request'> = {
      askedOn: context.today,
      byYoungPerson: context.actor.role === 'young_person',
      words: command.body.words,
      settledOn: null,
      answer: null,
    };
    return ok({status: 'applied', puts: [newRecord('review-request', command, scope, data, context)], grants: []});
  },
});

/** Done, or not done after all. Only what the young person promised themselves; others' promises are not theirs to tick. */
export const tickOwnAction = commandKind({
  kind: 'own-action.tick',
  version: 1,
  action: 'own-action.tick',
  compartment: 'shared',
  body: z.object({done: z.boolean()}),
  reads: ['young-person'],
  decide(records, command, context) {
    const action = records.get(command.record);
    const id = must(command.person, 'an action concerns a person');
    const person = records.ofPerson(id, 'young-person')[0] as RecordOf<'young-person'> | undefined;
    if (!action || action.scope !== records.scope(command.person, 'shared') || action.kind !== 'plan-action')
      return refuse({code: 'unknown_record', fields: []});
    if (!person || !isOwnAction((action as RecordOf<'plan-action'>).data, person.data)) return refuse({code: 'not_own_action', fields: []});
    const status = command.body.done ? 'done' : 'in_progress';
    const written = writeField(action, 'status', {way: 'decision', value: status}, command, context);
    const put = withStatusDay(action, written.record, command.op, context.today);
    return ok({status: written.status, puts: [put], grants: []});
  },
});
