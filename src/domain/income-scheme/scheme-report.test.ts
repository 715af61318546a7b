/** What became of a scheme: its edges, each figure from its records, and what leaves the team. */
import {describe, expect, test} from 'vitest';
import {inCare, record, stay, struck, young} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import type {DataOf} from '../record-kinds.ts';
import {schemeReport, withoutSmallSchemeNumbers, type PeopleLine, type SchemeReport} from './scheme-report.ts';
import {BASIC_INCOME_PILOT, PILOT_ID, type KnownScheme} from './scheme.ts';

const TODAY = date('2026-11-21');
const PILOT: KnownScheme = {...BASIC_INCOME_PILOT, id: PILOT_ID, checkIns: [1, 3, 24], checkInsAfter: [3, 30, 50]};
const enrolled = (data: Partial<DataOf<'income-enrolment'>> = {}) =>
  record('income-enrolment', {
    decision: 'joined',
    firstPaymentMonth: '2022-08',
    finalPaymentMonth: '2024-07',
    closingReason: '24_paid',
    ...data,
  });
const checkIn = (monthNumber: number, on: string, data: Partial<DataOf<'income-check-in'>> = {}) =>
  record('income-check-in', {monthNumber, on: date(on), ...data});
const someone = (born: string, ...more: DomainRecord[]): DomainRecord[] => [
  young(born),
  inCare('2015-01-01', `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`, {reasonCeased: 'turned_18'}),
  ...more,
];
const report = (...files: DomainRecord[][]): SchemeReport => schemeReport(files, PILOT, TODAY);
const known = (table: readonly PeopleLine[]) =>
  Object.fromEntries(table.filter(({people}) => people !== 0).map(({key, people}) => [key, people]));

test('the edges of the window: 1 July 2022 and 30 June 2023 are in, the days beside them are not', () => {
  const files = ['2004-06-30', '2004-07-01', '2005-06-30', '2005-07-01'].map(born => someone(born));
  expect(report(...files)).toMatchObject({eligible: 2, noOffer: 2, joined: 0, ended: 0});
});

test('who was not looked after long enough is not eligible, unless somebody offered it to them', () => {
  const short = (...more: DomainRecord[]) => [young('2004-08-01'), inCare('2022-07-01', '2022-07-10'), ...more];
  expect(report(short(), short(enrolled()))).toMatchObject({eligible: 1, noOffer: 0, joined: 1});
});

test('joined, declined and left early; whoever left joined first; struck out counts for nothing', () => {
  const files = [
    someone('2004-07-04', enrolled()),
    someone('2004-07-04', enrolled({decision: 'left_early', finalPaymentMonth: '2023-01', closingReason: 'left'})),
    someone('2004-07-04', enrolled({decision: 'declined', firstPaymentMonth: null, finalPaymentMonth: null})),
    someone('2004-07-04', struck(enrolled())),
  ];
  const {finalMonths, ...sums} = report(...files);
  expect(sums).toMatchObject({eligible: 4, noOffer: 1, joined: 2, declined: 1, leftEarly: 1, ended: 2});
  expect(known(finalMonths)).toEqual({'2023-01': 1, '2024-07': 1});
});

test('a check-in is due when its month has come; none after somebody left or died', () => {
  const whole = someone('2004-07-04', enrolled(), checkIn(1, '2022-08-10'), checkIn(24, '2024-07-10'), checkIn(27, '2024-10-02'));
  const left = someone('2004-07-04', enrolled({decision: 'left_early', finalPaymentMonth: '2022-10'}), checkIn(3, '2022-10-05'));
  const died = [young('2004-07-04', {diedOn: date('2022-09-15')}), enrolled({finalPaymentMonth: '2022-09', closingReason: 'died'})];
  expect(report(whole, left, died).checkIns).toEqual([
    {month: 1, isAfter: false, due: 3, held: 1},
    {month: 3, isAfter: false, due: 2, held: 1},
    {month: 24, isAfter: false, due: 1, held: 1},
    {month: 3, isAfter: true, due: 2, held: 1},
    {month: 30, isAfter: true, due: 1, held: 0},
    {month: 50, isAfter: true, due: 0, held: 0},
  ]);
});

