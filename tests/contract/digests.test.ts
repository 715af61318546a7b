/**
 * [D1] A device compares what it holds with what the server has: after the first complete pull of an epoch and then once a
 * day. What differs is loaded anew, noticed, and seen by a person; nothing that somebody wrote is lost by it. [D2] The
 * server looks at its own index.
 */
import {beforeEach, describe, expect, test} from 'vitest';
import {digestOf} from '#domain/shared/digest.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import type {AuditEntry, Writing} from '#server/db/storage.ts';
import {checkIndex} from '#server/sync/check-index.ts';
import {handleDigests} from '#server/sync/handle-digests.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF, type TestDevice} from '../support/case-world.ts';
import {contactOp} from '../support/two-authorities.ts';

const HOUR_MS = 3_600_000;
const scope = scopeId(AUTHORITY.code, PEOPLE.cai, 'staff');

let storage: MemoryStorage;
let world: CaseWorld;
let elin: TestDevice;
beforeEach(async () => {
  storage = new MemoryStorage();
  world = await CaseWorld.open(storage);
  elin = await world.device(STAFF.elin, 'adviser', 'Elin');
});

const behindTheIndex = (work: (store: Writing) => Promise<unknown>) => storage.transaction(AUTHORITY.code, work);
const alarms = () => storage.snapshot(AUTHORITY.code, store => store.alarms());
const stored = (id: string) => storage.snapshot(AUTHORITY.code, store => store.record(id));
const audited = () =>
  [...(storage.backup().tables.get(AUTHORITY.code)?.audits ?? [])].filter(({action}: AuditEntry) => action.startsWith('sync.'));
const held = (id: string) => elin.vault.base.scopes.get(scope)?.records.get(id);
const risk = idNamed('risk', PEOPLE.cai);
/** A day on: the next cycle compares. */
async function nextDay(): Promise<void> {
  world.now += 24 * HOUR_MS;
  expect(await elin.sync()).toEqual({ok: true});
}

/** The very first load, and the hour that follows it. */
async function firstHour(): Promise<void> {
  expect(await elin.sync()).toEqual({ok: true});
  expect(elin.network.digestsAsked).toBe(0);
  world.now += HOUR_MS;
}

describe('[D1] when', () => {
  test('an hour after the first complete pull, then once a day by the server’s time, on a device that was closed meanwhile too', async () => {
    await firstHour();
    await elin.sync();
    expect(elin.network.digestsAsked).toBe(1);
    await elin.sync();
    world.now += 23 * HOUR_MS;
    await elin.reopen();
    await elin.sync();
    expect(elin.network.digestsAsked).toBe(1);
    world.now += HOUR_MS;
    await elin.sync();
    await elin.sync();
    expect(elin.network.digestsAsked).toBe(2);
    expect(await alarms()).toEqual([]);
  });

  test('after a new epoch at once', async () => {
    await firstHour();
    await elin.sync();
    await storage.mintEpoch(world.newId());
    await elin.sync();
    expect(elin.network.digestsAsked).toBe(2);
  });

  test('a clock that stood in another year does not put it off for a year', async () => {
    await firstHour();
    const now = world.now;
    world.now += 300 * 24 * HOUR_MS;
    await elin.sync();
    world.now = now;
    await elin.sync();
    expect(elin.network.digestsAsked).toBe(2);
  });

  test('an ask without an answer costs the cycle nothing, and is made again after an hour', async () => {
    await firstHour();
    elin.network.loseDigests = 1;
    expect(await elin.sync()).toEqual({ok: true});
    await elin.sync();
    expect(elin.network.digestsAsked).toBe(1);
    world.now += HOUR_MS;
    await elin.sync();
    expect(elin.network.digestsAsked).toBe(2);
  });
});

