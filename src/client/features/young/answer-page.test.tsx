/** Answering a part of the plan: what is asked, what is refused at its field, and what is still there afterwards. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, planRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {AnswerPage} from './answer-page.tsx';

const SELF = idFor(1);
const plan = planRecord(idFor(20), SELF);
const device = () => new FakeDevice({records: [plan], role: 'young_person', holder: SELF});
const open = (on: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<AnswerPage />, {device: on, at: '/my-plan/health', path: '/my-plan/:section', language});

test('an answer goes out in the words and the language in which it was written', async () => {
  const on = device();
  const {user} = await open(on);
  await user.click(screen.getByLabelText('No, I do not agree'));
  await user.type(screen.getByLabelText('In your own words'), 'Nobody asked me.');
  await user.click(screen.getByRole('button', {name: 'Send my answer'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]).toMatchObject({
    kind: 'section-answer.give',
    person: SELF,
    body: {plan: plan.id, section: 'health', answer: 'disagree', words: {text: 'Nobody asked me.', lang: 'en'}},
  });
  expect(on.kept.size).toBe(0);
});

test('what is missing is said at its field, and nothing goes out', async () => {
  const on = device();
  const {user} = await open(on);
  await user.click(screen.getByRole('button', {name: 'Send my answer'}));
  expect(await screen.findByRole('link', {name: 'Choose one answer'})).toBeTruthy();
  await user.click(screen.getByLabelText('I want to add something'));
  expect(await screen.findByRole('link', {name: 'Write what you want to add'})).toBeTruthy();
  expect(on.saved).toEqual([]);
});

test('a lock, a crash or a change of language in the middle keeps every word', async () => {
  const on = device();
  const {user} = await open(on);
  await user.click(screen.getByLabelText('I want to add something'));
  await user.type(screen.getByLabelText('In your own words'), 'Mae’r tŷ yn oer');
  await user.click(screen.getByRole('button', {name: /^Cymraeg/u}));
  expect(((await screen.findByLabelText('Yn eich geiriau eich hun')) as HTMLTextAreaElement).value).toBe('Mae’r tŷ yn oer');
  cleanup();
  await open(on, 'cy');
  expect((screen.getByLabelText('Yn eich geiriau eich hun') as HTMLTextAreaElement).value).toBe('Mae’r tŷ yn oer');
  expect((screen.getByLabelText('Rydw i eisiau ychwanegu rhywbeth') as HTMLInputElement).checked).toBe(true);
});
