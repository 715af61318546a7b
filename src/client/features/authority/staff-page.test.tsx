/** Colleagues: a form that a lock or a crash closed stands open again, and nobody who leaves leaves people behind unseen. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import type {UserEvent} from '@testing-library/user-event';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {StaffPage} from './staff-page.tsx';

const records = [staffRecord(SELF, 'Lowri', 'Haf'), staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price')];

test('a last day that was being entered is still there when the screen opens again', async () => {
  const device = new FakeDevice({role: 'administrator', records});
  const first = await renderScreen(<StaffPage />, {device});
  await first.user.click(await screen.findByRole('button', {name: 'Last day: Catrin Hafgan-Price'}));
  await first.user.clear(screen.getByLabelText('Year'));
  await first.user.type(screen.getByLabelText('Year'), '2031');
  await expect.poll(() => device.kept.size).toBe(1);
  cleanup();
  await renderScreen(<StaffPage />, {device});
  expect(await screen.findByLabelText('Year')).toHaveProperty('value', '2031');
});

const LEAVING = {...records[1], data: {...records[1]?.data, endOn: '2099-12-31'}} as (typeof records)[number];
const allocated = (...untils: (string | null)[]) => {
  const allocations = untils.map(until => ({adviser: COLLEAGUE, until: until === null ? null : date(until)}));
  return {accounts: async () => ({ok: true as const, value: {accounts: [], allocations}})};
};
const LAST_DAY = 'Last day: Catrin Hafgan-Price';

async function enter(user: UserEvent, day: string, month: string, year: string) {
  for (const [label, typed] of Object.entries({Day: day, Month: month, Year: year})) {
    await user.clear(screen.getByLabelText(label));
    await user.type(screen.getByLabelText(label), typed);
  }
}

test('the last day says how many people are still theirs after it, and that a manager moves them', async () => {
  const device = new FakeDevice({role: 'administrator', records, online: allocated(null, '2031-01-05', '2031-03-01', '2030-12-01')});
  const {user} = await renderScreen(<StaffPage />, {device});
  await user.click(await screen.findByRole('button', {name: LAST_DAY}));
  await enter(user, '5', '1', '2031');
  expect(await screen.findByText('2 young people still work with them.')).toBeTruthy();
  expect(screen.getByText('A team manager moves them to another adviser.')).toBeTruthy();
  expect(screen.queryByRole('link', {name: /Move people/u})).toBeNull();
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'staff.leave', record: COLLEAGUE, body: {on: '2031-01-05'}}]));
  expect(screen.getByText('2 young people still work with them.')).toBeTruthy();
});

test('with nobody left it says so; without a connection it does not guess', async () => {
  const device = new FakeDevice({role: 'administrator', records, online: allocated('2030-12-01')});
  const first = await renderScreen(<StaffPage />, {device});
  await first.user.click(await screen.findByRole('button', {name: LAST_DAY}));
  await enter(first.user, '5', '1', '2031');
  expect(await screen.findByText('No young people work with them after that day.')).toBeTruthy();
  cleanup();
  const second = await renderScreen(<StaffPage />, {device: new FakeDevice({role: 'administrator', records})});
  await second.user.click(await screen.findByRole('button', {name: LAST_DAY}));
  expect(await screen.findByText(/is not known without a connection/u)).toBeTruthy();
});

test('a manager sees who of those who leave has people still, and moves them', async () => {
  const people = [
    summaryRecord(idFor(1), {knownAs: 'Ffion', adviser: COLLEAGUE}),
    summaryRecord(idFor(2), {knownAs: 'Cai', adviser: COLLEAGUE, died: true}),
    summaryRecord(idFor(3), {knownAs: 'Nia', adviser: SELF}),
  ];
  await renderScreen(<StaffPage />, {device: new FakeDevice({role: 'manager', records: [...records.slice(0, 1), LEAVING, ...people]})});
  expect(await screen.findByText('1 young person still works with them.')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Move people: Catrin Hafgan-Price'}).getAttribute('href')).toBe(`/team/move?adviser=${COLLEAGUE}`);
  expect(screen.queryByRole('button', {name: LAST_DAY})).toBeNull();
});

test('an adviser reads the last day and nothing of whose people they are', async () => {
  const device = new FakeDevice({role: 'adviser', records: [LEAVING, summaryRecord(idFor(1), {knownAs: 'Ffion', adviser: COLLEAGUE})]});
  await renderScreen(<StaffPage />, {device});
  expect(await screen.findByText('Last day: 31 December 2099')).toBeTruthy();
  expect(screen.queryByText(/still works? with them/u)).toBeNull();
});

test('one’s own last day is refused at its field, and the summary leads there', async () => {
  const device = new FakeDevice({role: 'administrator', records});
  const {user} = await renderScreen(<StaffPage />, {device});
  await user.click(await screen.findByRole('button', {name: 'Last day: Lowri Haf'}));
  await enter(user, '5', '1', '2031');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  const link = await screen.findByRole('link', {name: /your own last day/u});
  expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).toBe(screen.getByLabelText('Day'));
  expect(screen.getByLabelText('Day').getAttribute('aria-invalid')).toBe('true');
  expect(device.saved).toEqual([]);
});

test('a level of Welsh is shown in words and changed with the other details', async () => {
  const device = new FakeDevice({role: 'administrator', records: records.slice(1)});
  const {user} = await renderScreen(<StaffPage />, {device, language: 'cy'});
  expect(screen.getByText('5: rhugl')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Newid: Catrin Hafgan-Price'}));
  expect(screen.getByLabelText('5: rhugl')).toHaveProperty('checked', true);
  await user.click(screen.getByLabelText('3: canolradd'));
  await user.click(screen.getByRole('button', {name: 'Cadw'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'staff.change', body: {forename: 'Catrin', welshLevel: 3}}]));
  expect(screen.getByText('3: canolradd')).toBeTruthy();
});
