/** Parked work: the words are shown whole, taken on before they are settled, and done only when the server says so. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {ParkedItem} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {ParkedPage} from './parked-page.tsx';

const OP = idFor(41);
const NOTE = 'Gwelais hi wrth y siop.';
const item = (owner: ParkedItem['owner']): ParkedItem => ({
  op: OP,
  kind: 'contact.record',
  author: COLLEAGUE,
  authorName: 'Catrin Hafgan-Price',
  person: {id: idFor(1), knownAs: 'Ffion'},
  reason: 'grant_ended',
  writtenAt: '2026-11-20T10:00:00.000Z',
  parkedAt: '2026-11-21T10:00:00.000Z',
  owner,
  body: {text: NOTE, lang: 'cy'},
  closed: null,
});

/** A server with one piece of work, which keeps what it was asked. */
function serverWith(owner: ParkedItem['owner'], losesAnswers = 0) {
  const asked: object[] = [];
  let now: ParkedItem | null = item(owner);
  let lost = losesAnswers;
  const device = new FakeDevice({
    role: 'manager',
    records: [staffRecord(SELF, 'Lowri', 'Haf'), staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price')],
    teamwork: {
      parked: async () => ({ok: true, value: {items: now === null ? [] : [now], owners: [SELF, COLLEAGUE]}}),
      ownParked: async request => {
        asked.push(request);
        now = item(request.to);
        return {ok: true, value: {refused: null, as: null}};
      },
      settleParked: async request => {
        asked.push(request);
        now = null;
        if (lost-- > 0) return {ok: false, code: 'offline'};
        return {ok: true, value: {refused: null, as: request.kind === 'file' ? 'filed' : 'closed'}};
      },
    },
  });
  return {device, asked};
}
const open = (device: FakeDevice) => renderScreen(<ParkedPage />, {device});

test('a piece of work is taken on, then put in the file; the same press after a lost answer carries the same id', async () => {
  const {device, asked} = serverWith(null, 1);
  const {user} = await open(device);
  expect(await screen.findByText(NOTE)).toHaveProperty('lang', 'cy');
  expect(screen.queryByRole('button', {name: 'Put it in the file'})).toBeNull();
  await user.click(screen.getByRole('button', {name: 'Take this on'}));
  await user.click(await screen.findByRole('button', {name: 'Put it in the file'}));
  await screen.findByRole('alert');
  await user.click(screen.getByRole('button', {name: 'Put it in the file'}));
  expect(await screen.findByText('It is in the file, in the name of who wrote it.')).toBeTruthy();
  const [own, first, second] = asked;
  expect(own).toEqual({op: OP, from: null, to: SELF});
  expect(first).toMatchObject({op: OP, kind: 'file', words: null});
  expect(second).toEqual(first);
});

test('closing needs a reason, which is sent', async () => {
  const {device, asked} = serverWith(SELF);
  const {user} = await open(device);
  await user.click(await screen.findByText('Close it with a reason'));
  await user.click(screen.getByRole('button', {name: 'Close'}));
  expect(await screen.findByRole('link', {name: 'Write why'})).toBeTruthy();
  expect(asked).toEqual([]);
  await user.type(screen.getByLabelText('Why is nothing more to be done?'), 'Recorded already.');
  await user.click(screen.getByRole('button', {name: 'Close'}));
  await waitFor(() => expect(asked).toMatchObject([{op: OP, kind: 'close', words: 'Recorded already.'}]));
});

test('what a colleague has taken on is shown and cannot be settled', async () => {
  const {device} = serverWith(COLLEAGUE);
  await open(device);
  const card = (await screen.findByText(NOTE)).closest('article');
  expect(within(card as HTMLElement).queryByRole('button')).toBeNull();
});

test('what an owner left behind who settles no more can be taken on', async () => {
  const {device, asked} = serverWith(idFor(77));
  const {user} = await open(device);
  await user.click(await screen.findByRole('button', {name: 'Take this on'}));
  expect(await screen.findByText('You have taken this on.')).toBeTruthy();
  expect(asked).toEqual([{op: OP, from: idFor(77), to: SELF}]);
});

test('what is settled is among the settled at once, also after another with the same end', async () => {
  const waiting = [item(SELF), {...item(SELF), op: idFor(42), body: {text: 'Yr ail', lang: 'cy'}}];
  const closed: ParkedItem[] = [];
  const device = new FakeDevice({
    role: 'manager',
    teamwork: {
      parked: async state => ({ok: true, value: {items: [...(state === 'open' ? waiting : closed)], owners: [SELF]}}),
      settleParked: async ({op}) => {
        const [gone] = waiting.splice(
          waiting.findIndex(each => each.op === op),
          1,
        );
        if (gone) closed.push({...gone, closed: {at: '2026-11-22T10:00:00.000Z', by: SELF, as: 'filed', words: null}});
        return {ok: true, value: {refused: null, as: 'filed'}};
      },
    },
  });
  const {user} = await open(device);
  await user.click(await screen.findByRole('button', {name: 'Show what is settled'}));
  for (const left of [1, 0]) {
    await user.click(screen.getAllByRole('button', {name: 'Put it in the file'})[0] as HTMLElement);
    await waitFor(() => expect(screen.queryAllByRole('button', {name: 'Put it in the file'})).toHaveLength(left));
  }
  expect(await screen.findByText('Yr ail')).toBeTruthy();
  expect(screen.getByText(NOTE)).toBeTruthy();
});

test('a colleague was first: it says so when the work has left the list, and what was typed stays within reach', async () => {
  let items = [item(SELF)];
  const device = new FakeDevice({
    role: 'manager',
    teamwork: {
      parked: async () => ({ok: true, value: {items, owners: [SELF, COLLEAGUE]}}),
      settleParked: async () => {
        items = [];
        return {ok: true, value: {refused: 'state_moved', as: null}};
      },
    },
  });
  const {user} = await open(device);
  await user.click(await screen.findByText('Close it with a reason'));
  await user.type(screen.getByLabelText('Why is nothing more to be done?'), 'Recorded already.');
  await user.click(screen.getByRole('button', {name: 'Close'}));
  expect(await screen.findByText('Nothing is waiting')).toBeTruthy();
  expect(screen.getByText('A colleague has changed this since. Look at it again.')).toBeTruthy();
  expect(screen.getByText('Recorded already.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Delete this draft'}));
  await user.click(screen.getByRole('button', {name: 'Yes, delete the draft'}));
  await waitFor(() => expect(screen.queryByText('Recorded already.')).toBeNull());
  expect(device.kept.size).toBe(0);
});

