/** A check-in answered alone: any one answer is enough, none is needed, nothing is scored, and what is hard reaches somebody. */
import {act, cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {addToMonth, monthOf} from '#domain/shared/month.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {
  enrolmentRecord,
  idFor,
  recordOf,
  SELF,
  whoHelpsRecord,
  worryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {HomePage} from './home-page.tsx';
import {IncomePage} from './income-page.tsx';
import {MoneyPage} from './money-page.tsx';
import {OwnCheckInPage} from './own-check-in-page.tsx';

const FFION = idFor(1);
const ENROLMENT = idFor(40);
const today = calendarDateInWales(Date.now());
const enrolment = (changes: Partial<DataOf<'income-enrolment'>> = {}) => enrolmentRecord(ENROLMENT, FFION, changes);
/** As it was three months after the last payment: a check-in waits. */
const threeMonthsAfter = () => enrolment({finalPaymentMonth: addToMonth(monthOf(today), -3)});
const scheme = (changes: object = {}) => ({
  id: PILOT_ID,
  name: {cy: 'Cynllun Enghraifft', en: 'Example Scheme'},
  payments: 24,
  closedOn: date('2025-07-14'),
  lastPaymentMonth: '2025-12',
  checkIns: [1, 3],
  checkInsAfter: [3],
  questions: ['coversEssentials' as const, 'moneyControlled' as const, 'wellbeing' as const, 'usedFor' as const, 'paidOnTime' as const],
  ownQuestions: [{cy: 'Beth helpodd fwyaf?', en: 'What helped most?'}],
  ...changes,
});
const help = whoHelpsRecord(idFor(30), FFION, {names: [{id: SELF, name: 'Lowri Haf'}], schemes: [scheme()]});
const deviceWith = (options: Partial<FakeOptions> = {}) =>
  new FakeDevice({records: [youngPersonRecord(FFION, FFION), help, enrolment()], role: 'young_person', holder: FFION, ...options});
const AT = `/my-money/income/${ENROLMENT}`;
const answer = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<OwnCheckInPage />, {device, at: `${AT}/check-in`, path: '/my-money/income/:enrolment/check-in', language});
const income = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<IncomePage />, {device, at: AT, path: '/my-money/income/:enrolment', language});

