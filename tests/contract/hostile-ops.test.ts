/**
 * Ops that no device of ours writes, sent with a session that is good: what they must not learn, and what they must not
 * change. Whoever guesses the id of somebody else's person or record hears what they would hear if there were none.
 */
import {describe, expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Op} from '#protocol/ops.ts';
import {must} from '#domain/shared/result.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import {recovered} from '#server/sync/recovered-records.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF} from '../support/case-world.ts';
import {visitBody} from '../support/small-authority.ts';

const {cai, nia} = PEOPLE;
const words = {text: 'x', lang: 'cy'} as const;
const VISIT = visitBody(date('2026-11-21'), STAFF.elin, words);

describe('[P7] somebody else’s and nobody’s get the same answer', () => {
  test.each<[string, Partial<Op>]>([
    ['a good op', {}],
    ['a body that is none', {body: 7}],
    ['a body with something more', {body: {words, more: true}}],
    ['a record that is there', {kind: 'risk-summary.write', record: idNamed('risk', nia), body: {words}}],
    ['a wrong state', {kind: 'alert.move', record: idNamed('alert', nia), expect: idNamed('x'), body: {to: 'restricted'}}],
    ['a record of theirs with a bad body', {kind: 'record.strike-out', record: idNamed('alert', nia), body: null}],
  ])('%s about a person', async (_name, change) => {
    const world = await CaseWorld.open();
    const send = (person: Id) => world.push(STAFF.huw, 'adviser', {...change, person});
    expect(await send(nia)).toEqual(await send(world.newId()));
  });

  test.each<[string, Partial<Op>]>([
    ['a message', {}],
    ['a visit', {kind: 'contact.record', body: VISIT}],
    ['a visit of the day after tomorrow', {kind: 'contact.record', body: {...VISIT, on: '2026-12-24'}}],
    ['an action', {kind: 'plan-action.add', body: {what: words, owner: null, ownerStaff: null, dueOn: null, fromContact: null}}],
    ['a message without words', {body: {words: {text: ' ', lang: 'cy'}}}],
    ['risk', {kind: 'risk-summary.write', body: {words}}],
    ['a choice', {kind: 'conflict.settle', body: {field: 'text', value: 'x'}}],
  ])('%s under the id of a record that was imported, or of none', async (_name, change) => {
    const world = await CaseWorld.open();
    const about = (record: Id) => world.push(STAFF.elin, 'adviser', {...change, person: cai, record});
    const theirs = () => world.storage.snapshot(AUTHORITY.code, store => store.record(idNamed('risk', nia)));
    const before = await theirs();
    const said = await about(idNamed('risk', nia));
    expect(said).toEqual(await about(idNamed('risk', 'nobody')));
    expect(said.status).not.toBe('applied');
    expect(await theirs()).toEqual(before);
  });
});

describe('a choice between versions is no way around a right', () => {
  test('who leads a team is settled by those who may change teams', async () => {
    const world = await CaseWorld.open();
    const record = world.newId();
    const team = {nameCy: 'Tîm', nameEn: 'Team', manager: STAFF.mair, members: [STAFF.elin]};
    const first = world.newId();
    await world.push(STAFF.mair, 'manager', {kind: 'team.set', record, body: {...team, manager: null}});
    await world.push(STAFF.mair, 'manager', {kind: 'team.set', op: first, record, body: team});
    const settle = {kind: 'conflict.settle', record, body: {field: 'manager', value: STAFF.elin}, bases: {manager: [first]}};
    expect(await world.push(STAFF.elin, 'adviser', settle)).toEqual({status: 'parked', code: 'not_yours_now'});
    // There is one version, so hers stands beside it: a choice takes the place of nothing that nobody has to choose.
    expect(await world.push(STAFF.mair, 'manager', settle)).toEqual({status: 'conflict'});
    const stored = await world.storage.snapshot(AUTHORITY.code, store => store.record(record));
    expect(stored?.heads['manager']?.map(({value}) => value)).toEqual([STAFF.mair, STAFF.elin]);
    expect(stored?.data['manager']).toBe(STAFF.mair);
  });
});

describe('[E5] a record that is brought back', () => {
  test.each<[string, object, boolean]>([
    ['with words as they are written', {words: [{value: words}]}, true],
    ['struck out and opened again', {struck: [{value: words}], reopened: [{value: 'risk-summary.write'}, {value: words}]}, true],
    ['with something that is no words', {words: [{value: {evil: true}}]}, false],
    ['with a time that is none', {words: [{value: words, at: 'soon'}]}, false],
    ['with versions of a field that it has not', {constructor: [{value: words}]}, false],
    ['with a reason that is none', {struck: [{value: 7}]}, false],
  ])('%s', async (_name, heads, isPut) => {
    const world = await CaseWorld.open();
    const before = must(await world.storage.snapshot(AUTHORITY.code, store => store.record(idNamed('risk', cai))), 'it is there');
    const made = {ops: [world.newId()], author: STAFF.huw, device: null, at: '2026-11-20T10:00:00.000Z'};
    const full = Object.fromEntries(Object.entries(heads).map(([field, all]) => [field, all.map((head: object) => ({...made, ...head}))]));
    const op = {record: before.id, person: cai, body: {record: {...before, heads: full}}} as Op;
    const put = await world.storage.transaction(AUTHORITY.code, store => recovered(store, op));
    expect(put !== undefined).toBe(isPut);
  });
});

