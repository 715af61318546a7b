/** The allocation of a fund for a financial year. Each setting of it is a record of its own: what stood before stays. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {financialYearSchema, lineSchema, optionalText} from '../shared/fields.ts';
import {penceSchema} from '../shared/money.ts';
import {must, ok, refuse} from '../shared/result.ts';

/** '2026-27': the second year follows the first. */
const isYear = (year: string) => Number(year.slice(5)) === (Number(year.slice(0, 4)) + 1) % 100;

export const setBudget = commandKind({
  kind: 'budget.set',
  version: 1,
  action: 'budget.set',
  compartment: 'budgets',
  audited: true,
  body: z.object({
    financialYear: financialYearSchema,
    fundName: lineSchema.check(z.minLength(1)),
    allocationPence: penceSchema,
    notes: optionalText,
  }),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (!isYear(command.body.financialYear)) return refuse({code: 'out_of_range', fields: ['financialYear']});
    const data: DataOf<'budget'> = {
      ...command.body,
      reference: null,
      broughtForwardPence: null,
      formerCommittedPence: null,
      formerSpentPence: null,
      holder: context.actor.holder,
    };
    const scope = must(records.scope(null, 'budgets'), 'an authority has its own scopes');
    return ok({status: 'applied', puts: [newRecord('budget', command, scope, data, context)], grants: []});
  },
});
