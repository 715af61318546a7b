/** Making a plan: its header, its sections, the young person's own words, what happens if it stops working, who was asked. */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type DecideContext, type Decision, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {languageSchema, lineSchema, optionalDate, optionalId, optionalLine, optionalWords, wordsSchema} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import type {DomainRecord, FieldClass} from '../shared/record.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import * as codes from './codes.ts';
import {shownSectionId, staffSectionId} from './part-ids.ts';

/** The plan itself, of that person; somebody else's and none are the same answer. */
export function planOf(records: CaseRecords, command: Command, plan: Id): Result<RecordOf<'pathway-plan'>, Refusal> {
  const found = records.ofPerson(command.person, 'pathway-plan').find(({id}) => id === plan);
  return found && isKind(found, 'pathway-plan') ? ok(found) : refuse({code: 'unknown_record', fields: ['plan']});
}

/** Only the fields that the body names are written, each in the way of its class. */
function named(body: object, ways: Readonly<Record<string, Exclude<FieldClass, 'fixed' | 'command'>>>): Record<string, FieldWrite> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => {
      const way = ways[field];
      return way && value !== undefined ? [[field, {way, value}]] : [];
    }),
  );
}

export const startPlan = commandKind({
  kind: 'plan.start',
  version: 1,
  action: 'plan.write',
  compartment: 'staff',
  body: z.object({
    language: languageSchema,
    assessedOn: optionalDate,
    categoryAtPlan: optionalLine,
    basedOn: optionalId,
    contactEveryWeeks: z.nullable(z.int().check(z.minimum(1), z.maximum(52))),
  }),
  reads: ['pathway-plan', 'young-person'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {assessedOn, basedOn} = command.body;
    const fault = happenedFault(records, command, context, 'assessedOn', assessedOn);
    if (fault) return refuse(fault);
    const plans = records.ofPerson(command.person, 'pathway-plan').filter(record => isKind(record, 'pathway-plan'));
    const base = plans.find(({id}) => id === basedOn);
    if (basedOn !== null && !base) return refuse({code: 'unknown_record', fields: ['basedOn']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    const data: DataOf<'pathway-plan'> = {
      ...command.body,
      version: Math.max(0, ...plans.map(plan => plan.data.version)) + 1,
      status: 'draft',
      planOn: null,
      author: context.actor.holder,
      approvedBy: null,
      approvedOn: null,
      response: null,
      copyGivenOn: null,
      explained: null,
      // A new plan that comes out of a review goes on from it: making it does not put the next review off.
      lastReviewOn: base?.data.lastReviewOn ?? null,
      lastReviewType: base?.data.lastReviewType ?? null,
      lastFullReviewOn: base?.data.lastFullReviewOn ?? null,
      formerNextReviewOn: null,
      programme: base?.data.programme ?? null,
      programmeStatus: base?.data.programmeStatus ?? null,
      programmeEndsOn: base?.data.programmeEndsOn ?? null,
      programmeResumesOn: base?.data.programmeResumesOn ?? null,
    };
    return ok({status: 'applied', puts: [newRecord('pathway-plan', command, scope, data, context)], grants: []});
  },
});

export const changePlan = commandKind({
  kind: 'plan.change',
  version: 1,
  action: 'plan.write',
  compartment: 'of_record',
  body: z.object({
    assessedOn: z.optional(optionalDate),
    planOn: z.optional(optionalDate),
    language: z.optional(languageSchema),
    contactEveryWeeks: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(52)))),
    programme: z.optional(optionalLine),
    programmeStatus: z.optional(z.nullable(z.enum(codes.PROGRAMME_STATUSES))),
    programmeEndsOn: z.optional(optionalDate),
    programmeResumesOn: z.optional(optionalDate),
    careMayEnd: z.optional(optionalWords),
    viewsNotPracticable: z.optional(optionalWords),
  }),
  reads: ['young-person'],
  decide(records, command, context) {
    const plan = ownRecord(records.get(command.record), 'pathway-plan', command);
    if (!plan.ok) return plan;
    if (['superseded', 'ended'].includes(String(plan.value.data['status']))) return refuse({code: 'state_moved', fields: []});
    const {assessedOn, planOn} = command.body;
    const fault =
      happenedFault(records, command, context, 'assessedOn', assessedOn) ?? happenedFault(records, command, context, 'planOn', planOn);
    if (fault) return refuse(fault);
    const ways = {
      assessedOn: 'plain',
      planOn: 'plain',
      language: 'plain',
      contactEveryWeeks: 'decision',
      programme: 'text',
      programmeStatus: 'decision',
      programmeEndsOn: 'decision',
      programmeResumesOn: 'decision',
      careMayEnd: 'text',
      viewsNotPracticable: 'text',
    } as const;
    return ok(writeFields(plan.value, named(command.body, ways), command, context));
  },
});

const SECTION_WAYS = {needs: 'text', goingWell: 'text', outcome: 'text'} as const;
const sectionBody = z.object({
  plan: idSchema,
  section: z.enum(codes.ALL_SECTIONS),
  needs: z.optional(optionalWords),
  goingWell: z.optional(optionalWords),
  outcome: z.optional(optionalWords),
});

