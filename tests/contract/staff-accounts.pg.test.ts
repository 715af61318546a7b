/** Accounts of staff over the real routes: invited, switched off and on, and the refusals that keep somebody in charge. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {isKind} from '#domain/shared/is-kind.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {disableThoseWhoLeft} from '#server/operations/staff-accounts.ts';
import {scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {HERE, PERSON, TwoAuthorities} from '../support/two-authorities.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open(), {
      roles: ['administrator', 'manager', 'adviser', 'colleague', 'young_person', 'stranger'],
    });
  });
  afterAll(() => world.end());

  const post = (path: string, payload: object) => world.ask('administrator', {method: 'POST', url: path, payload});
  const code = ({statusCode, body}: {statusCode: number; body: string}) =>
    `${statusCode} ${(JSON.parse(body) as {code?: string}).code ?? ''}`;

  test('lists staff of this authority only, and no young person', async () => {
    const answer = await world.ask('administrator', {method: 'GET', url: '/api/staff/accounts'});
    const {accounts} = answer.json<{accounts: {holder: string; role: string}[]}>();
    expect(accounts.map(({role}) => role).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
      'administrator',
      'adviser',
      'adviser',
      'manager',
    ]);
    expect(accounts.map(({holder}) => holder)).not.toContain(world.device('stranger').holder);
  });

  test('says how long each adviser has people, and not whose allocation it is', async () => {
    const answer = await world.ask('administrator', {method: 'GET', url: '/api/staff/accounts'});
    const {allocations} = answer.json<{allocations: object[]}>();
    expect(allocations).toContainEqual({adviser: world.device('adviser').holder, until: null});
    expect(allocations.every(allocation => Object.keys(allocation).toSorted().join() === 'adviser,until')).toBe(true);
    for (const person of await world.store.storage.snapshot(HERE, store => store.people())) expect(answer.body).not.toContain(person);
  });

  test('somebody who was allocated twice to one person is counted once, until the later end', async () => {
    const {holder} = world.device('colleague');
    const scope = scopeId(HERE, PERSON.own, 'shared');
    const given = (from: string, until: string): DomainRecord => {
      const id = randomUUID();
      const made = {author: holder, device: null, at: '2026-11-21T10:00:00.000Z', op: id};
      return {id, kind: 'allocation', scope, person: PERSON.own, data: {adviser: holder, from, until}, heads: {}, made};
    };
    const past = given('2020-01-01', '2020-12-31');
    const [now, later] = [given('2026-11-01', '2027-01-31'), given('2027-03-01', '2027-06-30')];
    await world.store.storage.transaction(HERE, store => store.putRecords([later, past, now], past.id, holder, past.made.at));
    const answer = await world.ask('administrator', {method: 'GET', url: '/api/staff/accounts'});
    const {allocations} = answer.json<{allocations: {adviser: Id; until: string | null}[]}>();
    expect(allocations.filter(({adviser, until}) => adviser === holder && until !== null)).toEqual([
      {adviser: holder, until: '2027-06-30'},
    ]);
  });

  test('invites somebody with a role by a link that works once', async () => {
    const staff = await world.store.storage.snapshot(HERE, store => store.recordsOf(null, ['staff-member']));
    const newcomer = must(
      staff.find(record => isKind(record, 'staff-member') && record.data.legacyId === 'U5'),
      'the extract has its staff',
    );
    const invited = await post(`/api/staff/${newcomer.id}/invitation`, {role: 'finance_officer'});
    const {token} = invited.json<{token: string}>();
    const accept = () =>
      world.ask(null, {method: 'POST', url: '/api/invitation/accept', payload: {token, password: 'afon bara castell derw'}});
    expect((await accept()).json()).toMatchObject({role: 'finance_officer', holder: newcomer.id});
    expect((await accept()).statusCode).toBe(404);
    expect(code(await post(`/api/staff/${newcomer.id}/invitation`, {role: 'operator'}))).toBe('400 envelope_invalid');
    expect(code(await post(`/api/staff/${newcomer.id}/invitation`, {role: 'young_person'}))).toBe('400 envelope_invalid');
    expect(code(await post(`/api/staff/${world.device('stranger').holder}/invitation`, {role: 'adviser'}))).toBe('404 not_found');
  });

  test('switching off ends sessions at once; switching on lets them sign in again', async () => {
    const {holder} = world.device('colleague');
    expect((await post(`/api/staff/${holder}/account`, {disabled: true})).statusCode).toBe(200);
    expect((await world.ask('colleague', {method: 'GET', url: '/api/sync/v1/stream'})).statusCode).toBe(401);
    expect((await post(`/api/staff/${holder}/account`, {disabled: false})).statusCode).toBe(200);
  });

  test('nobody changes their own account, and the last administrator stays', async () => {
    const {holder} = world.device('administrator');
    expect(code(await post(`/api/staff/${holder}/account`, {disabled: true}))).toBe('409 not_allowed');
    expect(code(await post(`/api/staff/${holder}/invitation`, {role: 'adviser'}))).toBe('409 not_allowed');
  });

  const leave = (holder: Id) =>
    world.store.storage.transaction(HERE, async store => {
      const member = must(await store.record(holder), 'a member of staff');
      await store.putRecords([{...member, data: {...member.data, endOn: '2026-11-20'}}], holder, null, '2026-11-21T10:00:00.000Z');
    });

  test('whoever’s last day has passed no longer signs in, and is not switched on again', async () => {
    const {holder} = world.device('adviser');
    await leave(holder);
    expect(await disableThoseWhoLeft(world.store, HERE)).toBe(1);
    expect(await disableThoseWhoLeft(world.store, HERE)).toBe(0);
    const hello = await world.ask('adviser', {method: 'GET', url: '/api/sync/v1/stream'});
    expect(hello.statusCode).toBe(401);
    expect(code(await post(`/api/staff/${holder}/account`, {disabled: false}))).toBe('409 not_allowed');
    expect((await world.ask('adviser', {method: 'GET', url: '/api/sync/v1/stream'})).statusCode).toBe(401);
  });

  test('a manager who becomes an adviser no longer holds the summaries of everybody', async () => {
    const {holder} = world.device('manager');
    const people = () =>
      world.store.storage.snapshot(HERE, async store =>
        (await store.heldBy(holder, calendarDateInWales(world.store.clock()))).filter(({person}) => person !== null),
      );
    expect(await people()).not.toEqual([]);
    expect((await post(`/api/staff/${holder}/invitation`, {role: 'adviser'})).statusCode).toBe(200);
    expect(await people()).toEqual([]);
    expect((await post(`/api/staff/${holder}/invitation`, {role: 'manager'})).statusCode).toBe(200);
    expect(await people()).not.toEqual([]);
  });

  test('the last administrator is not shut out by their own last day', async () => {
    await leave(world.device('administrator').holder);
    expect(await disableThoseWhoLeft(world.store, HERE)).toBe(0);
    expect((await world.ask('administrator', {method: 'GET', url: '/api/staff/accounts'})).statusCode).toBe(200);
  });
});
