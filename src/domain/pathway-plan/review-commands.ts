/**
 * Reviews of the plan: arranged, held, with decisions that become actions, and a copy given. What was talked about decides
 * whether the clock starts again (R-33, edge case 15); while a child is looked after, the reviewing officer leads.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {
  languageSchema,
  lineSchema,
  optionalDate,
  optionalFlag,
  optionalId,
  optionalLine,
  optionalText,
  optionalWords,
  wordsSchema,
} from '../shared/fields.ts';
import {idSchema, partId} from '../shared/ids.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {aheadFault, happenedFault} from '../young-person/days-of-life.ts';
import {ALL_SECTIONS, PLAN_SECTIONS, REVIEW_TYPES, VIEWS_GIVEN} from './codes.ts';

const MOST_PEOPLE = 40;
const people = z.array(lineSchema).check(z.maxLength(MOST_PEOPLE));

/** Status needs are for those who have a status from which needs come; the other ten matters are everybody's. */
const EVERYBODYS = PLAN_SECTIONS.filter(section => section !== 'status_needs');
export const coversAll = (covered: readonly string[]): boolean => EVERYBODYS.every(section => covered.includes(section));

/** A day, who comes, in which language, and whether an advocate was offered. */
export const arrangeReview = commandKind({
  kind: 'review.arrange',
  version: 1,
  action: 'review.hold',
  compartment: 'shared',
  body: z.object({
    type: z.enum(REVIEW_TYPES),
    plannedOn: calendarDateSchema,
    how: optionalLine,
    chair: optionalLine,
    invited: people,
    language: z.nullable(languageSchema),
    advocateOffered: optionalFlag,
  }),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const fault = aheadFault(context, 'plannedOn', command.body.plannedOn);
    if (fault) return refuse(fault);
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'review'> = {
      ...command.body,
      dueOn: null,
      heldOn: null,
      present: [],
      attended: null,
      views: null,
      coversEverySection: false,
      copyGivenOn: null,
      lateReason: null,
      covered: [],
      outcome: null,
      cancelledBecause: null,
    };
    return ok({status: 'applied', puts: [newRecord('review', command, scope, data, context)], grants: []});
  },
});

/** Only what is named is changed, and only until it was held. */
export const changeReview = commandKind({
  kind: 'review.change',
  version: 1,
  action: 'review.hold',
  compartment: 'shared',
  body: z.object({
    plannedOn: z.optional(calendarDateSchema),
    how: z.optional(optionalLine),
    chair: z.optional(optionalLine),
    invited: z.optional(people),
    language: z.optional(z.nullable(languageSchema)),
    advocateOffered: z.optional(optionalFlag),
    lateReason: z.optional(optionalText),
  }),
  reads: [],
  decide(records, command, context) {
    const review = ownRecord(records.get(command.record), 'review', command);
    if (!review.ok) return review;
    const fault = aheadFault(context, 'plannedOn', command.body.plannedOn);
    if (fault) return refuse(fault);
    const way = (field: string) => (field === 'invited' ? 'set' : field === 'lateReason' ? 'text' : 'plain');
    const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [field, {way: way(field), value}]);
    return ok(writeFields(review.value, Object.fromEntries(writes), command, context));
  },
});

/** What was held stays held: a mistake is struck out with its reason, and recorded anew. */
export const holdReview = commandKind({
  kind: 'review.hold',
  version: 1,
  action: 'review.hold',
  compartment: 'shared',
  movesState: true,
  body: z.object({
    type: z.enum(REVIEW_TYPES),
    heldOn: calendarDateSchema,
    how: optionalLine,
    chair: optionalLine,
    present: people,
    attended: z.boolean(),
    views: z.enum(VIEWS_GIVEN),
    covered: z.array(z.enum(ALL_SECTIONS)),
    outcome: optionalWords,
    lateReason: optionalText,
  }),
  reads: ['young-person'],
  decide(records, command, context) {
    const {body} = command;
    const fault = happenedFault(records, command, context, 'heldOn', body.heldOn);
    if (fault) return refuse(fault);
    const held = {...body, covered: [...new Set(body.covered)], coversEverySection: coversAll(body.covered)};
    const known = records.get(command.record);
    if (!known) {
      const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
      const data: DataOf<'review'> = {
        ...held,
        dueOn: null,
        copyGivenOn: null,
        plannedOn: null,
        invited: [],
        language: null,
        advocateOffered: null,
        cancelledBecause: null,
      };
      return ok({status: 'applied', puts: [newRecord('review', command, scope, data, context)], grants: []});
    }
    const review = ownRecord(known, 'review', command);
    if (!review.ok) return review;
    const {heldOn, cancelledBecause} = review.value.data as DataOf<'review'>;
    if (heldOn !== null || (cancelledBecause ?? null) !== null) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...review.value, data: {...review.value.data, ...held}}], grants: []});
  },
});

