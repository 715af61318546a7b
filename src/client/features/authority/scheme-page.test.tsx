/** Setting up an income scheme with no code: what goes out, what is wrong at which field, and what of the pilot is not for changing. */
import {act, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {BASIC_INCOME_PILOT, PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {SchemePage} from './scheme-page.tsx';
import {SchemesPage} from './schemes-page.tsx';

const device = (role: 'manager' | 'administrator' | 'adviser' = 'administrator') =>
  new FakeDevice({records: [staffRecord(SELF, 'Lowri', 'Haf')], role});
const open = (on: FakeDevice, id: string, language: 'cy' | 'en' = 'en') =>
  renderScreen(<SchemePage />, {device: on, at: `/authority/schemes/${id}`, path: '/authority/schemes/:scheme', language});
const date = async ({user}: Awaited<ReturnType<typeof open>>, at: number, day: string, month: string, year: string) => {
  for (const [label, typed] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const)
    await user.type(screen.getAllByLabelText(label)[at] as HTMLElement, typed);
};

test('the pilot is there, closed, before anybody has set anything up', async () => {
  await renderScreen(<SchemesPage />, {device: device(), at: '/authority/schemes', path: '/authority/schemes', language: 'cy'});
  expect(screen.getByRole('link', {name: BASIC_INCOME_PILOT.name.cy}).getAttribute('href')).toBe(`/authority/schemes/${PILOT_ID}`);
  expect(screen.getByText('Mae’r cynllun hwn wedi cau')).toBeTruthy();
  expect(screen.getByText('£1,280')).toBeTruthy();
});

test('another scheme, with a question of the authority’s own', async () => {
  const on = device();
  const drawn = await open(on, 'new');
  const {user} = drawn;
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(screen.getAllByText(/Enter the name of the scheme in both languages/u).length).toBeGreaterThan(1);
  expect(on.saved).toEqual([]);
  await user.type(screen.getByLabelText('Name of the scheme in Welsh'), 'Incwm Cychwyn');
  await user.type(screen.getByLabelText('Name of the scheme in English'), 'Starting Income');
  await date(drawn, 0, '1', '1', '2027');
  await date(drawn, 1, '31', '12', '2027');
  await user.type(screen.getByLabelText('A month before tax'), '£500');
  await user.type(screen.getByLabelText('A month after tax'), '400.50');
  await user.type(screen.getByLabelText('Months of payment'), '12');
  await user.click(screen.getByLabelText('The end moves, and every payment is made'));
  await user.type(screen.getByLabelText('Months to ask while payments come'), '12, 1 6');
  await user.click(screen.getByRole('button', {name: 'Add a question'}));
  await user.type(screen.getByLabelText('In Welsh', {selector: '#own-0'}), 'Beth helpodd?');
  await user.type(screen.getByLabelText('In English', {selector: '#own-0-en'}), 'What helped?');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]).toMatchObject({
    kind: 'income-scheme.set',
    person: null,
    body: {
      name: {cy: 'Incwm Cychwyn', en: 'Starting Income'},
      turns: 18,
      birthdayFrom: '2027-01-01',
      birthdayUntil: '2027-12-31',
      grossPence: 50_000,
      netPence: 40_050,
      payments: 12,
      pausesMoveEnd: true,
      closedOn: null,
      lastPaymentMonth: null,
      checkIns: [1, 6, 12],
      checkInsAfter: [3, 6, 12],
      ownQuestions: [{cy: 'Beth helpodd?', en: 'What helped?'}],
      reason: null,
    },
  });
});

test('of the pilot only what is asked can be changed, with a reason', async () => {
  const on = device('manager');
  const {user} = await open(on, PILOT_ID);
  expect(screen.queryByLabelText('A month before tax')).toBeNull();
  await user.click(screen.getByLabelText('Savings'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(screen.getAllByText('Write why it changes').length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText('Why it changes'), 'Shorter');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  const {body} = on.saved[0] as {body: {questions: string[]}};
  expect(body).toMatchObject({netPence: 128_000, payments: 24, closedOn: '2025-07-14', reason: 'Shorter'});
  expect(body.questions).not.toContain('savings');
});

test('what a colleague has changed since one began is not written over: it is said, and nothing that was typed goes', async () => {
  const scheme = idFor(80);
  const stored = {...BASIC_INCOME_PILOT, closedOn: null, reason: null};
  const on = new FakeDevice({
    records: [staffRecord(SELF, 'Lowri', 'Haf'), recordOf('income-scheme', scheme, null, stored)],
    role: 'manager',
  });
  const {user} = await open(on, scheme);
  await user.click(screen.getByRole('button', {name: 'Add a question'}));
  await user.type(screen.getByLabelText('In Welsh', {selector: '#own-0'}), 'Beth helpodd?');
  await user.type(screen.getByLabelText('In English', {selector: '#own-0-en'}), 'What helped?');
  await user.type(screen.getByLabelText('Why it changes'), 'Ours');
  const theirs = {...stored, ownQuestions: [{cy: 'Pam?', en: 'Why?'}], reason: 'Theirs'};
  const state = [{ops: [idFor(501)], value: 'income-scheme.set', author: idFor(70), device: null, at: '2026-11-21T09:00:00.000Z'}];
  act(() => on.put(recordOf('income-scheme', scheme, null, theirs, {state})));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(screen.getByText('This has changed since you opened it. Look at it again.')).toBeTruthy();
  expect(on.saved).toEqual([]);
  expect(screen.getByDisplayValue('What helped?')).toBeTruthy();
});

test('an adviser sees it and changes nothing', async () => {
  await open(device('adviser'), PILOT_ID);
  expect(screen.queryByRole('button', {name: 'Save'})).toBeNull();
  expect(screen.getByText('Managers and administrators can change this.')).toBeTruthy();
});
