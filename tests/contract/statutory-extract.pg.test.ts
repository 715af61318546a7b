/** The statutory extract on every store: who is told what, that no name leaves in it, what is noted, and the authority's own codes. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {STAFF_ROLES, type Role} from '#domain/access/roles.ts';
import type {DataOf, KindCode} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {EXTRACT_COLUMNS, READ_FOR_EXTRACT, type ExtractColumn} from '#domain/statutory-extract/extract.ts';
import {DEFAULT_RETURN_CODES} from '#domain/statutory-extract/return-codes.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {Sql} from '#server/db/sql.ts';
import {exportReturn, lookAtReturn} from '#server/operations/make-return.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import {ELIN, FundWorld, MAIR, newId, type Who} from '../support/fund-world.ts';
import {AUTHORITY} from '../support/small-authority.ts';
import {keptRecord, STORES} from '../support/stores.ts';

const person = (n: number): Id => idNamed('test', `returned ${n}`);
const WANTED = {year: '2026-27', ages: '21'} as const;

const kept = <Kind extends KindCode>(kind: Kind, of: Id, data: Partial<DataOf<Kind>>, id = idNamed(kind, of)) =>
  keptRecord(kind, of, data, '2026-05-01T00:00:00.000Z', id);

/** 19 on 8 August 2026, at a foyer that was judged, and doing what nobody has said. */
function fileOf(n: number, legacyId: string | null): readonly DomainRecord[] {
  const of = person(n);
  const home = idNamed('home', of);
  return [
    kept(
      'young-person',
      of,
      {
        legacyId,
        forename: `Ffug${n}`,
        surname: 'Enghraifft',
        knownAs: null,
        birthDates: [{date: date('2007-08-08'), status: 'verified', heldFrom: date('2020-01-01')}],
        diedOn: null,
        toldUsOn: null,
        sex: 'F',
      },
      of,
    ),
    kept('looked-after-period', of, {
      startOn: date('2015-01-01'),
      endOn: date('2025-08-07'),
      legalStatus: 'care_order',
      authority: AUTHORITY.code,
      lastPlacement: null,
      reasonCeased: 'turned_18',
    }),
    kept('stay', of, {type: 'foyer', startOn: date('2025-08-08'), endOn: null}, home),
    kept('suitability', of, {stay: home, result: 'unsuitable', judgedOn: date('2026-07-01')}),
    kept('contact', of, {on: date('2026-08-01'), type: 'phone', outcome: 'spoke', homeConfirmed: true, note: 'Geiriau preifat'} as never),
  ];
}

