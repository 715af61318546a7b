/** The evaluation of an income scheme on every store: who is told what, who is in the export, and one pseudonym for one person. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {EVALUATION_COLUMNS} from '#domain/income-scheme/evaluation-columns.ts';
import {PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {evaluationConsentId} from '#domain/income-scheme/taking-part.ts';
import type {DataOf, KindCode} from '#domain/record-kinds.ts';
import {STAFF_ROLES, type Role} from '#domain/access/roles.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {Sql} from '#server/db/sql.ts';
import {exportEvaluation, reportScheme} from '#server/operations/evaluate-scheme.ts';
import {idNamed, scopeId} from '#server/sync/scopes.ts';
import {ELIN, FundWorld, MAIR, type Who} from '../support/fund-world.ts';
import {AUTHORITY, PEOPLE} from '../support/small-authority.ts';
import {keptRecord, STORES} from '../support/stores.ts';

const OTHER_SCHEME = idNamed('test', 'another scheme');
const person = (n: number): Id => idNamed('test', `evaluated ${n}`);

const kept = <Kind extends KindCode>(kind: Kind, of: Id, data: Partial<DataOf<Kind>>, id = idNamed(kind, of)) =>
  keptRecord(kind, of, data, '2026-01-01T00:00:00.000Z', id);

const consent = (n: number, scheme: Id, withdrawnOn: string | null = null) =>
  kept(
    'evaluation-consent',
    person(n),
    {
      scheme,
      givenOn: date('2026-10-01'),
      givenHow: 'in_person',
      withdrawnOn: withdrawnOn === null ? null : date(withdrawnOn),
      withdrawnHow: null,
    },
    evaluationConsentId(person(n), scheme),
  );

/** In the pilot, with one check-in each; all but the twelfth agreed to its evaluation. */
function fileOf(n: number): readonly DomainRecord[] {
  const of = person(n);
  const answers = {paidOnTime: true, coversEssentials: true, rentPaid: 'yes', arrearsPence: 0, savings: '0', debt: '0'} as const;
  const enrolment = {decision: 'joined', firstPaymentMonth: '2022-09', finalPaymentMonth: '2024-08'} as const;
  return [
    kept(
      'young-person',
      of,
      {
        forename: `Ffug${n}`,
        surname: 'Enghraifft',
        birthDates: [{date: date('2004-08-08'), status: 'verified', heldFrom: date('2020-01-01')}],
        diedOn: null,
        toldUsOn: null,
        sex: 'F',
      },
      of,
    ),
    kept('income-enrolment', of, enrolment),
    kept('income-check-in', of, {...answers, on: date('2022-11-08'), monthNumber: 3, activity: 'F2', wellbeing: 7, usedFor: 'Bwyd'}),
    ...(n < 12 ? [consent(n, PILOT_ID)] : []),
  ];
}

