/** The export of an evaluation: who is in it, what of them, and that nobody can be picked out of it, on many random authorities. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {DataOf, KindCode, RecordOf} from '../record-kinds.ts';
import {addDays, date, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import type {DomainRecord} from '../shared/record.ts';
import {SMALL_NUMBER} from '../shared/small-numbers.ts';
import {ACTIVITIES, SEXES} from '../young-person/codes.ts';
import {DEBT_BANDS, RENT_PAID, SAVINGS_BANDS} from './codes.ts';
import {evaluationTable, READ_FOR_EVALUATION, type EvaluationRow} from './evaluation.ts';
import {EVALUATION_COLUMNS, LEAST_PEOPLE, QUASI_IDENTIFIERS} from './evaluation-columns.ts';
import {PILOT_ID} from './scheme.ts';
import {evaluationConsentId} from './taking-part.ts';

const TODAY = date('2026-11-21');
const ELSEWHERE = '00000000-0000-8000-8000-00000000dead';
const personId = (n: number): Id => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
/** A tag by which the test knows whose line it is; the server makes one that says nothing. */
const tagOf = (person: Id): string => `tag${Number(person.slice(-12))}`;

function kept<Kind extends KindCode>(kind: Kind, person: Id, data: Partial<DataOf<Kind>>, n: number): RecordOf<Kind> {
  return {
    id: kind === 'young-person' ? person : personId(Number(person.slice(-12)) * 1000 + 500_000 + n),
    kind,
    scope: personId(9),
    person,
    data: data as DataOf<Kind>,
    heads: {},
    made: {author: personId(8), device: null, at: '2026-01-01T00:00:00.000Z', op: personId(7)},
  };
}

interface Someone {
  /** Days after the first birthday of the scheme. */
  readonly born: number;
  readonly sex: (typeof SEXES)[number] | null;
  readonly began: string | null;
  readonly left: boolean;
  readonly isIn: boolean;
  readonly died: boolean;
  readonly consent: 'never' | 'given' | 'withdrawn' | 'later' | 'elsewhere';
  readonly checkIns: readonly {
    readonly day: number;
    readonly month: number | null;
    readonly activity: (typeof ACTIVITIES)[number] | null;
    readonly paidOnTime: boolean | null;
    readonly rentPaid: (typeof RENT_PAID)[number] | null;
    readonly arrearsPence: number | null;
    readonly savings: (typeof SAVINGS_BANDS)[number] | null;
    readonly debt: (typeof DEBT_BANDS)[number] | null;
    readonly wellbeing: number | null;
  }[];
}

/** What nobody is to find in the output, of each person their own. */
const identityOf = (n: number) => ({
  legacyId: `LEG-${n}-X`,
  forename: `Enwffug${n}`,
  surname: `Cyfenwffug${n}`,
  knownAs: `Llysenw${n}`,
  nhsNumber: `NHS${n}00`,
  nationalInsuranceNumber: `QQ${n}C`,
  phone: `01632 96${n}`,
  email: `p${n}@example.org`,
  address: `${n} Stryd Ffug`,
  town: `Trefffug${n}`,
  postcode: `ZZ${n} 9ZZ`,
  ethnicity: `Grŵp${n}`,
  nationality: `Gwlad${n}`,
});

function consentOf(person: Id, {consent}: Someone): readonly DomainRecord[] {
  if (consent === 'never') return [];
  const scheme = consent === 'elsewhere' ? ELSEWHERE : PILOT_ID;
  const givenOn = consent === 'later' ? addDays(TODAY, 1) : date('2024-02-03');
  return [
    {
      ...kept(
        'evaluation-consent',
        person,
        {
          scheme,
          givenOn,
          givenHow: 'own_device',
          withdrawnOn: consent === 'withdrawn' ? date('2026-11-20') : null,
          withdrawnHow: consent === 'withdrawn' ? 'own_device' : null,
        },
        1,
      ),
      id: evaluationConsentId(person, scheme),
    },
  ];
}

