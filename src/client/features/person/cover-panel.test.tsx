import {cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {addDays, calendarDateInWales, partsOf} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const records = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(FFION, {knownAs: 'Ffion', adviser: idFor(905)}),
];
const open = (device: FakeDevice) =>
  renderScreen(<PersonPage part="overview" />, {device, at: `/people/${FFION}`, path: '/people/:person'});

test('cover that a manager gives waits in plain words until the server has accepted it', async () => {
  const device = new FakeDevice({records, role: 'manager'});
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Give cover'}));
  await user.selectOptions(screen.getByLabelText('Who will cover?'), 'Catrin Hafgan-Price');
  const last = partsOf(addDays(calendarDateInWales(Date.now()), 7));
  const boxes = [...screen.getByRole('group', {name: 'Last day'}).querySelectorAll('input')];
  await user.type(boxes[0] as HTMLElement, String(last.day));
  await user.type(boxes[1] as HTMLElement, String(last.month));
  await user.type(boxes[2] as HTMLElement, String(last.year));
  await user.click(screen.getByRole('button', {name: 'Give cover'}));
  expect(await screen.findByText(/not done until the server has accepted it/u)).toBeTruthy();
  expect(device.saved).toMatchObject([{kind: 'cover.give', body: {holder: COLLEAGUE}}]);
  device.deliveries.set(device.saved[0]?.record ?? '', 'accepted');
  device.sync({});
  await waitFor(() => expect(screen.queryByText(/not done until/u)).toBeNull());
  expect(screen.getByRole('button', {name: 'End the cover by Catrin Hafgan-Price'})).toBeTruthy();
});

test('an adviser is not offered to give cover', async () => {
  await open(new FakeDevice({records, role: 'adviser'}));
  expect(screen.queryByRole('button', {name: 'Give cover'})).toBeNull();
});

test('a half-written note about cover is there again after the device was locked', async () => {
  const device = new FakeDevice({records, role: 'manager'});
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Give cover'}));
  await user.type(screen.getByLabelText('Note for your colleague (optional)'), 'Ffoniwch ddydd Mawrth');
  cleanup();
  await open(device);
  expect((screen.getByLabelText('Note for your colleague (optional)') as HTMLTextAreaElement).value).toBe('Ffoniwch ddydd Mawrth');
});
