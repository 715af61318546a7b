/** The Money tab: asking together, each request with where it stands and what is due, and no decision before the server said so. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {addDays, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, SELF, staffRecord, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const [REQUEST, DECISION] = [idFor(40), idFor(41)];
const today = calendarDateInWales(Date.now());
const request = (changes: Partial<DataOf<'fund-request'>> = {}) =>
  recordOf('fund-request', REQUEST, FFION, {
    reference: null,
    requestedOn: today,
    byYoungPerson: true,
    requestedBy: null,
    spendType: 'driving',
    purpose: 'independence',
    askedPence: 12_000,
    words: {text: 'Gwersi gyrru', lang: 'cy'},
    urgency: 'urgent',
    status: 'submitted',
    evidence: null,
    financialYear: '2026-27',
    ...changes,
  });
const decision = recordOf('fund-decision', DECISION, FFION, {
  request: REQUEST,
  outcome: 'part',
  awardedPence: 9_000,
  decidedBy: SELF,
  decidedOn: today,
  reason: null,
});
const people = [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion'}), youngPersonRecord(FFION, FFION)];
const open = (device: FakeDevice) =>
  renderScreen(<PersonPage part="money" />, {device, at: `/people/${FFION}/money`, path: '/people/:person/money'});

test('asking together, and each request leads to its page, with what is due next', async () => {
  await open(new FakeDevice({records: [...people, request()]}));
  expect(screen.getByRole('link', {name: 'Ask with Ffion'}).getAttribute('href')).toBe(`/people/${FFION}/new-request`);
  expect(screen.getByRole('link', {name: 'Learning to drive'}).getAttribute('href')).toBe(`/people/${FFION}/money/${REQUEST}`);
  expect(screen.getByText('Decide a request to the fund').nextElementSibling?.textContent).toMatch(/\w/u);
});

test('the decision that the server has accepted is shown with its amount', async () => {
  await open(new FakeDevice({records: [...people, request({status: 'approved'}), decision]}));
  expect(screen.getByText('Approved')).toBeTruthy();
  expect(screen.getByText('£90')).toBeTruthy();
});

test.each([
  ['saved_here', 'Decision saved on this device, waiting to be sent'],
  ['sent', 'Sent to be decided, waiting for the council’s answer'],
] as const)('one that is still on its way is none: %s', async (delivery, words) => {
  const device = new FakeDevice({records: [...people, request({status: 'approved', requestedOn: addDays(today, -1)}), decision]});
  device.deliveries.set(REQUEST, delivery);
  device.deliveries.set(DECISION, delivery);
  await open(device);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByText('Approved')).toBeNull();
  expect(screen.queryByText('£90')).toBeNull();
});

test('what they want done about their money leads to the form of an action', async () => {
  const line = (wish: DataOf<'money-line'>['wish'], id = idFor(50)) =>
    recordOf('money-line', id, FFION, {what: 'rent', amount: {pence: 9_500, every: 'week'}, words: null, wish, takenOutOn: null});
  await open(new FakeDevice({records: [...people, line('help'), line('planned', idFor(51))]}));
  expect(screen.getAllByText('£190 a week', {exact: false})).toHaveLength(2);
  expect(screen.getByText('Ffion wants help with this.')).toBeTruthy();
  const actions = screen.getAllByRole('link', {name: 'Make it an action: Rent'});
  expect(actions.map(link => link.getAttribute('href'))).toEqual([`/people/${FFION}/money-plan/line/${idFor(50)}/action`]);
  expect(screen.getByRole('link', {name: 'Open the list'}).getAttribute('href')).toBe(`/people/${FFION}/money-plan`);
});

test('for somebody who has died nobody asks', async () => {
  const [staff, , young] = people;
  const died = summaryRecord(FFION, {knownAs: 'Ffion', died: true});
  const wished = {what: 'rent', amount: {pence: 9_500, every: 'week'}, words: null, wish: 'help', takenOutOn: null} as const;
  const line = recordOf('money-line', idFor(50), FFION, wished);
  await open(new FakeDevice({records: [staff, died, young, line].filter(record => record !== undefined)}));
  expect(screen.queryByRole('link', {name: /Ask with/u})).toBeNull();
  expect(screen.queryByRole('link', {name: 'Open the list'})).toBeNull();
  expect(screen.queryByText('Ffion wants help with this.')).toBeNull();
  expect(screen.queryByRole('link', {name: /^Make it an action/u})).toBeNull();
});
