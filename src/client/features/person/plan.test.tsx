/** The plan in force as staff see it: what they wrote, and beside it what the young person sees where that is another text. */
import {screen} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {consulted, contingency, planIn, shownText, staffText, written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, SELF, staffRecord, summaryRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const PLAN = idFor(20);

test('a text that is shown as staff wrote it stands there once; another is told apart', async () => {
  const on = new FakeDevice({
    records: [
      staffRecord(SELF, 'Lowri', 'Haf'),
      summaryRecord(FFION, {knownAs: 'Ffion', bornOn: date('2008-06-04')}),
      youngPersonRecord(idFor(2), FFION),
      planIn('current', PLAN, FFION),
      staffText(PLAN, FFION, 'health', {needs: written('Sees the nurse.')}),
      shownText(PLAN, FFION, 'health', {needs: written('Sees the nurse.')}),
      staffText(PLAN, FFION, 'financial', {needs: written('Owes her uncle money.')}),
      shownText(PLAN, FFION, 'financial', {needs: written('We make a budget.')}),
    ],
  });
  await renderScreen(<PersonPage part="plan" />, {device: on, at: `/people/${FFION}/plan`, path: '/people/:person/plan'});
  expect(screen.getAllByText('Sees the nurse.')).toHaveLength(1);
  expect(screen.getByText('Owes her uncle money.')).toBeTruthy();
  expect(screen.getByText('We make a budget.')).toBeTruthy();
  expect(screen.getAllByText('Shown to the young person')).toHaveLength(1);
});

test('the plan in force says what was answered, what is done if things change, and who was asked', async () => {
  const on = new FakeDevice({
    records: [
      staffRecord(SELF, 'Lowri', 'Haf'),
      summaryRecord(FFION, {knownAs: 'Ffion', bornOn: date('2008-06-04')}),
      youngPersonRecord(idFor(2), FFION),
      planIn('current', PLAN, FFION),
      recordOf('plan-response', idFor(30), FFION, {
        plan: PLAN,
        response: 'partly_agreed',
        words: written('Not the money part.'),
        signature: null,
        given: 'aloud',
        givenTo: SELF,
        on: date('2026-11-20'),
      }),
      contingency(idFor(31), PLAN, FFION, 'The tenancy is at risk.', 'We meet within a week.'),
      consulted(idFor(32), PLAN, FFION, 'Coleg Ffug'),
    ],
  });
  await renderScreen(<PersonPage part="plan" />, {device: on, at: `/people/${FFION}/plan`, path: '/people/:person/plan'});
  const wanted = ['Not the money part.', 'Partly agreed', 'Aloud', 'The tenancy is at risk.', 'We meet within a week.', 'Coleg Ffug'];
  expect(wanted.filter(text => screen.queryAllByText(text, {exact: false}).length === 0)).toEqual([]);
});