/** It did not happen: said why, and kept. */
export const cancelReview = commandKind({
  kind: 'review.cancel',
  version: 1,
  action: 'review.hold',
  compartment: 'shared',
  movesState: true,
  body: z.object({because: wordsSchema}),
  reads: [],
  decide(records, command) {
    const review = ownRecord(records.get(command.record), 'review', command);
    if (!review.ok) return review;
    const {heldOn, cancelledBecause} = review.value.data as DataOf<'review'>;
    if (heldOn !== null || (cancelledBecause ?? null) !== null) return refuse({code: 'state_moved', fields: []});
    if (command.body.because.text.trim() === '') return refuse({code: 'words_missing', fields: ['because']});
    return ok({
      status: 'applied',
      puts: [{...review.value, data: {...review.value.data, cancelledBecause: command.body.because}}],
      grants: [],
    });
  },
});

/** A decision has somebody who does it and a day, and is an action from then on. */
export const addReviewDecision = commandKind({
  kind: 'review-decision.add',
  version: 1,
  action: 'review.hold',
  compartment: 'shared',
  body: z.object({
    review: idSchema,
    words: wordsSchema,
    owner: lineSchema,
    ownerStaff: optionalId,
    dueOn: calendarDateSchema,
    plan: optionalId,
    section: z.nullable(z.enum(ALL_SECTIONS)),
  }),
  reads: ['review', 'pathway-plan'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {review, words, owner, ownerStaff, dueOn, plan, section} = command.body;
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const found = records.ofPerson(command.person, 'review').find(({id}) => id === review) as RecordOf<'review'> | undefined;
    if (!found || found.data.heldOn === null) return refuse({code: 'unknown_record', fields: ['review']});
    if (plan !== null && !records.ofPerson(command.person, 'pathway-plan').some(each => each.id === plan && each.scope === scope))
      return refuse({code: 'unknown_record', fields: ['plan']});
    if (words.text.trim() === '') return refuse({code: 'words_missing', fields: ['words']});
    if (owner.trim() === '') return refuse({code: 'words_missing', fields: ['owner']});
    if (dueOn < found.data.heldOn) return refuse({code: 'dates_out_of_order', fields: ['dueOn']});
    const fault = aheadFault(context, 'dueOn', dueOn);
    if (fault) return refuse(fault);
    const decision: DataOf<'review-decision'> = {review, words: words.text, owner, dueOn};
    const action: DataOf<'plan-action'> = {
      plan,
      section,
      fromContact: null,
      what: words,
      owner: ownerStaff === null ? owner : null,
      ownerStaff,
      dueOn,
      status: 'not_started',
      statusOn: null,
      fundRequest: null,
      costPence: null,
      whyNotDone: null,
    };
    const asAction = newRecord('plan-action', command, scope, action, context);
    return ok({
      status: 'applied',
      puts: [newRecord('review-decision', command, scope, decision, context), {...asAction, id: partId(command.record, 'action')}],
      grants: [],
    });
  },
});

/** of each review too. */
export const giveReviewCopy = commandKind({
  kind: 'review.give-copy',
  version: 1,
  action: 'review.hold',
  compartment: 'shared',
  body: z.object({on: optionalDate}),
  reads: [],
  decide(records, command, context) {
    const review = ownRecord(records.get(command.record), 'review', command);
    if (!review.ok) return review;
    const {on} = command.body;
    if (on !== null && on > context.today) return refuse({code: 'date_in_future', fields: ['on']});
    return ok(writeFields(review.value, {copyGivenOn: {way: 'plain', value: on}}, command, context));
  },
});
