/** A duty worker's screen: nothing off shift; on it the alarms with duty with the emergency card; what is typed stays. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {DutyList} from '#client/sync/contract.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, SELF, staffRecord, worryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {DutyPage} from './duty-page.tsx';

const [NIA, WORRY, SHIFT] = [idFor(2), idFor(50), idFor(60)];
const NOW = '2026-11-25T22:00:00.000Z';
const shift = (changes: object = {}) => ({
  ...recordOf('duty-shift', SHIFT, NIA, {
    worker: SELF,
    startedAt: '2026-11-25T20:00:00.000Z',
    endsAt: '2026-11-26T08:00:00.000Z',
    endedAt: null,
    ...changes,
  }),
  person: null,
});
const worry = (changes: object = {}) =>
  worryRecord(WORRY, NIA, {
    about: 'no_home_tonight',
    words: {text: 'Nowhere to go', lang: 'en'},
    raisedAt: '2026-11-25T20:00:00.000Z',
    receivedAt: '2026-11-25T21:50:00.000Z',
    passed: [{to: 'duty', holders: [SELF], dueAt: '2026-11-25T21:50:00.000Z', at: '2026-11-25T21:58:00.000Z'}],
    ...changes,
  });
const card = recordOf('emergency-card', idFor(70), NIA, {
  knownAs: 'Nia',
  phone: '07700 900123',
  language: 'cy',
  safeWayToCall: 'Text first',
});
const list: DutyList = {shift: '2026-11-26T08:00:00.000Z', alarms: [{worry: WORRY, person: NIA, steps: 1}]};
const answering = (value: DutyList): Partial<FakeOptions> => ({teamwork: {duty: async () => ({ok: true, value})}});
const deviceWith = (records: FakeOptions['records'], options: Partial<FakeOptions> = {}) =>
  new FakeDevice({records: [staffRecord(SELF, 'Sian', 'Ffug'), ...(records ?? [])], role: 'duty_worker', ...options});
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<DutyPage />, {device, at: '/duty', path: '/duty', language});

beforeEach(() => {
  vi.useFakeTimers({toFake: ['Date']});
  vi.setSystemTime(new Date(NOW));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('off shift nothing is asked for and nothing is shown; a shift goes until the next such time', async () => {
  const duty = vi.fn<() => Promise<{readonly ok: true; readonly value: DutyList}>>(async () => ({ok: true, value: list}));
  const device = deviceWith([shift({endsAt: '2026-11-25T21:59:00.000Z'}), worry(), card], {teamwork: {duty}});
  const {user} = await open(device);
  expect(screen.queryByText('Nowhere to go')).toBeNull();
  expect(duty).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', {name: 'Start the shift'}));
  expect(screen.getAllByText('Enter a time such as 08:00').length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText('Until when is your shift?'), '8:00');
  await user.click(screen.getByRole('button', {name: 'Start the shift'}));
  await waitFor(() =>
    expect(device.saved[0]).toMatchObject({kind: 'duty-shift.start', person: null, body: {endsAt: '2026-11-26T08:00:00.000Z'}}),
  );
});

test('a shift longer than 16 hours is refused at the field, and one of 16 is not', async () => {
  vi.setSystemTime(new Date('2026-11-25T16:00:20.000Z'));
  const device = deviceWith([]);
  const {user} = await open(device);
  const until = screen.getByLabelText('Until when is your shift?');
  await user.type(until, '08:01');
  await user.click(screen.getByRole('button', {name: 'Start the shift'}));
  expect(screen.getByRole('link', {name: 'A shift is 16 hours at most'})).toBeTruthy();
  expect(until.getAttribute('aria-invalid')).toBe('true');
  expect(device.saved).toEqual([]);
  await user.clear(until);
  await user.type(until, '08:00');
  await user.click(screen.getByRole('button', {name: 'Start the shift'}));
  await waitFor(() => expect(device.saved).toMatchObject([{body: {endsAt: '2026-11-26T08:00:00.000Z'}}]));
});

test('on shift each alarm with its emergency card, what delayed it, and what can be done', async () => {
  const device = deviceWith([shift(), worry(), card], answering(list));
  const {user} = await open(device);
  expect(await screen.findByText('Nowhere to go')).toBeTruthy();
  expect(screen.getByText('You are on shift until: 26 November 2026, 08:00')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Phone Nia: 07700 900123'}).getAttribute('href')).toBe('tel:07700900123');
  expect(screen.getByText('Text first')).toBeTruthy();
  expect(screen.getByText('(no signal for 110 minutes)')).toBeTruthy();
  expect(screen.getByText('(was due: 21:50)')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'I have read this and will act'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'worry.see', record: WORRY, person: NIA}));
  await user.click(screen.getByText('Pass to somebody else'));
  expect(screen.queryByLabelText('The duty worker')).toBeNull();
  await user.click(screen.getByLabelText('The adviser'));
  await user.type(screen.getByLabelText('What should they know?'), 'A bed until nine');
  await user.click(screen.getByRole('button', {name: 'Pass on'}));
  await waitFor(() =>
    expect(device.saved[1]).toMatchObject({kind: 'worry.pass-on', body: {to: 'adviser', words: {text: 'A bed until nine'}}}),
  );
});

test('none is with duty; and off the network it says that new ones may be missing', async () => {
  await open(deviceWith([shift()], answering({...list, alarms: []})));
  expect(await screen.findByText('No alarm is with you now')).toBeTruthy();
  cleanup();
  await open(deviceWith([shift()], {...answering({...list, alarms: []}), sync: {connection: 'offline'}}));
  expect(await screen.findByText('There was no alarm when this page last looked')).toBeTruthy();
  expect(screen.queryByText('No alarm is with you now')).toBeNull();
  expect(screen.queryByText(/looks again every few seconds/u)).toBeNull();
  cleanup();
  await open(deviceWith([shift()]), 'cy');
  expect(await screen.findByText('Mae angen cysylltiad i weld pryderon. Dydyn nhw ddim yn cael eu cadw ar y ddyfais hon.')).toBeTruthy();
});

test('what was being written about one that is with duty no more stays within reach until it is thrown away', async () => {
  const device = deviceWith([shift()], answering({...list, alarms: []}));
  device.kept.set(`worry-act/${NIA}/${WORRY}`, {
    key: `worry-act/${NIA}/${WORRY}`,
    value: {what: 'doing', words: {text: 'Half a sentence', lang: 'en'}},
    savedAt: NOW,
  });
  await open(device);
  expect(await screen.findByText('Half a sentence')).toBeTruthy();
});

test('a shift that was ended is over at once, also within the minute', async () => {
  vi.setSystemTime(new Date('2026-11-25T22:00:40.000Z'));
  const device = deviceWith([shift({endedAt: '2026-11-25T22:00:30.000Z'}), worry(), card], answering(list));
  await open(device);
  expect(screen.getByRole('button', {name: 'Start the shift'})).toBeDefined();
  expect(screen.queryByText('Nowhere to go')).toBeNull();
});
