/** Moving people: one command a person, a note only where one was written, and nobody moved to where they are. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {MovePeoplePage} from './move-people-page.tsx';

const [FFION, SION, CAI] = [idFor(1), idFor(2), idFor(3)];
const records = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
  summaryRecord(SION, {knownAs: 'Siôn'}),
  summaryRecord(CAI, {knownAs: 'Cai', adviser: null}),
];
const manager = () => new FakeDevice({records, role: 'manager', withoutFile: [FFION, SION, CAI]});
const open = (device: FakeDevice, at = '/team/move') => renderScreen(<MovePeoplePage />, {device, at, path: '/team/move'});

test('a whole list of people moves in one step, each with the note', async () => {
  const device = manager();
  const {user} = await open(device, `/team/move?adviser=${SELF}`);
  expect(screen.queryByLabelText(/^Cai/u)).toBeNull();
  await user.click(screen.getByRole('button', {name: 'Choose everybody'}));
  await user.selectOptions(screen.getByLabelText('New adviser'), 'Catrin Hafgan-Price');
  await user.type(screen.getByLabelText('Hand-over note (optional)'), 'Ring first.');
  await user.click(screen.getByRole('button', {name: 'Move them'}));
  await waitFor(() => expect(device.saved).toHaveLength(4));
  expect(device.saved.map(({kind, person}) => [kind, person])).toEqual([
    ['allocation.give', FFION],
    ['hand-over.write', FFION],
    ['allocation.give', SION],
    ['hand-over.write', SION],
  ]);
  expect(device.saved[1]).toMatchObject({body: {to: COLLEAGUE, words: {text: 'Ring first.'}}});
});

test('people without an adviser are found by themselves, and go without a note', async () => {
  const device = manager();
  const {user} = await open(device, '/team/move?adviser=none');
  await user.click(screen.getByLabelText(/^Cai/u));
  await user.selectOptions(screen.getByLabelText('New adviser'), 'Lowri Haf');
  await user.click(screen.getByRole('button', {name: 'Move them'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'allocation.give', person: CAI, body: {adviser: SELF}}]));
});

test('nobody chosen, no adviser, and everybody there already are each said at their field', async () => {
  const device = manager();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Move them'}));
  expect(await screen.findByRole('link', {name: 'Choose at least one person'})).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Choose the new adviser'})).toBeTruthy();
  await user.click(screen.getByLabelText(/^Ffion/u));
  await user.selectOptions(screen.getByLabelText('New adviser'), 'Lowri Haf');
  expect(await screen.findByRole('link', {name: 'Everybody you chose already has this adviser'})).toBeTruthy();
  expect(device.saved).toEqual([]);
});

test('whoever was chosen is still chosen after a lock, and in view under another filter', async () => {
  const device = manager();
  const {user} = await open(device);
  await user.click(screen.getByLabelText(/^Siôn/u));
  await waitFor(() => expect(device.kept.size).toBe(1));
  cleanup();
  await open(device, '/team/move?adviser=none');
  expect((screen.getByLabelText(/^Siôn/u) as HTMLInputElement).checked).toBe(true);
});
