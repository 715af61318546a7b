/** Taking something out of use: what is saved, what is seen of it afterwards, and by whom; alerts that change their readers. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord, Head} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  contactRecord,
  idFor,
  planRecord,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {HomePage} from '#client/features/young/home-page.tsx';
import {PlanPage} from '#client/features/young/plan-page.tsx';
import {PersonPage} from '#client/features/person/person-page.tsx';
import type {PartName} from '#client/features/person/person-page.tsx';

const FFION = idFor(1);
const RESTRICTED = idFor(601);
const people = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
];
const contact = contactRecord(idFor(40), FFION, {on: date('2026-11-19'), seenAlone: null, note: {text: 'Am berson arall.', lang: 'cy'}});
const note = recordOf('shared-note', idFor(41), FFION, {
  about: contact.id,
  words: {text: 'We talked about college.', lang: 'en'},
  sharedOn: date('2026-11-19'),
});
const action = recordOf('plan-action', idFor(42), FFION, {
  plan: null,
  section: null,
  fromContact: null,
  what: {text: 'Ring the college', lang: 'en'},
  owner: null,
  ownerStaff: SELF,
  dueOn: null,
  status: 'not_started',
  statusOn: null,
  fundRequest: null,
  whyNotDone: null,
});
const alert = recordOf('alert', idFor(43), FFION, {
  code: 'dog',
  text: 'Ci mawr yn y tŷ.',
  startOn: null,
  reviewOn: null,
  endOn: null,
  enteredBy: null,
});
const mark = (op: number, value: unknown, author = COLLEAGUE): Head => ({
  ops: [idFor(op)],
  value,
  author,
  device: null,
  at: '2026-11-20T10:42:00.000Z',
});
const reason = {text: 'Person anghywir.', lang: 'cy'};
const struck = <Kind extends DomainRecord>(record: Kind): Kind => ({...record, heads: {struck: [mark(60, reason)]}});
const open = (device: FakeDevice, part: PartName, language: 'cy' | 'en' = 'en') =>
  renderScreen(<PersonPage part={part} />, {device, at: `/people/${FFION}`, path: '/people/:person', language});

test.each([
  ['contacts', 'Strike out: Visit at home, 19 November 2026', contact],
  ['contacts', 'Strike out: Shared with the young person', note],
  ['plan', 'Strike out: Ring the college', action],
  ['overview', 'Strike out: Dog at the home', alert],
] as const)('%s: "%s" saves the reason, and the file says who, when and why', async (part, label, record) => {
  const device = new FakeDevice({records: [...people, contact, note, action, alert]});
  const {user} = await open(device, part);
  await user.click(screen.getByRole('button', {name: label}));
  await user.click(screen.getByRole('button', {name: 'Strike it out'}));
  expect(await screen.findByRole('link', {name: 'Write why it is struck out'})).toBeTruthy();
  expect(device.saved).toEqual([]);
  await user.type(screen.getByLabelText('Why is it struck out?'), 'Wrong person.');
  await user.click(screen.getByRole('button', {name: 'Strike it out'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toEqual({
    kind: 'record.strike-out',
    record: record.id,
    person: FFION,
    body: {reason: {text: 'Wrong person.', lang: 'en'}},
  });
  expect(device.kept.size).toBe(0);
  const said = must((await screen.findByText('Struck out')).closest('.app-struck-mark'), 'the mark');
  expect(said.textContent).toMatch(/Struck outYou · .*Wrong person\./u);
  expect(document.activeElement).toBe(said);
  expect(screen.queryByRole('button', {name: label})).toBeNull();
});

test('what was struck out is still to be read, and counts for nothing on the overview', async () => {
  const device = new FakeDevice({
    records: [
      ...people.slice(0, 2),
      summaryRecord(FFION, {knownAs: 'Ffion', alerts: ['dog']}),
      struck(contact),
      struck(action),
      struck(alert),
    ],
  });
  await open(device, 'contacts');
  const words = screen.getByText('Am berson arall.');
  expect(words.closest('.app-struck')).toBeTruthy();
  expect(screen.getByText('Person anghywir.').getAttribute('lang')).toBe('cy');
  expect(screen.getByText(/^Catrin Hafgan-Price · /u)).toBeTruthy();
  expect(screen.queryByText('Counts as a statutory visit at home')).toBeNull();
  cleanup();
  await open(device, 'overview');
  expect(screen.getByText('No open actions for Ffion')).toBeTruthy();
  expect(screen.getByText('No alerts are recorded for Ffion')).toBeTruthy();
  // Not beside the name any more.
  expect(within(screen.getByRole('region', {name: 'About Ffion'})).queryByText('Dog at the home')).toBeNull();
});

test('what was changed after it was struck out says so to staff, with the reason of before', async () => {
  const again = {...action, heads: {struck: [], reopened: [mark(61, 'own-action.tick', FFION), mark(60, reason)]}};
  await open(new FakeDevice({records: [...people, again]}), 'plan');
  expect(screen.getByText('Opened again: changed after it was struck out')).toBeTruthy();
  expect(screen.getByText('Person anghywir.')).toBeTruthy();
  expect(screen.getByText('Ring the college').closest('.app-struck')).toBeNull();
  expect(screen.getByRole('button', {name: 'Strike out: Ring the college'})).toBeTruthy();
});

test('a young person sees a promise that was taken out, who did it and why, and it is no promise any more', async () => {
  const plan = planRecord(idFor(50), FFION);
  const own = struck({...action, data: {...action.data, owner: 'Ffion', ownerStaff: null}});
  const device = new FakeDevice({records: [plan, own, youngPersonRecord(idFor(21), FFION)], role: 'young_person', holder: FFION});
  await renderScreen(<PlanPage />, {device});
  expect(screen.getByText('Taken out: this does not count now')).toBeTruthy();
  expect(screen.getByText('Person anghywir.')).toBeTruthy();
  expect(screen.queryByRole('button', {name: /I have done this/u})).toBeNull();
  cleanup();
  await renderScreen(<HomePage />, {device});
  expect(screen.queryByText('Ring the college')).toBeNull();
});

test.each([
  [
    alert,
    'Keep this from the young person: Dog at the home',
    'Yes, keep it from them',
    'restricted',
    'The young person should not read this',
  ],
  [
    {...alert, scope: RESTRICTED},
    'Let the young person read this: Dog at the home',
    'Yes, let them read it',
    'shared',
    'The young person may read this',
  ],
] as const)('an alert changes its readers only after a question', async (record, label, yes, to, said) => {
  const device = new FakeDevice({records: [...people, record]});
  const {user} = await open(device, 'overview');
  expect(screen.queryByText(said)).toBeNull();
  await user.click(screen.getByRole('button', {name: label}));
  expect(device.saved).toEqual([]);
  await user.click(screen.getByRole('button', {name: yes}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toEqual({kind: 'alert.move', record: alert.id, person: FFION, body: {to}});
  expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
});
