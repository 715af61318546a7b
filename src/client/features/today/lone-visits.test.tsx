/** On Today: that one is out, with the way to say safe back; that a colleague whom one watches is late; and nobody else's. */
import {screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, recordOf, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {LoneVisits} from './lone-visits.tsx';

const OUT = idFor(70);
const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const lone = (changes: Partial<DataOf<'lone-visit'>>, id = OUT): DomainRecord => ({
  ...recordOf('lone-visit', id, '', {
    worker: SELF,
    watcher: COLLEAGUE,
    startedAt: hour(-2),
    expectedBackAt: hour(1),
    safeBackAt: null,
    safeBackBy: null,
    ...changes,
  }),
  person: null,
});
const staff = [staffRecord(SELF, 'Catrin', 'Hafgan'), staffRecord(COLLEAGUE, 'Elin', 'Sioned')];

test('one’s own: safe back in one press, or half an hour more', async () => {
  const device = new FakeDevice({records: [...staff, lone({})]});
  const {user} = await renderScreen(<LoneVisits />, {device});
  expect(screen.getByText('You are out')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Half an hour more'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'lone-visit.extend', record: OUT}));
  await user.click(screen.getByRole('button', {name: 'I am safe back'}));
  await waitFor(() => expect(device.saved[1]).toMatchObject({kind: 'lone-visit.safe-back', record: OUT, person: null}));
  await waitFor(() => expect(screen.queryByText('You are out')).toBeNull());
});

test('a colleague who is late: who, what to do, and to say that they were reached', async () => {
  const device = new FakeDevice({records: [...staff, lone({worker: COLLEAGUE, watcher: SELF, expectedBackAt: hour(-1)})]});
  await renderScreen(<LoneVisits />, {device});
  expect(screen.getByText('Elin Sioned')).toBeTruthy();
  expect(screen.getByText(/^Should be back since/u)).toBeTruthy();
  expect(screen.getByText(/Ring them now/u)).toBeTruthy();
  expect(screen.getByRole('button', {name: 'I have reached them: they are safe'})).toBeTruthy();
});

test('what is over, and what others watch, is not here', async () => {
  const device = new FakeDevice({
    records: [...staff, lone({safeBackAt: hour(-1), safeBackBy: SELF}), lone({worker: COLLEAGUE, watcher: idFor(88)}, idFor(71))],
  });
  await renderScreen(<LoneVisits />, {device});
  expect(screen.queryByRole('heading', {name: 'Out on a visit'})).toBeNull();
});