test('the questions of the authority in their own language, each of which can be left; what is said goes out once', async () => {
  const device = deviceWith();
  const {user, address} = await answer(device, 'cy');
  // After the end nobody is asked whether the money comes on time.
  expect(screen.queryByText('Ydy’r arian yn dod mewn pryd?')).toBeNull();
  await user.type(screen.getByLabelText('Beth helpodd fwyaf?'), 'Mam-gu');
  await user.click(screen.getByRole('button', {name: 'Cadw’r atebion'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({
    kind: 'income-check-in.answer',
    person: FFION,
    body: {
      enrolment: ENROLMENT,
      on: null,
      coversEssentials: null,
      moneyControlled: null,
      wellbeing: null,
      own: [{cy: 'Beth helpodd fwyaf?', en: 'What helped most?', answer: 'Mam-gu'}],
      lang: 'cy',
    },
  });
  await waitFor(() => expect(address()).toBe(AT));
  expect(device.kept.size).toBe(0);
});

test('an answer can be taken back; with none at all it says so, and nothing goes out', async () => {
  const device = deviceWith();
  const {user} = await answer(device);
  await user.click(screen.getByLabelText('No', {selector: '#moneyControlled-no'}));
  await user.click(screen.getByRole('button', {name: /^Take back the answer: Is somebody else/u}));
  await user.click(screen.getByRole('button', {name: 'Save the answers'}));
  expect(screen.getByText('Answer at least one question, or go back')).toBeTruthy();
  expect(device.saved).toEqual([]);
});

test('it says before the first question who reads it, that no payment depends on it, and that nobody is called tonight', async () => {
  await answer(deviceWith());
  for (const words of [
    /do not change any payment or help/u,
    /Your adviser will be able to see/u,
    /your team will be told/u,
    /These answers do not call anybody/u,
  ])
    expect(screen.getByText(words)).toBeTruthy();
});

test('what was typed is still there after the app was closed', async () => {
  const device = deviceWith();
  const first = await answer(device);
  await first.user.type(screen.getByLabelText('What did you use the money for?'), 'Rent');
  await waitFor(() => expect(device.kept.size).toBe(1));
  cleanup();
  await answer(device);
  expect(screen.getByDisplayValue('Rent')).toBeTruthy();
});

test('what was answered to a question that is asked no more stays in view, and what is wrong with it can be put right', async () => {
  const asked = (changes: object) => whoHelpsRecord(idFor(30), FFION, {names: [{id: SELF, name: 'Lowri Haf'}], schemes: [scheme(changes)]});
  const device = deviceWith({
    records: [youngPersonRecord(FFION, FFION), enrolment(), asked({questions: ['arrears'], ownQuestions: [{cy: 'Pam?', en: 'Why?'}]})],
  });
  const {user} = await answer(device);
  await user.type(screen.getByLabelText('Why?'), 'Bus fares');
  await user.type(screen.getByLabelText(/^Is any rent unpaid/u), 'lots');
  act(() =>
    device.put(
      asked({
        questions: ['usedFor'],
        ownQuestions: [
          {cy: 'Arall?', en: 'Else?'},
          {cy: 'Arall?', en: 'Else?'},
        ],
      }),
    ),
  );
  expect(screen.getByDisplayValue('Bus fares')).toBeTruthy();
  // Asked twice in the same words it is one question.
  expect(screen.getAllByLabelText('Else?')).toHaveLength(1);
  await user.click(screen.getByRole('button', {name: 'Save the answers'}));
  expect(device.saved).toEqual([]);
  await user.clear(screen.getByLabelText(/^Is any rent unpaid/u));
  await user.click(screen.getByRole('button', {name: 'Save the answers'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]?.body).toMatchObject({arrearsPence: null, own: [{en: 'Why?', answer: 'Bus fares'}]});
});

test('an answer that is too long is said at its own question, whichever was answered first', async () => {
  const both = scheme({
    questions: [],
    ownQuestions: [
      {cy: 'Un?', en: 'One?'},
      {cy: 'Dau?', en: 'Two?'},
    ],
  });
  const device = deviceWith({
    records: [youngPersonRecord(FFION, FFION), enrolment(), whoHelpsRecord(idFor(30), FFION, {names: [], schemes: [both]})],
  });
  const {user} = await answer(device);
  await user.click(screen.getByLabelText('Two?'));
  await user.paste('a'.repeat(70_000));
  await user.click(screen.getByRole('button', {name: 'Save the answers'}));
  expect(device.saved).toEqual([]);
  const fault = (label: string) => screen.getByLabelText(label).getAttribute('aria-describedby');
  expect(fault('One?')).toBeNull();
  expect(fault('Two?')).not.toBeNull();
});

test('of a scheme that has ended there is no next payment anywhere, and no score of how they were', async () => {
  const checkIn = recordOf('income-check-in', idFor(41), FFION, {
    on: date('2025-06-10'),
    monthNumber: 27,
    withStaff: null,
    paidOnTime: null,
    coversEssentials: true,
    rentPaid: null,
    arrearsPence: 24_050,
    savings: null,
    debt: null,
    activity: null,
    wellbeing: 2,
    usedFor: 'Rhent',
    supportWanted: null,
  });
  await income(deviceWith({records: [youngPersonRecord(FFION, FFION), help, enrolment(), checkIn]}));
  expect(screen.getByText('These payments have ended. This is what you had.')).toBeTruthy();
  expect(screen.getByText('£240.50')).toBeTruthy();
  expect(screen.queryByText(/next|planned/iu)).toBeNull();
  expect(screen.queryByText(/How are you/u)).toBeNull();
});

test('what they said is named by its day alone; who has read it and what came of it is there', async () => {
  const worry = (changes: Partial<DataOf<'worry'>> = {}) => worryRecord(idFor(50), FFION, {about: 'money_controlled', ...changes});
  const device = deviceWith();
  device.put(worry());
  await income(device);
  expect(screen.getByText('Your team has this. Nobody has read it yet.')).toBeTruthy();
  device.put(
    worry({seenBy: [{holder: SELF, at: '2026-11-20T11:00:00.000Z'}], closedAt: '2026-11-21T09:00:00.000Z', outcome: 'A card of your own'}),
  );
  expect(await screen.findByText('Read by: Lowri Haf')).toBeTruthy();
  expect(screen.getByText('A card of your own')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/control/u);
});

test('a check-in that can happen now is offered on the first screen, and is not there afterwards', async () => {
  const device = deviceWith({records: [youngPersonRecord(FFION, FFION), help, threeMonthsAfter()]});
  await renderScreen(<HomePage />, {device, at: '/home', path: '/home'});
  expect(screen.getByRole('link', {name: 'How is it going with the money?'}).getAttribute('href')).toBe(`${AT}/check-in`);
  cleanup();
  device.put(enrolment({finalPaymentMonth: addToMonth(monthOf(today), -9)}));
  await renderScreen(<HomePage />, {device, at: '/home', path: '/home'});
  expect(screen.queryByRole('link', {name: 'How is it going with the money?'})).toBeNull();
});

test('whoever was never in a scheme is not told of one', async () => {
  await renderScreen(<MoneyPage />, {
    device: deviceWith({records: [youngPersonRecord(FFION, FFION), help]}),
    at: '/my-money',
    path: '/my-money',
  });
  expect(screen.queryByText('My income from the scheme')).toBeNull();
});