describe('how things stand after the last payment', () => {
  const after = (...more: DomainRecord[]) => report(someone('2004-07-04', enrolled(), ...more));
  test('learning and work by what is open today, or else by the last check-in', () => {
    const learning = record('activity', {code: 'F1', since: date('2025-09-01')});
    expect(known(after(learning).activity)).toEqual({learning: 1});
    expect(known(after(checkIn(27, '2024-10-02', {activity: 'G4'})).activity)).toEqual({neither: 1});
    // What was said while payments went on says nothing of after.
    expect(known(after(checkIn(24, '2024-07-10', {activity: 'G4'})).activity)).toEqual({not_known: 1});
  });
  test('arrears by the last check-in that says so', () => {
    const said = (data: Partial<DataOf<'income-check-in'>>) =>
      known(after(checkIn(27, '2024-10-02', data), checkIn(30, '2025-01-02')).arrears);
    expect(said({arrearsPence: 12_000, rentPaid: 'yes'})).toEqual({arrears: 1});
    expect(said({rentPaid: 'no'})).toEqual({arrears: 1});
    expect(said({arrearsPence: 0, rentPaid: 'no'})).toEqual({none: 1});
    expect(said({rentPaid: 'not_applicable'})).toEqual({none: 1});
    expect(said({})).toEqual({not_known: 1});
  });
  test('homeless now, since then, or not', () => {
    const episode = (presentedOn: string, endOn: string | null) =>
      record('homeless-episode', {
        presentedOn: date(presentedOn),
        housingAuthority: 'Sir Ffug',
        endOn: endOn === null ? null : date(endOn),
      });
    const home = stay('private_rented', '2024-01-01');
    expect(known(after(home).home)).toEqual({not_homeless: 1});
    expect(known(after(home, episode('2025-01-01', '2025-02-01')).home)).toEqual({homeless_since: 1});
    expect(known(after(home, episode('2023-01-01', '2023-02-01')).home)).toEqual({not_homeless: 1});
    expect(known(after(home, episode('2025-01-01', null)).home)).toEqual({homeless_now: 1});
    expect(known(after(stay('sofa_surfing', '2026-01-01')).home)).toEqual({homeless_now: 1});
    expect(known(after().home)).toEqual({not_known: 1});
  });
  test('whoever has died, or is still paid, is not asked about', () => {
    const dead = [young('2004-07-04', {diedOn: date('2025-09-15')}), enrolled()];
    expect(report(dead, someone('2004-07-04', enrolled({finalPaymentMonth: '2026-11'})))).toMatchObject({ended: 0, joined: 2});
  });
});

test('what leaves the team is rounded, says nothing of few, and nothing that they follow from', () => {
  const many = (count: number, ...more: DomainRecord[]) => Array.from({length: count}, () => someone('2004-07-04', enrolled(), ...more));
  const left = Array.from({length: 3}, () => someone('2004-07-04', enrolled({decision: 'left_early', finalPaymentMonth: '2023-01'})));
  const whole = report(
    ...many(21, checkIn(1, '2022-08-10'), record('activity', {code: 'F1', since: date('2025-09-01')})),
    ...many(7, record('activity', {code: 'P5', since: date('2025-09-01')})),
    ...many(2),
    ...left,
  );
  expect([whole.joined, whole.leftEarly, whole.ended]).toEqual([33, 3, 33]);
  const told = withoutSmallSchemeNumbers(whole);
  expect(told).toMatchObject({eligible: 35, noOffer: 0, joined: 35, leftEarly: null, declined: 0, ended: 35});
  // Three left: the other month would tell them.
  expect(told.finalMonths).toEqual([
    {key: '2023-01', people: null},
    {key: '2024-07', people: null},
  ]);
  expect(told.activity).toEqual([
    {key: 'learning', people: 20},
    {key: 'work_or_training', people: 5},
    {key: 'neither', people: 0},
    {key: 'not_known', people: 5},
  ]);
  expect(told.checkIns[0]).toEqual({month: 1, isAfter: false, due: 35, held: 20});
  expect(withoutSmallSchemeNumbers(report(...many(8, checkIn(1, '2022-08-10')), ...many(1))).checkIns[0]).toEqual({
    month: 1,
    isAfter: false,
    due: 10,
    held: null,
  });
});
