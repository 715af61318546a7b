/** What the team's page is told of a colleague's devices: "not sent yet" is never taken for "not done". */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import type {TeamAnswer} from '#protocol/history-messages.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, PERSON, TwoAuthorities} from '../support/two-authorities.ts';

const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['manager', 'adviser', 'stranger']});
  });
  afterAll(() => world.end());

  const hello = (client: string, waiting?: {unsent: number; attention: number}) =>
    world.ask('adviser', {
      method: 'POST',
      url: '/api/sync/v1/hello',
      payload: {protocol: 1, client, epoch: null, cursor: 0, nextSeq: 1, deviceNow: '2026-11-21T10:00:00.000Z', ...(waiting && {waiting})},
    });
  const told = async () => {
    const {devices} = (await world.ask('manager', {method: 'GET', url: '/api/team'})).json<TeamAnswer>();
    return devices.find(({holder}) => holder === world.device('adviser').holder);
  };

  test('a colleague whose device has never spoken holds nothing that is known of', async () => {
    expect(await told()).toMatchObject({lastSeenAt: null, unsent: 0, attention: 0, unsentSince: null});
  });

  test('the phone in a drawer still counts after the laptop has spoken, from the day it was last heard', async () => {
    const [phone, laptop] = [newId(), newId()];
    world.at('2026-11-18T09:00:00.000Z');
    await hello(phone, {unsent: 3, attention: 1});
    world.at('2026-11-21T10:00:00.000Z');
    await hello(laptop, {unsent: 0, attention: 0});
    expect(await told()).toMatchObject({
      lastSeenAt: '2026-11-21T10:00:00.000Z',
      unsent: 3,
      attention: 1,
      unsentSince: '2026-11-18T09:00:00.000Z',
    });

    // What arrives is taken off at once, and a device of before that says nothing counts as holding nothing.
    const ops = [1, 2].map(seq => contactOp(PERSON.own, newId(), newId(), seq, 'Galwad.'));
    const pushed = await world.ask('adviser', {
      method: 'POST',
      url: '/api/sync/v1/push',
      payload: {protocol: 1, client: phone, epoch: await world.epoch(), deviceNow: '2026-11-21T10:00:00.000Z', ops},
    });
    expect(pushed.json<{answers: object[]}>().answers).toHaveLength(2);
    expect(await told()).toMatchObject({unsent: 1, unsentSince: '2026-11-21T10:00:00.000Z'});
    await hello(phone);
    expect(await told()).toMatchObject({unsent: 0, attention: 0, unsentSince: null});
  });

  test('a nonsensical count is refused; another authority hears nothing of it', async () => {
    expect((await hello(newId(), {unsent: -1, attention: 0})).statusCode).toBe(400);
    expect((await world.ask('stranger', {method: 'GET', url: '/api/team'})).statusCode).toBe(404);
  });
});
