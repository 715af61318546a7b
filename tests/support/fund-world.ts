/**
 * An authority with a budget and young people who ask of it, over the real push: every op goes as a device of its own would
 * send it, so that any number of deciders can meet at once.
 */
import {randomUUID} from 'node:crypto';
import type {Role} from '#domain/access/roles.ts';
import type {CommandCode} from '#domain/commands.ts';
import {commandNamed} from '#domain/commands.ts';
import {budgetLineId, type BudgetLine} from '#domain/fund/ledger.ts';
import type {KindCode, RecordOf} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {must} from '#domain/shared/result.ts';
import type {Answer} from '#protocol/ops.ts';
import type {RecordDraft} from '#domain/import/record-draft.ts';
import type {Storage} from '#server/db/storage.ts';
import {giveAccess} from '#server/operations/young-person-access.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {RecordImport} from '#server/sync/import-records.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import {AUTHORITY, foundSmallAuthority, PEOPLE, STAFF} from './small-authority.ts';

const NOW = '2026-11-21T10:00:00.000Z';
export const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
export const FUND = {financialYear: '2026-27', fundName: 'Cronfa Dydd Gŵyl Dewi', team: null, purpose: null};
export const LINE = budgetLineId(scopeId(AUTHORITY.code, null, 'budgets'), FUND);

export interface Who {
  readonly holder: Id;
  readonly role: Role;
}
export const ELIN: Who = {holder: STAFF.elin, role: 'adviser'};
export const MAIR: Who = {holder: STAFF.mair, role: 'manager'};
export const manager = (name: string | number): Who => ({holder: idNamed('test', `manager ${name}`), role: 'manager'});
export const finance = (name: string | number): Who => ({holder: idNamed('test', `finance ${name}`), role: 'finance_officer'});

export class FundWorld {
  readonly storage: Storage;
  now = NOW;
  #epoch: Id = '';
  #rows = 0;

  constructor(storage: Storage) {
    this.storage = storage;
  }

  static async open(storage: Storage): Promise<FundWorld> {
    const world = new FundWorld(storage);
    await storage.mintEpoch(idNamed('epoch', 'fund'), 'test');
    await foundSmallAuthority(storage, Date.parse(NOW));
    const care: RecordDraft<'looked-after-period'> = {
      id: idNamed('care', PEOPLE.cai),
      kind: 'looked-after-period',
      person: PEOPLE.cai,
      compartment: 'shared',
      data: {
        startOn: date('2015-01-01'),
        endOn: date('2025-05-03'),
        legalStatus: 'care_order',
        authority: AUTHORITY.code,
        lastPlacement: null,
        reasonCeased: 'turned_18',
        reviewsHeld: null,
        lastReviewOn: null,
      },
    };
    await world.take(care);
    world.#epoch = await storage.snapshot(AUTHORITY.code, store => store.epoch());
    return world;
  }

  /** As an import takes records in. */
  async take(draft: RecordDraft): Promise<void> {
    const records = new RecordImport(this.storage, publisherAt(AUTHORITY.code, Date.parse(this.now)), [STAFF.mair]);
    const kept = {
      file: 'test',
      row: ++this.#rows,
      key: '',
      personKey: null,
      outcome: 'imported',
      reason: null,
      questions: [],
      original: {},
    } as const;
    await records.take([{kept, drafts: [draft]}]);
    await records.finish();
  }

  /** One op from a new device of theirs. */
  async send(who: Who, kind: CommandCode, record: Id, body: object, person: Id | null = PEOPLE.cai, op = newId()): Promise<Answer> {
    const {holder, role} = who;
    const client = newId();
    const {answers} = await handlePush(
      {storage: this.storage, signedIn: {account: holder, authority: AUTHORITY.code, holder, role}, clock: () => Date.parse(this.now)},
      {
        protocol: 1,
        client,
        epoch: this.#epoch,
        deviceNow: this.now,
        ops: [
          {
            op,
            seq: 1,
            kind,
            version: commandNamed(kind)?.version ?? 1,
            record,
            person,
            scope: null,
            at: this.now,
            sinceServerMs: null,
            body,
          },
        ],
      },
    );
    return must(answers[0], 'each op has its answer');
  }

  /** A phone of their own: what accepting the code brings about. */
  async giveAccess(person: Id): Promise<Who> {
    const who = {holder: person, role: 'young_person'} as const;
    const account = {
      ...who,
      id: person,
      authority: AUTHORITY.code,
      name: '',
      signInName: '',
      passwordHash: null,
      oneTime: false,
      disabled: false,
    };
    await this.storage.transaction(AUTHORITY.code, store => giveAccess(store, publisherAt(AUTHORITY.code, Date.parse(this.now)), account));
    return who;
  }

  budget(pence: number, more: object = {}): Promise<Answer> {
    const body = {...FUND, allocationPence: pence, notes: null, reason: 'Dechrau', ...more};
    return this.send(MAIR, 'budget.set', newId(), body, null);
  }

  async ask(pence: number, more: object = {}): Promise<Id> {
    const request = newId();
    const body = {
      spendType: 'hobby_activity',
      askedPence: pence,
      words: {text: 'Gwersi gitâr', lang: 'cy'},
      difference: null,
      triedElsewhere: null,
      urgency: 'normal',
      section: 'health',
      agreed: true,
      ...more,
    };
    const {status, code} = await this.send(ELIN, 'fund-request.ask', request, body);
    if (status !== 'applied') throw new Error(`not asked: ${code}`);
    return request;
  }

  decide(who: Who, request: Id, pence: number, more: object = {}): Promise<Answer> {
    const body = {
      outcome: 'approved',
      awardedPence: pence,
      refusal: null,
      words: {text: 'Pob lwc', lang: 'cy'},
      level: 'own',
      panelOn: null,
      againOn: null,
      ...more,
    };
    return this.send(who, 'fund-request.decide', request, body);
  }

  pay(who: Who, request: Id, pence: number, more: object = {}): Promise<Answer> {
    const body = {request, paidOn: this.now.slice(0, 10), method: 'bacs', reference: 'PC1', payee: null, pence, ...more};
    return this.send(who, 'fund-payment.record', newId(), body);
  }

  async line(id: Id = LINE): Promise<BudgetLine> {
    const lines = await this.storage.snapshot(AUTHORITY.code, store => store.budgetLines());
    return must(
      lines.find(line => line.id === id),
      'the budget is there',
    );
  }

  async of<Kind extends KindCode>(kind: Kind, person: Id | null = PEOPLE.cai): Promise<readonly RecordOf<Kind>[]> {
    const records = await this.storage.snapshot(AUTHORITY.code, store => store.recordsOf(person, [kind]));
    return records.filter((record): record is RecordOf<Kind> => isKind(record, kind));
  }
}
