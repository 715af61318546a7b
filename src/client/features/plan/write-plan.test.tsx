/** Writing a plan: what is sent is what was changed, with what was in view; nothing is shown to anybody without a look at it first. */
import {cleanup, fireEvent, screen, waitFor, within} from '@testing-library/react';
import type {ReactNode} from 'react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {headOf, ownWords, planAction, planIn, planViews, shownText, staffText, written} from '#client/testing/fake-plan.test-support.ts';
import {COLLEAGUE, idFor, SELF, staffRecord, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {ActionPage} from './action-page.tsx';
import {PlanAnswerPage} from './answer-page.tsx';
import {PlanDetailsPage} from './details-page.tsx';
import {SectionPage} from './section-page.tsx';
import {SharePage} from './share-page.tsx';
import {shownSectionId} from '#domain/pathway-plan/part-ids.ts';

const FFION = idFor(1);
const PLAN = idFor(21);
const people = [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion'})];
const device = (...records: readonly DomainRecord[]) => new FakeDevice({records: [...people, ...records]});
const BASE = `/people/${FFION}/plan/${PLAN}`;
const open = (on: FakeDevice, page: ReactNode, at: string, path = at.replace(FFION, ':person').replace(PLAN, ':plan')) =>
  renderScreen(page, {device: on, at, path});
const section = (on: FakeDevice) => open(on, <SectionPage />, `${BASE}/health`, '/people/:person/plan/:plan/:section');

test('a section sends only what was changed, each field with the text that was in view', async () => {
  const on = device(
    planIn('draft', PLAN, FFION),
    ownWords(PLAN, FFION, 'health', 'I sleep badly.', {words: [headOf(70, 'I sleep badly.', FFION)]}),
    staffText(
      PLAN,
      FFION,
      'health',
      {needs: written('Sees the nurse.'), goingWell: written('Eats well.')},
      {needs: [headOf(71, 'Sees the nurse.', COLLEAGUE)], goingWell: [headOf(72, 'Eats well.', COLLEAGUE)]},
    ),
  );
  const {user, address} = await section(on);
  await user.type(screen.getByLabelText('Needs, and how they are met'), ' Monthly.');
  // A colleague writes in another field meanwhile: that it was left alone here says nothing about it.
  on.put(
    staffText(
      PLAN,
      FFION,
      'health',
      {needs: written('Sees the nurse.'), goingWell: written('Eats and runs.')},
      {needs: [headOf(71, 'Sees the nurse.', COLLEAGUE)], goingWell: [headOf(73, 'Eats and runs.', COLLEAGUE)]},
    ),
  );
  await user.click(screen.getByRole('button', {name: 'Save this part'}));
  await waitFor(() => expect(address()).toBe(BASE));
  expect(on.saved.map(({kind, body, bases}) => ({kind, body, bases}))).toEqual([
    {
      kind: 'plan-section.write',
      body: {plan: PLAN, section: 'health', needs: {text: 'Sees the nurse. Monthly.', lang: 'en'}},
      bases: {needs: [idFor(71)]},
    },
  ]);
});

test('a section that was begun days ago does not take back what a colleague has written in another field since', async () => {
  const needs = {needs: [headOf(71, 'Sees the nurse.', COLLEAGUE)], goingWell: [headOf(72, 'Eats well.', COLLEAGUE)]};
  const before = staffText(PLAN, FFION, 'health', {needs: written('Sees the nurse.'), goingWell: written('Eats well.')}, needs);
  const on = device(planIn('draft', PLAN, FFION), before);
  const {user} = await section(on);
  await user.type(screen.getByLabelText('Needs, and how they are met'), ' Monthly.');
  await waitFor(() => expect(on.kept.size).toBe(1));
  on.put({...before, data: {...before.data, goingWell: written('Eats and runs.')}});
  cleanup();
  const again = await section(on);
  await again.user.click(screen.getByRole('button', {name: 'Save this part'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(Object.keys(on.saved[0]?.body ?? {}).toSorted()).toEqual(['needs', 'plan', 'section']);
});

test('a section that was left as it was sends nothing', async () => {
  const on = device(planIn('draft', PLAN, FFION), staffText(PLAN, FFION, 'health', {needs: written('Sees the nurse.')}));
  const {user, address} = await section(on);
  await user.click(screen.getByRole('button', {name: 'Save this part'}));
  await waitFor(() => expect(address()).toBe(BASE));
  expect(on.saved).toEqual([]);
});

test('what will be shown is seen, changed and confirmed; what staff wrote for themselves stays as it was', async () => {
  const staffs = staffText(PLAN, FFION, 'health', {needs: written('Sees the nurse since her mother fell ill.')});
  const on = device(planIn('draft', PLAN, FFION), ownWords(PLAN, FFION, 'health', 'I sleep badly.'), staffs);
  const {user, address} = await open(on, <SharePage />, `${BASE}/share`);
  expect(screen.getByText('I sleep badly.')).toBeTruthy();
  const field = screen.getByLabelText('Needs, and how they are met');
  expect((field as HTMLTextAreaElement).value).toBe('Sees the nurse since her mother fell ill.');
  await user.clear(field);
  await user.type(field, 'Sees the nurse.');
  expect(on.saved).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Confirm and show: Ffion'}));
  await waitFor(() => expect(address()).toBe(BASE));
  expect(on.saved).toMatchObject([
    {kind: 'plan.share', record: PLAN},
    {
      kind: 'plan-section.show',
      record: shownSectionId(PLAN, 'health'),
      body: {plan: PLAN, section: 'health', needs: {text: 'Sees the nurse.', lang: 'en'}, goingWell: null},
    },
  ]);
  const phase = on.phase();
  const records = phase.kind === 'open' ? phase.vault.memory.records(FFION, 'plan-section') : [];
  expect(new Set(records.map(({data}) => data.needs?.text))).toEqual(
    new Set(['Sees the nurse since her mother fell ill.', 'Sees the nurse.']),
  );
});

test('what was begun days ago neither takes the place of what a colleague has shown since, nor empties what they showed first', async () => {
  const shown = (text: string, op: number) => ({
    ...shownText(PLAN, FFION, 'health', {needs: written(text)}),
    heads: {needs: [headOf(op, text, COLLEAGUE)]},
  });
  const on = device(planIn('shared', PLAN, FFION), shown('Sees the nurse.', 75));
  const {user} = await open(on, <SharePage />, `${BASE}/share`);
  await user.type(screen.getByLabelText('Needs, and how they are met'), ' Monthly.');
  await waitFor(() => expect(on.kept.size).toBe(1));
  on.put(shown('Sees the doctor.', 76));
  on.put(shownText(PLAN, FFION, 'financial', {needs: written('We make a budget.')}));
  cleanup();
  const again = await open(on, <SharePage />, `${BASE}/share`);
  expect(screen.getAllByLabelText<HTMLTextAreaElement>('Needs, and how they are met').map(({value}) => value)).toEqual(
    expect.arrayContaining(['Sees the nurse. Monthly.', 'We make a budget.']),
  );
  await again.user.click(screen.getByRole('button', {name: 'Confirm and show: Ffion'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  const seenFirst = headOf(75, '').ops;
  expect(on.saved[0]).toMatchObject({body: {section: 'health', needs: written('Sees the nurse. Monthly.')}, bases: {needs: seenFirst}});
});

test('shown again, the plan is not shared a second time', async () => {
  const on = device(planIn('shared', PLAN, FFION), shownText(PLAN, FFION, 'health', {needs: written('Sees the nurse.')}));
  const {user} = await open(on, <SharePage />, `${BASE}/share`);
  await user.type(screen.getByLabelText('Needs, and how they are met'), ' Monthly.');
  await user.click(screen.getByRole('button', {name: 'Confirm and show: Ffion'}));
  await waitFor(() => expect(on.saved.map(({kind}) => kind)).toEqual(['plan-section.show']));
});

test('an answer that was given aloud says how, and keeps the words; views say how they were given', async () => {
  const on = device(planIn('shared', PLAN, FFION), planViews(PLAN, FFION, 'A garden', {how: [headOf(75, 'x')]}));
  const {user, address} = await open(on, <PlanAnswerPage />, `${BASE}/answer`);
  await user.click(screen.getByLabelText('Did not agree'));
  await user.click(screen.getByRole('button', {name: 'Save views and answer'}));
  expect(await screen.findByRole('link', {name: 'Choose how the answer was given'})).toBeTruthy();
  await user.type(screen.getByLabelText('In their words'), 'Too far from Mam.');
  await user.click(screen.getByLabelText('Aloud, to me'));
  await user.selectOptions(screen.getByLabelText('How the views were given'), 'Was not there, sent views');
  await user.click(screen.getByRole('button', {name: 'Save views and answer'}));
  await waitFor(() => expect(address()).toBe(BASE));
  expect(on.saved).toMatchObject([
    {kind: 'plan-views.write', body: {plan: PLAN, how: 'PN6'}, bases: {how: [idFor(75)]}},
    {kind: 'plan.answer', body: {response: 'disagreed', words: {text: 'Too far from Mam.', lang: 'en'}, given: 'aloud', signature: null}},
  ]);
});

test('drawn on this device, a signature goes with the answer', async () => {
  const on = device(planIn('shared', PLAN, FFION));
  const {user} = await open(on, <PlanAnswerPage />, `${BASE}/answer`);
  await user.click(screen.getByLabelText('Agreed'));
  await user.click(screen.getByLabelText('On this device, with me'));
  const paper = screen.getByRole('img', {name: 'Signature'});
  paper.setPointerCapture = () => undefined;
  paper.getBoundingClientRect = () => ({left: 0, top: 0, width: 600, height: 200}) as DOMRect;
  fireEvent.pointerDown(paper, {clientX: 1, clientY: 2});
  fireEvent.pointerMove(paper, {clientX: 3, clientY: 4});
  await user.click(screen.getByRole('button', {name: 'Save views and answer'}));
  await waitFor(() => expect(on.saved).toMatchObject([{kind: 'plan.answer', body: {given: 'with_adviser', signature: 'M1 2L3 4'}}]));
});

test('details send only what was changed; what category 1 needs is asked of category 1 alone', async () => {
  const on = device(planIn('draft', PLAN, FFION, {categoryAtPlan: 'C3', contactEveryWeeks: 4}));
  const {user, address} = await open(on, <PlanDetailsPage />, `${BASE}/details`);
  expect(screen.queryByLabelText('When and how being looked after might end')).toBeNull();
  const weeks = screen.getByLabelText('Weeks between contacts');
  await user.clear(weeks);
  await user.type(weeks, '60');
  await user.click(screen.getByRole('button', {name: 'Save the details'}));
  expect(await screen.findByRole('link', {name: /Enter a whole number/u})).toBeTruthy();
  await user.clear(weeks);
  await user.type(weeks, '6');
  const assessed = screen.getByRole('group', {name: 'Assessment finished on'});
  await user.type(within(assessed).getByLabelText('Day'), '3');
  await user.type(within(assessed).getByLabelText('Month'), '11');
  await user.type(within(assessed).getByLabelText('Year'), '2025');
  await user.click(screen.getByRole('button', {name: 'Save the details'}));
  await waitFor(() => expect(address()).toBe(BASE));
  expect(on.saved).toMatchObject([{kind: 'plan.change', record: PLAN, body: {assessedOn: '2025-11-03', contactEveryWeeks: 6}}]);
  expect(Object.keys(on.saved[0]?.body ?? {}).toSorted()).toEqual(['assessedOn', 'contactEveryWeeks']);
});

const action = planAction(idFor(30), PLAN, FFION, 'Book the nurse');
const openAction = (on: FakeDevice) => open(on, <ActionPage />, `/people/${FFION}/action/${action.id}`, '/people/:person/action/:action');

test('an action that was not done says why, and only its status and the reason are changed', async () => {
  const on = device(planIn('current', PLAN, FFION), action);
  const {user, address} = await openAction(on);
  await user.click(screen.getByLabelText('Was not done'));
  await user.click(screen.getByRole('button', {name: 'Save the change'}));
  expect(await screen.findByRole('link', {name: 'Write why it was not done'})).toBeTruthy();
  await user.type(screen.getByLabelText('Why was it not done?'), 'The clinic closed.');
  await user.click(screen.getByRole('button', {name: 'Save the change'}));
  await waitFor(() => expect(address()).toBe(`/people/${FFION}/plan`));
  expect(on.saved).toMatchObject([
    {kind: 'plan-action.change', record: action.id, body: {status: 'not_done', whyNotDone: 'The clinic closed.'}},
  ]);
  expect(on.saved[0]?.body).not.toHaveProperty('dueOn');
});

test('details and an action that were begun days ago take nothing back of what a colleague has changed since', async () => {
  const plan = planIn('draft', PLAN, FFION, {categoryAtPlan: 'C3', contactEveryWeeks: 4});
  const on = device(plan, action);
  const first = await open(on, <PlanDetailsPage />, `${BASE}/details`);
  await first.user.type(screen.getByLabelText('Weeks between contacts'), '0');
  await waitFor(() => expect(on.kept.size).toBe(1));
  cleanup();
  const begun = await openAction(on);
  await begun.user.click(screen.getByLabelText('Done'));
  await waitFor(() => expect(on.kept.size).toBe(2));
  cleanup();
  on.put({...plan, data: {...plan.data, programme: 'Nursing'}});
  on.put({...action, data: {...action.data, dueOn: date('2027-02-01')}});
  const details = await open(on, <PlanDetailsPage />, `${BASE}/details`);
  await details.user.click(screen.getByRole('button', {name: 'Save the details'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  cleanup();
  const again = await openAction(on);
  await again.user.click(screen.getByRole('button', {name: 'Save the change'}));
  await waitFor(() => expect(on.saved).toHaveLength(2));
  expect(on.saved.map(({body}) => body)).toEqual([{contactEveryWeeks: 40}, {status: 'done'}]);
});

test('an action of a section: what, who and by when are each asked for', async () => {
  const on = device(planIn('draft', PLAN, FFION));
  const {user} = await section(on);
  await user.click(screen.getByText('Add an action'));
  await user.click(screen.getByRole('button', {name: 'Add the action'}));
  expect(await screen.findByRole('link', {name: 'Write what will be done'})).toBeTruthy();
  await user.type(screen.getByLabelText('What will be done'), 'Book the nurse');
  await user.click(screen.getByLabelText('The young person: Ffion'));
  const due = screen.getByRole('group', {name: 'By when'});
  await user.type(within(due).getByLabelText('Day'), '15');
  await user.type(within(due).getByLabelText('Month'), '1');
  await user.type(within(due).getByLabelText('Year'), '2027');
  await user.click(screen.getByRole('button', {name: 'Add the action'}));
  await waitFor(() =>
    expect(on.saved).toMatchObject([
      {
        kind: 'plan-action.add',
        body: {plan: PLAN, section: 'health', what: {text: 'Book the nurse'}, owner: 'Ffion', ownerStaff: null, dueOn: '2027-01-15'},
      },
    ]),
  );
  expect((screen.getByLabelText('What will be done') as HTMLTextAreaElement).value).toBe('');
});
