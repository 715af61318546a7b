/** What is next on a young person's first screen: the day, the time, who, where; what was cancelled; and a calendar that tells nothing. */
import {screen} from '@testing-library/react';
import {afterEach, expect, test, vi} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, SELF, whoHelpsRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {HomePage} from './home-page.tsx';

const FFION = idFor(1);
const helps = (nextContactOn: string | null) =>
  whoHelpsRecord(idFor(60), FFION, {
    adviser: {id: SELF, name: 'Catrin Hafgan', phone: null},
    nextContactOn: nextContactOn === null ? null : date(nextContactOn),
    names: [{id: SELF, name: 'Catrin Hafgan'}],
  });
const visit = (id: number, changes: Partial<DataOf<'planned-visit'>> = {}) =>
  recordOf('planned-visit', idFor(id), FFION, {
    on: date('2099-12-03'),
    at: '15:30',
    type: 'visit_elsewhere',
    where: 'Caffi’r Cei',
    purpose: written('To talk about the flat'),
    worker: SELF,
    keptBy: null,
    cancelledBecause: null,
    cancelledBy: null,
    ...changes,
  });
const open = (...records: ReturnType<typeof recordOf>[]) =>
  renderScreen(<HomePage />, {
    device: new FakeDevice({records: [youngPersonRecord(FFION, FFION), ...records], role: 'young_person', holder: FFION}),
    at: '/home',
    path: '/home',
  });
afterEach(() => vi.unstubAllGlobals());

test('a planned visit says when, who, where and what for', async () => {
  await open(helps('2099-12-03'), visit(30));
  for (const text of [/Thursday 3 December 2099/u, 'At: 15:30', 'With: Catrin Hafgan', 'Caffi’r Cei', 'To talk about the flat'])
    expect(screen.getByText(text)).toBeTruthy();
});

test('a day agreed before the visit comes first, and says no more than its day', async () => {
  await open(helps('2099-11-01'), visit(30));
  expect(screen.getByText(/1 November 2099/u)).toBeTruthy();
  expect(screen.queryByText('At: 15:30')).toBeNull();
});

test('what was cancelled says so and why, and is not next', async () => {
  await open(helps(null), visit(30, {cancelledBecause: written('Catrin is ill'), cancelledBy: 'staff'}));
  expect(screen.getByText('Nothing has been arranged yet. You can ask at any time.')).toBeTruthy();
  expect(screen.getByText('Not happening: Thursday 3 December 2099')).toBeTruthy();
  expect(screen.getByText('Catrin is ill')).toBeTruthy();
});

test('the calendar gets a word and a time, only when it is asked for', async () => {
  const given: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {createObjectURL: (file: Blob) => (given.push(file), 'blob:x'), revokeObjectURL: () => undefined}),
  );
  const {user} = await open(helps('2099-12-03'), visit(30));
  expect(given).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Put it in my calendar'}));
  await vi.waitFor(() => expect(given.length).toBe(1));
  const text = await new Promise(resolve => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsText(given[0] ?? new Blob());
  });
  expect(text).toContain('SUMMARY:Visit');
  expect(text).not.toMatch(/Caffi|Catrin|flat/u);
});