test('names and words of others are marked as theirs on a Welsh screen', async () => {
  const settled = {...item(COLLEAGUE), closed: {at: '2026-11-22T10:00:00.000Z', by: SELF, as: 'closed', words: 'Written twice'} as const};
  const device = new FakeDevice({
    role: 'manager',
    records: [staffRecord(COLLEAGUE, 'Lowri', 'Haf')],
    teamwork: {parked: async state => ({ok: true, value: {items: state === 'open' ? [] : [settled], owners: [SELF]}})},
  });
  const {user} = await renderScreen(<ParkedPage />, {device, language: 'cy'});
  await user.click(await screen.findByRole('button', {name: 'Dangos beth sydd wedi’i setlo'}));
  await screen.findByText('Written twice');
  for (const text of ['Ffion', 'Catrin Hafgan-Price', 'Lowri Haf', NOTE, 'Written twice'])
    expect([text, screen.getByText(text).closest('[translate="no"]') !== null]).toEqual([text, true]);
});

test('without a connection it says so', async () => {
  await open(new FakeDevice({role: 'manager'}));
  expect(await screen.findByText('This list is kept on the server. Connect to see it.')).toBeTruthy();
});

test('money of a plan says what it is and how much, in words of the screen and not in codes', async () => {
  const body = {what: 'rent_behind', amount: {pence: 24_000, every: null}, words: null};
  const device = new FakeDevice({
    role: 'manager',
    records: [staffRecord(SELF, 'Lowri', 'Haf')],
    teamwork: {parked: async () => ({ok: true, value: {items: [{...item(SELF), kind: 'money-line.add', body}], owners: [SELF]}})},
  });
  await renderScreen(<ParkedPage />, {device, language: 'cy'});
  expect(await screen.findByText('Rhent heb ei dalu eto: £240')).toBeTruthy();
  expect(screen.queryByText('rent_behind')).toBeNull();
});
