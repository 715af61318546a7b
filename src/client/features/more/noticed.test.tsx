/** What the server noticed, on the administrator's page: each kind in words, an unknown one too; calm when there is nothing. */
import {cleanup, screen, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {Role} from '#domain/access/roles.ts';
import {ALARM_KINDS} from '#protocol/alarm-messages.ts';
import type {AlarmList} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {MorePage} from './more-page.tsx';

const open = async (alarms: AlarmList['alarms'] | 'offline', role: Role = 'administrator') => {
  let asked = 0;
  const answer = async () => {
    asked += 1;
    return alarms === 'offline' ? ({ok: false, code: 'offline'} as const) : ({ok: true, value: {alarms}} as const);
  };
  const device = new FakeDevice({role, online: {alarms: answer}, sync: {connection: alarms === 'offline' ? 'offline' : 'online'}});
  const shown = await renderScreen(<MorePage />, {device});
  return {...shown, asked: () => asked};
};
const alarm = (kind: string, times = 1, day = '2026-11-19') => ({
  kind,
  firstAt: `${day}T08:00:00.000Z`,
  lastAt: `${day}T10:42:00.000Z`,
  times,
});

test('each kind has a title and words of its own, how often and when', async () => {
  await open([alarm('digest_differs', 3, '2026-11-20'), ...ALARM_KINDS.map(kind => alarm(kind))]);
  await screen.findByText('3 times');
  const entries = screen.getAllByRole('listitem').filter(each => within(each).queryByRole('heading', {level: 3}));
  expect(entries).toHaveLength(ALARM_KINDS.length + 1);
  expect(new Set(entries.map(entry => within(entry).getByRole('heading').textContent)).size).toBe(ALARM_KINDS.length);
  expect(entries[0]?.textContent).toMatch(/^A device held something different.*Last time: 20 November.*10:42.*3 times.*again/u);
  expect(entries[1]?.textContent).toContain('Once');
});

test('a kind of a newer server is said to be unknown, and counted', async () => {
  await open([alarm('something_new', 2)]);
  expect(await screen.findByText('Something that this version of the app does not know')).toBeTruthy();
  expect(screen.getByText('2 times')).toBeTruthy();
});

test('nothing noticed is said, and without a connection that one is needed', async () => {
  await open([]);
  expect(await screen.findByText('The server has not noticed anything.')).toBeTruthy();
});

test('without a connection it says so and can be asked again', async () => {
  const {user, asked} = await open('offline');
  expect(await screen.findByText('You need a connection to see this.')).toBeTruthy();
  const before = asked();
  await user.click(screen.getByRole('button', {name: 'Try again'}));
  expect(asked()).toBe(before + 1);
});

test('nobody else is shown it, and the server is not asked', async () => {
  for (const role of ['adviser', 'manager'] as const) {
    const {asked} = await open([alarm('rolled_back')], role);
    expect(screen.queryByText('What the server has noticed')).toBeNull();
    expect(asked()).toBe(0);
    cleanup();
  }
});
