/** From the adviser to the manager and back: what is still missing, signing off what takes the place of what, returning with words. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {PLAN_SECTIONS} from '#domain/pathway-plan/codes.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  contingency,
  ownWords,
  planAction,
  planIn,
  planViews,
  shownText,
  STAFF,
  staffText,
  written,
} from '#client/testing/fake-plan.test-support.ts';
import {COLLEAGUE, idFor, recordOf, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import type {PlanStatus} from '#domain/pathway-plan/codes.ts';
import {PlanInMakingPage} from './plan-page.tsx';

const FFION = idFor(1);
const OLD = idFor(20);
const PLAN = idFor(21);
const people = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Helen', 'Cloudesleigh'),
  summaryRecord(FFION, {knownAs: 'Ffion'}),
];
/** With everything that a plan must have. */
const whole = (status: PlanStatus): readonly DomainRecord[] => [
  planIn('current', OLD, FFION),
  planIn(status, PLAN, FFION, {version: 2, assessedOn: date('2026-11-01'), response: 'agreed'}),
  ...PLAN_SECTIONS.map(section => ownWords(PLAN, FFION, section, `My words to ${section}`)),
  planViews(PLAN, FFION, 'A garden'),
  planAction(idFor(30), PLAN, FFION, 'Book the nurse'),
  contingency(idFor(31), PLAN, FFION, 'The flat is at risk', 'We ring the landlord'),
];
const open = (role: 'adviser' | 'manager', ...records: readonly DomainRecord[]) => {
  const on = new FakeDevice({records: [...people, ...records], role});
  return renderScreen(<PlanInMakingPage />, {device: on, at: `/people/${FFION}/plan/${PLAN}`, path: '/people/:person/plan/:plan'}).then(
    drawn => ({...drawn, on}),
  );
};

test('what is missing is listed with its rule, and then nothing can be handed in', async () => {
  await open('adviser', planIn('shared', PLAN, FFION, {assessedOn: date('2026-11-01'), categoryAtPlan: 'C1'}));
  const step = screen.getByRole('heading', {name: 'Next: finish it together'}).closest('section') as HTMLElement;
  const listed = within(step)
    .getAllByRole('listitem')
    .map(item => item.textContent);
  expect(listed).toEqual([
    'Something in each part: the young person’s words, or a text that is shown to them R-30',
    'The young person’s views, or why they could not be sought R-28',
    'What happens if the plan stops working R-30',
    'When and how being looked after might end R-26',
    'The young person’s answer, also when they did not want to give one R-27',
  ]);
  expect(screen.queryByRole('button', {name: 'Hand it in to a manager'})).toBeNull();
});

test('a whole plan is handed in once it was asked', async () => {
  const {on, user} = await open('adviser', ...whole('shared'));
  await user.click(screen.getByRole('button', {name: 'Hand it in to a manager'}));
  expect(on.saved).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Yes, hand it in'}));
  await waitFor(() => expect(on.saved).toMatchObject([{kind: 'plan.hand-in', record: PLAN, person: FFION}]));
  expect(await screen.findByText('With a manager')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Sign off'})).toBeNull();
});

test('a refusal of the young person is an answer, and the plan goes on', async () => {
  const [old, plan, ...rest] = whole('shared');
  await open('adviser', old as DomainRecord, {...(plan as DomainRecord), data: {...plan?.data, response: 'declined'}}, ...rest);
  expect(screen.getByRole('button', {name: 'Hand it in to a manager'})).toBeTruthy();
});

test('a manager reads the whole, signs it off, and names the plan that it takes the place of', async () => {
  const {on, user, address} = await open('manager', ...whole('for_sign_off'));
  expect(screen.getByText('My words to health')).toBeTruthy();
  expect(screen.getByText('Plan, version 1')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Sign off'}));
  expect(on.saved).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Yes, sign it off'}));
  await waitFor(() => expect(address()).toBe(`/people/${FFION}/plan`));
  expect(on.saved).toMatchObject([{kind: 'plan.approve', record: PLAN, body: {replaces: OLD, words: null}}]);
});

test('what the young person answered stands before the decision, with their words and how it was given', async () => {
  const answered = recordOf('plan-response', idFor(34), FFION, {
    plan: PLAN,
    response: 'partly_agreed',
    words: written('Not the part about money.'),
    given: 'own_device',
    givenTo: null,
    signature: 'M1 2L3 4',
    on: date('2026-11-19'),
  });
  await open('manager', ...whole('for_sign_off'), answered);
  const said = screen.getByRole('heading', {name: 'What they say to it: Ffion'}).closest('section') as HTMLElement;
  for (const text of ['A garden', 'Partly agreed', 'Not the part about money.', 'On their own device', '19 November 2026'])
    expect(within(said).getByText(text)).toBeTruthy();
});

test('a plan is returned with words, and not without', async () => {
  const {on, user} = await open('manager', ...whole('for_sign_off'));
  await user.click(screen.getByText('Return it to the adviser'));
  await user.click(screen.getByRole('button', {name: 'Return the plan'}));
  expect(await screen.findByRole('link', {name: 'Write what is still needed'})).toBeTruthy();
  await user.type(screen.getByLabelText('What is still needed?'), 'Who pays the deposit?');
  await user.click(screen.getByRole('button', {name: 'Return the plan'}));
  await waitFor(() =>
    expect(on.saved).toMatchObject([{kind: 'plan.return', record: PLAN, body: {words: {text: 'Who pays the deposit?', lang: 'en'}}}]),
  );
});

test('the adviser reads why it came back, and can write in it again', async () => {
  const decision = {
    ...recordOf('plan-sign-off', idFor(33), FFION, {
      plan: PLAN,
      decision: 'returned',
      words: written('Who pays the deposit?'),
      on: date('2026-11-20'),
    }),
    scope: STAFF,
  };
  await open('adviser', ...whole('shared'), decision);
  expect(screen.getByText('Returned by a manager on 20 November 2026')).toBeTruthy();
  expect(screen.getByText('Who pays the deposit?')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Details of the plan'})).toBeTruthy();
});

test('a manager decides with what staff wrote for themselves beside what is shown, where they differ', async () => {
  await open(
    'manager',
    ...whole('for_sign_off'),
    staffText(PLAN, FFION, 'health', {needs: written('Mam is ill again')}),
    shownText(PLAN, FFION, 'health', {needs: written('The nurse will call')}),
    staffText(PLAN, FFION, 'identity', {needs: written('Chapel with Nain')}),
    shownText(PLAN, FFION, 'identity', {needs: written('Chapel with Nain')}),
  );
  expect(screen.getByText('The nurse will call')).toBeTruthy();
  expect(screen.getByText('Mam is ill again').closest('details')?.textContent).toContain('For staff, beside what is shown');
  expect(screen.getAllByText('Chapel with Nain').length).toBe(1);
});