describe.each(STORES)('%s', (_engine, open) => {
  let world: FundWorld;
  let db: Sql | null;
  beforeAll(async () => {
    const store = await open();
    world = await FundWorld.open(store.storage);
    db = store.sql;
    await world.storage.transaction(AUTHORITY.code, async write => {
      const records = [...fileOf(1, 'CL-1'), ...fileOf(2, null)];
      await write.addScopes(
        [person(1), person(2)].map(of => ({id: scopeId(AUTHORITY.code, of, 'shared'), person: of, compartment: 'shared' as const})),
      );
      return write.putRecords(records, idNamed('op', 'test'), ELIN.holder, world.now);
    });
  });
  afterAll(() => world.storage.close());

  const exchange = ({holder, role}: Who, authority: string = AUTHORITY.code) => ({
    storage: world.storage,
    signedIn: {account: holder, authority, holder, role},
    clock: () => Date.parse(world.now),
  });
  const as = (role: Role): Who => ({holder: idNamed('test', role), role});
  const told = async (work: Promise<unknown>) =>
    work.then(() => 'told').catch((error: unknown) => (error instanceof ProtocolError ? error.body.code : 'internal'));
  const cell = (row: readonly string[], column: ExtractColumn) => row[EXTRACT_COLUMNS.indexOf(column)];
  const lines = async () => {
    const {rows} = await exportReturn(exchange(MAIR), WANTED);
    return rows.filter(row => cell(row, 'birth_date') === '2007-08-08' && cell(row, 'point') === 'birthday_19');
  };

  test('is for a manager and who answers for information; to everybody else it is not found, as is a year that there is not', async () => {
    for (const role of [...STAFF_ROLES, 'young_person'] as const) {
      const is = role === 'manager' || role === 'governance_officer' ? 'told' : 'not_found';
      expect([role, await told(lookAtReturn(exchange(as(role)), WANTED))]).toEqual([role, is]);
      expect([role, await told(exportReturn(exchange(as(role)), WANTED))]).toEqual([role, is]);
    }
    for (const wanted of [
      {...WANTED, year: '2027-28'},
      {...WANTED, year: 'x'},
      {...WANTED, ages: '99'},
      {year: '', ages: ''},
    ]) {
      expect(await told(lookAtReturn(exchange(MAIR), wanted))).toBe('not_found');
      expect(await told(exportReturn(exchange(MAIR), wanted))).toBe('not_found');
    }
  });

  test('a line for each person and day, in codes, with what is asked of it; no name, no id where they have a number, no words', async () => {
    const [one = [], two = []] = await lines();
    expect(Object.fromEntries(EXTRACT_COLUMNS.map((column, at) => [column, one[at]]))).toEqual({
      local_id: person(2) < 'CL-1' ? person(2) : 'CL-1',
      birth_date: '2007-08-08',
      sex: 'F',
      category: 'C3',
      point: 'birthday_19',
      point_date: '2026-08-08',
      in_touch: 'YES',
      in_touch_date: '2026-08-01',
      accommodation: 'T2',
      accommodation_date: '2026-08-01',
      activity: '0',
      activity_date: '',
      basis: 'open',
      basis_date: '',
      checks: `in_touch_with_nothing activity_not_known${person(2) < 'CL-1' ? ' no_local_id' : ''}`,
    });
    expect(new Set([one, two].map(row => cell(row, 'local_id')))).toEqual(new Set(['CL-1', person(2)]));
    const text = JSON.stringify(await exportReturn(exchange(as('governance_officer')), WANTED));
    expect(['Ffug', 'Enghraifft', 'Geiriau', person(1)].filter(each => text.includes(each))).toEqual([]);
  });

  test('what is to be mended names people to whom their files open, and numbers alone to who answers for information', async () => {
    const named = await lookAtReturn(exchange(MAIR), WANTED);
    const question = named.questions.find(({check, localId}) => check === 'in_touch_with_nothing' && localId === 'CL-1');
    expect(question).toMatchObject({person: person(1), name: 'Ffug1 Enghraifft', point: 'birthday_19', where: 'learning'});
    const nameless = await lookAtReturn(exchange(as('governance_officer')), WANTED);
    expect(nameless).toEqual({...named, questions: named.questions.map(each => ({...each, name: null}))});
    expect(JSON.stringify(nameless)).not.toMatch(/Ffug|Enghraifft|Geiriau/u);
    expect(named).toMatchObject({year: '2026-27', isOpen: true, hasOwnCodes: false});
    expect(named.points.reduce((sum, {rows}) => sum + rows, 0)).toBe(named.rows);
    expect(named.bases.reduce((sum, {rows}) => sum + rows, 0)).toBe(named.rows);
  });

  test('each look and each file is noted: who, when, which year and how many; nobody’s name or number', async () => {
    if (!db) return;
    const noted = async (action: string) =>
      (
        await db!.query<{account: Id; person: Id | null; detail: Record<string, unknown>}>(
          'select account, person, detail from audit where action = $1 order by at desc, id desc limit 1',
          [action],
        )
      )[0];
    const view = await lookAtReturn(exchange(MAIR), WANTED);
    const file = await exportReturn(exchange(MAIR), WANTED);
    expect(await noted('statutory.export')).toEqual({
      account: MAIR.holder,
      person: null,
      detail: {year: '2026-27', ages: '21', people: file.people, rows: file.rows.length},
    });
    expect((await noted('statutory.look'))?.detail).toEqual({
      year: '2026-27',
      ages: '21',
      people: view.people,
      rows: view.rows,
      questions: view.questions.length,
    });
  });

  test('another authority’s people are in no return of this one', async () => {
    await world.storage.addAuthority({code: 'W06000098', cy: 'Arall', en: 'Other', sample: true});
    const {rows} = await exportReturn(exchange(MAIR, 'W06000098'), WANTED);
    expect(rows).toEqual([]);
  });

  test('codes are set as a whole over the push, or not at all; from their day on the file is written in them', async () => {
    const set = (value: unknown, from = '2026-11-21') =>
      world.send(MAIR, 'setting.set', newId(), {name: 'returnCodes', value, from, reason: null}, null);
    const table = DEFAULT_RETURN_CODES.map(row => (row.ours === 'foyer' ? {...row, theirs: 'Q'} : row));
    expect((await set(table.slice(1))).code).toBe('out_of_range');
    expect((await set([...table, table[0]])).code).toBe('out_of_range');
    expect((await lines()).map(row => cell(row, 'accommodation'))).toEqual(['T2', 'T2']);
    expect((await set(table)).status).toBe('applied');
    expect((await lines()).map(row => cell(row, 'accommodation'))).toEqual(['Q2', 'Q2']);
    expect((await lookAtReturn(exchange(MAIR), WANTED)).hasOwnCodes).toBe(true);
    // Of two that are set for one day the later made holds.
    world.now = '2026-11-21T11:00:00.000Z';
    expect((await set([])).status).toBe('applied');
    expect((await lines()).map(row => cell(row, 'accommodation'))).toEqual(['T2', 'T2']);
  });

  test('is made of no restricted words, no risks and no money', () => {
    for (const kind of ['alert', 'risk-summary', 'fund-request', 'money-line', 'own-child'] as const)
      expect(READ_FOR_EXTRACT as readonly KindCode[]).not.toContain(kind);
  });
});
