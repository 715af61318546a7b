import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, recordOf, riskHead, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const mine = riskHead(1, SELF, 'Ci mawr. Ffoniwch cyn cyrraedd.', 'cy');
const theirs = riskHead(2, COLLEAGUE, 'The dog has gone.');
const base = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
];
const risk = (...heads: (typeof mine)[]) =>
  recordOf('risk-summary', idFor(20), FFION, {words: (heads[0]?.value ?? null) as never}, {words: heads});
const open = (device: FakeDevice) =>
  renderScreen(<PersonPage part="overview" />, {device, at: `/people/${FFION}`, path: '/people/:person'});

test('two versions stand side by side with who, when and where, and nothing is chosen', async () => {
  await open(new FakeDevice({records: [...base, risk(mine, theirs)]}));
  const one = must(screen.getByText('Version 1').closest('article'), 'a card');
  const two = must(screen.getByText('Version 2').closest('article'), 'a card');
  expect(within(one).getByText('Ci mawr. Ffoniwch cyn cyrraedd.').getAttribute('lang')).toBe('cy');
  expect(within(one).getByText(/Written by you/u).textContent).toContain('On this device');
  expect(within(one).getByText('Written in Welsh')).toBeTruthy();
  expect(within(two).getByText('The dog has gone.')).toBeTruthy();
  expect(within(two).getByText(/Written by Catrin Hafgan-Price/u).textContent).toContain('On another device');
  expect(screen.getByText(/Both are kept and nothing is lost/u)).toBeTruthy();
});

test('rewriting one version names the words that were in view', async () => {
  const device = new FakeDevice({records: [...base, risk(mine, theirs)]});
  const {user} = await open(device);
  await user.click(screen.getAllByRole('button', {name: 'Change this version'})[1] as HTMLElement);
  const field = screen.getByLabelText('What to know before a visit');
  expect((field as HTMLTextAreaElement).value).toBe('The dog has gone.');
  await user.type(field, ' Ring twice.');
  await user.click(screen.getByRole('button', {name: 'Save the risk summary'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({
    kind: 'risk-summary.write',
    bases: {words: theirs.ops},
    body: {words: {text: 'The dog has gone. Ring twice.', lang: 'en'}},
  });
  expect(await screen.findByText('Ci mawr. Ffoniwch cyn cyrraedd.')).toBeTruthy();
});

test('words that arrive while somebody writes do not change what their draft replaces', async () => {
  const device = new FakeDevice({records: [...base, risk(mine)]});
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Change the risk summary'}));
  await user.type(screen.getByLabelText('What to know before a visit'), '!');
  device.put(risk(theirs));
  await user.click(screen.getByRole('button', {name: 'Save the risk summary'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({bases: {words: mine.ops}}));
  expect(await screen.findByText('There are two versions')).toBeTruthy();
});

test('a second press while it is being saved writes nothing twice', async () => {
  const device = new FakeDevice({records: [...base, risk(mine)]});
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Change the risk summary'}));
  await user.type(screen.getByLabelText('What to know before a visit'), '!');
  await user.dblClick(screen.getByRole('button', {name: 'Save the risk summary'}));
  await waitFor(() => expect(screen.queryByRole('button', {name: 'Save the risk summary'})).toBeNull());
  expect(device.saved).toHaveLength(1);
});

test('cancelling asks before it throws words away', async () => {
  const device = new FakeDevice({records: [...base, risk(mine)]});
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Change the risk summary'}));
  const field = screen.getByLabelText('What to know before a visit');
  await user.type(field, ' Mae’r gath yn brathu.');
  await user.click(screen.getByRole('button', {name: 'Cancel'}));
  await user.click(screen.getByRole('button', {name: 'No, keep it'}));
  expect((field as HTMLTextAreaElement).value).toContain('Mae’r gath yn brathu.');
  await user.click(screen.getByRole('button', {name: 'Cancel'}));
  await user.click(screen.getByRole('button', {name: 'Yes, delete the draft'}));
  await waitFor(() => expect(device.kept.size).toBe(0));
  expect(await screen.findByText('Ci mawr. Ffoniwch cyn cyrraedd.')).toBeTruthy();
});
