/**
 * The money of a fund for a financial year: its allocation, money carried over to the next year, and overspending that
 * somebody allows. Each is a record of its own with the reason; what stood before stays. What holds is the budget line,
 * which follows from the ledger's entries alone.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type Command, type DecideContext} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {financialYearSchema, lineSchema, optionalId, optionalLine, optionalText} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {penceSchema, type Pence} from '../shared/money.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {PURPOSE_AREAS} from './codes.ts';
import type {BudgetLineRecord} from './decision-commands.ts';
import {budgetLineId, isDaysFund, remaining, yearAfter, type BudgetName, type LedgerEntry} from './ledger.ts';

/** '2026-27': the second year follows the first. */
const isYear = (year: string) => Number(year.slice(5)) === (Number(year.slice(0, 4)) + 1) % 100;

const budgets = (records: CaseRecords): Id => must(records.scope(null, 'budgets'), 'an authority has its own scopes');
const linesOf = (records: CaseRecords) => records.ofPerson(null, 'budget-line') as readonly BudgetLineRecord[];
const lineOf = (records: CaseRecords, id: Id | null) => linesOf(records).find(line => line.id === id);

/** Of a budget line as its record has it (pence). */
export const leftOf = ({data}: BudgetLineRecord): Pence =>
  remaining({allocation: data.allocationPence, overspend: data.overspendPence, committed: data.committedPence, spent: data.spentPence});

/** St David's Day Fund has two names: in a year in which it has one of them, the other makes no second fund of it. */
function asKnown(records: CaseRecords, name: BudgetName): BudgetName {
  const same = linesOf(records).find(
    ({data}) =>
      data.financialYear === name.financialYear &&
      data.team === name.team &&
      data.purpose === name.purpose &&
      (data.fundName === name.fundName || (isDaysFund(data.fundName) && isDaysFund(name.fundName))),
  );
  return same ? {...name, fundName: same.data.fundName} : name;
}

/** Whether a figure stands already that another one would change. */
const hasFigure = (records: CaseRecords, name: BudgetName): boolean =>
  records
    .ofPerson(null, 'budget')
    .some(
      ({data}) =>
        data['financialYear'] === name.financialYear &&
        data['fundName'] === name.fundName &&
        (data['team'] ?? null) === name.team &&
        (data['purpose'] ?? null) === name.purpose,
    );

const withoutParts = (body: unknown): unknown => ({...(body as object), team: null, purpose: null});

export const setBudget = commandKind({
  kind: 'budget.set',
  version: 2,
  // Before an authority could divide a fund.
  casters: {1: withoutParts},
  action: 'budget.set',
  compartment: 'budgets',
  audited: true,
  body: z.object({
    financialYear: financialYearSchema,
    fundName: lineSchema.check(z.minLength(1)),
    team: optionalId,
    purpose: z.nullable(z.enum(PURPOSE_AREAS)),
    allocationPence: penceSchema,
    notes: optionalText,
    reason: z.optional(optionalLine),
  }),
  reads: ['budget', 'budget-line', 'team'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {financialYear, fundName, team, purpose, allocationPence} = command.body;
    if (!isYear(financialYear)) return refuse({code: 'out_of_range', fields: ['financialYear']});
    if (team !== null && !records.ofPerson(null, 'team').some(({id}) => id === team))
      return refuse({code: 'unknown_record', fields: ['team']});
    const name = asKnown(records, {financialYear, fundName, team, purpose});
    const reason = command.body.reason?.trim() || null;
    if (reason === null && hasFigure(records, name)) return refuse({code: 'words_missing', fields: ['reason']});
    const data: DataOf<'budget'> = {
      ...command.body,
      fundName: name.fundName,
      reason,
      reference: null,
      broughtForwardPence: null,
      formerCommittedPence: null,
      formerSpentPence: null,
      holder: context.actor.holder,
    };
    const scope = budgets(records);
    const line = budgetLineId(scope, name);
    const known = lineOf(records, line);
    // Carried money is part of the line's allocation and is not set anew.
    const more = allocationPence - (known ? known.data.allocationPence - known.data.carriedInPence + known.data.carriedOutPence : 0);
    if (known && more < 0 && leftOf(known) + more < 0) return refuse({code: 'budget_spent', fields: ['allocationPence']});
    const entry: LedgerEntry = {
      line,
      kind: 'allocation',
      pence: more,
      request: null,
      person: null,
      name,
      from: known?.data.allocationPence ?? 0,
    };
    return ok({
      status: 'applied',
      puts: [newRecord('budget', command, scope, data, context)],
      grants: [],
      entries: more === 0 ? [] : [entry],
    });
  },
});

function acted(
  records: CaseRecords,
  command: Command,
  context: DecideContext,
  data: DataOf<'budget-act'>,
  entries: readonly LedgerEntry[],
) {
  return ok({status: 'applied' as const, puts: [newRecord('budget-act', command, budgets(records), data, context)], grants: [], entries});
}

/** What is left of one year is carried to the next: by somebody, on purpose, never by itself. */
export const carryBudgetOver = commandKind({
  kind: 'budget.carry-over',
  version: 1,
  action: 'budget.set',
  compartment: 'budgets',
  audited: true,
  body: z.object({line: idSchema, pence: penceSchema.check(z.minimum(1)), reason: lineSchema.check(z.minLength(1))}),
  reads: ['budget-line'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {line: id, pence, reason} = command.body;
    const from = lineOf(records, id);
    if (!from) return refuse({code: 'unknown_record', fields: ['line']});
    if (reason.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    // Money that was only allowed to be overspent is not there to be carried.
    if (pence > leftOf(from) - from.data.overspendPence) return refuse({code: 'budget_spent', fields: ['pence']});
    const {fundName, team, purpose} = from.data;
    const name = asKnown(records, {financialYear: yearAfter(from.data.financialYear), fundName, team, purpose});
    const to = budgetLineId(budgets(records), name);
    return acted(records, command, context, {what: 'carry_over', line: id, to, pence, on: context.today, reason}, [
      {line: id, kind: 'carried_out', pence, request: null, person: null},
      {line: to, kind: 'carried_in', pence, request: null, person: null, name},
    ]);
  },
});

export const allowOverspend = commandKind({
  kind: 'budget.allow-overspend',
  version: 1,
  action: 'budget.set',
  compartment: 'budgets',
  audited: true,
  body: z.object({line: idSchema, pence: penceSchema.check(z.minimum(1)), reason: lineSchema.check(z.minLength(1))}),
  reads: ['budget-line'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {line, pence, reason} = command.body;
    if (!lineOf(records, line)) return refuse({code: 'unknown_record', fields: ['line']});
    if (reason.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    return acted(records, command, context, {what: 'allow_overspend', line, to: null, pence, on: context.today, reason}, [
      {line, kind: 'overspend', pence, request: null, person: null},
    ]);
  },
});
