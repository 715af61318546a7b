/** Worries: on the overview until somebody has closed them; read by whom, and closed with what came of it. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {afterEach, expect, test, vi} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, SELF, staffRecord, summaryRecord, worryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const worry = (changes: Partial<DataOf<'worry'>> = {}, id = idFor(50)) => worryRecord(id, FFION, changes);
const people = [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion'}), youngPersonRecord(FFION, FFION)];
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<PersonPage part="overview" />, {device, at: `/people/${FFION}`, path: '/people/:person', language});

afterEach(() => {
  vi.useRealTimers();
});

test('the most pressing first; one press says that somebody has read it', async () => {
  const device = new FakeDevice({records: [...people, worry(), worry({about: 'no_home_tonight'}, idFor(51))]});
  const {user} = await open(device);
  const titles = screen.getAllByRole('heading', {level: 3}).map(({textContent}) => textContent);
  expect(titles.slice(0, 2)).toEqual(['Nowhere to stay tonight', 'Behind with rent or bills']);
  await user.click(screen.getAllByRole('button', {name: 'I have read this and will act'})[0] as HTMLElement);
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'worry.see', record: idFor(51), body: {}}));
});

test('is closed with what came of it, and not without', async () => {
  const device = new FakeDevice({records: [...people, worry({seenBy: [{holder: SELF, at: '2026-11-20T11:00:00.000Z'}]})]});
  const {user} = await open(device);
  expect(screen.getByText('Read by: Lowri Haf')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'I have read this and will act'})).toBeNull();
  await user.click(screen.getByText('Close the worry'));
  await user.click(screen.getByRole('button', {name: 'Save and close'}));
  expect(screen.getAllByText('Write what came of it').length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText('What came of it?'), 'Rent plan agreed');
  await user.click(screen.getByRole('button', {name: 'Save and close'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'worry.close', body: {outcome: 'Rent plan agreed'}}));
});

test('one that is kept from a phone says so; a closed one is not among the open ones', async () => {
  const device = new FakeDevice({records: [...people, {...worry({about: 'money_controlled'}), scope: idFor(602)}]});
  await open(device, 'cy');
  expect(screen.getByText('Nid yw hyn i’w weld ar ddyfais Ffion, rhag ofn bod rhywun arall yn ei defnyddio.')).toBeTruthy();
  cleanup();
  await open(new FakeDevice({records: [...people, worry({closedAt: '2026-11-21T09:00:00.000Z', outcome: 'Done'})]}));
  expect(screen.queryByText('Worries that are still open')).toBeNull();
});

test('what was closed is read with what was done and what came of it, lately in view, later folded; nothing is done to it', async () => {
  const closed = worry({
    acts: [{what: 'phoned', to: null, by: SELF, at: '2026-11-21T02:10:00.000Z', words: {text: 'Safe at her nain’s', lang: 'en'}}],
    seenBy: [{holder: SELF, at: '2026-11-21T02:05:00.000Z'}],
    closedAt: '2026-11-21T02:30:00.000Z',
    outcome: 'A bed for the night',
  });
  vi.setSystemTime(new Date('2026-11-21T08:30:00Z'));
  await open(new FakeDevice({records: [...people, closed]}));
  const fold = () => screen.getByText('Worries that have been closed').closest('details') as HTMLDetailsElement;
  expect(fold().open).toBe(true);
  const inside = within(fold());
  for (const words of ['Phone call by: Lowri Haf', 'Safe at her nain’s', 'A bed for the night', 'Closed'])
    expect(inside.getByText(words)).toBeTruthy();
  expect(inside.queryByRole('button')).toBeNull();
  expect(inside.queryByText(/read it/u)).toBeNull();
  cleanup();
  vi.setSystemTime(new Date('2026-11-25T08:30:00Z'));
  await open(new FakeDevice({records: [...people, closed]}), 'cy');
  expect((screen.getByText('Pryderon sydd wedi’u cau').closest('details') as HTMLDetailsElement).open).toBe(false);
});
