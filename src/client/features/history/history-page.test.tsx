/** The history of a record in words: who changed what from what to what; without a connection what is known, said to be less. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {HistoryPage} from './history-page.tsx';

const ACTION = idFor(30);
const first = {what: {text: 'Ring the college', lang: 'en'}, dueOn: '2026-12-03', status: 'not_started', plan: idFor(20)};
const states = [
  {at: '2026-11-01T09:00:00.000Z', by: SELF, name: 'Lowri Haf', data: first},
  {at: '2026-11-20T10:42:00.000Z', by: COLLEAGUE, name: null, data: {...first, dueOn: '2026-12-17'}},
];
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<HistoryPage />, {device, at: `/history/${ACTION}`, path: '/history/:record', language});
const records = [staffRecord(SELF, 'Lowri', 'Haf'), staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price')];
const known = () =>
  new FakeDevice({records, online: {history: async () => ({ok: true, value: {kind: 'plan-action', person: idFor(1), states}})}});

test('says what was changed, from what to what, by whom', async () => {
  await open(known());
  expect(await screen.findByText('Before: 3 December 2026')).toBeTruthy();
  expect(screen.getByText('Now: 17 December 2026')).toBeTruthy();
  expect(screen.getByText(/By: Catrin Hafgan-Price/u)).toBeTruthy();
  expect(screen.getByText(/By: Lowri Haf/u)).toBeTruthy();
  expect(screen.getByText('Now: Not yet started')).toBeTruthy();
  expect(screen.queryByText(new RegExp(idFor(20), 'u'))).toBeNull();
});

test('the same in Welsh', async () => {
  await open(known(), 'cy');
  expect(await screen.findByText('Cynt: 3 Rhagfyr 2026')).toBeTruthy();
  expect(screen.getByText('Nawr: 17 Rhagfyr 2026')).toBeTruthy();
});

test('what is not there and what is not yours look the same', async () => {
  await open(new FakeDevice({records, online: {history: async () => ({ok: false, code: 'not_found'})}}));
  expect(await screen.findByText('There is nothing at this address, or it is not yours to see.')).toBeTruthy();
});

test('a line of a money plan says what it is, and is nothing that will be done', async () => {
  const data = {what: 'rent', amount: {pence: 9_500, every: 'week'}, words: null, wish: null, takenOutOn: null};
  const line = [{at: '2026-11-01T09:00:00.000Z', by: SELF, name: 'Lowri Haf', data}];
  const online = {history: async () => ({ok: true as const, value: {kind: 'money-line', person: idFor(1), states: line}})};
  await open(new FakeDevice({records, online}));
  expect(await screen.findByText('Now: Rent')).toBeTruthy();
  expect(screen.getByText('Now: £95, every week')).toBeTruthy();
  expect(screen.getByText('What it is')).toBeTruthy();
  expect(screen.queryByText('What will be done')).toBeNull();
});
