/** An action is a promise: what, who, by when. It lies where its plan lies, and in `shared` where it has none. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {optionalDate, optionalId, optionalLine, optionalText, wordsSchema} from '../shared/fields.ts';
import {penceSchema} from '../shared/money.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {aheadFault} from '../young-person/days-of-life.ts';
import {ACTION_STATUSES, ALL_SECTIONS} from './codes.ts';
import {planOf} from './plan-commands.ts';

const cost = z.nullable(penceSchema);

export const addPlanAction = commandKind({
  kind: 'plan-action.add',
  version: 2,
  casters: {1: body => ({...(body as object), plan: null, section: null, costPence: null})},
  action: 'plan-action.add',
  compartment: 'shared',
  body: z.object({
    what: wordsSchema,
    owner: optionalLine,
    ownerStaff: optionalId,
    dueOn: optionalDate,
    fromContact: optionalId,
    plan: optionalId,
    section: z.nullable(z.enum(ALL_SECTIONS)),
    costPence: cost,
  }),
  reads: ['pathway-plan'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {plan: planId} = command.body;
    const plan = planId === null ? null : planOf(records, command, planId);
    if (plan && !plan.ok) return plan;
    const fault = aheadFault(context, 'dueOn', command.body.dueOn);
    if (fault) return refuse(fault);
    const scope = plan?.value.scope ?? must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'plan-action'> = {...command.body, status: 'not_started', statusOn: null, fundRequest: null, whyNotDone: null};
    return ok({status: 'applied', puts: [newRecord('plan-action', command, scope, data, context)], grants: []});
  },
});

const ACTION_WAYS = {
  what: 'text',
  owner: 'decision',
  ownerStaff: 'decision',
  dueOn: 'decision',
  status: 'decision',
  whyNotDone: 'text',
  fundRequest: 'plain',
  costPence: 'plain',
} as const;

/** Only what is named is changed. Not done says why; the day of a status is the day on which it was said. */
export const changePlanAction = commandKind({
  kind: 'plan-action.change',
  version: 1,
  action: 'plan-action.update',
  compartment: 'of_record',
  body: z.object({
    what: z.optional(wordsSchema),
    owner: z.optional(optionalLine),
    ownerStaff: z.optional(optionalId),
    dueOn: z.optional(optionalDate),
    status: z.optional(z.enum(ACTION_STATUSES)),
    whyNotDone: z.optional(optionalText),
    fundRequest: z.optional(optionalLine),
    costPence: z.optional(cost),
  }),
  reads: [],
  decide(records, command, context) {
    const action = ownRecord(records.get(command.record), 'plan-action', command);
    if (!action.ok) return action;
    const {body} = command;
    const fault = aheadFault(context, 'dueOn', body.dueOn);
    if (fault) return refuse(fault);
    const why = body.whyNotDone ?? action.value.data['whyNotDone'];
    if (body.status === 'not_done' && (typeof why !== 'string' || why.trim() === ''))
      return refuse({code: 'words_missing', fields: ['whyNotDone']});
    const writes = Object.entries(body).map(([field, value]): [string, FieldWrite] => [
      field,
      {way: ACTION_WAYS[field as keyof typeof ACTION_WAYS], value},
    ]);
    const said: Record<string, FieldWrite> = body.status === undefined ? {} : {statusOn: {way: 'plain', value: context.today}};
    return ok(writeFields(action.value, {...Object.fromEntries(writes), ...said}, command, context));
  },
});
