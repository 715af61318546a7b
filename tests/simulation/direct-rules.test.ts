/** Rules whose removal no schedule would notice, because another rule carries the same promise too: each looked at directly. */
import {describe, expect, it} from 'vitest';
import type {DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {PROTOCOL} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import {expendable, type PendingOp} from '#client/vault/pending-ops.ts';
import {pulled} from '#client/vault/pulled-vault.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePull} from '#server/sync/handle-pull.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {ENTRIES_PER_VERSION, publishEntries} from '#server/sync/publish-changes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF} from '../support/case-world.ts';
import {Schedule} from './schedule.ts';

const {cai} = PEOPLE;

async function withElin() {
  const world = await CaseWorld.open();
  const phone = await world.device(STAFF.elin, 'adviser', 'Elin Prawf');
  await phone.sync();
  const exchange = world.exchange(STAFF.elin, 'adviser');
  const epoch = must(phone.vault.base.epoch, 'synced');
  const deviceNow = new Date(world.now).toISOString();
  const client = world.newId();
  const op = (seq: number, change: Partial<Op> = {}): Op => ({
    op: world.newId(),
    seq,
    kind: 'message.send',
    version: 1,
    record: world.newId(),
    person: cai,
    scope: null,
    at: deviceNow,
    sinceServerMs: null,
    body: {words: {text: `neges ${seq}`, lang: 'cy'}},
    ...change,
  });
  const push = (ops: Op[], change: object = {}) => handlePush(exchange, {protocol: PROTOCOL, client, epoch, deviceNow, ops, ...change});
  const hello = (change: object = {}) =>
    handleHello(exchange, {protocol: PROTOCOL, client, epoch, cursor: 0, nextSeq: 1, deviceNow, ...change});
  return {world, phone, exchange, epoch, client, op, push, hello};
}

async function refusal(asked: Promise<unknown>): Promise<unknown> {
  try {
    await asked;
    return 'no refusal';
  } catch (error) {
    if (error instanceof ProtocolError) return error.body;
    throw error;
  }
}

describe('hello', () => {
  it('[H1] says how far this client’s ops have come, and until when the device may be read', async () => {
    const {hello, push, op, world} = await withElin();
    expect((await hello()).lastSeq).toBe(0);
    await push([op(1), op(2)]);
    const answer = await hello();
    expect(answer.lastSeq).toBe(2);
    expect(Date.parse(answer.leaseUntil)).toBeGreaterThan(world.now);
  });

  it('[H2] a device that is told of more numbers than it ever gave becomes another client, before it sends anything', async () => {
    const {world, phone} = await withElin();
    const before = phone.vault.device;
    const row = {id: before, account: phone.vault.session.account, lastSeq: 10, lastSeenAt: '', unsent: 0, attention: 0};
    await world.storage.transaction(AUTHORITY.code, store => store.saveClient(row));
    expect((await phone.sync()).ok).toBe(true);
    expect(phone.vault.device).not.toBe(before);
  });

  it('[H3] keeps what a device says it holds', async () => {
    const {world, hello, client} = await withElin();
    await hello({waiting: {unsent: 3, attention: 1}});
    const row = await world.storage.snapshot(AUTHORITY.code, store => store.client(client));
    expect([row?.unsent, row?.attention]).toEqual([3, 1]);
  });

  it('[E3] a cursor beyond the store’s version is refused, and noted', async () => {
    const {hello} = await withElin();
    expect(await refusal(hello({cursor: 1_000_000}))).toMatchObject({code: 'rolled_back'});
  });
});

describe('push', () => {
  it('[P4] a number that another op has is a copied profile; an id with other words takes nothing else with it', async () => {
    const {push, op} = await withElin();
    const first = op(1);
    await push([first]);
    expect(await refusal(push([op(1)]))).toMatchObject({code: 'op_reused', lastSeq: 1});
    const {answers} = await push([{...first, seq: 2, body: {words: {text: 'eraill', lang: 'cy'}}}, op(3)]);
    expect(answers.map(({status, code}) => [status, code])).toEqual([
      ['rejected', 'op_reused'],
      ['applied', undefined],
    ]);
  });

  it('[P5] a hole in the numbers is refused, with the last number that is known, and nothing of the push is done', async () => {
    const {world, hello, push, op} = await withElin();
    expect(await refusal(push([op(1), op(3)]))).toEqual({code: 'sequence_gap', lastSeq: 0});
    expect((await hello()).lastSeq).toBe(0);
    const messages = await world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(cai, ['message']));
    expect(messages).toEqual([]);
  });

  it('[P8] an answered op goes on being folded until a complete pull has come as far', async () => {
    const {phone, op} = await withElin();
    const {base} = phone.vault;
    const entry = {op: op(1), state: 'answered', answer: {status: 'applied'}} as const;
    const before = {
      base,
      pending: [entry],
      drafts: [],
      nextSeq: 2,
      serverTime: '2026-11-21T10:00:00.000Z',
      safeVersion: 0,
      lost: new Set<string>(),
      holdsPeople: true,
      newId: phone.vault.newId,
    };
    const answer = {
      epoch: must(base.epoch, 'synced'),
      version: base.cursor,
      lastSeq: 1,
      drop: [],
      add: [],
      changes: [],
      pages: [],
      cursor: base.cursor,
      complete: false,
    };
    expect(pulled(before, answer).pending.map(({state}) => state)).toEqual(['answered']);
    expect(pulled(before, {...answer, complete: true}).pending.map(({state}) => state)).toEqual(['settled']);
  });

  it('[P10] an op waits for what it needs, is then decided, and so is what waits for it in turn', async () => {
    const {world, push, op} = await withElin();
    const asked = op(3, {kind: 'review.ask', body: {words: null}});
    const settled = op(1, {kind: 'review.settle-request', record: asked.record, after: [asked.op], body: {answer: null}});
    const later = op(2, {after: [settled.op]});
    const first = await push([settled, later]);
    expect(first.answers.map(({status, code}) => [status, code])).toEqual([
      ['parked', 'waits_for_another'],
      ['parked', 'waits_for_another'],
    ]);
    await push([asked]);
    const [request, message, parked] = await world.storage.snapshot(AUTHORITY.code, async store => [
      await store.record(asked.record),
      await store.record(later.record),
      await store.parked(),
    ]);
    expect((request as DomainRecord).data['settledOn']).toBe(world.today);
    expect(message).toBeDefined();
    expect(parked).toEqual([]);
  });

  it('[P10] what needs an op that is still parked waits with it', async () => {
    const {push, op} = await withElin();
    const strange = op(1, {kind: 'contact.telepathy', body: {}});
    const {answers} = await push([strange, op(2, {after: [strange.op]})]);
    expect(answers.map(({code}) => code)).toEqual(['unknown_kind', 'waits_for_another']);
  });

  it('[P11] one account fills a manager’s list only so far; what is over that is refused and not kept there', async () => {
    const {world, push, op} = await withElin();
    const big = (seq: number) => op(seq, {person: world.newId(), body: {words: {text: 'x'.repeat(200_000), lang: 'cy'}}});
    const statuses: string[] = [];
    for (let seq = 1; seq <= 24; seq++) statuses.push(...(await push([big(seq)])).answers.map(({status, code}) => code ?? status));
    expect(new Set(statuses.slice(0, 20))).toEqual(new Set(['not_yours_now']));
    expect(statuses.at(-1)).toBe('parked_full');
    const parked = await world.storage.snapshot(AUTHORITY.code, store => store.parked());
    expect(JSON.stringify(parked.map(({body}) => body)).length).toBeLessThan(4_300_000);
  });

  it('[E1] does nothing in another epoch, and nor does pull', async () => {
    const {world, exchange, push, op, client} = await withElin();
    const other = world.newId();
    expect(await refusal(push([op(1)], {epoch: other}))).toMatchObject({code: 'epoch_changed', lastSeq: 0});
    const pull = {protocol: PROTOCOL, client, epoch: other, cursor: 0, views: []} as const;
    expect(await refusal(handlePull(exchange, {...pull, views: []}))).toMatchObject({code: 'epoch_changed'});
  });
});

