/** The chronology on the screen: what happened in words, chosen by part and day, and taken to paper as it was chosen. */
import {screen, within} from '@testing-library/react';
import {expect, test, vi} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {planIn, written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, SELF, staffRecord, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {ChronologyPage} from './chronology-page.tsx';

const FFION = idFor(1);
const FILE = [
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  youngPersonRecord(FFION, FFION),
  staffRecord(SELF, 'Catrin', 'Hafgan'),
  planIn('current', idFor(30), FFION, {planOn: date('2026-06-01'), approvedOn: date('2026-06-10'), approvedBy: SELF}),
  recordOf('touch-step', idFor(31), FFION, {on: date('2026-07-01'), words: written('Called three times')}),
];
const open = (records = FILE, withoutFile: readonly string[] = []) =>
  renderScreen(<ChronologyPage />, {
    device: new FakeDevice({records, withoutFile}),
    at: `/people/${FFION}/chronology`,
    path: '/people/:person/chronology',
  });
const titles = () => screen.getAllByRole('heading', {level: 3}).map(each => each.textContent);

test('is newest first, says who, and is chosen by part and day; paper gets the same choice', async () => {
  const {user} = await open();
  expect(titles()).toEqual(['Step to get back in touch', 'Pathway plan signed off', 'Pathway plan made']);
  expect(screen.getAllByText('By: Catrin Hafgan').length).toBeGreaterThan(0);
  await user.click(screen.getByText('Choose parts and days'));
  await user.click(screen.getByRole('checkbox', {name: 'Plan and promises'}));
  expect(titles()).toEqual(['Pathway plan signed off', 'Pathway plan made']);
  const until = within(screen.getByRole('group', {name: 'Until this day'}));
  await user.type(until.getByLabelText('Day'), '31');
  await user.type(until.getByLabelText('Month'), '6');
  await user.type(until.getByLabelText('Year'), '2026');
  expect(screen.getByText('Enter a real date, or leave it empty')).toBeTruthy();
  await user.clear(until.getByLabelText('Day'));
  await user.type(until.getByLabelText('Day'), '5');
  expect(titles()).toEqual(['Pathway plan made']);
  expect(screen.getByRole('link', {name: 'Print this chronology'}).getAttribute('href')).toBe(
    `/people/${FFION}/print/chronology?groups=plan&until=2026-06-05`,
  );
});

test('corrections of a birth date are told apart, also while parts are chosen', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const born = (on: string, heldFrom: string) => ({date: date(on), status: 'verified' as const, heldFrom: date(heldFrom)});
  const corrected = youngPersonRecord(FFION, FFION, {
    birthDates: [
      born('2008-06-04', '2024-01-01'),
      born('2008-06-05', '2025-02-03'),
      born('2008-06-06', '2026-03-04'),
      born('2008-06-07', '2026-03-04'),
    ],
  });
  await open(FILE.map(record => (record.id === FFION ? corrected : record)));
  expect(titles().filter(title => title === 'Date of birth corrected').length).toBe(3);
  expect(told.mock.calls.filter(([said]) => String(said).includes('same key'))).toEqual([]);
  told.mockRestore();
});

test('of a file that is not here there is none', async () => {
  await open(FILE, [FFION]);
  expect(screen.queryByText('Pathway plan made')).toBeNull();
});