describe('[D1] what differs', () => {
  test('what was written with everything that a device does compares equal, before and after a restart', async () => {
    await elin.sync();
    await elin.recordVisit(PEOPLE.cai, 'Tŷ Siân — popeth yn iawn 👩🏽‍🎓');
    await elin.writeRisk(PEOPLE.cai, 'Byw gyda’i nain');
    await nextDay();
    await elin.reopen();
    await nextDay();
    const mair = await world.device(STAFF.mair, 'manager', 'Mair');
    await mair.sync();
    world.now += HOUR_MS;
    await mair.sync();
    expect([elin.network.digestsAsked, mair.network.digestsAsked]).toEqual([2, 1]);
    expect(await alarms()).toEqual([]);
  });

  test('a record that changed past the index is loaded anew in the same cycle, noticed with counts alone, and right afterwards', async () => {
    await elin.sync();
    const changed = {...must(await stored(risk), 'there is one'), data: {words: {text: 'Wedi newid', lang: 'cy'}}} as DomainRecord;
    await behindTheIndex(store => store.putRecords([changed], world.newId(), null, '2026-11-21T10:00:00.000Z'));
    await elin.sync();
    expect(held(risk)).not.toEqual(changed);
    await nextDay();
    expect(held(risk)).toEqual(changed);
    expect(elin.vault.base.scopes.get(scope)).toMatchObject({done: true, stale: new Set()});
    expect(await alarms()).toMatchObject([{kind: 'digest_differs', times: 1, detail: {staff: 1}}]);
    expect(audited()).toMatchObject([{action: 'sync.digest_differs', account: idNamed('account', STAFF.elin), detail: {staff: 1}}]);
    await nextDay();
    expect(await alarms()).toHaveLength(1);
  });

  test('a record that the index left out is found on both sides, each day until it is mended', async () => {
    await elin.sync();
    const left = {...must(await stored(risk), 'there is one'), id: world.newId()} as DomainRecord;
    await behindTheIndex(store => store.putRecords([left], world.newId(), null, '2026-11-21T10:00:00.000Z'));
    await nextDay();
    await nextDay();
    expect((await alarms()).map(({kind, times}) => [kind, times])).toEqual([
      ['digest_differs', 1],
      ['digest_differs', 1],
    ]);
    const publisher = publisherAt(AUTHORITY.code, world.now);
    expect(await checkIndex(storage, publisher)).toBe(false);
    expect((await alarms()).find(({kind}) => kind === 'index_differs')).toMatchObject({times: 1, detail: {missing: 1, astray: 0}});
    expect(audited().at(-1)).toMatchObject({action: 'sync.index_differs', account: null, detail: {missing: 1, astray: 0}});

    await behindTheIndex(store => store.publish([{scope, id: left.id, present: true}]));
    expect(await checkIndex(storage, publisher)).toBe(true);
    await nextDay();
    expect(held(left.id)).toEqual(left);
    expect((await alarms()).filter(({kind}) => kind === 'digest_differs')).toHaveLength(2);
  });

  test('[E5] what the store has lost without anybody noticing is brought back for a manager, not swept away', async () => {
    await world.device(STAFF.mair, 'manager', 'Mair').then(device => device.sync());
    await elin.sync();
    const before = storage.backup();
    const another = world.exchange(STAFF.elin, 'adviser');
    const {epoch} = await handleHello(another, {
      protocol: 1,
      client: idNamed('another device'),
      epoch: null,
      cursor: 0,
      nextSeq: 1,
      deviceNow: '2026-11-21T10:00:00.000Z',
    });
    const op = contactOp(PEOPLE.cai, world.newId(), world.newId(), 1, 'Ar goll yn y storfa');
    await handlePush(another, {protocol: 1, client: idNamed('another device'), epoch, deviceNow: '2026-11-21T10:00:00.000Z', ops: [op]});
    await elin.sync();
    expect(held(op.record)).toBeDefined();
    storage.restore(before);
    // The same epoch, and as far as before: neither [E1] nor [E3] can tell.
    while ((await storage.snapshot(AUTHORITY.code, store => store.version())) < elin.vault.base.cursor)
      await behindTheIndex(store => store.publish([]));
    await nextDay();
    expect(held(op.record)).toBeUndefined();
    await elin.sync();
    const parked = await storage.snapshot(AUTHORITY.code, store => store.parked());
    expect(parked.map(({reason, body}) => [reason, body.record])).toEqual([['recovered', op.record]]);
  });
});

