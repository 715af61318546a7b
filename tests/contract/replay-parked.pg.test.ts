/**
 * [U2] What an older server kept because it did not understand it, at the start of a newer one: decided in its author's
 * name with the role and the rights of now, once; what may not be done any more, and what somebody wrote whose account
 * has ended, waits for a manager. The newer server is this one with a command planted in it.
 */
import {randomUUID} from 'node:crypto';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import type {CommandKind} from '#domain/command.ts';
import {commandNamed, COMMANDS} from '#domain/commands.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {Op} from '#protocol/ops.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {replayParked} from '#server/sync/replay-parked.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TwoAuthorities, type Somebody} from '../support/two-authorities.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
const planted = COMMANDS as unknown as Record<string, CommandKind>;
const contact = must(commandNamed('contact.record'), 'contacts are recorded');
/** What only the newer server knows: another name, and the version after that of the product. */
const LATER: CommandKind = {...contact, kind: 'contact.record-later'};
const NEXT: CommandKind = {...contact, version: contact.version + 1, casters: {...contact.casters, [contact.version]: body => body}};

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  const seqs = new Map<Somebody, number>();
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open());
  });
  afterAll(() => world.end());
  afterEach(() => {
    delete planted[LATER.kind];
    planted['contact.record'] = contact;
  });

  async function push(about: Id, change: Partial<Op>, who: Somebody = 'adviser'): Promise<{op: Op; code: string | undefined}> {
    const seq = (seqs.get(who) ?? 0) + 1;
    seqs.set(who, seq);
    const op = contactOp(about, newId(), newId(), seq, 'Cadwyd', change);
    const {client} = world.device(who);
    const payload = {protocol: 1, client, epoch: await world.epoch(), deviceNow: '2026-11-21T10:00:00.000Z', ops: [op]};
    const answered = await world.ask(who, {method: 'POST', url: '/api/sync/v1/push', payload});
    return {op, code: answered.json<{answers: {code?: string}[]}>().answers[0]?.code};
  }
  const start = () =>
    replayParked(world.store.storage, publisherAt(HERE, world.store.clock()), () => world.store.accounts.accountsOf(HERE));
  const parked = async ({op}: Op) =>
    (await world.sql.query(`select reason, closed_as as "as", closed_by as by from parked where op = '${op}'`))[0];
  const made = async ({record}: Op) =>
    (await world.sql.query<{body: {made: object}}>(`select body from record where id = '${record}'`))[0]?.body.made;
  const version = () => world.store.storage.snapshot(HERE, store => store.version());

  test('a kind that is known now comes into the file as its author’s, and what waited for it with it; once', async () => {
    const {op, code} = await push(PERSON.own, {kind: LATER.kind});
    expect(code).toBe('unknown_kind');
    const waited = await push(PERSON.own, {after: [op.op]});
    expect(waited.code).toBe('waits_for_another');
    expect(await start()).toEqual({cameIn: 0, wait: 0, failed: 0});

    planted[LATER.kind] = LATER;
    const before = await version();
    expect(await start()).toEqual({cameIn: 1, wait: 0, failed: 0});
    const {holder, client} = world.device('adviser');
    for (const each of [op, waited.op]) {
      expect(await parked(each)).toMatchObject({as: 'came_by_itself', by: holder});
      expect(await made(each)).toMatchObject({author: holder, device: client, op: each.op, at: each.at});
    }
    expect(await version()).toBeGreaterThan(before);
    const audited = await world.sql.query(`select action, person, detail from audit where record = '${op.op}'`);
    expect(audited).toEqual([{action: 'parked.replay', person: PERSON.own, detail: {kind: LATER.kind, version: 1, cameIn: true}}]);

    const after = await world.counts();
    expect(await start()).toEqual({cameIn: 0, wait: 0, failed: 0});
    expect(await world.counts()).toEqual(after);
    // [P3] The device asks again: the answer that it got stays.
    const payload = {protocol: 1, client, epoch: await world.epoch(), deviceNow: '2026-11-21T10:00:00.000Z', ops: [op]};
    const again = await world.ask('adviser', {method: 'POST', url: '/api/sync/v1/push', payload});
    expect(again.json<{answers: object[]}>().answers).toMatchObject([{status: 'parked', code: 'unknown_kind'}]);
  });

  test('a version that is known now comes in; a kind that nobody knows goes on waiting', async () => {
    const next = await push(PERSON.own, {version: NEXT.version});
    const never = await push(PERSON.own, {kind: 'no.such-kind'});
    const handedOver = await push(PERSON.own, {kind: 'draft.handed-over'});
    planted['contact.record'] = NEXT;
    expect(await start()).toEqual({cameIn: 1, wait: 0, failed: 0});
    expect(await made(next.op)).toMatchObject({op: next.op.op});
    for (const {op} of [never, handedOver]) expect(await parked(op)).toMatchObject({reason: 'unknown_kind', as: null});
  });

  test('what its author may not do today, or the domain refuses, waits for a manager with that reason', async () => {
    const others = await push(PERSON.others, {kind: LATER.kind});
    const wrong = await push(PERSON.own, {kind: LATER.kind, body: {on: 'yesterday'}});
    planted[LATER.kind] = LATER;
    const before = await world.counts();
    expect(await start()).toEqual({cameIn: 0, wait: 2, failed: 0});
    expect(await parked(others.op)).toMatchObject({reason: 'not_yours_now', as: null});
    expect(await parked(wrong.op)).toMatchObject({reason: 'body_invalid', as: null});
    expect(await world.counts()).toEqual(before);
    expect(await start()).toEqual({cameIn: 0, wait: 0, failed: 0});
  });

  test('[P6] one that a fault keeps from being decided takes no other with it, and is tried again', async () => {
    const broken = await push(PERSON.own, {kind: LATER.kind, body: {broken: true}});
    const sound = await push(PERSON.own, {kind: LATER.kind});
    planted[LATER.kind] = {
      ...LATER,
      version: 2,
      casters: {
        1: body => {
          if (Object.hasOwn(body as object, 'broken')) throw new Error('a fault');
          return body;
        },
      },
    };
    expect(await start()).toEqual({cameIn: 1, wait: 1, failed: 0});
    expect(await parked(broken.op)).toMatchObject({reason: 'fault', as: null});
    expect(await parked(sound.op)).toMatchObject({as: 'came_by_itself'});
    planted[LATER.kind] = {...LATER, version: 2, casters: {1: () => sound.op.body}};
    expect(await start()).toEqual({cameIn: 1, wait: 0, failed: 0});
    expect(await parked(broken.op)).toMatchObject({as: 'came_by_itself'});
  });

  test('an account that has ended decides nothing: left for a manager, as it was', async () => {
    const {op} = await push(PERSON.others, {kind: LATER.kind}, 'colleague');
    const {account} = world.device('colleague');
    await world.store.accounts.setDisabled(account, '2026-11-21T10:00:00.000Z');
    planted[LATER.kind] = LATER;
    await start();
    expect(await parked(op)).toMatchObject({reason: 'unknown_kind', as: null});
    expect(await made(op)).toBeUndefined();
    await world.store.accounts.setDisabled(account, null);
    await start();
    expect(await parked(op)).toMatchObject({as: 'came_by_itself'});
  });
});