/**
 * The record of a section, or a new one under the id that every device gives to it: two people who begin the same section
 * write the same record, and both of their texts are kept.
 */
function sectionRecord(records: CaseRecords, command: Command<z.infer<typeof sectionBody>>, id: Id): Result<DomainRecord | null, Refusal> {
  const {plan, section} = command.body;
  const known = records.get(command.record);
  if (!known) return command.record === id ? ok(null) : refuse({code: 'unknown_record', fields: []});
  const own = ownRecord(known, 'plan-section', command);
  if (!own.ok) return own;
  return own.value.data['plan'] === plan && own.value.data['section'] === section ? own : refuse({code: 'unknown_record', fields: []});
}

/** A plan that was handed in waits for a manager; a plan in force is changed by a new one. */
const isWritable = (plan: RecordOf<'pathway-plan'>): boolean => codes.PLAN_WRITABLE.includes(plan.data.status);

/** The body of both commands about a section's text: `idOf` says where the text lies on every device, `compartment` who reads it. */
const sectionText = (compartment: 'staff' | 'shared', idOf: (plan: Id, section: codes.PlanSection) => Id) =>
  ({
    version: 1,
    makesPart: true,
    action: 'plan.write',
    compartment,
    body: sectionBody,
    reads: ['pathway-plan'],
    decide(records: CaseRecords, command: Command<z.infer<typeof sectionBody>>, context: DecideContext): Result<Decision, Refusal> {
      const {plan: planId, section, ...texts} = command.body;
      const plan = planOf(records, command, planId);
      if (!plan.ok) return plan;
      if (!isWritable(plan.value)) return refuse({code: 'state_moved', fields: []});
      const found = sectionRecord(records, command, idOf(planId, section));
      if (!found.ok) return found;
      const scope = must(records.scope(command.person, compartment), 'a person has this scope');
      if (found.value && found.value.scope !== scope) return refuse({code: 'unknown_record', fields: []});
      const empty: DataOf<'plan-section'> = {
        plan: planId,
        section,
        heading: null,
        needs: null,
        goingWell: null,
        outcome: null,
        updatedOn: null,
      };
      const record = found.value ?? {...newRecord('plan-section', command, scope, empty, context), data: {...empty}};
      return ok(writeFields(record, {...named(texts, SECTION_WAYS), updatedOn: {way: 'plain', value: context.today}}, command, context));
    },
  }) as const;

/** What staff write of a need and how it will be met: theirs until it is shown. */
export const writePlanSection = commandKind({kind: 'plan-section.write', ...sectionText('staff', staffSectionId)});

/** What the young person sees of it: previewed and confirmed by staff, a record of its own (domain.md 8). */
export const showPlanSection = commandKind({kind: 'plan-section.show', ...sectionText('shared', shownSectionId)});

/** If this happens, then that is done. It lies where its plan lies. */
export const writeContingency = commandKind({
  kind: 'plan-contingency.write',
  version: 1,
  action: 'plan.write',
  compartment: 'staff',
  body: z.object({plan: idSchema, trigger: wordsSchema, response: wordsSchema, owner: optionalLine}),
  reads: ['pathway-plan'],
  decide(records, command, context) {
    const plan = planOf(records, command, command.body.plan);
    if (!plan.ok) return plan;
    if (!isWritable(plan.value)) return refuse({code: 'state_moved', fields: []});
    const {trigger, response, owner} = command.body;
    if (trigger.text.trim() === '' || response.text.trim() === '') return refuse({code: 'words_missing', fields: ['trigger', 'response']});
    const known = records.get(command.record);
    if (!known)
      return ok({status: 'applied', puts: [newRecord('plan-contingency', command, plan.value.scope, command.body, context)], grants: []});
    const own = ownRecord(known, 'plan-contingency', command);
    if (!own.ok) return own;
    if (own.value.data['plan'] !== command.body.plan) return refuse({code: 'unknown_record', fields: []});
    return ok(
      writeFields(
        own.value,
        {trigger: {way: 'text', value: trigger}, response: {way: 'text', value: response}, owner: {way: 'decision', value: owner}},
        command,
        context,
      ),
    );
  },
});

export const noteConsulted = commandKind({
  kind: 'plan-consulted.note',
  version: 1,
  action: 'plan.write',
  compartment: 'staff',
  body: z.object({plan: idSchema, name: lineSchema, relation: z.enum(codes.CONSULTED), on: calendarDateSchema}),
  reads: ['pathway-plan', 'young-person'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const plan = planOf(records, command, command.body.plan);
    if (!plan.ok) return plan;
    const fault = happenedFault(records, command, context, 'on', command.body.on);
    if (fault) return refuse(fault);
    if (command.body.name.trim() === '') return refuse({code: 'words_missing', fields: ['name']});
    return ok({status: 'applied', puts: [newRecord('plan-consulted', command, plan.value.scope, command.body, context)], grants: []});
  },
});