describe('[D1] the server judges', () => {
  const ask = async (change: {cursor?: number; scopes?: readonly string[]}) => {
    const exchange = world.exchange(STAFF.elin, 'adviser');
    const answered = await handleDigests(exchange, {
      protocol: 1,
      client: elin.vault.device,
      epoch: await storage.snapshot(AUTHORITY.code, store => store.epoch()),
      cursor: change.cursor ?? elin.vault.base.cursor,
      digests: (change.scopes ?? [scope]).map(each => ({scope: each, ...digestOf([])})),
    });
    return answered.differ;
  };

  test('nothing that the asker does not hold, and nothing that changed since the cursor', async () => {
    await elin.sync();
    expect(await ask({})).toEqual([scope]);
    expect(await ask({scopes: [scopeId(AUTHORITY.code, PEOPLE.nia, 'staff'), world.newId()]})).toEqual([]);
    await elin.recordVisit(PEOPLE.cai, 'Newydd');
    const {cursor} = elin.vault.base;
    await elin.sync();
    expect(await ask({cursor})).toEqual([]);
    expect(await ask({})).toEqual([scope]);
    expect(await alarms()).toMatchObject([{kind: 'digest_differs', times: 2, detail: {staff: 2}}]);
  });

  test('in the epoch of now only', async () => {
    await elin.sync();
    const exchange = world.exchange(STAFF.elin, 'adviser');
    const request = {protocol: 1, client: elin.vault.device, epoch: world.newId(), cursor: 0, digests: [{scope, ...digestOf([])}]} as const;
    await expect(handleDigests(exchange, {...request, digests: [...request.digests]})).rejects.toMatchObject({
      body: {code: 'epoch_changed'},
    });
    expect(await alarms()).toEqual([]);
  });
});

describe('refusals that smell of a fault or an attack are alarms too', () => {
  test('rolled_back, op_reused and client_not_yours, one row each, with who it was in the audit alone', async () => {
    await elin.sync();
    const epoch = await storage.snapshot(AUTHORITY.code, store => store.epoch());
    const exchange = world.exchange(STAFF.elin, 'adviser');
    const client = elin.vault.device;
    const deviceNow = '2026-11-21T10:00:00.000Z';
    const hello = {protocol: 1, client, epoch, cursor: 99_999, nextSeq: 1, deviceNow} as const;
    for (let n = 0; n < 2; n++) await expect(handleHello(exchange, hello)).rejects.toMatchObject({body: {code: 'rolled_back'}});
    const op = contactOp(PEOPLE.cai, world.newId(), world.newId(), 1, 'Un');
    await handlePush(exchange, {protocol: 1, client, epoch, deviceNow, ops: [op]});
    const other = {...op, body: {...(op.body as object), note: {text: 'Dau', lang: 'cy'}}};
    const {answers} = await handlePush(exchange, {protocol: 1, client, epoch, deviceNow, ops: [other]});
    expect(answers).toMatchObject([{status: 'rejected', code: 'op_reused'}]);
    await expect(handlePush(exchange, {protocol: 1, client, epoch, deviceNow, ops: [{...op, op: world.newId()}]})).rejects.toMatchObject({
      body: {code: 'op_reused'},
    });
    await expect(handleHello(world.exchange(STAFF.huw, 'adviser'), {...hello, cursor: 0})).rejects.toMatchObject({
      body: {code: 'client_not_yours'},
    });
    const raised = await alarms();
    expect(raised.every(({detail}) => Object.keys(detail).length === 0)).toBe(true);
    expect(Object.fromEntries(raised.map(({kind, times}) => [kind, times]))).toEqual({client_not_yours: 1, op_reused: 2, rolled_back: 2});
    expect(audited().map(({action, account}) => [action, account])).toEqual([
      ['sync.rolled_back', idNamed('account', STAFF.elin)],
      ['sync.rolled_back', idNamed('account', STAFF.elin)],
      ['sync.op_reused', idNamed('account', STAFF.elin)],
      ['sync.op_reused', idNamed('account', STAFF.elin)],
      ['sync.client_not_yours', idNamed('account', STAFF.huw)],
    ]);
  });
});
