/** What has come how far, in words; what was refused is readable; what was changed in two places waits for a choice. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test, vi} from 'vitest';
import type {Head} from '#domain/shared/record.ts';
import type {OutboxItem} from '#client/vault/contract.ts';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  idFor,
  recordOf,
  riskHead,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {SyncPage} from './sync-page.tsx';

const FFION = idFor(1);
const item = (number: number, state: OutboxItem['state'], more: Partial<OutboxItem> = {}): OutboxItem => ({
  op: idFor(number),
  record: idFor(number),
  kind: 'contact.record',
  person: idFor(900),
  at: '2026-11-22T10:00:00.000Z',
  state,
  ...more,
});
const part = (title: string) => within(must(screen.getByRole('heading', {level: 2, name: title}).closest('section'), 'a part of the page'));

test('what waits stands first; of what the council has, the newest few are in view and the rest folds away', async () => {
  const device = new FakeDevice();
  device.items.push(...Array.from({length: 8}, (_, index) => item(index + 1, 'accepted')), item(20, 'rejected'));
  await renderScreen(<SyncPage />, {device});
  const cards = screen.getAllByRole('article');
  expect(within(must(cards[0], 'a card')).getByText('Needs your attention: not accepted')).toBeTruthy();
  const folded = must(screen.getByText('Earlier work that the council has: 5').closest('details'), 'details');
  expect(folded.open).toBe(false);
  expect(folded.querySelectorAll('article')).toHaveLength(5);
  expect(cards).toHaveLength(9);
});

test('each piece stands under words that say where it is, with a true number', async () => {
  const device = new FakeDevice();
  device.items.push(item(1, 'saved_here'), item(2, 'saved_here'), item(3, 'sending'), item(4, 'sent'), item(5, 'parked'));
  await renderScreen(<SyncPage />, {device});
  expect(part('Only on this device: 2').getAllByRole('article')).toHaveLength(2);
  expect(part('On the way: 2').getAllByRole('article')).toHaveLength(2);
  expect(part('With a manager: 1').getByText(/A manager looks at the words/u)).toBeTruthy();
  expect(screen.queryByRole('heading', {name: /Not accepted|With the council|Kept beside/u})).toBeNull();
});

test('the first loading is a figure of people, and no figure before the server has said how many', async () => {
  const device = new FakeDevice({sync: {firstSync: {received: 0, expected: 0}}});
  await renderScreen(<SyncPage />, {device});
  expect(screen.getByRole('progressbar').getAttribute('value')).toBeNull();
  device.sync({firstSync: {received: 3, expected: 12}});
  expect(await screen.findByText('3 of 12 people')).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('3');
});

test('what was refused is put away by its author alone, asks for nothing more and can still be read', async () => {
  const device = new FakeDevice();
  device.items.push(
    item(1, 'rejected', {body: {note: {text: 'Galwais i.', lang: 'cy'}}}),
    item(2, 'parked', {body: {note: {text: 'Called too late.', lang: 'en'}}}),
  );
  const {user} = await renderScreen(<SyncPage />, {device});
  // A manager looks at what is parked: it is not the author's to put away.
  expect(screen.getAllByRole('button', {name: /^Put away/u})).toHaveLength(1);
  await user.click(screen.getByRole('button', {name: /^Put away/u}));
  expect(screen.getByText(/where you can still read your words/u)).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Yes, put it away'}));
  const away = part('Put away: 1');
  const folded = must(away.getByText('Show what was put away (1)').closest('details'), 'details');
  expect(folded.open).toBe(false);
  expect(within(folded).getByText('Galwais i.')).toBeTruthy();
  expect(within(folded).queryByRole('button', {name: /^Put away/u})).toBeNull();
  expect(screen.queryByRole('heading', {name: /Not accepted/u})).toBeNull();
});

test('what was refused says why, and its words can be read and copied', async () => {
  const device = new FakeDevice();
  device.items.push(
    item(1, 'rejected', {
      code: 'date_in_future',
      body: {
        on: '2027-01-01',
        type: 'phone',
        note: {text: 'Galwais i. Neb yno.', lang: 'cy'},
        actions: [{what: {text: 'Ring again', lang: 'en'}}],
      },
    }),
    item(2, 'rejected', {kind: 'details.change', code: 'not_permitted', body: {phone: '07700900123', town: null}}),
  );
  const {user} = await renderScreen(<SyncPage />, {device});
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const [first, second] = screen.getAllByRole('article').map(card => within(card));
  const contact = must(first, 'a card');
  expect(contact.getByText('Galwais i. Neb yno.').getAttribute('lang')).toBe('cy');
  expect(contact.getByText('The date must be today or in the past')).toBeTruthy();
  await user.click(contact.getByText('Read your words'));
  await user.click(contact.getByRole('button', {name: 'Copy the words'}));
  expect(writeText).toHaveBeenCalledWith('Galwais i. Neb yno.\n\nRing again');
  expect(await contact.findByText(/The words are copied/u)).toBeTruthy();
  // A phone number is no sentence, and all the same somebody typed it.
  expect(must(second, 'a card').getByText('07700900123')).toBeTruthy();
});

test('money of a plan that was refused is said in words of the screen, with how much', async () => {
  const device = new FakeDevice();
  device.items.push(
    item(1, 'rejected', {
      kind: 'money-line.add',
      body: {what: 'rent_behind', amount: {pence: 24_000, every: null}, words: {text: 'Ers mis Awst', lang: 'cy'}},
    }),
    item(2, 'rejected', {kind: 'money-line.change', body: {amount: {pence: 9_550, every: 'week'}}}),
  );
  await renderScreen(<SyncPage />, {device, language: 'cy'});
  const [first, second] = screen.getAllByRole('article').map(card => must(card.textContent, 'text'));
  for (const there of ['Rhent heb ei dalu eto: £240', 'Ers mis Awst']) expect(first).toContain(there);
  expect(first).not.toContain('rent_behind');
  expect(second).toContain('£95.50, bob wythnos');
});

const risk = (...heads: Head[]) => recordOf('risk-summary', idFor(20), FFION, {words: (heads[0]?.value ?? null) as never}, {words: heads});
const people = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
];

test('two versions are counted and lead to the choice; once somebody has chosen, the work has arrived', async () => {
  const device = new FakeDevice({records: [...people, risk(riskHead(1, SELF, 'One'), riskHead(2, COLLEAGUE, 'Two'))]});
  device.items.push(item(1, 'kept_beside_another', {record: idFor(20), kind: 'risk-summary.write'}));
  await renderScreen(<SyncPage />, {device});
  expect(screen.getByRole('link', {name: 'Two versions wait for a choice: 1'}).getAttribute('href')).toBe('/together');
  expect(screen.getByRole('link', {name: 'Read the versions and choose'}).getAttribute('href')).toBe(`/together/${idFor(20)}/words`);
  device.put(risk(riskHead(3, COLLEAGUE, 'Both')));
  expect(await screen.findByText('With the council: 1')).toBeTruthy();
  expect(screen.queryByText('Two versions wait for a choice: 1')).toBeNull();
});

test('one person on one device never meets two versions, however often they write', async () => {
  const device = new FakeDevice({records: [...people, risk()]});
  await renderScreen(<SyncPage />, {device});
  const phase = device.phase();
  if (phase.kind !== 'open') throw new Error('the vault is open');
  const {vault} = phase;
  for (const text of ['One', 'Two', 'Three']) {
    const seen = vault.memory.record(idFor(20))?.heads['words']?.flatMap(({ops}) => ops) ?? [];
    await vault.save([
      {kind: 'risk-summary.write', record: idFor(20), person: FFION, body: {words: {text, lang: 'en'}}, bases: {words: seen}},
    ]);
  }
  expect(await screen.findByText('Only on this device: 3')).toBeTruthy();
  expect(screen.queryByText(/Two versions/u)).toBeNull();
});

const head = (op: number, author: string, value: string, at: string, overtaken = false): Head => ({
  ops: [idFor(op)],
  value,
  author,
  device: null,
  at,
  ...(overtaken ? {overtaken: true as const} : {}),
});
const shown = head(1, COLLEAGUE, '01792 960 112', '2026-11-21T10:42:00.000Z');
const passed = head(2, SELF, '07700 900 123', '2026-11-21T09:10:00.000Z', true);
const young = youngPersonRecord(idFor(21), FFION, {phone: '01792 960 112'}, {phone: [shown, passed]});

test.each([
  ['This is right: Phone number', '01792 960 112'],
  ['Put mine back', '07700 900 123'],
])('a detail changed in two places: "%s" settles it, with both values seen', async (button, value) => {
  const device = new FakeDevice({records: [...people, young]});
  const {user} = await renderScreen(<SyncPage />, {device});
  const offline = part('Changed while you were offline');
  expect(offline.getByText('About: Ffion')).toBeTruthy();
  expect(offline.getByRole('article').textContent).toMatch(
    /Shown now01792 960 112By: Catrin Hafgan-Price.*Not shown now07700 900 123By you/u,
  );
  await user.click(offline.getByRole('button', {name: button}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toEqual({
    kind: 'conflict.settle',
    record: young.id,
    person: FFION,
    body: {field: 'phone', value},
    bases: {phone: [idFor(1), idFor(2)]},
  });
  expect(await screen.findByText('Saved. The other value is in the history.')).toBeTruthy();
  expect(screen.queryByText('Not shown now')).toBeNull();
});

test('after too long without the council nothing of anybody’s file is read here', async () => {
  const device = new FakeDevice({
    records: [...people, young, risk(riskHead(1, SELF, 'One'), riskHead(2, COLLEAGUE, 'Two'))],
    sync: {leaseEnded: true},
  });
  device.items.push(item(1, 'rejected', {body: {note: {text: 'Galwais i.', lang: 'cy'}}}));
  await renderScreen(<SyncPage />, {device});
  expect(screen.queryByText(/07700|01792|Two versions|Galwais/u)).toBeNull();
});

test('a clock that is out by more than five minutes is named, fast or slow; less is nobody’s business', async () => {
  const device = new FakeDevice();
  device.sync({clockAheadMinutes: 5});
  await renderScreen(<SyncPage />, {device});
  expect(screen.queryByText(/clock/)).toBeNull();
  device.sync({clockAheadMinutes: 90});
  expect(await screen.findByText('This device’s clock is fast')).toBeTruthy();
  device.sync({clockAheadMinutes: -6});
  expect(await screen.findByText('This device’s clock is slow')).toBeTruthy();
});
