/** Beginning a plan: what it is begun with, which words go on from the plan in force, and what is asked for first. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {ownWords, planIn, shownText, staffText, written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {StartPlanPage} from './start-plan-page.tsx';
import {ownWordsId, staffSectionId} from '#domain/pathway-plan/part-ids.ts';

const FFION = idFor(1);
const OLD = idFor(20);
const before = [
  planIn('current', OLD, FFION, {contactEveryWeeks: 4}),
  ownWords(OLD, FFION, 'health', 'Rydw i eisiau cysgu’n well.'),
  shownText(OLD, FFION, 'health', {needs: written('Shown: sees the nurse.')}),
  staffText(OLD, FFION, 'health', {needs: written('Fuller: sees the nurse, and why.')}),
  shownText(OLD, FFION, 'financial', {needs: written('Shown: weekly budget.')}),
];
const device = (...records: readonly DomainRecord[]) =>
  new FakeDevice({records: [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion', write: null}), ...records]});
const open = (on: FakeDevice) =>
  renderScreen(<StartPlanPage />, {device: on, at: `/people/${FFION}/new-plan`, path: '/people/:person/new-plan'});

test('the next plan goes on from the words of the one in force: the young person’s as theirs, the fuller of the staff’s', async () => {
  const on = device(...before);
  const {user, address} = await open(on);
  await user.click(screen.getByLabelText('Welsh'));
  await user.click(screen.getByRole('button', {name: 'Begin the plan'}));
  await waitFor(() => expect(on.saved.length).toBeGreaterThan(1));
  const [start, ...carried] = on.saved;
  const plan = start?.record ?? '';
  expect(start).toMatchObject({
    kind: 'plan.start',
    person: FFION,
    body: {language: 'cy', assessedOn: null, basedOn: OLD, categoryAtPlan: 'C3', contactEveryWeeks: 4},
  });
  expect(carried.map(({kind, record, body}) => ({kind, record, body}))).toEqual([
    {
      kind: 'own-words.write',
      record: ownWordsId(plan, 'health'),
      body: {plan, section: 'health', words: {text: 'Rydw i eisiau cysgu’n well.', lang: 'en'}},
    },
    {
      kind: 'plan-section.write',
      record: staffSectionId(plan, 'health'),
      body: {plan, section: 'health', needs: written('Fuller: sees the nurse, and why.'), goingWell: null},
    },
    {
      kind: 'plan-section.write',
      record: staffSectionId(plan, 'financial'),
      body: {plan, section: 'financial', needs: written('Shown: weekly budget.'), goingWell: null},
    },
  ]);
  await waitFor(() => expect(address()).toBe(`/people/${FFION}/plan/${plan}`));
});

test('without a copy it begins empty', async () => {
  const on = device(...before);
  const {user} = await open(on);
  await user.click(screen.getByLabelText('English'));
  await user.click(screen.getByLabelText('No, begin with empty parts'));
  await user.click(screen.getByRole('button', {name: 'Begin the plan'}));
  await waitFor(() => expect(on.saved.map(({kind}) => kind)).toEqual(['plan.start']));
});

test('the first plan of all has nothing to copy; its language is asked for, and a date that is to come is not taken', async () => {
  const on = device();
  const {user} = await open(on);
  expect(screen.queryByText('Go on from the words of the plan in force?')).toBeNull();
  const assessed = screen.getByRole('group', {name: 'Assessment finished on'});
  await user.type(within(assessed).getByLabelText('Day'), '1');
  await user.type(within(assessed).getByLabelText('Month'), '2');
  await user.type(within(assessed).getByLabelText('Year'), '2099');
  await user.click(screen.getByRole('button', {name: 'Begin the plan'}));
  expect(await screen.findByRole('link', {name: 'Choose the language of the plan'})).toBeTruthy();
  expect(screen.getByRole('link', {name: 'The assessment cannot have finished in the future'})).toBeTruthy();
  expect(on.saved).toEqual([]);
});