describe('[P4] [P9] after a restore, what everybody could read of a device does not lock its owner out', () => {
  async function restored() {
    const world = await CaseWorld.open();
    const phone = await world.device(STAFF.elin, 'adviser', 'Elin Prawf');
    await phone.sync();
    await phone.recordVisit(cai, 'cyntaf');
    await phone.recordVisit(cai, 'ail');
    await phone.sync();
    const after = await CaseWorld.open();
    return {after, phone, moved: phone.meeting(after)};
  }
  const contacts = async (world: CaseWorld) =>
    (await world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(cai, ['contact']))).map(
      ({data}) => (data['note'] as Words).text,
    );
  const alarms = async (world: CaseWorld) => (await world.storage.snapshot(AUTHORITY.code, store => store.alarms())).map(({kind}) => kind);

  test('the id of an op, taken by somebody else with other words: that op alone is refused, its words stay with their author', async () => {
    const {after, phone, moved} = await restored();
    const first = must(phone.vault.outbox().at(-1), 'the first visit').op;
    expect(await after.push(STAFF.huw, 'adviser', {op: first, person: nia})).toMatchObject({status: 'parked'});
    for (let turn = 0; turn < 3; turn++) await moved.sync();
    expect(await contacts(after)).toEqual(['ail']);
    const [item] = moved.vault.outbox().filter(({op}) => op === first);
    expect(item).toMatchObject({state: 'rejected', code: 'op_reused'});
    expect(JSON.stringify(item?.body)).toContain('cyntaf');
    expect(await alarms(after)).toEqual(['op_reused']);
    const answer = {op: first, person: nia};
    expect(await after.push(STAFF.elin, 'adviser', answer)).toEqual(await after.push(STAFF.elin, 'adviser', answer));
  });

  test('the id of a client, taken by somebody else: its owner goes on as another', async () => {
    const {after, phone, moved} = await restored();
    const hello = {
      protocol: 1,
      client: phone.vault.device,
      epoch: null,
      cursor: 0,
      nextSeq: 1,
      deviceNow: new Date(after.now).toISOString(),
    } as const;
    await handleHello(after.exchange(STAFF.huw, 'adviser'), hello);
    for (let turn = 0; turn < 3; turn++) await moved.sync();
    expect((await contacts(after)).toSorted()).toEqual(['ail', 'cyntaf']);
    expect(moved.vault.device).not.toBe(hello.client);
    expect(await alarms(after)).toEqual(['client_not_yours']);
  });
});

test('[E5] words of a record that has moved since are not put where other people read', async () => {
  const world = await CaseWorld.open();
  const alert = must(await world.storage.snapshot(AUTHORITY.code, store => store.record(idNamed('alert', cai))), 'it is there');
  const struck = [{ops: [world.newId()], value: words, author: STAFF.huw, device: null, at: '2026-11-20T10:00:00.000Z'}];
  const put = (scope: Id) => {
    const op = {record: alert.id, person: cai, body: {record: {...alert, scope, heads: {struck}}}} as unknown as Op;
    return world.storage.transaction(AUTHORITY.code, store => recovered(store, op));
  };
  expect(await put(alert.scope)).toMatchObject({heads: {struck}});
  expect(await put(scopeId(AUTHORITY.code, cai, 'restricted'))).toBeUndefined();
});

test('[P11] many small pieces fill a manager’s list as large ones do', async () => {
  const world = await CaseWorld.open();
  const send = () => world.push(STAFF.huw, 'adviser', {person: nia});
  const codes = new Map<string | undefined, number>();
  for (let n = 0; n < 2_100; n++) {
    const {code} = await send();
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect([...codes]).toEqual([
    ['not_yours_now', 2_048],
    ['parked_full', 52],
  ]);
}, 60_000);

test('[K1] a record that moves while an op about it is being decided is judged where it lies then', async () => {
  const storage = new MemoryStorage();
  const world = await CaseWorld.open(storage);
  const [shared, restricted] = [scopeId(AUTHORITY.code, cai, 'shared'), scopeId(AUTHORITY.code, cai, 'restricted')];
  const record = idNamed('alert', cai);
  const strike = {kind: 'record.strike-out', record, person: cai, scope: shared, body: {reason: words}};
  const transaction = storage.transaction.bind(storage);
  let isMoved = false;
  // Somebody else's transaction commits right after this one has read without a lock.
  storage.transaction = (authority, work) =>
    transaction(authority, store => {
      const read = async (id: Id) => {
        const found = await store.record(id);
        if (found && id === record && !isMoved) {
          isMoved = true;
          await store.putRecords([{...found, scope: restricted}], world.newId(), null, found.made.at);
        }
        return found;
      };
      const lockRecord = async (id: Id) => (await read(id), store.lockRecord(id));
      return work({...store, record: read, lockRecord});
    });
  expect(await world.push(STAFF.elin, 'adviser', strike)).toEqual({status: 'rejected', code: 'state_moved', fields: []});
});
