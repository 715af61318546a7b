/** Rows to records: every filled column lands, everything fits its kind, words lie where their audience is. */
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {checkDraft, type RecordDraft} from '#domain/import/record-draft.ts';
import {isId} from '#domain/shared/ids.ts';
import {COLUMNS, type ExtractFile, FILES} from './extract-columns.ts';
import {judged, judgedFolder, smallExtract} from './extract-folder.test-support.ts';
import type {JudgedRow} from './judged-row.ts';
import {planContextOf} from './plan-records.ts';
import {COLUMNS_WITHOUT_DATA, recordDrafts, RecordWriter} from './to-records.ts';

const AUTHORITY = 'W06000011';
const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/extract');
let rows: JudgedRow[] = [];
let drafts: {row: JudgedRow; drafts: readonly RecordDraft[]}[] = [];

function draftsOf(from: readonly JudgedRow[]) {
  const writer = new RecordWriter(AUTHORITY);
  return from.map(row => ({row, drafts: writer.draftsOf(row)}));
}

beforeAll(async () => {
  ({rows} = await judgedFolder(FOLDER));
  drafts = draftsOf(rows);
});

test('every draft fits its kind, its compartment and its owner', () => {
  const refused = drafts.flatMap(({row, drafts: made}) =>
    made.map(draft => ({row: `${row.file} ${row.row}`, kind: draft.kind, checked: checkDraft(draft)})).filter(({checked}) => !checked.ok),
  );
  expect(refused).toEqual([]);
  expect(drafts.flatMap(({drafts: made}) => made).length).toBeGreaterThan(6_000);
});

test('held and rejected rows become no records, imported rows at least one', () => {
  expect(drafts.filter(({row, drafts: made}) => (row.outcome === 'imported') === (made.length === 0))).toEqual([]);
});

test('ids are ids, differ, and are the same again', () => {
  const ids = drafts.flatMap(({drafts: made}) => made.map(({id}) => id));
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(draftsOf(rows)).toEqual(drafts);
});

test('references lead to records of the same import', () => {
  const ids = new Set(drafts.flatMap(({drafts: made}) => made.map(({id}) => id)));
  const REFERENCES = [
    'plan',
    'stay',
    'request',
    'enrolment',
    'checkIn',
    'worker',
    'author',
    'approvedBy',
    'ownerStaff',
    'manager',
    'adviser',
    'holder',
    'withStaff',
    'enteredBy',
    'decidedBy',
    'requestedBy',
  ];
  for (const {drafts: made} of drafts) {
    for (const {person, data} of made) {
      const named = Object.entries(data)
        .filter(([field, value]) => REFERENCES.includes(field) && value !== null)
        .map(([, value]) => String(value));
      expect([person, ...named].filter(id => id !== null && !ids.has(id))).toEqual([]);
    }
  }
});

describe.each(FILES)('%s', file => {
  test('blanking any filled column changes the records: nothing imported is left behind', () => {
    const plans = new Map(rows.filter(row => row.file === 'pathway_plans.csv').map(row => [row.key, planContextOf(row)]));
    const context = {authority: AUTHORITY, plan: (key: string) => plans.get(key) ?? null};
    const withoutData = COLUMNS_WITHOUT_DATA[file] ?? {};
    const lost = new Set<string>();
    for (const row of rows.filter(found => found.file === file && found.outcome === 'imported').slice(0, 400)) {
      const whole = JSON.stringify(dataOf(recordDrafts(row, context)));
      for (const {name, need} of COLUMNS[file]) {
        const value = row.values[name] ?? null;
        if (value === null || name in withoutData || name === 'dob_status' || COLUMNS[file][0]?.name === name) continue;
        const changed = {
          ...row,
          values: {...row.values, [name]: need === 'value' ? another(file, name, value) : null},
          ...(name === 'legacy_id' ? {personKey: 'OTHER'} : {}),
          ...(name === 'plan_id' ? {planKey: 'OTHER'} : {}),
        };
        if (JSON.stringify(dataOf(recordDrafts(changed, context))) === whole) lost.add(`${name} of row ${row.row}`);
      }
    }
    expect([...lost]).toEqual([]);
  });
});

/** Another value that the column could hold, for columns that no row is without. */
function another(file: ExtractFile, column: string, value: unknown): string | number {
  if (typeof value === 'number') return value + 1;
  const other = rows.find(
    row => row.file === file && row.outcome === 'imported' && row.values[column] !== value && row.values[column] !== null,
  )?.values[column];
  return String(other);
}

const dataOf = (made: readonly RecordDraft[]) => made.map(({kind, person, compartment, data}) => ({kind, person, compartment, data}));
const find = (file: ExtractFile, key: string) => drafts.find(({row}) => row.file === file && row.key === key)?.drafts ?? [];
const compartments = (made: readonly RecordDraft[]) => Object.fromEntries(made.map(({kind, compartment}) => [kind, compartment]));

