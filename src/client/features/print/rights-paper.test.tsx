/** Rights on paper: to the young person in words to them, from what their own phone holds; for staff with rule and source; the amount where it is known. */
import {waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {householdId} from '#domain/entitlements/household.ts';
import {addDays, addMonths, birthday, calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {SHARED} from '#client/testing/fake-plan.test-support.ts';
import {careRecord, idFor, recordOf, summaryRecord, whoHelpsRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {OwnPrintPage} from './own-print-page.tsx';
import {at, FFION, FILE, paper} from './print-file.test-support.tsx';

beforeEach(() => vi.stubGlobal('print', () => undefined));
afterEach(() => vi.unstubAllGlobals());

const today = calendarDateInWales(Date.now());
const KEPT = {
  ...recordOf('entitlements', idFor(80), FFION, {
    items: [
      {what: 'he_amount', state: 'now', why: 'in_higher_education', from: null, until: date('2027-03-01'), rules: ['R-61']},
      {what: 'plan', state: 'ended', why: 'category_3', from: null, until: date('2025-11-13'), rules: ['R-08']},
      {what: 'council_tax', state: 'next', why: 'turns_18', from: date('2026-12-24'), until: null, rules: ['R-62', 'R-63']},
    ],
    councilTax: {from: addDays(today, -300), until: addDays(today, 900)},
  }),
  scope: SHARED,
};
const household = {
  ...recordOf('household', householdId(FFION), FFION, {
    careLeavers: 0,
    students: 0,
    severelyImpaired: 0,
    notCounted: 0,
    adults: 1,
    payer: 'young_person',
    asOf: today,
  }),
  scope: SHARED,
};
const born = addMonths(today, -12 * 19);
/** In care until 18, nineteen now. */
const WAS_IN_CARE = [
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  {...youngPersonRecord(FFION, FFION, {write: 'cy', birthDates: [{date: born, status: 'verified', heldFrom: born}]}), scope: SHARED},
  careRecord(idFor(81), FFION, {startOn: birthday(born, 10), endOn: addDays(birthday(born, 18), -1)}),
];
const helps = {...whoHelpsRecord(idFor(60), FFION, {higherEducationPence: 200_000}), scope: SHARED};

test('a young person prints what their phone holds, in either language, with days and the amount, and no numbers of rules', async () => {
  const device = new FakeDevice({records: [...FILE, KEPT, helps, household], role: 'young_person', holder: FFION});
  const {user} = await renderScreen(<OwnPrintPage />, {device, at: '/print?what=rights', path: '/print'});
  await waitFor(() => expect(paper()).toContain('Fy hawliau'));
  for (const there of ['Nawr', 'Swm: £2,000', 'Tan: 1 Mawrth 2027', 'Nesaf', 'Treth gyngor', 'O: 24 Rhagfyr 2026'])
    expect(paper()).toContain(there);
  expect(paper()).not.toMatch(/R-\d/u);
  expect(paper()).toContain('chwarter yn llai');
  // Of what is over only until when it was.
  expect(paper()).toContain('Roedd gennych chi hyn tan 13 Tachwedd 2025.');
  expect(paper()).not.toMatch(/Mae gennych chi gynllun|o dan 21/u);
  expect(paper()).toContain('mae hynny’n cyfrif at y dreth gyngor');
  const english = document.querySelector<HTMLInputElement>('input[name="language"][value="en"]');
  if (english) await user.click(english);
  await waitFor(() => expect(paper()).toContain('Amount: £2,000'));
});

test('an adviser prints for the young person the same that the young person would, and for staff what the whole file says, with its source', async () => {
  const device = new FakeDevice({records: [...WAS_IN_CARE, KEPT, helps]});
  const {user} = await at('rights', device);
  await waitFor(() => expect(paper()).toContain('Fy hawliau'));
  expect(paper()).toContain('Swm: £2,000');
  const staff = document.querySelector<HTMLInputElement>('input[name="reader"][value="staff"]');
  if (staff) await user.click(staff);
  await waitFor(() => expect(paper()).toContain('Rights now and next'));
  expect(paper()).toContain('Source: Social Services and Well-being (Wales) Act 2014');
  expect(paper()).toMatch(/Social Services and Well-being \(Wales\) Act 2014, section 11/u);
});

test('without anything known there is nothing to print', async () => {
  await renderScreen(<OwnPrintPage />, {
    device: new FakeDevice({records: FILE, role: 'young_person', holder: FFION}),
    at: '/print?what=rights',
    path: '/print',
  });
  await waitFor(() => expect(document.body.textContent).toContain('There is nothing of this'));
  expect(paper()).toBe('');
});
