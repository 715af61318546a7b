/** A review on the screen: arranged, held with what was talked about, decided in, or cancelled with a reason. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, SELF, staffRecord, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {ReviewPage} from './review-page.tsx';
import {StartReviewPage} from './start-review-page.tsx';

const FFION = idFor(1);
const REVIEW = idFor(30);
const arranged: DataOf<'review'> = {
  type: 'six_monthly',
  dueOn: null,
  heldOn: null,
  how: null,
  chair: null,
  present: [],
  attended: null,
  views: null,
  coversEverySection: false,
  copyGivenOn: null,
  lateReason: null,
  plannedOn: date('2026-11-20'),
  invited: ['Nain'],
  language: 'cy',
  advocateOffered: true,
  covered: [],
  outcome: null,
  cancelledBecause: null,
};
const device = (review?: DataOf<'review'>, summary: Partial<Parameters<typeof summaryRecord>[1]> = {}) =>
  new FakeDevice({
    records: [
      summaryRecord(FFION, {knownAs: 'Ffion', ...summary}),
      youngPersonRecord(FFION, FFION),
      staffRecord(SELF, 'Catrin', 'Hafgan'),
      ...(review ? [recordOf('review', REVIEW, FFION, review)] : []),
    ],
  });
const path = '/people/:person/review/:review';
const at = `/people/${FFION}/review/${REVIEW}`;

test('a review is arranged with who comes, in which language, and whether an advocate was offered', async () => {
  const one = device();
  const {user, address} = await renderScreen(<StartReviewPage />, {
    device: one,
    at: `/people/${FFION}/new-review`,
    path: '/people/:person/new-review',
  });
  await user.click(screen.getByRole('button', {name: 'Arrange the review'}));
  expect(await screen.findByRole('link', {name: 'Enter the day of the review'})).toBeTruthy();
  await user.type(screen.getByLabelText('Day'), '3');
  await user.type(screen.getByLabelText('Month'), '12');
  await user.type(screen.getByLabelText('Year'), '2026');
  await user.type(screen.getByLabelText('Who is invited'), 'Nain\n\nNain\nColeg Ffug');
  await user.click(screen.getByRole('radio', {name: 'An advocate was offered'}));
  await user.click(screen.getByRole('button', {name: 'Arrange the review'}));
  await waitFor(() => expect(address()).toMatch(new RegExp(`^/people/${FFION}/review/`, 'u')));
  expect(one.saved[0]).toMatchObject({
    kind: 'review.arrange',
    body: {type: 'six_monthly', plannedOn: '2026-12-03', invited: ['Nain', 'Coleg Ffug'], language: 'cy', advocateOffered: true},
  });
});

test('R-37: while a child is looked after the reviewing officer leads, and the screen says so', async () => {
  await renderScreen(<StartReviewPage />, {
    device: device(undefined, {category: 'C1'}),
    at: `/people/${FFION}/new-review`,
    path: '/people/:person/new-review',
  });
  expect(screen.getByText('Led by the independent reviewing officer')).toBeTruthy();
  expect(screen.getByLabelText('Independent reviewing officer')).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>('Kind of review').value).toBe('looked_after');
});

test('held: who was there, how views were given and what was talked about; without them it is not saved', async () => {
  const one = device(arranged);
  const {user} = await renderScreen(<ReviewPage />, {device: one, at, path});
  await user.click(screen.getByRole('button', {name: 'Save the review'}));
  expect(await screen.findByRole('link', {name: 'Say whether the young person was there'})).toBeTruthy();
  // Nothing is taken to have been talked about.
  expect(screen.getByRole('link', {name: 'Choose what was talked about'})).toBeTruthy();
  expect(one.saved).toEqual([]);
  await user.click(screen.getByRole('radio', {name: 'They were there'}));
  await user.selectOptions(screen.getByLabelText('How their views were given'), 'PN1');
  await user.click(screen.getByRole('button', {name: 'Every part was talked about'}));
  await user.click(screen.getByRole('checkbox', {name: 'Health needs'}));
  await user.click(screen.getByRole('button', {name: 'Save the review'}));
  await waitFor(() => expect(one.saved).toHaveLength(1));
  const {body} = must(one.saved[0], 'it was saved') as {body: {covered: string[]; present: string[]}};
  expect(body).toMatchObject({attended: true, views: 'PN1', present: ['Nain']});
  expect(body.covered).not.toContain('health');
  expect(body.covered.length).toBeGreaterThan(5);
  // A partial review says that the time goes on, and decisions can follow.
  expect(await screen.findByText('Not every part was talked about')).toBeTruthy();
});

test('a decision has somebody and a day, and is shown with its review', async () => {
  const one = device({...arranged, heldOn: date('2026-11-20'), attended: true, views: 'PN1', covered: ['health']});
  const {user} = await renderScreen(<ReviewPage />, {device: one, at, path});
  await user.type(screen.getByLabelText('What was decided'), 'Trefnu deintydd.');
  const form = within(must(screen.getByLabelText('What was decided').closest('form'), 'a form'));
  await user.type(form.getByLabelText('Day'), '19');
  await user.type(form.getByLabelText('Month'), '11');
  await user.type(form.getByLabelText('Year'), '2026');
  await user.click(screen.getByRole('button', {name: 'Add the decision'}));
  expect(await screen.findByRole('link', {name: 'The day cannot be before the review'})).toBeTruthy();
  await user.clear(form.getByLabelText('Day'));
  await user.type(form.getByLabelText('Day'), '28');
  await user.click(screen.getByRole('button', {name: 'Add the decision'}));
  await waitFor(() =>
    expect(one.saved[0]).toMatchObject({
      kind: 'review-decision.add',
      body: {owner: 'Catrin Hafgan', ownerStaff: SELF, dueOn: '2026-11-28'},
    }),
  );
});

test('a review that will not be says why', async () => {
  const one = device(arranged);
  const {user} = await renderScreen(<ReviewPage />, {device: one, at, path});
  await user.click(screen.getByText('It will not happen'));
  await user.type(screen.getByLabelText('Why will it not happen?'), 'Roedd hi’n sâl.');
  await user.click(screen.getByRole('button', {name: 'Cancel the review'}));
  expect(await screen.findByText('Cancelled')).toBeTruthy();
  expect(screen.getByText('Roedd hi’n sâl.')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Save the review'})).toBeNull();
});
