/**
 * The ledger of a budget: append-only entries in whole pence, and the sums that follow from them. What is committed and
 * spent is never more than the allocation and the overspending that somebody has allowed. The database guards the same
 * rules once more (migration `0007_ledger`); the sums are never written but by an entry.
 */
import type {LedgerKind} from './codes.ts';
import {partId, type Id} from '../shared/ids.ts';
import type {Pence} from '../shared/money.ts';
import {ok, refuse, type Result} from '../shared/result.ts';

/** Which budget it is: of one fund and financial year and, where the authority divides it, of a team or a purpose. */
export interface BudgetName {
  readonly financialYear: string;
  readonly fundName: string;
  readonly team: Id | null;
  readonly purpose: string | null;
}

/** All sums are whole pence, none below zero. */
export interface BudgetSums {
  readonly allocation: Pence;
  readonly overspend: Pence;
  readonly committed: Pence;
  readonly spent: Pence;
  readonly carriedIn: Pence;
  readonly carriedOut: Pence;
}

export interface BudgetLine extends BudgetName, BudgetSums {
  readonly id: Id;
  readonly importedOverspend: boolean;
}

/**
 * One entry as a command wants it. `pence` is above zero, save of an allocation, which is the difference to the one before.
 * `name`: of a budget that this entry may be the first of. `from`: the allocation that the difference was worked out from.
 */
export interface LedgerEntry {
  readonly line: Id;
  readonly kind: LedgerKind;
  readonly pence: Pence;
  readonly request: Id | null;
  readonly person: Id | null;
  readonly name?: BudgetName;
  readonly from?: Pence;
}

/** no_budget: there is no such line. budget_spent: it would be overdrawn. ledger_closed: more would be given back than was taken. */
export type LedgerRefusal = 'no_budget' | 'budget_spent' | 'ledger_closed' | 'paid_already' | 'state_moved';

const NOTHING: BudgetSums = {allocation: 0, overspend: 0, committed: 0, spent: 0, carriedIn: 0, carriedOut: 0};

/** The id of a budget, the same on every device; `budgets`: the authority's own scope of that name. */
export const budgetLineId = (budgets: Id, {financialYear, fundName, team, purpose}: BudgetName): Id =>
  partId(budgets, JSON.stringify([financialYear, fundName, team, purpose]));

export const emptyLine = (id: Id, name: BudgetName): BudgetLine => ({id, ...name, ...NOTHING, importedOverspend: false});

/** What can still be given away; below zero where an old system overspent more than was ever allowed. */
export const remaining = ({allocation, overspend, committed, spent}: Omit<BudgetSums, 'carriedIn' | 'carriedOut'>): Pence =>
  allocation + overspend - committed - spent;

/** What each kind of entry adds to which sum. */
const EFFECTS: Readonly<Record<LedgerKind, Partial<Readonly<Record<keyof BudgetSums, 1 | -1>>>>> = {
  allocation: {allocation: 1},
  carried_in: {allocation: 1, carriedIn: 1},
  carried_out: {allocation: -1, carriedOut: 1},
  overspend: {overspend: 1},
  imported_overspend: {overspend: 1},
  commit: {committed: 1},
  release: {committed: -1},
  spend: {spent: 1},
  refund: {spent: -1},
};
const SUMS = Object.keys(NOTHING) as readonly (keyof BudgetSums)[];

/** The line after one entry, or why there can be none. Nothing but whole pence above zero is an amount. */
export function entered(
  line: BudgetLine,
  {kind, pence, from}: Pick<LedgerEntry, 'kind' | 'pence' | 'from'>,
): Result<BudgetLine, LedgerRefusal> {
  if (!Number.isSafeInteger(pence) || (kind === 'allocation' ? pence === 0 : pence <= 0)) return refuse('ledger_closed');
  // Somebody else set a figure at the same moment: both differences would be added.
  if (from !== undefined && from !== line.allocation) return refuse('state_moved');
  const effects = EFFECTS[kind];
  const after: BudgetLine = {
    ...line,
    ...Object.fromEntries(SUMS.map(sum => [sum, line[sum] + pence * (effects[sum] ?? 0)])),
    importedOverspend: line.importedOverspend || kind === 'imported_overspend',
  };
  if (after.committed < 0 || after.spent < 0) return refuse('ledger_closed');
  // Money that was only allowed to be overspent is not there to be carried.
  if (kind === 'carried_out' && remaining(after) < after.overspend) return refuse('budget_spent');
  return after.allocation < 0 || remaining(after) < 0 ? refuse('budget_spent') : ok(after);
}

/** What a financial year is called that a day lies in: 1 April to 31 March. */
export function financialYearOf(on: string): string {
  const year = Number(on.slice(0, 4)) - (on.slice(5) < '04-01' ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The year after '2026-27' is '2027-28'. */
export const yearAfter = (year: string): string => financialYearOf(`${Number(year.slice(0, 4)) + 1}-04-01`);

const DAYS_FUND = /st davids day|saint davids day|gwyl dewi|\bsddf\b/u;

/** A fund keeps the name that it was given, in either language or in both, with whatever accents and apostrophes. */
export const isDaysFund = (name: string): boolean =>
  DAYS_FUND.test(
    name
      .normalize('NFD')
      .replaceAll(/[\p{M}'’.]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .toLowerCase(),
  );

/**
 * The budget that an award comes from: of the fund's lines of that year the one made for this team and purpose, else for
 * the team, else for the purpose, else the fund's own. Undefined: the authority has set none.
 */
export function lineFor<Line extends BudgetName>(
  lines: readonly Line[],
  year: string,
  {team, purpose}: Pick<BudgetName, 'team' | 'purpose'>,
): Line | undefined {
  const ofYear = lines.filter(line => line.financialYear === year && isDaysFund(line.fundName));
  const fits = (line: Line) => (line.team === null || line.team === team) && (line.purpose === null || line.purpose === purpose);
  const closeness = (line: Line) => (line.team === null ? 0 : 2) + (line.purpose === null ? 0 : 1);
  return ofYear.filter(fits).toSorted((one, other) => closeness(other) - closeness(one))[0];
}