function fileOf(someone: Someone, n: number): readonly DomainRecord[] {
  const person = personId(n);
  const born = addDays(date('2004-07-01'), someone.born);
  return [
    kept(
      'young-person',
      person,
      {
        ...identityOf(n),
        sex: someone.sex,
        birthDates: [{date: born, status: 'verified', heldFrom: born}],
        diedOn: someone.died ? date('2026-03-01') : null,
        toldUsOn: null,
      },
      0,
    ),
    kept(
      'looked-after-period',
      person,
      {
        startOn: date('2015-01-01'),
        endOn: addDays(date('2022-07-01'), n % 90),
        legalStatus: 'care_order',
        reasonCeased: 'turned_18',
        lastPlacement: null,
      },
      2,
    ),
    kept(
      'income-enrolment',
      person,
      {
        decision: someone.isIn ? (someone.left ? 'left_early' : 'joined') : 'declined',
        firstPaymentMonth: someone.began,
        finalPaymentMonth: someone.began === null ? null : '2024-12',
        pauseNote: `Saib${n}`,
      },
      3,
    ),
    ...consentOf(person, someone),
    ...someone.checkIns.map(({day, month, ...answers}, at) =>
      kept(
        'income-check-in',
        person,
        {
          ...answers,
          on: addDays(date('2022-08-01'), day),
          monthNumber: month,
          coversEssentials: null,
          usedFor: `Geiriau${n}`,
          supportWanted: `Cymorth${n}`,
          afterEnd: `Wedyn${n}`,
          own: [{cy: 'Cwestiwn?', en: 'Question?', answer: `Ateb${n}`}],
        },
        10 + at,
      ),
    ),
    ...someone.checkIns.slice(0, 1).map(() => kept('money-controlled', person, {checkIn: personId(3), answer: true}, 5)),
  ];
}

const checkIn = fc.record({
  day: fc.integer({min: 0, max: 1500}),
  month: fc.option(fc.integer({min: 0, max: 36}), {freq: 9}),
  activity: fc.option(fc.constantFrom(...ACTIVITIES)),
  paidOnTime: fc.option(fc.boolean()),
  rentPaid: fc.option(fc.constantFrom(...RENT_PAID)),
  arrearsPence: fc.option(fc.constantFrom(0, 20_000, 90_000)),
  savings: fc.option(fc.constantFrom(...SAVINGS_BANDS)),
  debt: fc.option(fc.constantFrom(...DEBT_BANDS)),
  wellbeing: fc.option(fc.integer({min: 0, max: 10})),
});
const someone: fc.Arbitrary<Someone> = fc.record({
  born: fc.integer({min: 0, max: 364}),
  sex: fc.option(fc.constantFrom(...SEXES)),
  began: fc.option(fc.constantFrom('2022-08', '2022-11', '2023-01', '2023-02', '2023-06'), {freq: 9}),
  left: fc.integer({min: 0, max: 9}).map(n => n === 0),
  isIn: fc.integer({min: 0, max: 9}).map(n => n > 0),
  died: fc.integer({min: 0, max: 19}).map(n => n === 0),
  consent: fc.constantFrom('given', 'given', 'given', 'given', 'given', 'never', 'withdrawn', 'later', 'elsewhere'),
  checkIns: fc.array(checkIn, {maxLength: 7}),
});
const authority = fc.array(someone, {minLength: 0, maxLength: 60, size: 'max'});

const filesOf = (people: readonly Someone[]) => people.map((each, at) => fileOf(each, at + 1));
const exported = (files: readonly (readonly DomainRecord[])[], today: CalendarDate = TODAY) =>
  evaluationTable(files, PILOT_ID, today, tagOf);
const peopleBy = (rows: readonly EvaluationRow[], keyOf: (row: EvaluationRow) => string) => {
  const people = new Map<string, Set<string>>();
  for (const row of rows) people.set(keyOf(row), (people.get(keyOf(row)) ?? new Set()).add(row.pseudonym));
  return [...people.values()].map(({size}) => size);
};
const shuffled = <Item>(items: readonly Item[], seed: number): readonly Item[] =>
  items
    .map((item, at) => ({item, at: Math.imul(at + 1, seed * 2_654_435_761 + 1) >>> 0}))
    .toSorted((one, other) => one.at - other.at)
    .map(({item}) => item);

/** How many random authorities each property is tried on. */
const RUNS = {numRuns: 200};

