/** What every young person's device is told of the authority's settings: those in force on the day, and only what they need. */
import {expect, test} from 'vitest';
import {SPEND_TYPES} from '../fund/codes.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {helpOfAuthority} from './help-of-authority.ts';
import type {SettingName} from './settings.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const row = (n: number, name: SettingName, value: unknown, from: string): DomainRecord => ({
  id: id(n),
  kind: 'setting',
  scope: id(2),
  person: null,
  data: {name, value, from, reason: null} as DomainRecord['data'],
  heads: {},
  made: {author: id(3), device: null, at: '2026-01-01T00:00:00.000Z', op: id(n + 500)},
});
const rows = [
  row(10, 'spendTypes', ['travel', 'digital'], '2026-06-01'),
  row(11, 'fundExclusions', {cy: 'Alcohol', en: 'Alcohol'}, '2026-06-01'),
  row(12, 'fundCapRequestPence', 45_050, '2026-06-01'),
  row(13, 'fundEvidenceAbovePence', 2_000, '2026-06-01'),
  row(14, 'adviserFundLimitPence', 10_000, '2026-06-01'),
  row(15, 'benefitLinks', [{benefit: 'pip', cy: 'https://enghraifft.cymru', en: 'https://example.wales'}], '2026-06-01'),
];

test('of the fund: what it pays for and does not, the most for one request, and from when a receipt is asked for', () => {
  expect(helpOfAuthority(rows, date('2026-06-01')).fund).toEqual({
    spendTypes: ['travel', 'digital'],
    exclusions: {cy: 'Alcohol', en: 'Alcohol'},
    capRequestPence: 45_050,
    evidenceAbovePence: 2_000,
  });
});

test('the day before, what holds where nothing was set', () => {
  expect(helpOfAuthority(rows, date('2026-05-31')).fund).toEqual({
    spendTypes: SPEND_TYPES,
    exclusions: null,
    capRequestPence: 100_000,
    evidenceAbovePence: 0,
  });
});

test('of benefits: the pages that were chosen by that day', () => {
  expect(helpOfAuthority(rows, date('2026-05-31')).benefitLinks).toEqual([]);
  expect(helpOfAuthority(rows, date('2026-06-01')).benefitLinks).toEqual(rows[5]?.data['value']);
});

test('who may decide how much is nobody else’s business', () => {
  expect(JSON.stringify(helpOfAuthority(rows, date('2026-12-01')))).not.toContain('10000');
});
