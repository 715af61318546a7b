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
  remaining,
  type BudgetLine,
  type BudgetName,
  type LedgerEntry,
  type LedgerRefusal,
} from '#domain/fund/ledger.ts';
import {latestDecision} from '#domain/fund/request-commands.ts';
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
  for (const record of await store.recordsOf(null, ['budget'])) if (isKind(record, 'budget')) await intake.takeBudget(record);
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

  constructor(store: Writing, publisher: Publisher, settings: SettingsInForce, known: ReadonlySet<Id>, lines: readonly BudgetLine[]) {
    this.#store = store;
    this.#publisher = publisher;
    this.#settings = settings;
    this.#known = known;
    this.#lines = new Map(lines.map(line => [line.id, line]));
  }

  /** What has changed, stored. */
  async put(): Promise<readonly DomainRecord[]> {
    const {now, authority} = this.#publisher;
    return this.#store.putRecords([...this.#changed.values()], idNamed('ledger', authority), null, now);
  }

  async takeBudget(budget: RecordOf<'budget'>): Promise<void> {
    const {made, data} = budget;
    if (this.#known.has(made.op) || struckOut(budget)) return;
    const name: BudgetName = {
      financialYear: data.financialYear,
      fundName: data.fundName,
      team: data.team ?? null,
      purpose: data.purpose ?? null,
    };
    const of = (kind: LedgerEntry['kind'], pence: number | null) => this.#enter(made.op, name, kind, pence ?? 0, null);
    await of('allocation', data.allocationPence);
    await of('carried_in', data.broughtForwardPence);
    // Requests of another fund are kept elsewhere: what the old system added up is all that is known of them.
    if (isDaysFund(data.fundName)) return;
    await of('commit', data.formerCommittedPence);
    await of('spend', data.formerSpentPence);
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
    const name: BudgetName = {financialYear: financialYearOf(day), fundName: this.#fundName(), team: null, purpose: null};
    const line = await this.#enter(decision.made.op, name, isPaid ? 'spend' : 'commit', awardedPence, request);
    this.#changed.set(decision.id, {...decision, data: {...decision.data, line}});
  }

  /** The name that this authority gave the fund; a store that has none yet gets the law's. */
  #fundName(): string {
    return [...this.#lines.values()].find(({fundName}) => isDaysFund(fundName))?.fundName ?? "St David's Day Fund";
  }

  async #enter(op: Id, name: BudgetName, kind: LedgerEntry['kind'], pence: number, request: DomainRecord | null): Promise<Id> {
    const {authority, now} = this.#publisher;
    const line = budgetLineId(scopeId(authority, null, 'budgets'), name);
    if (pence === 0) return line;
    const of = {line, request: request?.id ?? null, person: request?.person ?? null, name};
    const by: EnteredBy = {op, by: null, at: now};
    const short = kind === 'commit' || kind === 'spend' ? pence - this.#left(line) : 0;
    const entries: LedgerEntry[] = [
      ...(short > 0 ? [{...of, kind: 'imported_overspend', pence: short} as const] : []),
      {...of, kind, pence},
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
