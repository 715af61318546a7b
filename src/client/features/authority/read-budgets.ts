/** The budgets on this device, each with where it stands, the figures that were set for it and what else was done to it. */
import {budgetLineId, type BudgetName} from '#domain/fund/ledger.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';

export interface BudgetOnDevice {
  readonly name: BudgetName;
  /** As the server last said; undefined while the first figure waits to be sent. */
  readonly line: Folded<'budget-line'> | undefined;
  /** The newest figure first. */
  readonly figures: readonly Folded<'budget'>[];
  /** The newest first; of the year from which money is carried. */
  readonly acts: readonly Folded<'budget-act'>[];
}

const nameOf = ({data}: Folded<'budget'> | Folded<'budget-line'>): BudgetName => ({
  financialYear: data.financialYear,
  fundName: data.fundName,
  team: data.team ?? null,
  purpose: data.purpose ?? null,
});

/** Which budget a figure is of, whoever set it. */
export const keyOf = ({financialYear, fundName, team, purpose}: BudgetName): string =>
  JSON.stringify([financialYear, fundName, team, purpose]);

const newestFirst = (one: {made: {at: string}}, other: {made: {at: string}}) => (one.made.at < other.made.at ? 1 : -1);

/** The newest year first, the fund’s own before its parts. */
export function readBudgets(memory: MemoryStore): readonly BudgetOnDevice[] {
  const figures = memory.records(null, 'budget').toSorted(newestFirst);
  const lines = memory.records(null, 'budget-line');
  const acts = memory.records(null, 'budget-act').toSorted(newestFirst);
  const names = new Map([...figures, ...lines].map(record => [keyOf(nameOf(record)), nameOf(record)] as const));
  const budgets = memory.scope(null, 'budgets');
  return [...names]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([key, name]) => {
      const id = budgets === undefined ? undefined : budgetLineId(budgets, name);
      const line = lines.find(record => keyOf(nameOf(record)) === key);
      return {
        name,
        line,
        figures: figures.filter(record => keyOf(nameOf(record)) === key),
        acts: acts.filter(({data}) => data.line === (line?.id ?? id)),
      };
    });
}
