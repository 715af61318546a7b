/** An amount of a money plan is read in words wherever versions stand beside one another. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {amountWords, isAmount} from './amount-words.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {VersionValue} from '#client/case/records/version-words.tsx';
import {wordsIn} from '#client/i18n/text.ts';

const record = {kind: 'money-line', person: idFor(1)};

test('how much and how often, in either language', async () => {
  const amount = {pence: 9_550, every: 'two_weeks'} as const;
  expect(amountWords(await wordsIn('cy'), amount)).toBe('£95.50, bob pythefnos');
  await renderScreen(<VersionValue record={record} field="amount" value={amount} />, {device: new FakeDevice()});
  expect(screen.getByText('£95.50, every two weeks')).toBeTruthy();
});

test('a sum has no how often, and nothing else is taken for an amount', async () => {
  expect(amountWords(await wordsIn('en'), {pence: 24_000, every: null})).toBe('£240');
  expect([{pence: 1, every: 'day'}, {text: 'x', lang: 'cy'}, null, 5].map(isAmount)).toEqual([false, false, false, false]);
});
