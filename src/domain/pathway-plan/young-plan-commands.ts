/**
 * The young person's part of a plan: their own words to each matter, their views and how they were given, and
 * how they answer the whole. By themselves on their own device, or with an adviser, and then it says so.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type Refusal} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {optionalWords} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {ALL_SECTIONS, PLAN_RESPONSES, VIEWS_GIVEN, WAYS_GIVEN} from './codes.ts';
import {signatureSchema} from './signature.ts';
import {ownWordsId, planViewsId} from './part-ids.ts';

const MOST_STARS = 5;

/** A part is made of a plan in the same file: of another's, the answer says nothing. */
const isTheirs = (records: CaseRecords, {person}: Command, plan: Id): boolean =>
  records.ofPerson(person, 'pathway-plan').some(({id}) => id === plan);

/** Their words to a matter come first; a draft they have not seen may hold them already, written with an adviser. */
export const writeOwnWords = commandKind({
  kind: 'own-words.write',
  version: 1,
  makesPart: true,
  action: 'own-words.write',
  compartment: 'shared',
  body: z.object({
    plan: idSchema,
    section: z.enum(ALL_SECTIONS),
    words: z.optional(optionalWords),
    rating: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(MOST_STARS)))),
  }),
  reads: ['pathway-plan'],
  decide(records, command, context) {
    const {plan, section, words, rating} = command.body;
    if (!isTheirs(records, command, plan)) return refuse({code: 'unknown_record', fields: ['plan']});
    const empty: DataOf<'own-words'> = {plan, section, words: null, rating: null};
    const known = records.get(command.record);
    if (!known && command.record !== ownWordsId(plan, section)) return refuse({code: 'unknown_record', fields: []});
    const own = known && ownRecord(known, 'own-words', command);
    if (own && !own.ok) return own;
    if (own && (own.value.data['plan'] !== plan || own.value.data['section'] !== section))
      return refuse({code: 'unknown_record', fields: []});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const record = own?.value ?? {...newRecord('own-words', command, scope, empty, context), data: {...empty}};
    const writes: Record<string, FieldWrite> = {
      ...(words === undefined ? {} : {words: {way: 'text', value: words}}),
      ...(rating === undefined ? {} : {rating: {way: 'plain', value: rating}}),
    };
    return ok(writeFields(record, writes, command, context));
  },
});

/** The written record of their views of the plan, and how they gave them (4.8). */
export const writePlanViews = commandKind({
  kind: 'plan-views.write',
  version: 1,
  makesPart: true,
  action: 'own-words.write',
  compartment: 'shared',
  body: z.object({plan: idSchema, words: z.optional(optionalWords), how: z.optional(z.nullable(z.enum(VIEWS_GIVEN)))}),
  reads: ['pathway-plan'],
  decide(records, command, context) {
    const {plan, words, how} = command.body;
    if (!isTheirs(records, command, plan)) return refuse({code: 'unknown_record', fields: ['plan']});
    const empty: DataOf<'plan-views'> = {plan, words: null, how: null};
    const known = records.get(command.record);
    if (!known && command.record !== planViewsId(plan)) return refuse({code: 'unknown_record', fields: []});
    const own = known && ownRecord(known, 'plan-views', command);
    if (own && !own.ok) return own;
    if (own && own.value.data['plan'] !== plan) return refuse({code: 'unknown_record', fields: []});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const record = own?.value ?? {...newRecord('plan-views', command, scope, empty, context), data: {...empty}};
    const writes: Record<string, FieldWrite> = {
      ...(words === undefined ? {} : {words: {way: 'text', value: words}}),
      ...(how === undefined ? {} : {how: {way: 'plain', value: how}}),
    };
    return ok(writeFields(record, writes, command, context));
  },
});

/** By the young person it is their own; an adviser says how it was given and that it was given to them. */
function givenBy(
  role: string,
  given: DataOf<'plan-response'>['given'],
  holder: Id,
): Result<Pick<DataOf<'plan-response'>, 'given' | 'givenTo'>, Refusal> {
  if (role === 'young_person')
    return given === 'own_device' ? ok({given, givenTo: null}) : refuse({code: 'body_invalid', fields: ['given']});
  return given === 'own_device' ? refuse({code: 'body_invalid', fields: ['given']}) : ok({given, givenTo: holder});
}

/**
 * Agreed, partly, not, declined to take part, or not reached. Always an answer, and it never stops a plan (3.2). Whoever was
 * not reached has said nothing: that is for staff alone to say, and needs no signature.
 */
export const answerPlan = commandKind({
  kind: 'plan.answer',
  version: 1,
  action: 'own-words.write',
  compartment: 'shared',
  body: z.object({
    plan: idSchema,
    response: z.enum(PLAN_RESPONSES),
    words: optionalWords,
    given: z.nullable(z.enum(WAYS_GIVEN)),
    signature: z.nullable(signatureSchema),
  }),
  reads: ['pathway-plan'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {plan, response, words, given, signature} = command.body;
    const shared = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const found = records.ofPerson(command.person, 'pathway-plan').find(({id, scope}) => id === plan && scope === shared);
    if (!found) return refuse({code: 'unknown_record', fields: ['plan']});
    const isReached = response !== 'not_reached';
    if (isReached !== (given !== null)) return refuse({code: 'body_invalid', fields: ['given']});
    if (!isReached && (signature !== null || context.actor.role === 'young_person'))
      return refuse({code: 'body_invalid', fields: ['response']});
    const by = isReached ? givenBy(context.actor.role, given, context.actor.holder) : ok({given: null, givenTo: null});
    if (!by.ok) return by;
    const data: DataOf<'plan-response'> = {plan, response, words, signature, ...by.value, on: context.today};
    return ok({
      status: 'applied',
      puts: [newRecord('plan-response', command, shared, data, context), {...found, data: {...found.data, response}}],
      grants: [],
    });
  },
});
