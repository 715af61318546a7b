import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {RecordContactPage} from './record-contact-page.tsx';

const FFION = idFor(1);
const people = [summaryRecord(FFION, {knownAs: 'Ffion'}), summaryRecord(idFor(2), {knownAs: 'Siôn'})];
const start = (device: FakeDevice, at = '/record', language: 'cy' | 'en' = 'en') =>
  renderScreen(<RecordContactPage />, {device, at, language, path: '/record/:draft?'});

test('three taps, words, save: kept on the device and said so', async () => {
  const device = new FakeDevice({records: people});
  const {user} = await start(device);
  await user.click(await screen.findByRole('button', {name: /^Ffion/u}));
  await user.click(screen.getByRole('button', {name: 'Visit, face to face'}));
  await user.click(screen.getByRole('button', {name: /^At their home/u}));
  await user.click(screen.getByLabelText('We met'));
  await user.type(screen.getByLabelText('What was said and done'), 'Had tea.');
  await user.click(screen.getByRole('button', {name: 'Save the contact'}));
  expect(await screen.findByText('Saved on this device, not sent yet')).toBeTruthy();
  expect(device.saved).toMatchObject([
    {kind: 'contact.record', person: FFION, body: {type: 'visit_at_accommodation', note: {text: 'Had tea.', lang: 'en'}}},
  ]);
  expect(device.kept.size).toBe(0);
});

test('when the server has accepted it the screen says so without being asked', async () => {
  const device = new FakeDevice({records: people});
  const {user} = await start(device, `/record?person=${FFION}`);
  await user.click(await screen.findByRole('button', {name: 'Phone call'}));
  await user.click(screen.getByLabelText('No reply'));
  await user.click(screen.getByRole('button', {name: 'Save the contact'}));
  await screen.findByText('Saved on this device, not sent yet');
  const [command] = device.saved;
  device.deliveries.set(command?.record ?? '', 'accepted');
  device.sync({unsent: 0});
  expect(await screen.findByText('Accepted')).toBeTruthy();
});

test('the draft is kept from the first key and found again at its address', async () => {
  const device = new FakeDevice({records: people});
  const first = await start(device, `/record?person=${FFION}`);
  await first.user.click(await screen.findByRole('button', {name: 'Phone call'}));
  await waitFor(() => expect(device.kept.size).toBe(1));
  await first.user.type(screen.getByLabelText('What was said and done'), 'Half a sent');
  await waitFor(() => expect([...device.kept.values()][0]?.value).toMatchObject({text: 'Half a sent', way: 'phone'}));
});

test('a kept draft opens with its words and says when it was kept', async () => {
  const device = new FakeDevice({records: people});
  const value = {
    person: FFION,
    way: 'phone',
    where: null,
    date: {day: '21', month: '11', year: '2026'},
    time: {hour: '', minute: ''},
    outcome: null,
    seenAlone: null,
    text: 'Half',
    lang: 'cy',
    next: {day: '', month: '', year: ''},
    actions: [],
  };
  device.kept.set('contact/d1', {key: 'contact/d1', value, savedAt: '2026-11-21T09:12:00.000Z'});
  await start(device, '/record/d1');
  expect((screen.getByLabelText('What was said and done') as HTMLTextAreaElement).value).toBe('Half');
  expect(screen.getByLabelText('What was said and done').getAttribute('lang')).toBe('cy');
  expect(screen.getByText(/draft you were writing/u)).toBeTruthy();
});

test('faults are listed at the top, take the focus and lead to their field', async () => {
  const device = new FakeDevice({records: people});
  const {user} = await start(device, `/record?person=${FFION}`);
  await user.click(await screen.findByRole('button', {name: 'Phone call'}));
  await user.click(screen.getByRole('button', {name: 'Save the contact'}));
  const summary = (await screen.findByRole('alert')).parentElement as HTMLElement;
  expect(document.activeElement).toBe(summary);
  await user.click(within(summary).getByRole('link', {name: 'Choose what happened'}));
  expect(document.activeElement?.id).toBe('outcome');
  expect(device.saved).toEqual([]);
});

test('changing the language keeps what is typed, the note’s own language and the steps', async () => {
  const device = new FakeDevice({records: people});
  const {user} = await start(device, `/record?person=${FFION}`);
  await user.click(await screen.findByRole('button', {name: 'Phone call'}));
  await user.type(screen.getByLabelText('What was said and done'), 'Hello');
  await user.click(screen.getByRole('button', {name: /^Cymraeg/u}));
  const note = await screen.findByLabelText('Beth gafodd ei ddweud a’i wneud');
  expect((note as HTMLTextAreaElement).value).toBe('Hello');
  expect(note.getAttribute('lang')).toBe('en');
});

test('an action is a promise the young person sees, and goes with the contact', async () => {
  const device = new FakeDevice({records: people});
  const {user} = await start(device, `/record?person=${FFION}`);
  await user.click(await screen.findByRole('button', {name: 'Phone call'}));
  expect(screen.getByText(/young person can see these actions/u)).toBeTruthy();
  await user.click(screen.getByLabelText('We talked'));
  await user.click(screen.getByRole('button', {name: 'Add an action'}));
  await user.type(screen.getByLabelText('What will be done'), 'Ring the college');
  await user.click(screen.getByRole('button', {name: 'Save the contact'}));
  await screen.findByText('Saved on this device, not sent yet');
  expect(device.saved.map(({kind}) => kind)).toEqual(['contact.record', 'plan-action.add']);
});