describe.each(STORES)('%s', (_engine, open) => {
  let world: FundWorld;
  let db: Sql | null;
  beforeAll(async () => {
    const store = await open();
    world = await FundWorld.open(store.storage);
    db = store.sql;
    await put(...Array.from({length: 12}, (_, at) => fileOf(at + 1)).flat());
  });
  afterAll(() => world.storage.close());

  const put = (...records: readonly DomainRecord[]) =>
    world.storage.transaction(AUTHORITY.code, async store => {
      await store.addScopes(
        [...new Set(records.flatMap(each => each.person ?? []))].map(of => ({
          id: scopeId(AUTHORITY.code, of, 'shared'),
          person: of,
          compartment: 'shared',
        })),
      );
      return store.putRecords(records, idNamed('op', 'test'), ELIN.holder, world.now);
    });
  const exchange = ({holder, role}: Who) => ({
    storage: world.storage,
    signedIn: {account: holder, authority: AUTHORITY.code, holder, role},
    clock: () => Date.parse(world.now),
  });
  const as = (role: Role): Who => ({holder: idNamed('test', role), role});
  const told = async (work: Promise<unknown>) =>
    work.then(() => 'told').catch((error: unknown) => (error instanceof ProtocolError ? error.body.code : 'internal'));

  test('the report is for those who lead, and without small numbers for who answers for information; the export for fewer', async () => {
    const roles = [...STAFF_ROLES, 'young_person'] as const;
    const answers = await Promise.all(
      roles.map(async role => [
        role,
        await told(reportScheme(exchange(as(role)), PILOT_ID)),
        await told(exportEvaluation(exchange(as(role)), PILOT_ID)),
      ]),
    );
    expect(answers.filter(([, ...said]) => said.includes('told'))).toEqual([
      ['manager', 'told', 'told'],
      ['deputy', 'told', 'not_found'],
      ['governance_officer', 'told', 'told'],
    ]);
    expect(new Set(answers.flat())).not.toContain('internal');
    const whole = await reportScheme(exchange(MAIR), PILOT_ID);
    expect([whole.isReduced, whole.report.joined, whole.report.ended]).toEqual([false, 12, 12]);
    const reduced = await reportScheme(exchange(as('governance_officer')), PILOT_ID);
    expect([reduced.isReduced, reduced.report.joined]).toEqual([true, 10]);
  });

  test('a scheme that is not there is not found', async () => {
    for (const scheme of [OTHER_SCHEME, 'x', '']) {
      expect(await told(reportScheme(exchange(MAIR), scheme))).toBe('not_found');
      expect(await told(exportEvaluation(exchange(MAIR), scheme))).toBe('not_found');
    }
  });

  test('one line for each who agreed, the same pseudonym each time, and no name, id or day', async () => {
    const first = await exportEvaluation(exchange(MAIR), PILOT_ID);
    expect([first.people, first.columns]).toEqual([11, [...EVALUATION_COLUMNS]]);
    expect(await exportEvaluation(exchange(as('governance_officer')), PILOT_ID)).toEqual(first);
    for (const [pseudonym = ''] of first.rows) expect(pseudonym).toMatch(/^p[0-9a-f]{20}$/u);
    const text = JSON.stringify(first);
    expect(
      ['Ffug', 'Enghraifft', 'Bwyd', ...Array.from({length: 12}, (_, at) => person(at + 1))].filter(each => text.includes(each)),
    ).toEqual([]);
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/u);
  });

  test('each export is noted: who, when, which scheme and how many, and nobody’s name', async () => {
    if (!db) return;
    const [latest] = await db.query<{account: Id; person: Id | null; detail: object}>(
      `select account, person, detail from audit where action = 'evaluation.export' order by at desc, id desc limit 1`,
    );
    expect(latest).toEqual({account: as('governance_officer').holder, person: null, detail: {scheme: PILOT_ID, people: 11, rows: 11}});
  });

  test('another scheme’s pseudonyms are others: the secret is kept for each scheme of each authority, and is in no answer', async () => {
    const secret = (authority: string, scheme: Id, fresh: string) =>
      world.storage.transaction(authority, store => store.evaluationSecret(scheme, fresh, world.now));
    const ours = await secret(AUTHORITY.code, PILOT_ID, 'a'.repeat(64));
    expect(ours).toMatch(/^[0-9a-f]{64}$/u);
    expect(ours).not.toBe('a'.repeat(64));
    expect(await secret(AUTHORITY.code, OTHER_SCHEME, 'b'.repeat(64))).toBe('b'.repeat(64));
    expect(await secret(AUTHORITY.code, OTHER_SCHEME, 'c'.repeat(64))).toBe('b'.repeat(64));
    await world.storage.addAuthority({code: 'W06000098', cy: 'Arall', en: 'Other', sample: true});
    expect(await secret('W06000098', PILOT_ID, 'd'.repeat(64))).toBe('d'.repeat(64));
    expect(JSON.stringify(await exportEvaluation(exchange(MAIR), PILOT_ID))).not.toContain(ours);
  });

  test('who agreed to another scheme’s evaluation is not in this one’s; whoever takes it back is out; with too few there is nothing', async () => {
    await put(consent(12, OTHER_SCHEME));
    const before = await exportEvaluation(exchange(MAIR), PILOT_ID);
    expect(before.people).toBe(11);
    await put(consent(1, PILOT_ID, '2026-11-21'));
    const after = await exportEvaluation(exchange(MAIR), PILOT_ID);
    const of = ({rows}: typeof after) => rows.map(([pseudonym]) => pseudonym);
    expect(after.people).toBe(10);
    expect(of(before).filter(each => !of(after).includes(each))).toHaveLength(1);
    await put(consent(2, PILOT_ID, '2026-11-21'));
    expect(await exportEvaluation(exchange(MAIR), PILOT_ID)).toEqual({people: null, columns: [...EVALUATION_COLUMNS], rows: []});
  });

  test('given by an adviser whom they told, over the push; taken back by the young person; a stranger’s is not accepted', async () => {
    const record = evaluationConsentId(PEOPLE.cai, PILOT_ID);
    const give = {scheme: PILOT_ID, givenOn: '2026-11-20', givenHow: 'phone'};
    expect((await world.send(ELIN, 'evaluation-consent.give', record, give)).code).toBe('out_of_range');
    await put(kept('income-enrolment', PEOPLE.cai, {decision: 'joined', firstPaymentMonth: '2022-09', finalPaymentMonth: '2024-08'}));
    expect((await world.send(ELIN, 'evaluation-consent.give', record, give)).status).toBe('applied');
    // Nobody else's phone takes it back for them.
    const stranger = await world.send({holder: PEOPLE.nia, role: 'young_person'}, 'evaluation-consent.withdraw', record, {
      withdrawnOn: '2026-11-21',
      withdrawnHow: 'own_device',
    });
    expect(stranger.status).not.toBe('applied');
    expect((await world.of('evaluation-consent'))[0]?.data).toMatchObject({scheme: PILOT_ID, withdrawnOn: null});
    const back = await world.send(ELIN, 'evaluation-consent.withdraw', record, {withdrawnOn: '2026-11-21', withdrawnHow: 'in_person'});
    expect(back.status).toBe('applied');
    expect((await world.of('evaluation-consent'))[0]?.data).toMatchObject({withdrawnOn: '2026-11-21', withdrawnHow: 'in_person'});
  });
});
