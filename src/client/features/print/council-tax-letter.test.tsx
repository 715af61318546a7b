/** The letter about council tax: of this person, to an address that is one, of the days of the status, and of who lives there now. */
import {waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {householdId} from '#domain/entitlements/household.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {addDays, addMonths, birthday, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {SHARED} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, stayRecord, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {OwnPrintPage} from './own-print-page.tsx';
import {at, FFION, paper} from './print-file.test-support.tsx';

beforeEach(() => vi.stubGlobal('print', () => undefined));
afterEach(() => vi.unstubAllGlobals());

const today = calendarDateInWales(Date.now());
const shared = (record: DomainRecord) => ({...record, scope: SHARED});
const aged = (years: number, changes: Partial<DataOf<'young-person'>> = {}) => {
  const born = addMonths(today, -12 * years);
  const own = {address: '1 Old Road', town: 'Swansea', postcode: 'SA1 1AA', ...changes};
  return shared(youngPersonRecord(FFION, FFION, {write: 'en', birthDates: [{date: born, status: 'verified', heldFrom: born}], ...own}));
};
const stay = (data: Partial<DataOf<'stay'>> = {}) =>
  shared(stayRecord(idFor(50), FFION, {town: 'Cardiff', startOn: addDays(today, -30), ...data}));
const household = (asOf = today) =>
  shared(
    recordOf('household', householdId(FFION), FFION, {
      careLeavers: 0,
      students: 0,
      severelyImpaired: 0,
      notCounted: 0,
      adults: 1,
      payer: 'young_person',
      asOf,
    }),
  );
const letter = async (...records: readonly DomainRecord[]) => {
  const device = new FakeDevice({records: [summaryRecord(FFION, {knownAs: 'Ffion', category: 'C3'}), ...records]});
  await at('council_tax', device);
};

test('a home of which only the town is known does not lend it to another street', async () => {
  await letter(aged(20), stay(), household());
  await waitFor(() => expect(paper()).toContain('1 Old Road, Swansea, SA1 1AA'));
  expect(paper()).toContain('One adult in the dwelling is counted');
  expect(paper()).not.toContain('Cardiff');
  expect(paper()).toContain('We welcome receiving correspondence in Welsh.');
});

test('the home of the day is named where its street is known, and what was said before a move is not', async () => {
  await letter(aged(20), stay({address: '2 New Street'}), household(addDays(today, -31)));
  await waitFor(() => expect(paper()).toContain('2 New Street, Cardiff'));
  expect(paper()).not.toContain('Old Road');
  expect(paper()).not.toContain('One adult in the dwelling is counted');
});

test.each([17, 25])('at %i there is no letter', async years => {
  await letter(aged(years), stay({address: '2 New Street'}), household());
  await waitFor(() => expect(document.querySelector('h1')).toBeTruthy());
  expect(paper()).not.toContain('2 New Street');
});

test('on the phone it is of the days that the server keeps', async () => {
  const own = aged(24);
  const born = addMonths(today, -12 * 24);
  const kept = {items: [], councilTax: {from: birthday(born, 18), until: addDays(birthday(born, 25), -1)}};
  const records = [own, stay({address: '2 New Street'}), shared(recordOf('entitlements', idFor(80), FFION, kept))];
  const device = new FakeDevice({records, role: 'young_person', holder: FFION});
  await renderScreen(<OwnPrintPage />, {device, at: '/print?what=council_tax', path: '/print'});
  await waitFor(() => expect(paper()).toContain('2 New Street, Cardiff'));
});

test('R-62 of somebody in custody it says nothing of who lives in the place where they are held', async () => {
  await letter(aged(20), stay({type: 'custody'}), household());
  await waitFor(() => expect(paper()).toContain('SA1'));
  expect(paper()).not.toContain('One adult in the dwelling is counted');
});
