/** Asking together: what is shown before anybody asks, what is wrong with a form, and the one command that it becomes. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {idFor, recordOf, SELF} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {AskPage} from './ask-page.tsx';
import {deviceOf, FFION, people} from './fund-records.test-support.ts';

const setting = (name: 'fundExclusions' | 'spendTypes', value: string[] | {cy: string; en: string}) =>
  recordOf('setting', idFor(60 + name.length), null, {name, value, from: date('2026-01-01'), reason: null});
const open = async (language: 'cy' | 'en' = 'en', ...settings: readonly ReturnType<typeof setting>[]) => {
  const on = deviceOf('adviser', [...people(SELF), ...settings]);
  const drawn = await renderScreen(<AskPage />, {
    device: on,
    language,
    at: `/people/${FFION}/new-request`,
    path: '/people/:person/new-request',
  });
  return {...drawn, on};
};

test('whom the fund is for, what it does not pay for and its caps stand there before anybody asks', async () => {
  await open('en', setting('fundExclusions', {cy: 'Dirwyon', en: 'Fines'}), setting('spendTypes', ['driving', 'other']));
  expect(screen.getByText('The fund is for them')).toBeTruthy();
  expect(screen.getByText('Has left care and is 18 or over')).toBeTruthy();
  expect(screen.getByText('Fines')).toBeTruthy();
  expect(screen.getByText('£2,000')).toBeTruthy();
  const kinds = within(screen.getByLabelText('What kind of thing is it?')).getAllByRole('option');
  expect(kinds.map(option => option.textContent)).toEqual(['Choose', 'Learning to drive', 'Other']);
  expect(document.title).not.toContain('Ffion');
});

test('in the other language the same stands there', async () => {
  await open('cy', setting('fundExclusions', {cy: 'Dirwyon', en: 'Fines'}));
  expect(screen.getByText('Mae’r gronfa ar eu cyfer nhw')).toBeTruthy();
  expect(screen.getByText('Dirwyon')).toBeTruthy();
});

test('a duty that may owe it is named as soon as the kind is chosen', async () => {
  const {user} = await open();
  expect(screen.queryByText(/setting-up home grant/u)).toBeNull();
  await user.selectOptions(screen.getByLabelText('What kind of thing is it?'), 'Furniture or white goods');
  expect(screen.getByText(/setting-up home grant/u)).toBeTruthy();
});

test.each(['12,50', '-5', '1e3', '£', '0'])('an amount that cannot be meant is said at its field: %s', async typed => {
  const {user, on} = await open();
  await user.click(screen.getByLabelText('We know the amount'));
  await user.type(screen.getByLabelText('Amount in pounds'), typed);
  await user.click(screen.getByRole('button', {name: 'Send the request'}));
  expect(screen.getByLabelText('Amount in pounds').getAttribute('aria-invalid')).toBe('true');
  expect(on.saved).toEqual([]);
});

test('nothing is sent behind somebody’s back, or without words', async () => {
  const {user, on} = await open();
  await user.click(screen.getByRole('button', {name: 'Send the request'}));
  const summary = within(screen.getByRole('alert'));
  expect(summary.getAllByRole('link').map(link => link.textContent)).toEqual([
    'Write what the money is for',
    'Choose what kind of thing it is',
    'Say whether you know what it costs',
    'Say how urgent it is',
    'Ask Ffion first, then tick the box',
  ]);
  expect(on.saved).toEqual([]);
});

test('asked in their words and their language, with their agreement; then back to their money', async () => {
  const {user, on, address} = await open();
  await user.type(screen.getByLabelText(/What would the money be for/u), 'Gwersi gyrru');
  await user.click(within(screen.getAllByRole('group', {name: 'Language of these words'})[0] as HTMLElement).getByLabelText('Welsh'));
  await user.selectOptions(screen.getByLabelText('What kind of thing is it?'), 'Learning to drive');
  await user.click(screen.getByLabelText('We know the amount'));
  await user.type(screen.getByLabelText('Amount in pounds'), '£1,250.50');
  await user.click(screen.getByLabelText('Urgent'));
  await user.click(screen.getByLabelText('Ffion has agreed to this being asked'));
  await user.click(screen.getByRole('button', {name: 'Send the request'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]).toMatchObject({
    kind: 'fund-request.ask',
    person: FFION,
    body: {
      spendType: 'driving',
      askedPence: 125_050,
      words: {text: 'Gwersi gyrru', lang: 'cy'},
      difference: null,
      urgency: 'urgent',
      section: null,
      agreed: true,
    },
  });
  await waitFor(() => expect(address()).toBe(`/people/${FFION}/money`));
});

test('what it costs may not be known yet', async () => {
  const {user} = await open();
  await user.click(screen.getByLabelText('Not known yet'));
  expect(screen.queryByLabelText('Amount in pounds')).toBeNull();
});

test('a half-written request is there again', async () => {
  const {user, on} = await open();
  await user.type(screen.getByLabelText(/What would the money be for/u), 'Gwersi');
  await waitFor(() => expect([...on.kept.keys()]).toEqual([`fund-ask/${FFION}`]));
});
