/** What two people say apart of a household is asked of nobody outside: neither the letter nor the paper of rights takes one side. */
import {waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {householdId} from '#domain/entitlements/household.ts';
import {addDays, addMonths, birthday, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {SHARED} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, SELF, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {OwnPrintPage} from './own-print-page.tsx';
import {at, FFION, paper} from './print-file.test-support.tsx';

beforeEach(() => vi.stubGlobal('print', () => undefined));
afterEach(() => vi.unstubAllGlobals());

const today = calendarDateInWales(Date.now());
const born = addMonths(today, -12 * 20);
const shared = (record: DomainRecord) => ({...record, scope: SHARED});
const own = shared(
  youngPersonRecord(FFION, FFION, {
    write: 'en',
    birthDates: [{date: born, status: 'verified', heldFrom: born}],
    address: '1 Old Road',
    town: 'Swansea',
    postcode: 'SA1 1AA',
  }),
);
/** The adviser said "nobody else", the young person "one adult", neither knowing of the other. */
const head = (op: number, value: number, author: string) => ({
  ops: [idFor(op)],
  value,
  author,
  device: null,
  at: '2026-11-20T10:00:00.000Z',
});
const twoVersions = shared(
  recordOf(
    'household',
    householdId(FFION),
    FFION,
    {careLeavers: 0, students: 0, severelyImpaired: 0, notCounted: 0, adults: 0, payer: 'young_person', asOf: today},
    {adults: [head(600, 0, SELF), head(601, 1, FFION)]},
  ),
);

test('of a household that two say apart the letter asks for no exemption', async () => {
  await at('council_tax', new FakeDevice({records: [summaryRecord(FFION, {knownAs: 'Ffion', category: 'C3'}), own, twoVersions]}));
  await waitFor(() => expect(paper()).toContain('1 Old Road'));
  expect(paper()).not.toContain('Please exempt the dwelling');
});
test('nor does the paper of rights, for the young person', async () => {
  const councilTax = {from: birthday(born, 18), until: addDays(birthday(born, 25), -1)};
  const items = [{what: 'council_tax' as const, state: 'now' as const, why: 'under_25' as const, ...councilTax, rules: ['R-62' as const]}];
  const kept = shared(recordOf('entitlements', idFor(80), FFION, {items, councilTax}));
  await renderScreen(<OwnPrintPage />, {
    device: new FakeDevice({records: [own, kept, twoVersions], role: 'young_person', holder: FFION}),
    at: '/print?what=rights',
    path: '/print',
  });
  await waitFor(() => expect(paper()).toContain('Council tax'));
  expect(paper()).not.toContain('You do not have to pay council tax here.');
});
