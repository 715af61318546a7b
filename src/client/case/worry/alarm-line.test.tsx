/** The line above every screen: how many worries nobody has read, never whose; on the icon too; gone when it is read. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {beforeEach, expect, test} from 'vitest';
import type {PersonSummary} from '#domain/young-person/summary.ts';
import {AlarmLine} from './alarm-line.tsx';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, SELF, staffRecord, summaryRecord, worryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';

let badge: number | null = null;
Object.assign(navigator, {setAppBadge: async (count: number) => void (badge = count), clearAppBadge: async () => void (badge = null)});
beforeEach(() => {
  badge = null;
});

const NIA = idFor(2);
const NAME = 'Nia';
const theirs = [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(NIA, {knownAs: NAME}), youngPersonRecord(NIA, NIA)];
const at = (device: FakeDevice, address: string, language: 'cy' | 'en' = 'en', to = '/today') =>
  renderScreen(<AlarmLine to={to} listedOn={['/today', '/team']} />, {device, at: address, path: '*', language});

test('on any other screen it says how many, leads to where they are listed, and names nobody', async () => {
  await at(new FakeDevice({records: [...theirs, worryRecord(idFor(50), NIA)]}), '/people');
  const link = screen.getByRole('link', {name: 'A worry that nobody has read (1)'});
  expect(link.getAttribute('href')).toBe('/today');
  expect(document.body.textContent).not.toContain(NAME);
  await waitFor(() => expect(badge).toBe(1));
});

test('in Welsh', async () => {
  await at(new FakeDevice({records: [...theirs, worryRecord(idFor(50), NIA)]}), '/people', 'cy');
  expect(screen.getByRole('link', {name: 'Pryder nad oes neb wedi’i ddarllen (1)'})).toBeTruthy();
});

test('the screen that lists them needs no line, and keeps the number on the icon', async () => {
  await at(new FakeDevice({records: [...theirs, worryRecord(idFor(50), NIA)]}), '/today');
  expect(screen.queryByRole('link')).toBeNull();
  await waitFor(() => expect(badge).toBe(1));
});

test('nothing is said where all have been read, and the number goes with the lock', async () => {
  const read = worryRecord(idFor(50), NIA, {seenBy: [{holder: SELF, at: '2026-11-20T10:00:00.000Z'}]});
  await at(new FakeDevice({records: [...theirs, read]}), '/people');
  expect(screen.queryByRole('link')).toBeNull();
  cleanup();
  await at(new FakeDevice({records: [...theirs, worryRecord(idFor(50), NIA)]}), '/people');
  await waitFor(() => expect(badge).toBe(1));
  cleanup();
  await waitFor(() => expect(badge).toBeNull());
});

test('of files that are not here: only what was passed on, so that a manager is not called for each that an adviser has just had', async () => {
  const told = (to: 'manager' | null): Partial<PersonSummary> => ({
    worry: 'unread',
    alarm: {to, at: '2026-11-20T10:00:00.000Z', urgent: true},
  });
  const of = (to: 'manager' | null) =>
    new FakeDevice({role: 'manager', records: [summaryRecord(NIA, {knownAs: NAME, ...told(to)})], withoutFile: [NIA]});
  await at(of(null), '/people', 'en', '/team');
  expect(screen.queryByRole('link')).toBeNull();
  cleanup();
  await at(of('manager'), '/people', 'en', '/team');
  expect(screen.getByRole('link').getAttribute('href')).toBe('/team');
});
