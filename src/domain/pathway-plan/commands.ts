/** An action is a promise: what, who, by when. It lies in `shared`, where the young person sees it. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import {optionalDate, optionalId, optionalLine, wordsSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import type {DataOf} from '../record-kinds.ts';

export const addPlanAction = commandKind({
  kind: 'plan-action.add',
  version: 1,
  action: 'plan-action.add',
  compartment: 'shared',
  body: z.object({what: wordsSchema, owner: optionalLine, ownerStaff: optionalId, dueOn: optionalDate, fromContact: optionalId}),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'plan-action'> = {
      ...command.body,
      plan: null,
      section: null,
      status: 'not_started',
      statusOn: null,
      fundRequest: null,
      whyNotDone: null,
    };
    return ok({status: 'applied', puts: [newRecord('plan-action', command, scope, data, context)], grants: []});
  },
});
