/** Requests that wait for a decision, from headlines alone: the most urgent day first, each leading to the person's money. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {addDays, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {RequestsPage} from './requests-page.tsx';
import {TeamPage} from './team-page.tsx';

const today = calendarDateInWales(Date.now());
const waits = (days: number) => ({what: 'fund_decision', on: addDays(today, days)}) as const;
const records = [
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(idFor(1), {knownAs: 'Ffion', adviser: COLLEAGUE, due: [waits(3), waits(5)]}),
  summaryRecord(idFor(2), {knownAs: 'Cai', adviser: COLLEAGUE, due: [{what: 'visit', on: today}, waits(-1)]}),
  summaryRecord(idFor(3), {knownAs: 'Mali', adviser: null, due: [{what: 'fund_evidence', on: today}]}),
  summaryRecord(idFor(5), {knownAs: 'Sioned', adviser: null, due: [{what: 'education_support', on: addDays(today, 4)}]}),
  summaryRecord(idFor(4), {knownAs: 'Gwen', adviser: null, died: true, due: [waits(0)]}),
];
const all = [1, 2, 3, 4, 5].map(idFor);

test('the most urgent first; a receipt, and whoever has died, wait for no decision', async () => {
  const device = new FakeDevice({records, role: 'manager', withoutFile: all});
  await renderScreen(<RequestsPage />, {device, at: '/fund', path: '/fund'});
  const cards = screen.getAllByRole('heading', {level: 2}).map(heading => heading.textContent);
  expect(cards).toEqual(['Cai', 'Ffion', 'Sioned', 'Ffion']);
  expect(screen.getByRole('link', {name: 'Cai'}).getAttribute('href')).toBe(`/people/${idFor(2)}/money`);
  expect(screen.getByRole('link', {name: 'Sioned'}).getAttribute('href')).toBe(`/people/${idFor(5)}/learning`);
  expect(screen.getByText('Decide on help with the costs of learning')).toBeTruthy();
  expect(screen.getAllByText('Adviser: Catrin Hafgan-Price')).toHaveLength(3);
});

test('nothing to decide is said in full', async () => {
  await renderScreen(<RequestsPage />, {device: new FakeDevice({role: 'manager'}), language: 'cy', at: '/fund', path: '/fund'});
  expect(screen.getByText('Does dim yn aros am benderfyniad.')).toBeTruthy();
});

test('the team’s page says how many there are', async () => {
  const device = new FakeDevice({records, role: 'manager', withoutFile: all});
  await renderScreen(<TeamPage />, {device, at: '/team', path: '/team'});
  expect(screen.getByRole('link', {name: 'Requests to decide: 4'}).getAttribute('href')).toBe('/fund');
});