describe('on any authority', () => {
  test('only those who agreed, on that day, to this scheme, and have not taken it back nor died', () => {
    let exports = 0;
    fc.assert(
      fc.property(authority, people => {
        const {rows} = exported(filesOf(people));
        if (rows.length > 0) exports++;
        const agreed = new Set(
          people.flatMap(({consent, isIn, died}, at) => (consent === 'given' && isIn && !died ? [tagOf(personId(at + 1))] : [])),
        );
        expect(rows.filter(({pseudonym}) => !agreed.has(pseudonym))).toEqual([]);
      }),
      RUNS,
    );
    expect(exports).toBeGreaterThan(40);
  });

  test('nothing with too few people; every combination that could be known from outside, and every value, is held by enough', () => {
    fc.assert(
      fc.property(authority, people => {
        const {people: count, rows} = exported(filesOf(people));
        expect(rows.length === 0).toBe(count === null);
        if (count === null) return;
        expect(count).toBeGreaterThanOrEqual(LEAST_PEOPLE);
        expect(new Set(rows.map(({pseudonym}) => pseudonym)).size).toBe(count);
        for (const many of peopleBy(rows, row => QUASI_IDENTIFIERS.map(column => row[column]).join('|')))
          expect(many).toBeGreaterThanOrEqual(SMALL_NUMBER);
        for (const column of EVALUATION_COLUMNS.slice(1))
          for (const many of peopleBy(rows, row => row[column])) expect(many).toBeGreaterThanOrEqual(SMALL_NUMBER);
      }),
      RUNS,
    );
  });

  test('what is known of a person is the same in each of their lines', () => {
    fc.assert(
      fc.property(authority, people => {
        const {rows} = exported(filesOf(people));
        const said = new Map<string, Set<string>>();
        for (const row of rows) {
          const ofPerson = [row.ended, row.category, row.began, row.sex].join('|');
          said.set(row.pseudonym, (said.get(row.pseudonym) ?? new Set()).add(ofPerson));
        }
        expect([...said.values()].filter(({size}) => size !== 1)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('nothing of anybody’s identity, no day, no words, and nothing of who controls the money', () => {
    fc.assert(
      fc.property(authority, people => {
        const files = filesOf(people);
        const text = JSON.stringify(exported(files).rows.map(({pseudonym: _pseudonym, ...cells}) => cells));
        const secret = people.flatMap((_each, at) => [
          ...Object.values(identityOf(at + 1)),
          personId(at + 1),
          `Geiriau${at + 1}`,
          `Cymorth${at + 1}`,
          `Wedyn${at + 1}`,
          `Ateb${at + 1}`,
          `Saib${at + 1}`,
        ]);
        expect(secret.filter(each => text.includes(each))).toEqual([]);
        expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|00000000-/u);
      }),
      RUNS,
    );
  });

  test('the same whatever the order of people and of their records', () => {
    fc.assert(
      fc.property(authority, fc.integer({min: 1, max: 1000}), (people, seed) => {
        const files = filesOf(people);
        const other = shuffled(
          files.map(file => shuffled(file, seed)),
          seed,
        );
        expect(exported(other)).toEqual(exported(files));
      }),
      RUNS,
    );
  });

  test('without the answers on who controls the money it is the same', () => {
    fc.assert(
      fc.property(authority, people => {
        const files = filesOf(people);
        expect(exported(files.map(file => file.filter(({kind}) => kind !== 'money-controlled')))).toEqual(exported(files));
      }),
      {numRuns: 50},
    );
    expect(READ_FOR_EVALUATION).not.toContain('money-controlled');
  });
});

const alike: Someone = {
  born: 0,
  sex: 'F',
  began: '2022-08',
  left: false,
  isIn: true,
  died: false,
  consent: 'given',
  checkIns: [
    {day: 100, month: 3, activity: 'F2', paidOnTime: true, rentPaid: 'yes', arrearsPence: 0, savings: '0', debt: '0', wellbeing: 7},
  ],
};
const many = (count: number, more: Partial<Someone> = {}) => Array.from({length: count}, () => ({...alike, ...more}));

test('ten who agreed are enough and nine are not, nor ten of whom one said nothing at any check-in', () => {
  expect(exported(filesOf(many(9)))).toEqual({people: null, rows: []});
  expect(exported(filesOf(many(10))).people).toBe(10);
  expect(exported(filesOf([...many(9), ...many(1, {checkIns: []})])).people).toBe(null);
});

test('one who is unlike the others gives up what they are unlike in, and enough others with them', () => {
  const {rows} = exported(filesOf([...many(12), ...many(1, {sex: 'M'})]));
  expect(rows.filter(({sex}) => sex === 'M')).toEqual([]);
  expect(rows.filter(({sex}) => sex === 'suppressed')).toHaveLength(SMALL_NUMBER);
  expect(rows[0]).toMatchObject({
    ended: 'joined',
    category: 'C3',
    began: '2022-Q3',
    period: 'first_year',
    activity: 'learning',
    wellbeing: '7_8',
  });
});

test('whoever takes it back is out of the next export', () => {
  expect(exported(filesOf(many(11))).rows).toHaveLength(11);
  const {rows} = exported(filesOf([...many(10), ...many(1, {consent: 'withdrawn'})]));
  expect(rows).toHaveLength(10);
  expect(rows.map(({pseudonym}) => pseudonym)).not.toContain('tag11');
});