it('[E2] settled ops are kept for 35 days by the server’s clock; what needs attention stays while its person is held', async () => {
  const {op} = await withElin();
  const settledAt = '2026-11-21T10:00:00.000Z';
  const entry = (status: 'applied' | 'rejected'): PendingOp => ({op: op(1), state: 'settled', answer: {status}, settledAt});
  const [isIn, isRefused] = [entry('applied'), entry('rejected')];
  const forgotten = (serverTime: string, isHeld: boolean) => expendable([isIn, isRefused], {serverTime, safeVersion: 0}, () => isHeld);
  expect(forgotten('2026-12-26T09:00:00.000Z', true)).toEqual([]);
  expect(forgotten('2026-12-26T11:00:00.000Z', true)).toEqual([isIn]);
  expect(forgotten('2026-12-26T11:00:00.000Z', false)).toEqual([isIn, isRefused]);
});

describe('pull', () => {
  it('[V5] what a device holds is on record', async () => {
    const {world, phone} = await withElin();
    const views = await world.storage.snapshot(AUTHORITY.code, store => store.clientViews(phone.vault.device));
    expect([...views.keys()].toSorted()).toEqual([...phone.vault.base.scopes.keys()].toSorted());
  });

  it('[C2] a version holds no more than a page can carry', async () => {
    const {world, phone} = await withElin();
    const [contact] = [...phone.vault.base.scopes.values()].flatMap(({records}) => [...records.values()]);
    const many = Array.from({length: ENTRIES_PER_VERSION * 2 + 1}, () => ({...must(contact, 'a record'), id: world.newId()}));
    const [before, after] = await world.storage.transaction(AUTHORITY.code, async store => {
      await store.putRecords(many, world.newId(), null, '2026-11-21T10:00:00.000Z');
      return [await store.version(), await publishEntries(store, many)];
    });
    expect(after - before).toBe(3);
  });
});

describe('clocks', () => {
  const YEARS_MS = 5 * 365 * 86_400_000;

  it('[B2] a clock that stands in 2031 does not end the lease, and what is written has the true time', async () => {
    const schedule = new Schedule(1);
    await schedule.open();
    const phone = schedule.device('elin phone');
    phone.skewMs = YEARS_MS;
    await schedule.run([
      {do: 'run', device: 'elin phone', n: 0},
      {do: 'message', device: 'elin phone', n: 1},
      {do: 'go', device: 'elin phone', n: 0},
      {do: 'run', device: 'elin phone', n: 0},
    ]);
    expect(phone.vault.leaseEnded).toBe(false);
    expect(phone.vault.clockAheadMs).toBe(YEARS_MS);
    const [message] = phone.vault.memory.records(cai, 'message');
    expect(message?.made.at.slice(0, 10)).toBe('2026-11-21');
  });

  it('[B3] a clock set back behind what the server said ends it', async () => {
    const schedule = new Schedule(1);
    await schedule.open();
    const phone = schedule.device('elin phone');
    await schedule.run([{do: 'run', device: 'elin phone', n: 0}]);
    expect(phone.vault.leaseEnded).toBe(false);
    phone.skewMs = -3 * 86_400_000;
    expect(phone.vault.leaseEnded).toBe(true);
  });
});
