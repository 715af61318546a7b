/**
 * Money that a decision moves is entered into the ledger in the decision's own transaction, and the budgets' records, which
 * devices see, follow. What came with an import, or from before there was a ledger, is entered once, from the records
 * themselves; where an old system spent more than its allocation, that is entered as its overspending and shown as such.
 */
import type {Refusal} from '#domain/command.ts';
import {settingsInForce, type SettingsInForce} from '#domain/authority/settings.ts';
import {
  budgetLineId,
  financialYearOf,
  isDaysFund,
  lineFor,
  remaining,
  type BudgetLine,
  type BudgetName,
  type LedgerEntry,
  type LedgerRefusal,
} from '#domain/fund/ledger.ts';
import {latestDecision} from '#domain/fund/which-decision.ts';
import type {DataOf, KindCode, RecordOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {must, ok, refuse, type Result} from '#domain/shared/result.ts';
import type {EnteredBy} from '#server/db/ledger-store.ts';
import type {Writing} from '#server/db/storage.ts';
import type {Publisher} from './publisher.ts';
import {idNamed, scopeId} from './scopes.ts';

const FIELDS: Readonly<Record<LedgerRefusal, readonly string[]>> = {
  no_budget: [],
  budget_spent: ['awardedPence'],
  ledger_closed: [],
  paid_already: [],
  state_moved: [],
};

/** All of an op's entries, or the reason why the op cannot be. @returns the budgets' records as they are now. */
export async function enterLedger(
  store: Writing,
  publisher: Publisher,
  entries: readonly LedgerEntry[],
  by: EnteredBy,
): Promise<Result<readonly DomainRecord[], Refusal>> {
  if (entries.length === 0) return ok([]);
  const lines = await store.enterBudget(entries, by);
  if (!lines.ok) return refuse({code: lines.refusal, fields: FIELDS[lines.refusal]});
  return ok(lines.value.map(line => recordOf(line, publisher)));
}

function recordOf(line: BudgetLine, {authority, now}: Publisher): DomainRecord {
  const data: DataOf<'budget-line'> = {
    financialYear: line.financialYear,
    fundName: line.fundName,
    team: line.team,
    purpose: line.purpose as DataOf<'budget-line'>['purpose'],
    allocationPence: line.allocation,
    overspendPence: line.overspend,
    committedPence: line.committed,
    spentPence: line.spent,
    carriedInPence: line.carriedIn,
    carriedOutPence: line.carriedOut,
    importedOverspend: line.importedOverspend,
  };
  const made = {author: line.id, device: null, at: now, op: line.id};
  return {id: line.id, kind: 'budget-line', scope: scopeId(authority, null, 'budgets'), person: null, data, heads: {}, made};
}

/** Enters what the records say and no entry does yet: after an import, and at a start. Returns the records that changed. */
export async function enterWhatCame(store: Writing, publisher: Publisher): Promise<readonly DomainRecord[]> {
  const known = new Set((await store.budgetEntries(null)).map(({op}) => op));
  const settings = settingsInForce(await store.recordsOf(null, ['setting']));
  const intake = new Intake(store, publisher, settings, known, await store.budgetLines());
  const budgets = (await store.recordsOf(null, ['budget'])).filter(record => isKind(record, 'budget'));
  for (const record of budgets.toSorted((one, other) => (one.made.at < other.made.at ? -1 : 1))) await intake.takeBudget(record);
  for (const person of await store.people()) await intake.takeRequests(await store.recordsOf(person, FUND_KINDS));
  return intake.put();
}

const FUND_KINDS = ['fund-request', 'fund-decision', 'fund-payment'] as const satisfies readonly KindCode[];

class Intake {
  readonly #store: Writing;
  readonly #publisher: Publisher;
  readonly #settings: SettingsInForce;
  readonly #known: ReadonlySet<Id>;
  readonly #changed = new Map<Id, DomainRecord>();
  readonly #lines: Map<Id, BudgetLine>;
  /** Budgets that the ledger had. */
  readonly #before: ReadonlySet<Id>;

  constructor(store: Writing, publisher: Publisher, settings: SettingsInForce, known: ReadonlySet<Id>, lines: readonly BudgetLine[]) {
    this.#store = store;
    this.#publisher = publisher;
    this.#settings = settings;
    this.#known = known;
    this.#lines = new Map(lines.map(line => [line.id, line]));
    this.#before = new Set(this.#lines.keys());
  }

  /** What has changed, stored. */
  async put(): Promise<readonly DomainRecord[]> {
    const {now, authority} = this.#publisher;
    return this.#store.putRecords([...this.#changed.values()], idNamed('ledger', authority), null, now);
  }

  async takeBudget(budget: RecordOf<'budget'>): Promise<void> {
    const {made, data} = budget;
    // One that says of which team it is, or that it is of none, was set since there is a ledger: its op entered what it had to.
    if (this.#known.has(made.op) || data.team !== undefined || struckOut(budget)) return;
    const name: BudgetName = {
      financialYear: data.financialYear,
      fundName: data.fundName,
      team: data.team ?? null,
      purpose: data.purpose ?? null,
    };
    // Requests of another fund are kept elsewhere: what the old system added up is all that is known of them.
    const isOther = !isDaysFund(data.fundName);
    const figure = this.#figure(budget, name);
    if (figure === null) return;
    await this.#enter(made.op, name, [
      ['allocation', figure],
      ['carried_in', data.broughtForwardPence],
      ['commit', isOther ? data.formerCommittedPence : null],
      ['spend', isOther ? data.formerSpentPence : null],
    ]);
  }

  /**
   * What an import brings is added. What somebody set before there was a ledger took the place of the figure before it, and is
   * looked at once, at the first start with one: null once the ledger has the budget.
   */
  #figure({id, made, data}: RecordOf<'budget'>, name: BudgetName): number | null {
    const pence = data.allocationPence ?? 0;
    if (made.op === idNamed('import', this.#publisher.authority, id)) return pence;
    const at = budgetLineId(scopeId(this.#publisher.authority, null, 'budgets'), name);
    if (this.#before.has(at)) return null;
    const line = this.#lines.get(at);
    return line ? Math.max(pence - (line.allocation - line.carriedIn + line.carriedOut), -remaining(line)) : pence;
  }

  async takeRequests(file: readonly DomainRecord[]): Promise<void> {
    const of = <Kind extends KindCode>(kind: Kind) =>
      file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record));
    for (const request of of('fund-request')) {
      const decision = latestDecision(of('fund-decision'), request.id);
      const payment = of('fund-payment').find(({data}) => data.request === request.id);
      if (decision && decision.data.line === undefined) await this.#takeRequest(request, decision, payment);
    }
  }

  async #takeRequest(
    request: RecordOf<'fund-request'>,
    decision: RecordOf<'fund-decision'>,
    payment: RecordOf<'fund-payment'> | undefined,
  ): Promise<void> {
    const {status} = request.data;
    const {awardedPence, decidedOn} = decision.data;
    const isPaid = status === 'paid' || status === 'closed';
    const day =
      (isPaid && this.#settings('fundYearRule', payment?.data.paidOn ?? this.#publisher.today) === 'payment'
        ? payment?.data.paidOn
        : null) ?? decidedOn;
    if (this.#known.has(decision.made.op) || !awardedPence || !day || (!isPaid && status !== 'approved')) return;
    const year = financialYearOf(day);
    const name: BudgetName = {financialYear: year, fundName: this.#fundName(year), team: null, purpose: null};
    const line = await this.#enter(decision.made.op, name, [[isPaid ? 'spend' : 'commit', awardedPence]], request);
    this.#changed.set(decision.id, {...decision, data: {...decision.data, line}});
  }

  /** The name that this authority gave the fund, in that year if it has a budget of it; a store that has none yet gets the law's. */
  #fundName(year: string): string {
    const lines = [...this.#lines.values()];
    const found = lineFor(lines, year, {team: null, purpose: null}) ?? lines.find(({fundName}) => isDaysFund(fundName));
    return found?.fundName ?? "St David's Day Fund";
  }

  /** In one go: of one op and budget there is one entry of each kind, and so one of what is short. */
  async #enter(
    op: Id,
    name: BudgetName,
    amounts: readonly (readonly [LedgerEntry['kind'], number | null])[],
    request: DomainRecord | null = null,
  ): Promise<Id> {
    const {authority, now} = this.#publisher;
    const line = budgetLineId(scopeId(authority, null, 'budgets'), name);
    const sums = amounts.flatMap(([kind, pence]) => (pence ? [{kind, pence}] : []));
    if (sums.length === 0) return line;
    const of = {line, request: request?.id ?? null, person: request?.person ?? null, name};
    const by: EnteredBy = {op, by: null, at: now};
    const uses = ({kind}: {kind: LedgerEntry['kind']}) => kind === 'commit' || kind === 'spend';
    const total = (some: typeof sums) => some.reduce((sum, {pence}) => sum + pence, 0);
    const used = sums.filter(uses);
    const short = total(used) - total(sums.filter(sum => !uses(sum))) - this.#left(line);
    const entries: LedgerEntry[] = [
      ...(used.length > 0 && short > 0 ? [{...of, kind: 'imported_overspend', pence: short} as const] : []),
      ...sums.map(sum => ({...of, ...sum})),
    ];
    const after = await enterOrThrow(this.#store, entries, by);
    for (const each of after) {
      this.#lines.set(each.id, each);
      this.#changed.set(each.id, recordOf(each, this.#publisher));
    }
    return line;
  }

  #left(line: Id): number {
    const known = this.#lines.get(line);
    return known ? remaining(known) : 0;
  }
}

async function enterOrThrow(store: Writing, entries: readonly LedgerEntry[], by: EnteredBy): Promise<readonly BudgetLine[]> {
  const after = await store.enterBudget(entries, by);
  return must(after.ok ? after.value : null, 'what is short was entered before it');
}
