/** The team side by side: who has no adviser, and how much is still on a colleague's device and not here. */
import {screen, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {addDays, calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, recordOf, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {TeamPage} from './team-page.tsx';

const records = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(idFor(1), {knownAs: 'Ffion', adviser: COLLEAGUE}),
  summaryRecord(idFor(2), {knownAs: 'Cai', adviser: null, nextAdviser: {adviser: COLLEAGUE, from: date('2027-01-15')}}),
];
const heard = {
  holder: COLLEAGUE,
  role: 'adviser',
  lastSeenAt: '2026-11-22T09:00:00.000Z',
  unsent: 0,
  attention: 0,
  unsentSince: null,
} as const;
const manager = (device: object | null) =>
  new FakeDevice({
    records,
    role: 'manager',
    online: device === null ? {} : {team: async () => ({ok: true, value: {devices: [{...heard, ...device}]}})},
  });
const open = (device: FakeDevice) => renderScreen(<TeamPage />, {device, at: '/team', path: '/team'});
const card = async () =>
  within((await screen.findByRole('heading', {level: 3, name: 'Catrin Hafgan-Price'})).closest('li') ?? document.body);

test('whoever has no adviser is said first, with the way to give them one', async () => {
  await open(manager({}));
  expect(screen.getByRole('heading', {level: 3, name: /Cai/u})).toBeTruthy();
  expect(screen.getByText('From 15 January 2027: Catrin Hafgan-Price')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Give them an adviser'}).getAttribute('href')).toBe('/team/move?adviser=none');
});

test('work that a device had not sent when it was last heard of is said in words', async () => {
  await open(manager({unsent: 2, attention: 1, unsentSince: '2026-11-18T09:00:00.000Z'}));
  const catrin = await card();
  expect(await catrin.findByText(/2 pieces of work were not sent when a device was last heard from: 18 November/u)).toBeTruthy();
  expect(catrin.getByText('1 answer from the server waits for them to see to')).toBeTruthy();
});

test('with everything sent the figure is nought and nothing more is said', async () => {
  await open(manager({}));
  const catrin = await card();
  expect((await catrin.findByText('Work not sent yet')).nextElementSibling?.textContent).toBe('0');
  expect(catrin.queryByText(/not sent when/u)).toBeNull();
});

test('without a connection nothing is guessed', async () => {
  await open(manager(null));
  const catrin = await card();
  expect(catrin.getByText('Not known without a connection')).toBeTruthy();
  expect(catrin.queryByText('Work not sent yet')).toBeNull();
});

test.each([
  [null, 'en', 'Not seen for 8 weeks', '0'],
  [4, 'en', 'Not seen for 4 weeks', '1'],
  [12, 'cy', 'Heb eu gweld ers 12 o wythnosau', '0'],
] as const)('not seen is counted by the authority’s interval of contact: %s', async (weeks, language, label, count) => {
  const today = calendarDateInWales(Date.now());
  const set = recordOf('setting', idFor(9), null, {name: 'contactEveryWeeks', value: weeks ?? 0, from: addDays(today, -1), reason: null});
  const people = [
    staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
    summaryRecord(idFor(1), {knownAs: 'Ffion', adviser: COLLEAGUE, lastSeenOn: addDays(today, -40)}),
  ];
  const device = new FakeDevice({role: 'manager', records: weeks === null ? people : [...people, set]});
  await renderScreen(<TeamPage />, {device, language, at: '/team', path: '/team'});
  expect((await card()).getByText(label).nextElementSibling?.textContent).toBe(count);
});

test('an alarm that nobody has read stands above everything, with whom it is, and not what it is about', async () => {
  const at = new Date(Date.now() - 60_000).toISOString();
  const summary = (n: number, knownAs: string, alarm: object | null) =>
    summaryRecord(idFor(n), {knownAs, adviser: COLLEAGUE, worry: 'unread', alarm} as never);
  const device = new FakeDevice({
    records: [
      ...records,
      summary(3, 'Nia', {to: 'manager', at, urgent: false}),
      summary(6, 'Cai', {to: 'duty', at, urgent: false, nobody: true}),
      summary(4, 'Twm', {to: 'duty', at, urgent: true}),
      summary(5, 'Mali', null),
    ],
    role: 'manager',
  });
  await open(device);
  const names = screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent);
  expect(names.slice(0, 3)).toEqual(['Twm', 'Nia', 'Cai']);
  expect(screen.getByText('This cannot wait')).toBeTruthy();
  expect(screen.getByText(/^With the duty worker since:/u)).toBeTruthy();
  expect(screen.getByText(/^Went to duty, and nobody was on shift:/u)).toBeTruthy();
  expect(screen.queryByRole('heading', {level: 3, name: 'Mali'})).toBeNull();
});
