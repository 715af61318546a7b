/**
 * One person's file and one authority's budgets in memory, changed by commands alone, with the pure ledger behind them: for
 * tests that follow a request from the asking to the receipt.
 */
import type {Role} from '../access/roles.ts';
import {SETTINGS, settingsInForce, type SettingName} from '../authority/settings.ts';
import {decide, type CommandCode} from '../commands.ts';
import {fitsField, type DataOf, type KindCode, type RecordOf} from '../record-kinds.ts';
import {date, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import type {AnyCompartment, DomainRecord} from '../shared/record.ts';
import {assessmentId} from './assessment-commands.ts';
import {emptyLine, entered, type BudgetLine, type LedgerEntry} from './ledger.ts';

export const idOf = (n: number): Id => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [PERSON, ADVISER, COVER, MANAGER, DEPUTY, FINANCE] = [idOf(1), idOf(50), idOf(51), idOf(60), idOf(61), idOf(70)];
const HOLDERS: Partial<Record<Role, Id>> = {
  young_person: PERSON,
  adviser: ADVISER,
  manager: MANAGER,
  deputy: DEPUTY,
  finance_officer: FINANCE,
};
const SCOPES: Partial<Record<AnyCompartment, Id>> = {
  shared: idOf(101),
  staff: idOf(102),
  money: idOf(103),
  budgets: idOf(104),
  people: idOf(105),
  settings: idOf(106),
  restricted: idOf(107),
  summary: idOf(108),
};
export const welsh = (text: string) => ({text, lang: 'cy' as const});

const made = (author: Id) => ({author, device: null, at: '2026-01-01T09:00:00.000Z', op: idOf(2)});
export function recordOf(id: Id, kind: KindCode, data: object, person: Id | null = PERSON): DomainRecord {
  return {
    id,
    kind,
    scope: idOf(person === null ? 104 : 101),
    person,
    data: data as Record<string, unknown>,
    heads: {},
    made: made(ADVISER),
  };
}

/** In care from ten to eighteen, nineteen on the day of the tests: category 3, with an adviser. */
export const nineteen = (bornOn = '2007-05-04') => [
  recordOf(PERSON, 'young-person', {
    forename: 'Cai',
    surname: 'Ffug',
    birthDates: [{date: bornOn, status: 'verified', heldFrom: bornOn}],
    diedOn: null,
    toldUsOn: null,
  }),
  recordOf(idOf(3), 'looked-after-period', {
    startOn: '2015-01-01',
    endOn: '2025-05-03',
    legalStatus: 'care_order',
    reasonCeased: 'turned_18',
    lastPlacement: null,
  }),
  recordOf(idOf(4), 'allocation', {adviser: ADVISER, from: date('2025-01-01'), until: null}),
];

export interface Sender {
  readonly role?: Role;
  /** Another of that role than the usual one. */
  readonly holder?: Id;
  readonly person?: Id | null;
  readonly expect?: Id;
  readonly bases?: Readonly<Record<string, readonly Id[]>>;
}

export class FundFile {
  readonly records = new Map<Id, DomainRecord>();
  readonly lines = new Map<Id, BudgetLine>();
  readonly entries: LedgerEntry[] = [];
  today: CalendarDate = date('2026-11-21');
  #ops = 1000;
  #settings: DomainRecord[] = [];

  constructor(records: readonly DomainRecord[] = nineteen()) {
    for (const record of records) this.records.set(record.id, record);
  }

  set(name: SettingName, value: unknown): this {
    if (!SETTINGS[name].schema.safeParse(value).success) throw new Error(`no value of ${name}`);
    this.#settings.push(recordOf(idOf(this.#ops++), 'setting', {name, value, from: '2020-01-01', reason: null}, null));
    return this;
  }

  /** @returns what became of it: a status, or the code of its refusal with the fields that it names */
  send(kind: CommandCode, record: Id, body: object, {role = 'adviser', holder, person = PERSON, expect, bases}: Sender = {}): string {
    const op = idOf(this.#ops++);
    const at = `${this.today}T10:00:00.000Z`;
    const decided = decide(
      {
        get: id => this.records.get(id),
        ofPerson: (of, wanted) => [...this.records.values()].filter(each => each.person === of && each.kind === wanted),
        scope: (_person, compartment) => SCOPES[compartment],
      },
      {op, kind, record, person, at, body, ...(expect === undefined ? {} : {expect}), ...(bases === undefined ? {} : {bases})},
      {
        actor: {holder: holder ?? HOLDERS[role] ?? idOf(80), role, device: null},
        now: at,
        today: this.today,
        settings: settingsInForce(this.#settings),
        fits: fitsField,
      },
      true,
    );
    if (!decided.ok) return [decided.refusal.code, ...decided.refusal.fields].join(' ');
    const money = this.#enter(decided.value.entries ?? []);
    if (money !== null) return money;
    for (const put of decided.value.puts) this.records.set(put.id, put);
    return decided.value.status;
  }

  /** As the server does it: all entries or none, and the budgets' records follow. */
  #enter(entries: readonly LedgerEntry[]): string | null {
    const lines = new Map(this.lines);
    for (const entry of entries) {
      const before = lines.get(entry.line) ?? (entry.name ? emptyLine(entry.line, entry.name) : undefined);
      if (!before) return 'no_budget';
      const after = entered(before, entry);
      if (!after.ok) return after.refusal;
      lines.set(entry.line, after.value);
    }
    this.entries.push(...entries);
    for (const line of lines.values()) {
      this.lines.set(line.id, line);
      const {financialYear, fundName, team, purpose} = line;
      const sums = {
        allocationPence: line.allocation,
        overspendPence: line.overspend,
        committedPence: line.committed,
        spentPence: line.spent,
        carriedInPence: line.carriedIn,
        carriedOutPence: line.carriedOut,
        importedOverspend: line.importedOverspend,
      };
      this.records.set(line.id, recordOf(line.id, 'budget-line', {financialYear, fundName, team, purpose, ...sums}, null));
    }
    return null;
  }

  data<Kind extends KindCode>(id: Id, _kind: Kind): DataOf<Kind> {
    return this.records.get(id)?.data as DataOf<Kind>;
  }

  of<Kind extends KindCode>(kind: Kind): readonly RecordOf<Kind>[] {
    return [...this.records.values()].filter((record): record is RecordOf<Kind> => record.kind === kind);
  }

  line(year = '2026-27'): BudgetLine {
    const found = [...this.lines.values()].find(({financialYear}) => financialYear === year);
    if (!found) throw new Error(`no budget of ${year}`);
    return found;
  }

  // What most tests begin with.

  budget(pence: number, financialYear = '2026-27', more: object = {}): string {
    const body = {
      financialYear,
      fundName: 'St David’s Day Fund',
      team: null,
      purpose: null,
      allocationPence: pence,
      notes: null,
      reason: 'Dechrau',
      ...more,
    };
    return this.send('budget.set', idOf(this.#ops++), body, {role: 'manager', person: null});
  }

  ask(request: Id, more: object = {}, sender: Sender = {role: 'young_person'}): string {
    const body = {
      spendType: 'hobby_activity',
      askedPence: 12_000,
      words: welsh('Gwersi gitâr'),
      difference: null,
      triedElsewhere: null,
      urgency: 'normal',
      section: 'health',
      agreed: sender.role === 'young_person' ? null : true,
      ...more,
    };
    return this.send('fund-request.ask', request, body, sender);
  }

  decide(request: Id, more: object = {}, sender: Sender = {role: 'manager'}): string {
    const body = {
      outcome: 'approved',
      awardedPence: 12_000,
      refusal: null,
      words: null,
      level: 'own',
      panelOn: null,
      againOn: null,
      ...more,
    };
    return this.send('fund-request.decide', request, body, sender);
  }

  pay(payment: Id, request: Id, more: object = {}, sender: Sender = {role: 'finance_officer'}): string {
    const body = {request, paidOn: this.today, method: 'bacs', reference: 'PC1', payee: null, pence: 12_000, ...more};
    return this.send('fund-payment.record', payment, body, sender);
  }

  answerDuty(request: Id, duty: string, covers = false, reason = 'Wedi edrych'): string {
    return this.send('fund-duty.answer', assessmentId(request), {request, duty, covers, reason});
  }
}
