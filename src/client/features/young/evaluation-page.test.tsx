/** The choice about an evaluation: all of it said before there is a button, yes and taking back alone, and no way in for others. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {PILOT_ID} from '#domain/income-scheme/scheme.ts';
import {evaluationConsentId} from '#domain/income-scheme/taking-part.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {enrolmentRecord, idFor, recordOf, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {EvaluationPage} from './evaluation-page.tsx';
import {MoneyPage} from './money-page.tsx';

const FFION = idFor(1);
const CONSENT = evaluationConsentId(FFION, PILOT_ID);
const enrolment = (decision: 'joined' | 'declined') => enrolmentRecord(idFor(30), FFION, {decision});
const given = (withdrawnOn: string | null = null) =>
  recordOf('evaluation-consent', CONSENT, FFION, {
    scheme: PILOT_ID,
    givenOn: date('2026-01-01'),
    givenHow: 'phone',
    withdrawnOn: withdrawnOn === null ? null : date(withdrawnOn),
    withdrawnHow: withdrawnOn === null ? null : 'own_device',
  });
const device = (...more: readonly DomainRecord[]) =>
  new FakeDevice({records: [youngPersonRecord(FFION, FFION), ...more], role: 'young_person', holder: FFION});

test('what is given, to whom, that nothing depends on it and that it can be taken back stand before the choice', async () => {
  const own = device(enrolment('joined'));
  const {user} = await renderScreen(<EvaluationPage />, {device: own});
  const text = document.body.textContent ?? '';
  const yes = text.indexOf('Yes, I agree');
  for (const said of [
    'What they would get',
    'What they would never get',
    'Whether somebody else has a hold on your money.',
    'This does not change any payment or any help.',
    'You can take it back at any time.',
    'Cardiff University leads it.',
    'You have not agreed. Nothing of yours is given.',
  ]) {
    expect(text).toContain(said);
    expect(text.indexOf(said)).toBeLessThan(yes);
  }
  expect(screen.getByRole('link', {name: 'No, or not now'}).getAttribute('href')).toBe('/my-money');
  await user.click(screen.getByRole('button', {name: 'Yes, I agree'}));
  await waitFor(() =>
    expect(own.saved[0]).toMatchObject({
      kind: 'evaluation-consent.give',
      record: CONSENT,
      person: FFION,
      body: {scheme: PILOT_ID, givenHow: 'own_device'},
    }),
  );
  expect(await screen.findByText(/Agreed on/u)).toBeTruthy();
});

test('what a colleague wrote down for them says how, and is taken back after one question', async () => {
  const own = device(enrolment('joined'), given());
  const {user} = await renderScreen(<EvaluationPage />, {device: own, language: 'cy'});
  expect(screen.getByText('Dros y ffôn')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Ydw, rydw i’n cytuno'})).toBeNull();
  await user.click(screen.getByRole('button', {name: /^Tynnu’n ôl/u}));
  await user.click(screen.getByRole('button', {name: 'Ie, ei dynnu’n ôl'}));
  await waitFor(() =>
    expect(own.saved[0]).toMatchObject({kind: 'evaluation-consent.withdraw', record: CONSENT, body: {withdrawnHow: 'own_device'}}),
  );
  expect(await screen.findByText(/Dyddiad tynnu’n ôl/u)).toBeTruthy();
});

test('taken back, it says so and can be given again', async () => {
  await renderScreen(<EvaluationPage />, {device: device(enrolment('joined'), given('2026-02-01'))});
  expect(screen.getByText('Nothing of yours is given from now on.')).toBeTruthy();
  expect(screen.getByRole('button', {name: 'Yes, I agree'})).toBeTruthy();
});

test('whoever was in no scheme has no way in, and finds nothing at the address', async () => {
  await renderScreen(<MoneyPage />, {device: device(enrolment('declined'))});
  expect(screen.queryByRole('link', {name: 'My choice about research'})).toBeNull();
  cleanup();
  await renderScreen(<EvaluationPage />, {device: device(enrolment('declined'))});
  expect(screen.getByText('You were not in a scheme that is studied.')).toBeTruthy();
  cleanup();
  await renderScreen(<MoneyPage />, {device: device(enrolment('joined'))});
  expect(screen.getByRole('link', {name: 'My choice about research'}).getAttribute('href')).toBe('/my-money/evaluation');
});
