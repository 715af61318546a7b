/** Planned visits on the screen, and going out alone: what is read first, who watches, and coming back. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {GoOutPage} from './go-out-page.tsx';
import {PlannedVisitPage} from './planned-visit-page.tsx';
import {PlanVisitPage} from './plan-visit-page.tsx';

const FFION = idFor(1);
const VISIT = idFor(30);
const planned: DataOf<'planned-visit'> = {
  on: date('2099-12-03'),
  at: '15:30',
  type: 'visit_at_accommodation',
  where: 'Gartref',
  purpose: null,
  worker: SELF,
  keptBy: null,
  cancelledBecause: null,
  cancelledBy: null,
};
const people = [
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  youngPersonRecord(FFION, FFION),
  staffRecord(SELF, 'Catrin', 'Hafgan'),
  staffRecord(COLLEAGUE, 'Elin', 'Sioned'),
];
const device = (...more: Parameters<typeof recordOf>[]) => new FakeDevice({records: [...people, ...more.map(each => recordOf(...each))]});

test('a visit is planned for a day that is still to come', async () => {
  const one = device();
  const {user, address} = await renderScreen(<PlanVisitPage />, {
    device: one,
    at: `/people/${FFION}/new-visit`,
    path: '/people/:person/new-visit',
  });
  await user.click(screen.getByRole('radio', {name: 'Visit at home'}));
  for (const [label, typed] of [
    ['Day', '3'],
    ['Month', '12'],
    ['Year', '2020'],
  ] as const)
    await user.type(within(must(screen.getAllByRole('group', {name: 'Day'})[0], 'the day')).getByLabelText(label), typed);
  await user.click(screen.getByRole('button', {name: 'Plan it'}));
  expect(await screen.findByRole('link', {name: 'The day cannot be in the past'})).toBeTruthy();
  expect(one.saved).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Cancel'}));
  await user.click(screen.getByRole('button', {name: /Yes/u}));
  await waitFor(() => expect(address()).toBe(`/people/${FFION}/contacts`));
});

test('a planned visit is cancelled with who and why, and its record stays', async () => {
  const one = device(['planned-visit', VISIT, FFION, planned]);
  const {user, address} = await renderScreen(<PlannedVisitPage />, {
    device: one,
    at: `/people/${FFION}/visit/${VISIT}`,
    path: '/people/:person/visit/:visit',
  });
  expect(screen.getByRole('link', {name: 'Record it'}).getAttribute('href')).toBe(`/record?person=${FFION}&plan=${VISIT}`);
  await user.click(screen.getByRole('radio', {name: 'The young person'}));
  await user.type(screen.getByLabelText('Why?'), 'Mae hi’n gweithio.');
  await user.click(screen.getByRole('button', {name: 'Cancel it'}));
  await waitFor(() => expect(address()).toBe(`/people/${FFION}/contacts`));
  expect(one.saved[0]).toMatchObject({kind: 'visit.cancel', body: {cancelledBy: 'young_person', because: {text: 'Mae hi’n gweithio.'}}});
});

test('going out: what to know is read first, a colleague watches, and the record names nobody who is visited', async () => {
  const one = device(
    ['risk-summary', idFor(40), FFION, {words: {text: 'Ci mawr yn y tŷ.', lang: 'cy'}}],
    ['alert', idFor(41), FFION, {code: 'dog', text: 'Ring first.', startOn: null, reviewOn: null, endOn: null, enteredBy: null}],
  );
  const {user, address} = await renderScreen(<GoOutPage />, {device: one, at: `/people/${FFION}/go-out`, path: '/people/:person/go-out'});
  expect(screen.getByText('Ci mawr yn y tŷ.')).toBeTruthy();
  expect(screen.getByText('Ring first.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Go out'}));
  expect(await screen.findByRole('link', {name: 'Say that you have read it'})).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Choose who watches'})).toBeTruthy();
  await user.click(screen.getByRole('checkbox', {name: 'I have read this'}));
  // Nobody watches themselves.
  expect(within(screen.getByLabelText('Who watches that you come back?')).queryByText('Catrin Hafgan')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Who watches that you come back?'), COLLEAGUE);
  await user.click(screen.getByRole('button', {name: 'Go out'}));
  await waitFor(() => expect(address()).toBe('/today'));
  expect(one.saved[0]).toMatchObject({kind: 'lone-visit.start', person: null, body: {watcher: COLLEAGUE}});
  expect(JSON.stringify(one.saved)).not.toContain(FFION);
});

test('offline it says that nobody can see it yet', async () => {
  const one = new FakeDevice({records: people, sync: {connection: 'offline'}});
  await renderScreen(<GoOutPage />, {device: one, at: `/people/${FFION}/go-out`, path: '/people/:person/go-out'});
  expect(screen.getByText('There is no connection')).toBeTruthy();
  expect(screen.getByText(/That does not mean that nothing is known/u)).toBeTruthy();
});