describe('who sees what', () => {
  test('a person: file shared, immigration restricted, the old system for staff', () => {
    expect(compartments(find('young_people.csv', 'WC1042545'))).toEqual({
      'young-person': 'shared',
      immigration: 'restricted',
      'former-system': 'staff',
      'in-touch': 'staff',
      activity: 'shared',
      allocation: 'shared',
    });
    expect(find('young_people.csv', 'WC1042545')[0]?.data).toMatchObject({
      forename: 'Yonas',
      surname: 'Tesfabirhan',
      birthDates: [{date: '2007-08-05', status: 'assessed'}],
    });
  });
  test('needs of a plan are shared only when a copy was given; own words and views always', () => {
    for (const plan of rows.filter(row => row.file === 'pathway_plans.csv' && row.outcome === 'imported')) {
      const given = plan.values['copy_given_date'] !== null;
      const approved = plan.values['approved_date'] !== null;
      const sections = drafts
        .filter(({row}) => row.file === 'plan_sections.csv' && row.planKey === plan.key)
        .flatMap(({drafts: made}) => made);
      const actions = drafts
        .filter(({row}) => row.file === 'plan_actions.csv' && row.planKey === plan.key)
        .flatMap(({drafts: made}) => made);
      expect(sections.filter(({kind, compartment}) => kind === 'plan-section' && compartment !== (given ? 'shared' : 'staff'))).toEqual([]);
      expect(sections.filter(({kind, compartment}) => kind === 'own-words' && compartment !== 'shared')).toEqual([]);
      expect(actions.filter(({compartment}) => compartment !== (approved ? 'shared' : 'staff'))).toEqual([]);
    }
  });
  test('an alert is shared only on a plain yes', async () => {
    const files = smallExtract({
      'alerts.csv':
        'alert_id,legacy_id,alert_code,alert_text,yp_can_see\nX1,P1,DOG,a,Y\nX2,P1,DOG,a,N\nX3,P1,DOG,a,\nX4,P1,DOG,a,perhaps\n',
    });
    const made = draftsOf((await judged(files)).rows.filter(row => row.file === 'alerts.csv')).flatMap(({drafts: of}) => of);
    expect(made.map(({compartment}) => compartment)).toEqual(['shared', 'restricted', 'restricted', 'restricted']);
  });
  test('notes of contacts stay with staff; an unknown worker stands as written', () => {
    expect(
      new Set(drafts.filter(({row}) => row.file === 'contacts.csv').flatMap(({drafts: made}) => made.map(({compartment}) => compartment))),
    ).toEqual(new Set(['staff']));
    expect(find('contacts.csv', 'C402003')[0]?.data).toMatchObject({worker: null, workerAsWritten: 'U9137'});
  });
  test('payment references and the landlord share lie in money, control of money in restricted', () => {
    const where = (kind: string) =>
      new Set(drafts.flatMap(({drafts: made}) => made.filter(draft => draft.kind === kind).map(({compartment}) => compartment)));
    expect([
      where('fund-payment'),
      where('income-landlord-share'),
      where('money-controlled'),
      where('budget'),
      where('staff-member'),
    ]).toEqual([new Set(['money']), new Set(['money']), new Set(['restricted']), new Set(['budgets']), new Set(['people'])]);
  });
});

test('the sums of the requests that import, in pence', () => {
  const made = drafts
    .filter(({row}) => row.file === 'fund_requests.csv')
    .map(({drafts: of}) => Object.fromEntries(of.map(({kind, data}) => [kind, data as Record<string, unknown>])));
  const year = (day: unknown) =>
    typeof day === 'string'
      ? day.slice(5) >= '04-01'
        ? `${day.slice(0, 4)}-${Number(day.slice(2, 4)) + 1}`
        : `${Number(day.slice(0, 4)) - 1}-${day.slice(2, 4)}`
      : null;
  const sums = (wanted: string) => ({
    requests: made.filter(of => year(of['fund-request']?.['requestedOn']) === wanted).length,
    spent_pence: made
      .filter(of => year(of['fund-payment']?.['paidOn']) === wanted)
      .reduce((sum, of) => sum + Number(of['fund-decision']?.['awardedPence']), 0),
    committed_not_paid_pence: made
      .filter(of => of['fund-request']?.['status'] === 'approved' && year(of['fund-decision']?.['decidedOn']) === wanted)
      .reduce((sum, of) => sum + Number(of['fund-decision']?.['awardedPence']), 0),
  });
  expect(sums('2024-25')).toEqual({requests: 51, spent_pence: 827_093, committed_not_paid_pence: 13_000});
  expect(sums('2025-26')).toEqual({requests: 68, spent_pence: 969_805, committed_not_paid_pence: 7_500});
  expect(sums('2026-27')).toEqual({requests: 59, spent_pence: 982_590, committed_not_paid_pence: 30_019});
});

test('nobody is allocated while the adviser or the day is blank or waits; nothing is guessed', async () => {
  const files = smallExtract({
    'staff.csv': 'staff_id,forename,surname\nU1,Elin,Prawf\n',
    'young_people.csv':
      'legacy_id,surname,forename,dob,pa_staff_id,allocated_date,last_updated\nP1,A,B,01/01/2009,U1,02/02/2025,03/03/2026\nP2,C,D,01/01/2009,U1,,03/03/2026\nP3,E,F,01/01/2009,,02/02/2025,03/03/2026\nP4,G,H,01/01/2009,U1,31/02/2025,03/03/2026\nP5,I,J,01/01/2009,U9,02/02/2025,03/03/2026\n',
  });
  const {rows: people} = await judged(files);
  const allocated = draftsOf(people.filter(row => row.file === 'young_people.csv')).map(({row, drafts: made}) => [
    row.key,
    made.filter(({kind}) => kind === 'allocation').map(({data}) => (data as {from: string}).from),
  ]);
  expect(Object.fromEntries(allocated)).toEqual({P1: ['2025-02-02'], P2: [], P3: [], P4: [], P5: []});
  expect(people.find(row => row.key === 'P2')?.original).toMatchObject({pa_staff_id: 'U1', allocated_date: ''});
});
