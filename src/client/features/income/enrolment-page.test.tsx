/** A place in a scheme on staff's side: why it is for somebody, how its months follow, what can be put down, and asking together. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {BASIC_INCOME_PILOT} from '#domain/income-scheme/scheme.ts';
import {addDays, addMonths, calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {addToMonth, monthOf} from '#domain/shared/month.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {
  careRecord,
  enrolmentRecord,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {CheckInPage} from './check-in-page.tsx';
import {EnrolmentPage} from './enrolment-page.tsx';

const FFION = idFor(1);
const [ENROLMENT, SCHEME] = [idFor(40), idFor(45)];
const today = calendarDateInWales(Date.now());
const born = (on: string) => youngPersonRecord(FFION, FFION, {birthDates: [{date: date(on), status: 'verified', heldFrom: date(on)}]});
const inCare = (until: string) =>
  careRecord(idFor(31), FFION, {startOn: date('2015-01-01'), endOn: date(until), authority: 'W06000011', reasonCeased: 'turned_18'});
const enrolment = (changes: Partial<DataOf<'income-enrolment'>> = {}) => enrolmentRecord(ENROLMENT, FFION, changes);
/** Open, for whoever turns 21 about now. */
const openScheme = recordOf('income-scheme', SCHEME, null, {
  ...BASIC_INCOME_PILOT,
  name: {cy: 'Incwm Cychwyn', en: 'Starting Income'},
  turns: 21,
  birthdayFrom: addDays(today, -400),
  birthdayUntil: addDays(today, 400),
  categories: ['C3', 'C4', 'none'],
  closedOn: null,
  lastPaymentMonth: null,
  reason: null,
});
const people = [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion'}), born('2005-03-12'), inCare('2023-03-11')];
const deviceWith = (options: Partial<FakeOptions> = {}) => new FakeDevice({records: [...people, enrolment()], ...options});
const PATH = '/people/:person/income/:enrolment';
const AT = `/people/${FFION}/income/${ENROLMENT}`;
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') => renderScreen(<EnrolmentPage />, {device, at: AT, path: PATH, language});

test('the pilot: for whom it was, why, and which months its dates give', async () => {
  await open(deviceWith());
  expect(screen.getByText('The scheme was for Ffion')).toBeTruthy();
  expect(screen.getByText(/Age: 18 on 12 March 2023/u)).toBeTruthy();
  expect(screen.getAllByText('April 2023').length).toBeGreaterThan(0);
  expect(screen.getByText('March 2025')).toBeTruthy();
  expect(screen.queryByText(/By the dates it would be/u)).toBeNull();
});

test('a record that says other months than the dates is shown with both', async () => {
  await open(deviceWith({records: [...people, enrolment({firstPaymentMonth: '2023-05'})]}));
  expect(screen.getByText(/May 2023 – March 2025.*April 2023 – March 2025/u)).toBeTruthy();
});

test('nothing can be put down of a closed scheme that has ended, and no next payment is named', async () => {
  await open(deviceWith());
  for (const words of ['Record payments so far', 'Record a pause in payments', 'Record the answer to the offer'])
    expect(screen.queryByText(words)).toBeNull();
  expect(screen.queryByText('Last payment as planned')).toBeNull();
});

test('joining a scheme that is open', async () => {
  const offered = enrolment({
    scheme: SCHEME,
    decision: null,
    joinedOn: null,
    firstPaymentMonth: null,
    finalPaymentMonth: null,
    paymentsMade: null,
    frequency: null,
    closingReason: null,
    offeredOn: addDays(today, -3),
  });
  const device = deviceWith({records: [...people, openScheme, offered]});
  const {user} = await open(device);
  await user.click(screen.getByText('Record the answer to the offer'));
  await user.click(screen.getByLabelText('Join'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(screen.getAllByText(/Choose how often payments come/u).length).toBeGreaterThan(0);
  await user.click(screen.getByLabelText('Twice a month'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({
    kind: 'income-enrolment.answer',
    record: ENROLMENT,
    body: {decision: 'joined', on: today, frequency: 'twice_monthly', accountSetUp: false},
  });
});

test('what was paid, and a pause, in months that can be typed', async () => {
  const running = enrolment({
    scheme: SCHEME,
    joinedOn: addMonths(today, -6),
    firstPaymentMonth: addToMonth(monthOf(today), -5),
    finalPaymentMonth: addToMonth(monthOf(today), 18),
    paymentsMade: 4,
    closingReason: null,
  });
  const device = deviceWith({records: [...people, openScheme, running]});
  const {user} = await open(device);
  await user.click(screen.getByText('Record payments so far'));
  const form = screen.getByLabelText('How many payments have been made?', {selector: '#made'}).closest('form');
  if (!form) throw new Error('there is a form');
  await user.type(within(form).getByLabelText('How many payments have been made?'), '6');
  await user.type(within(form).getByLabelText('Month'), monthOf(today).slice(5));
  await user.type(within(form).getByLabelText('Year'), monthOf(today).slice(0, 4));
  await user.click(within(form).getByRole('button', {name: 'Save'}));
  await waitFor(() =>
    expect(device.saved[0]).toMatchObject({kind: 'income-enrolment.note-payments', body: {made: 6, lastMonth: monthOf(today)}}),
  );
});

test('asking together: the day it was held, and only what was said', async () => {
  const device = deviceWith();
  const {user, address} = await renderScreen(<CheckInPage />, {device, at: `${AT}/check-in`, path: `${PATH}/check-in`, language: 'en'});
  await user.type(screen.getByLabelText('Is any rent unpaid? How much?'), '£1,240.5O');
  await user.click(screen.getByRole('button', {name: 'Save the answers'}));
  expect(screen.getAllByText(/Enter an amount in pounds/u).length).toBeGreaterThan(0);
  await user.clear(screen.getByLabelText('Is any rent unpaid? How much?'));
  await user.type(screen.getByLabelText('Is any rent unpaid? How much?'), '£240.50');
  await user.click(screen.getByLabelText('Yes', {selector: '#moneyControlled'}));
  await user.click(screen.getByRole('button', {name: 'Save the answers'}));
  await waitFor(() =>
    expect(device.saved[0]).toMatchObject({
      kind: 'income-check-in.answer',
      body: {enrolment: ENROLMENT, on: today, arrearsPence: 24_050, moneyControlled: true, rentPaid: null, wellbeing: null},
    }),
  );
  await waitFor(() => expect(address()).toBe(AT));
});

test('of two places that an import brought in one scheme each has its own page', async () => {
  const other = {
    ...enrolment({
      decision: 'declined',
      firstPaymentMonth: null,
      finalPaymentMonth: null,
      joinedOn: null,
      paymentsMade: null,
      closingReason: null,
    }),
    id: idFor(39),
  };
  await open(deviceWith({records: [...people, other, enrolment()]}));
  expect(screen.getByText('March 2025')).toBeTruthy();
});
