/**
 * The allocation of a fund for a financial year. Each setting of it is a record of its own: what stood before stays, and
 * whoever changes it says why.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {financialYearSchema, lineSchema, optionalLine, optionalText} from '../shared/fields.ts';
import {penceSchema} from '../shared/money.ts';
import {must, ok, refuse} from '../shared/result.ts';

/** '2026-27': the second year follows the first. */
const isYear = (year: string) => Number(year.slice(5)) === (Number(year.slice(0, 4)) + 1) % 100;

/** Whether a figure stands already that another one would change. */
const hasFigure = (records: CaseRecords, {financialYear, fundName}: Pick<DataOf<'budget'>, 'financialYear' | 'fundName'>): boolean =>
  records.ofPerson(null, 'budget').some(({data}) => data['financialYear'] === financialYear && data['fundName'] === fundName);

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
    reason: z.optional(optionalLine),
  }),
  reads: ['budget'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (!isYear(command.body.financialYear)) return refuse({code: 'out_of_range', fields: ['financialYear']});
    const reason = command.body.reason?.trim() || null;
    if (reason === null && hasFigure(records, command.body)) return refuse({code: 'words_missing', fields: ['reason']});
    const data: DataOf<'budget'> = {
      ...command.body,
      reason,
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
