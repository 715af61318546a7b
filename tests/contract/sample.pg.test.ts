/** The sample is made once, in an empty store only, with sign-ins that work; half of one is finished, not left. */
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {isKind} from '#domain/shared/is-kind.ts';
import {readConfig} from '#server/config.ts';
import {openEmbedded} from '#server/db/sql.ts';
import {storeOn, type Store} from '#server/open-store.ts';
import {makeSampleInEmptyStore} from '#server/sample/make-sample.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {RunningServer} from '../support/running-server.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;

describe.each(ENGINES)('in an empty store (%s)', (_engine, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await storeOn(
      await open(),
      () => NOW,
      () => undefined,
    );
  });
  afterEach(() => store.close());

  test('an adviser, a second one, the manager, finance and the administrator sign in with what was said; passwords differ each time', async () => {
    const sample = await makeSampleInEmptyStore(store);
    const signIns = sample?.signIns ?? [];
    expect(signIns.map(({name, role, signInName}) => [name, role, signInName])).toEqual([
      ['Gwenan Celyn', 'adviser', 'adviser@example.org'],
      ['Rowan Birchfield', 'adviser', 'adviser2@example.org'],
      ['Nerys Ysgawen', 'manager', 'manager@example.org'],
      ['Heulwen Bedwen', 'finance_officer', 'finance@example.org'],
      ['Branwen Onnen', 'duty_worker', 'duty@example.org'],
      ['Tegid Helygen', 'administrator', 'admin@example.org'],
    ]);
    expect(new Set(signIns.map(({password}) => password)).size).toBe(6);
    expect((await store.identity.invitation(sample?.youngPerson.code ?? '')).role).toBe('young_person');
    const [helps] = await store.storage.snapshot('W06999999', async reading =>
      reading.recordsOf((await reading.people())[0] ?? null, ['who-helps']),
    );
    expect(helps?.data['numbers']).toMatchObject([{number: '029 2018 0101'}, {number: '029 2018 0199'}]);
    for (const {signInName, password, role} of signIns)
      expect((await store.identity.signIn(signInName, password)).account).toMatchObject({role, authority: 'W06999999', oneTime: false});
    expect(await store.storage.authorities()).toEqual([{code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire', sample: true}]);
    const [manager] = await store.accounts.holdersIn('W06999999', ['manager']);
    const held = await store.storage.snapshot('W06999999', reading => reading.heldBy(String(manager), '2026-11-22' as never));
    expect(held.filter(({compartment}) => compartment === 'summary').length).toBe(25);
  });

  test('the manager leads a team, and the advisers are in it', async () => {
    await makeSampleInEmptyStore(store);
    const records = await store.storage.snapshot('W06999999', reading => reading.recordsOf(null, ['team', 'staff-member']));
    const number = (id: unknown) => String(records.find(record => record.id === id)?.data['legacyId']);
    const teams = records.filter(record => isKind(record, 'team'));
    expect(
      teams.map(({data}) => [
        data.nameCy,
        data.nameEn,
        number(data.manager),
        data.members.map(number).toSorted((one, other) => (one < other ? -1 : 1)),
      ]),
    ).toEqual([['Tîm Llwybrau', 'Pathways team', 'EX210', ['EX201', 'EX202', 'EX203', 'EX211']]]);
  });

  test('a second start makes nothing and leaves the passwords as they are', async () => {
    const signIns = (await makeSampleInEmptyStore(store))?.signIns ?? [];
    const versions = await store.storage.versions();
    expect(await makeSampleInEmptyStore(store)).toBeNull();
    expect(await store.storage.versions()).toEqual(versions);
    await store.identity.signIn(String(signIns[0]?.signInName), String(signIns[0]?.password));
  });

  test('it never comes beside imported data', async () => {
    await store.storage.addAuthority({code: 'W06000011', cy: 'Abertawe', en: 'Swansea', sample: false});
    expect(await makeSampleInEmptyStore(store)).toBeNull();
    expect((await store.storage.authorities()).map(({code}) => code)).toEqual(['W06000011']);
  });

  test('one that a crash left unfinished is finished at the next start', async () => {
    const failing = {
      ...store,
      identity: Object.assign(Object.create(store.identity) as typeof store.identity, {
        invite: () => Promise.reject(new Error('power cut')),
      }),
    };
    await expect(makeSampleInEmptyStore(failing)).rejects.toThrow('power cut');
    expect((await makeSampleInEmptyStore(store))?.signIns.length).toBe(6);
  });
});

test('on PostgreSQL, and on an address others can reach, no sample is made without SAMPLE=1', () => {
  const database = 'postgres://db.example.org/llwybr';
  expect(readConfig({}).sample).toBe(true);
  expect(readConfig({SAMPLE: '0'}).sample).toBe(false);
  expect(readConfig({DATABASE_URL: database}).sample).toBe(false);
  expect(readConfig({DATABASE_URL: database, SAMPLE: '1'}).sample).toBe(true);
  expect(readConfig({HOST: '0.0.0.0', PUBLIC_URL: 'https://llwybr.example.org'}).sample).toBe(false);
});

test('npm start says what is sample and how to sign in; the second start makes nothing', async () => {
  const server = await RunningServer.prepare({sample: true});
  try {
    const first = await server.start();
    expect(first).toContain('Sir Enghraifft / Exampleshire is a sample');
    expect(first.match(/: \S+@example\.org {2}\S+$/gm)?.length).toBe(6);
    expect(first).toMatch(/\/join in another browser and type [0-9A-Z]{5}-[0-9A-Z]{5}/u);
    await server.stop();
    const second = await server.start();
    expect(second).toContain('user reset-password adviser@example.org');
    expect(second).not.toMatch(/@example\.org {2}\S+/);
    await server.stop();
    const sql = await openEmbedded(`${server.folder}/data/store`);
    expect((await sql.query('select code from authority')).length).toBe(1);
    await sql.close();
  } finally {
    await server.end();
  }
}, 120_000);
