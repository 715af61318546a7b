/** What the fund did in a year: each figure from its records, and what leaves the team without small numbers. */
import {describe, expect, test} from 'vitest';
import {inCare, record, young} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {fundReport, withoutSmallNumbers, type ReportRow} from './fund-report.ts';

const TODAY = date('2026-11-21');
const nineteen = (): DomainRecord[] => [young('2007-05-04'), inCare('2015-01-01', '2025-05-03', {reasonCeased: 'turned_18'})];
type Asked = Parameters<typeof record<'fund-request'>>[1];
const asked = (more: Asked = {}) =>
  record('fund-request', {
    requestedOn: date('2026-06-01'),
    byYoungPerson: true,
    spendType: 'driving',
    purpose: 'independence',
    askedPence: 10_000,
    status: 'submitted',
    ...more,
  });
const decided = (request: string, on: string, more: Parameters<typeof record<'fund-decision'>>[1] = {}) =>
  record('fund-decision', {request, decidedOn: date(on), outcome: 'approved', awardedPence: 10_000, ...more});
const paid = (request: string, pence: number) =>
  record('fund-payment', {request, paidOn: date('2026-07-01'), method: 'bacs', reference: 'PC1', payee: null, pence});

describe('a year', () => {
  const [given, part, refused, open, withdrawn, before] = [
    asked({status: 'paid'}),
    asked({status: 'approved', spendType: 'digital', purpose: 'development'}),
    asked({status: 'refused'}),
    asked({status: 'more_info', askedPence: null}),
    asked({status: 'withdrawn'}),
    asked({requestedOn: date('2026-03-31'), status: 'closed'}),
  ];
  const payment = paid(given.id, 9_000);
  const files = [
    [
      ...nineteen(),
      given,
      decided(given.id, '2026-06-11'),
      payment,
      record('fund-refund', {request: given.id, payment: payment.id, pence: 1_000, on: date('2026-08-01'), reason: 'Nôl'}),
      part,
      decided(part.id, '2026-06-04', {outcome: 'part', awardedPence: 4_000}),
    ],
    [...nineteen(), refused, decided(refused.id, '2026-06-21', {outcome: 'refused', awardedPence: null, refusal: 'duplicate'}), open],
    [young('2009-05-04'), inCare('2015-01-01'), withdrawn],
    [...nineteen(), before],
    nineteen(),
    [young('2011-01-01'), inCare('2015-01-01')],
  ];
  const report = fundReport(files, '2026-27', TODAY);
  const of = (rows: readonly ReportRow[]) =>
    rows.map(({key, requests, awardedPence, paidPence}) => [key, requests, awardedPence, paidPence]);

  test('counts requests by the day of asking, and money by what became of them', () => {
    expect(report).toMatchObject({requests: 5, people: 3, waiting: 1, askedPence: 40_000, awardedPence: 14_000, paidPence: 8_000});
    expect(of(report.bySpend)).toEqual([
      ['driving', 4, 10_000, 8_000],
      ['digital', 1, 4_000, 0],
    ]);
    expect(of(report.byOutcome)).toEqual([
      ['approved', 1, 10_000, 8_000],
      ['part', 1, 4_000, 0],
      ['refused', 1, 0, 0],
      ['waiting', 1, 0, 0],
      ['withdrawn', 1, 0, 0],
    ]);
    expect(of(report.refusals)).toEqual([['duplicate', 1, 0, 0]]);
  });
  test('by age and category on the day they asked', () => {
    expect(of(report.byAge).map(([key, requests]) => [key, requests])).toEqual([
      ['18_20', 4],
      ['under_18', 1],
    ]);
    expect(report.byCategory.map(({key}) => key)).toEqual(['C3', 'C1']);
  });
  test('days to the first decision: 3, 10 and 20', () => {
    expect(report.decisionDays).toEqual({decided: 3, median: 10, longest: 20});
  });
  test('whom the fund is for and who never asked, in any year', () => {
    expect([report.eligible, report.neverAsked]).toEqual([5, 1]);
  });
  test('a year of nothing', () => {
    expect(fundReport(files, '2031-32', TODAY)).toMatchObject({
      requests: 0,
      bySpend: [],
      decisionDays: {decided: 0, median: null, longest: null},
    });
  });
});

describe('small numbers', () => {
  const people = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).flatMap(([spendType, count]) =>
      Array.from({length: count}, () => [...nineteen(), asked({spendType: spendType as 'driving'})]),
    );
  const lines = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(withoutSmallNumbers(fundReport(people(counts), '2026-27', TODAY)).bySpend.map(({key, requests}) => [key, requests]));
  test('two small lines say nothing', () => {
    expect(lines({driving: 9, digital: 4, travel: 1})).toEqual({driving: 9, digital: null, travel: null});
  });
  test('one small line takes the next with it, or the total would tell it', () => {
    expect(lines({driving: 9, digital: 6, travel: 3})).toEqual({driving: 9, digital: null, travel: null});
  });
  test('lines of enough stay', () => {
    expect(lines({driving: 9, digital: 5})).toEqual({driving: 9, digital: 5});
  });
  test('a count that is too small says nothing wherever it stands; a year in which few asked has no totals', () => {
    const enough = withoutSmallNumbers(fundReport(people({driving: 7}), '2026-27', TODAY));
    expect([enough.requests, enough.people, enough.waiting, enough.askedPence]).toEqual([7, 7, 7, 70_000]);
    const few = withoutSmallNumbers(fundReport(people({driving: 4}), '2026-27', TODAY));
    expect([few.requests, few.people, few.waiting, few.askedPence, few.awardedPence, few.paidPence]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    const closed = [...people({driving: 6}), [...nineteen(), asked({status: 'withdrawn'})]].map((file, at) =>
      at < 3 ? [...nineteen(), asked({status: 'withdrawn'})] : file,
    );
    expect(withoutSmallNumbers(fundReport(closed, '2026-27', TODAY))).toMatchObject({requests: 7, waiting: null});
  });
  test('money goes with the count', () => {
    const reduced = withoutSmallNumbers(fundReport(people({driving: 2}), '2026-27', TODAY));
    expect(reduced.bySpend).toEqual([{key: 'driving', requests: null, awardedPence: null, paidPence: null}]);
  });
});
