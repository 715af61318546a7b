/** "I need help now": who is watching and whom to phone first, then what was asked and every step that has happened to it, and no other. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {SETTINGS} from '#domain/authority/settings.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {alarmTimes} from '#domain/worry/alarm-times.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {idFor, SELF, whoHelpsRecord, worryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {HelpNowPage, HelpTonightPage} from './help-now-page.tsx';
import {HomePage} from './home-page.tsx';

const FFION = idFor(1);
const MANAGER = idFor(9);
const TIMES = alarmTimes(name => SETTINGS[name].fallback as never, date('2026-11-25'));
const duty = {cy: 'Y tîm dyletswydd', en: 'Duty team', number: '01792 000000', whenCy: null, whenEn: null};
const help = (changes: Partial<DataOf<'who-helps'>> = {}) =>
  whoHelpsRecord(idFor(30), FFION, {
    adviser: {id: SELF, name: 'Lowri Haf', phone: '07700 900001'},
    names: [
      {id: SELF, name: 'Lowri Haf'},
      {id: MANAGER, name: 'Mair Prys'},
    ],
    numbers: [duty],
    alarms: TIMES,
    ...changes,
  });
const worry = (changes: Partial<DataOf<'worry'>> = {}, id = idFor(50)) => ({
  ...worryRecord(id, FFION, {about: 'unsafe', raisedAt: '2026-11-25T18:00:00.000Z', ...changes}),
  made: {author: FFION, device: null, at: '2026-11-25T18:00:00.000Z', op: idFor(51)},
});
const deviceWith = (records: FakeOptions['records'] = [], options: Partial<FakeOptions> = {}) =>
  new FakeDevice({records: [youngPersonRecord(FFION, FFION), help(), ...records], role: 'young_person', holder: FFION, ...options});
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<HelpNowPage />, {device, at: '/help-now', path: '/help-now', language});
const at = (time: string) => vi.setSystemTime(new Date(`2026-11-25T${time}:00Z`));

beforeEach(() => {
  vi.useFakeTimers({toFake: ['Date']});
  at('10:00');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('in office hours until when; out of hours that nobody is watching; and where neither is known, that it is not', async () => {
  await open(deviceWith());
  expect(screen.getByText('Your team is at work until 17:00.')).toBeTruthy();
  cleanup();
  at('22:10');
  await open(deviceWith(), 'cy');
  expect(screen.getByText('Does neb yn gwylio’r ap hwn nawr. Ffoniwch.')).toBeTruthy();
  expect(screen.getByText(/Dydd Iau 26 Tachwedd 2026, 09:00/u)).toBeTruthy();
  cleanup();
  const {alarms: _none, ...before} = help().data as DataOf<'who-helps'>;
  await open(new FakeDevice({records: [youngPersonRecord(FFION, FFION), {...help(), data: before}], role: 'young_person', holder: FFION}));
  expect(screen.getByText('We do not know whether anybody is watching this app now. Phone.')).toBeTruthy();
});

test('every number stands before anything can be typed: 999, 111, the council’s own, then the adviser', async () => {
  await open(deviceWith());
  const calls = [...document.querySelectorAll('a[href^="tel:"]')];
  expect(calls.map(link => link.getAttribute('href'))).toEqual(['tel:999', 'tel:111', 'tel:01792000000', 'tel:07700900001']);
  const first = document.querySelector('input, textarea') as Element;
  for (const link of calls) expect(link.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('while the office is shut the number of those hours stands before the team’s of the day; where the hours are not known, as they came', async () => {
  const night = {cy: 'Gyda’r nos', en: 'Out of hours', number: '01792 000099', whenCy: null, whenEn: null};
  const order = async (time: string, changes: Partial<DataOf<'who-helps'>> = {}) => {
    at(time);
    const records = [youngPersonRecord(FFION, FFION), help({numbers: [duty, night], ...changes})];
    await open(new FakeDevice({records, role: 'young_person', holder: FFION}));
    const calls = [...document.querySelectorAll('a[href^="tel:"]')].map(link => link.getAttribute('href'));
    cleanup();
    return calls.slice(2);
  };
  expect(await order('10:00')).toEqual(['tel:01792000000', 'tel:01792000099', 'tel:07700900001']);
  expect(await order('22:10')).toEqual(['tel:01792000099', 'tel:01792000000', 'tel:07700900001']);
  const {alarms: _none, ...unknown} = help({numbers: [duty, night]}).data as DataOf<'who-helps'>;
  at('22:10');
  await open(new FakeDevice({records: [youngPersonRecord(FFION, FFION), {...help(), data: unknown}], role: 'young_person', holder: FFION}));
  expect([...document.querySelectorAll('a[href^="tel:"]')][2]?.getAttribute('href')).toBe('tel:01792000000');
});

test('nothing is needed but what it is about; the words go with it in their language', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Send now'}));
  expect(screen.getAllByText('Choose what is wrong').length).toBeGreaterThan(0);
  await user.click(screen.getByLabelText('I do not feel safe'));
  expect(screen.getByText('To the team manager: after 15 min')).toBeTruthy();
  await user.type(screen.getByLabelText('What would you like to say? (optional)'), 'Somebody is at the door');
  await user.click(screen.getByRole('button', {name: 'Send now'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({
    kind: 'worry.raise',
    person: FFION,
    body: {about: 'unsafe', words: {text: 'Somebody is at the door', lang: 'en'}},
  });
});

test('what can wait says that it waits for the office; what cannot says that it goes at once', async () => {
  at('22:10');
  const {user} = await open(deviceWith());
  await user.click(screen.getByLabelText('I am behind with rent or bills'));
  expect(screen.getByText('This will wait until the office opens. If it cannot wait, phone.')).toBeTruthy();
  await user.click(screen.getByLabelText('I have nowhere to stay tonight'));
  expect(screen.getByText('To the duty worker, if one is on shift: at once')).toBeTruthy();
});

test('how soon it goes on is told as it will happen, also where the office shuts before', async () => {
  const soon = async (time: string, changes: Partial<typeof TIMES> = {}) => {
    at(time);
    const records = [youngPersonRecord(FFION, FFION), help({alarms: {...TIMES, ...changes}})];
    const {user} = await open(new FakeDevice({records, role: 'young_person', holder: FFION}));
    await user.click(screen.getByLabelText('I do not feel safe'));
    const told = ['manager', 'duty'].map(to => screen.getByText(new RegExp(`^To the (team )?${to}`, 'u')).textContent?.split(': ')[1]);
    cleanup();
    return told;
  };
  expect(await soon('10:00')).toEqual(['after 15 min', 'after 30 min']);
  expect(await soon('16:50')).toEqual(['after 10 min', 'after 10 min']);
  expect(await soon('16:50', {night: {manager: 120, duty: 240}})).toEqual(['after 120 min', 'after 240 min']);
  expect(await soon('08:50', {night: {manager: 1_440, duty: 1_440}})).toEqual(['after 15 min', 'after 30 min']);
  expect(await soon('22:10', {night: {manager: 0, duty: 1_440}})).toEqual(['at once', 'after 650 min']);
});

test('from “nowhere to stay tonight” it is chosen already', async () => {
  const device = deviceWith();
  const {user} = await renderScreen(<HelpTonightPage />, {device, at: '/help-now/tonight', path: '/help-now/tonight', language: 'en'});
  await user.click(screen.getByRole('button', {name: 'Send now'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'worry.raise', body: {about: 'no_home_tonight', words: null}}));
});

test('what was begun about something else is not sent from there, is not lost, and can be thrown away', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  expect(screen.queryByRole('button', {name: 'Cancel'})).toBeNull();
  await user.click(screen.getByLabelText('I have no food'));
  await user.type(screen.getByLabelText('What would you like to say? (optional)'), 'Nothing since Monday');
  cleanup();
  await waitFor(() => expect(device.kept.size).toBe(1));
  const tonight = await renderScreen(<HelpTonightPage />, {device, at: '/help-now/tonight', path: '/help-now/tonight', language: 'en'});
  expect((screen.getByLabelText('I have nowhere to stay tonight') as HTMLInputElement).checked).toBe(true);
  expect(screen.queryByDisplayValue('Nothing since Monday')).toBeNull();
  await tonight.user.click(screen.getByRole('button', {name: 'Send now'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'worry.raise', body: {about: 'no_home_tonight', words: null}}));
  cleanup();
  const again = await open(device);
  expect(screen.getByDisplayValue('Nothing since Monday')).toBeTruthy();
  expect((screen.getByLabelText('I have no food') as HTMLInputElement).checked).toBe(true);
  await again.user.click(screen.getByRole('button', {name: 'Cancel'}));
  await again.user.click(await screen.findByRole('button', {name: 'Yes, delete the draft'}));
  await waitFor(() => expect(screen.queryByDisplayValue('Nothing since Monday')).toBeNull());
});

test('with no signal it says so before it is sent, and after: not sent yet, phone instead', async () => {
  const device = deviceWith([], {sync: {connection: 'offline'}});
  await open(device);
  expect(screen.getByText('There is no connection. This will not go until the connection is back. Phone instead.')).toBeTruthy();
  cleanup();
  const unsent = deviceWith([worry()], {sync: {connection: 'offline'}});
  unsent.deliveries.set(idFor(50), 'saved_here');
  await open(unsent);
  expect(screen.getByText(/Not sent yet: no connection\. Phone instead\./u)).toBeTruthy();
  expect(screen.queryByText('The council has it.')).toBeNull();
});

test('each step as it happened, by name, and what has not happened is not there', async () => {
  at('19:00');
  const passed = [
    {to: 'adviser' as const, holders: [SELF], dueAt: '2026-11-25T18:05:00.000Z', at: '2026-11-25T18:05:00.000Z'},
    {to: 'manager' as const, holders: [MANAGER], dueAt: '2026-11-25T18:20:00.000Z', at: '2026-11-25T18:20:00.000Z'},
    {to: 'duty' as const, holders: [], dueAt: '2026-11-25T18:35:00.000Z', at: '2026-11-25T18:35:00.000Z'},
  ];
  const device = deviceWith([worry({receivedAt: '2026-11-25T18:05:00.000Z', passed})]);
  await open(device);
  const steps = () =>
    within(screen.getByRole('article'))
      .getAllByRole('listitem')
      .map(({textContent}) => textContent);
  expect(steps()).toEqual([
    '18:00You wrote this.',
    '18:05The council has it.',
    '18:05Gone to your adviser: Lowri Haf',
    '18:20Passed to the team manager: Mair Prys',
    '18:35Nobody was on duty. If this cannot wait, phone.',
  ]);
  expect(screen.queryByText(/^Read by/u)).toBeNull();
  // What it is about is not for whoever looks over a shoulder (decision 023).
  expect(screen.getByRole('article').textContent).not.toMatch(/safe/iu);
  device.put(
    worry({
      receivedAt: '2026-11-25T18:05:00.000Z',
      passed,
      seenBy: [{holder: MANAGER, at: '2026-11-25T18:40:00.000Z'}],
      acts: [{what: 'doing', to: null, by: MANAGER, at: '2026-11-25T18:45:00.000Z', words: {text: 'A taxi is coming', lang: 'en'}}],
      closedAt: '2026-11-25T18:55:00.000Z',
      outcome: 'Safe with Nain',
    }),
  );
  expect(await screen.findByText('Safe with Nain')).toBeTruthy();
  expect(steps().slice(5)).toEqual([
    '18:40Read by: Mair Prys',
    expect.stringMatching(/^18:45What is being done. Mair Prys:.*A taxi is coming/u),
    expect.stringMatching(/^18:55Closed. What came of it:.*Safe with Nain/u),
  ]);
});

test('what came of it stays in view for three days, and folds away then', async () => {
  const closed = worry({receivedAt: '2026-11-25T18:05:00.000Z', closedAt: '2026-11-25T19:00:00.000Z', outcome: 'Safe with Nain'});
  vi.setSystemTime(new Date('2026-11-28T18:00:00Z'));
  await open(deviceWith([closed]));
  expect(screen.getByText('What is happening')).toBeTruthy();
  cleanup();
  vi.setSystemTime(new Date('2026-11-28T20:00:00Z'));
  await open(deviceWith([closed]));
  expect(screen.queryByText('What is happening')).toBeNull();
  expect(screen.getByText('Before')).toBeTruthy();
});

test('all right again is one press and words if they like; it is said once, and closes nothing', async () => {
  const device = deviceWith([worry({receivedAt: '2026-11-25T18:05:00.000Z'})]);
  const {user} = await open(device);
  await user.click(screen.getByText('I am all right now'));
  await user.click(screen.getByRole('button', {name: 'Send'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'worry.all-right', record: idFor(50), body: {words: null}}));
  await waitFor(() => expect(screen.getByText(/You said that you are all right now/u)).toBeTruthy());
  expect(screen.queryByRole('button', {name: 'Send'})).toBeNull();
  expect(screen.getByText('What is happening')).toBeTruthy();
});

test('one press away from the first screen, which says that something is open, and that it has not gone', async () => {
  const device = deviceWith([worry()]);
  device.deliveries.set(idFor(50), 'saved_here');
  await renderScreen(<HomePage />, {device, at: '/home', path: '/home', language: 'en'});
  expect(screen.getByRole('link', {name: 'I need help now'}).getAttribute('href')).toBe('/help-now');
  expect(screen.getByText('Not sent yet. If this cannot wait, phone.')).toBeTruthy();
});
