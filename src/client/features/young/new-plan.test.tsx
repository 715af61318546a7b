/** A young person and the plan that is being made with them: what they see of it and when, what they write, what they answer. */
import {cleanup, fireEvent, screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {
  consulted,
  contingency,
  headOf,
  ownWords,
  planAction,
  planIn,
  planViews,
  shownText,
  staffText,
  written,
} from '#client/testing/fake-plan.test-support.ts';
import {COLLEAGUE, idFor, planRecord, whoHelpsRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {HomePage} from './home-page.tsx';
import {MyAnswerPage} from './my-answer-page.tsx';
import {NewPlanPage} from './new-plan-page.tsx';
import {OwnWordsPage} from './own-words-page.tsx';
import {PlanPage} from './plan-page.tsx';

const SELF = idFor(1);
const OLD = planRecord(idFor(20), SELF);
const NEW = idFor(21);
const person = youngPersonRecord(idFor(2), SELF, {forename: 'Ffion', knownAs: 'Ffi'});
const parts: readonly DomainRecord[] = [
  ownWords(NEW, SELF, 'health', 'I want to sleep better.', {words: [headOf(71, 'I want to sleep better.', SELF)]}),
  shownText(NEW, SELF, 'health', {needs: written('Ffi sees the nurse each month.')}),
  planAction(idFor(30), NEW, SELF, 'Book the nurse'),
  contingency(idFor(31), NEW, SELF, 'The flat is at risk', 'We ring the landlord the same day'),
  consulted(idFor(32), NEW, SELF, 'Coleg Menai'),
  planViews(NEW, SELF, 'A place with a garden', {words: [headOf(72, 'A place with a garden', SELF)], how: [headOf(73, 'PN1', COLLEAGUE)]}),
];
const device = (status: 'shared' | 'for_sign_off' | 'draft', ...more: readonly DomainRecord[]) =>
  new FakeDevice({
    records: [OLD, person, planIn(status, NEW, SELF, {version: 2, response: null}), ...parts, ...more],
    role: 'young_person',
    holder: SELF,
  });
const READ = 'There is a new plan for you to read';

test.each([
  ['Home', <HomePage key="home" />],
  ['My plan', <PlanPage key="plan" />],
])('of a draft nothing is seen on %s, neither words, nor promises, nor that there is one', async (_name, page) => {
  // All of it as if it had come to this device by mistake: the screen still shows nothing.
  const on = device('draft', staffText(NEW, SELF, 'health', {needs: written('Only for staff')}));
  await renderScreen(page, {device: on});
  for (const text of [READ, 'I want to sleep better.', 'Ffi sees the nurse each month.', 'Book the nurse', 'Only for staff', 'Coleg Menai'])
    expect(screen.queryByText(text)).toBeNull();
});

test.each([
  ['shared', 'It is being made with you. You can change your words and say what you think.'],
  ['for_sign_off', 'A manager is reading it now.'],
] as const)('a plan that is %s is said at the top of Home and of My plan, and where it stands', async (status, words) => {
  for (const page of [<HomePage key="home" />, <PlanPage key="plan" />]) {
    const on = device(status);
    await renderScreen(page, {device: on});
    expect(screen.getAllByRole('link', {name: READ}).map(link => link.getAttribute('href'))).toEqual(['/my-plan/new']);
    expect(screen.getByText(words)).toBeTruthy();
    // Its actions are proposals until a manager has agreed: no promise of anybody's yet.
    expect(screen.queryByText('Book the nurse')).toBeNull();
    cleanup();
  }
});

test('a plan under review is still the plan in force, and a newer one beside it is not', async () => {
  const on = new FakeDevice({
    records: [
      {...OLD, data: {...OLD.data, status: 'under_review'}},
      person,
      ownWords(OLD.id, SELF, 'health', 'Words of the plan in force'),
      planIn('shared', NEW, SELF, {version: 2}),
      ...parts,
    ],
    role: 'young_person',
    holder: SELF,
  });
  await renderScreen(<PlanPage />, {device: on});
  expect(screen.getByText('Words of the plan in force')).toBeTruthy();
  expect(screen.queryByText('I want to sleep better.')).toBeNull();
});

test('the new plan is read from their own words on: then the team’s, who does what, if things change, who was asked', async () => {
  await renderScreen(<NewPlanPage />, {device: device('shared')});
  const order = [
    'A place with a garden',
    'I want to sleep better.',
    'Ffi sees the nurse each month.',
    'Book the nurse',
    'The flat is at risk',
    'We ring the landlord the same day',
    'Coleg Menai',
  ].map(text => screen.getByText(text));
  for (const [index, element] of order.slice(1).entries())
    expect((order[index]?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(screen.getByText('Being made with you')).toBeTruthy();
  // Empty parts are links to write in, not empty headings.
  expect(screen.getByRole('link', {name: 'Learning'}).getAttribute('href')).toBe('/my-plan/new/education_training');
  expect(screen.queryByRole('heading', {name: 'Learning'})).toBeNull();
});

test('a part of Schedule 2 has words of theirs, and stands there only where somebody wrote of it', async () => {
  await renderScreen(<NewPlanPage />, {
    device: device('shared', shownText(NEW, SELF, 'detention_release', {needs: written('We meet you.')})),
  });
  expect(screen.getByRole('heading', {name: 'When I come out'})).toBeTruthy();
  expect(screen.queryByText('Where I am being held')).toBeNull();
});

const openWords = (on: FakeDevice, section = 'health', language: 'cy' | 'en' = 'en') =>
  renderScreen(<OwnWordsPage />, {device: on, at: `/my-plan/new/${section}`, path: '/my-plan/new/:section', language});

test('changed words go out with what was in view; a rating that was left alone says nothing', async () => {
  const on = device('shared');
  const {user, address} = await openWords(on);
  const field = screen.getByLabelText('What I say about this');
  expect((field as HTMLTextAreaElement).value).toBe('I want to sleep better.');
  await user.type(field, ' And eat.');
  await waitFor(() => expect([...on.kept.keys()]).toEqual([`own-words/${NEW}/health`]));
  await user.click(screen.getByRole('button', {name: 'Save my words'}));
  await waitFor(() => expect(address()).toBe('/my-plan/new'));
  expect(on.saved).toEqual([
    {
      kind: 'own-words.write',
      record: parts[0]?.id,
      person: SELF,
      body: {plan: NEW, section: 'health', words: {text: 'I want to sleep better. And eat.', lang: 'en'}},
      bases: {words: [idFor(71)], rating: []},
    },
  ]);
  expect(on.kept.size).toBe(0);
});

test('words of an adviser that arrive meanwhile are not written over by a form in which only the rating was chosen', async () => {
  const on = device('shared');
  const {user} = await openWords(on);
  await user.click(screen.getByLabelText('Well'));
  await waitFor(() => expect(on.kept.size).toBe(1));
  on.put(ownWords(NEW, SELF, 'health', 'As I told Catrin.', {words: [headOf(79, 'As I told Catrin.', COLLEAGUE)]}));
  cleanup();
  const again = await openWords(on);
  await again.user.click(screen.getByRole('button', {name: 'Save my words'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]?.body).toEqual({plan: NEW, section: 'health', rating: 4});
});

test('first words to an empty part, and how it is going, which can be taken back again', async () => {
  const on = device('shared');
  const {user} = await openWords(on, 'employment', 'cy');
  await user.type(screen.getByLabelText('Beth rydw i’n ei ddweud am hyn'), 'Gwaith mewn caffi');
  await user.click(screen.getByLabelText('Yn dda'));
  await user.click(screen.getByRole('button', {name: 'Cadw fy ngeiriau'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]).toMatchObject({body: {section: 'employment', words: {text: 'Gwaith mewn caffi', lang: 'cy'}, rating: 4}});
});

test('a rating alone is saved alone, and is read back nowhere', async () => {
  const on = device('shared');
  const {user} = await openWords(on);
  await user.click(screen.getByLabelText('Not so well'));
  await user.click(screen.getByRole('button', {name: 'Save my words'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]?.body).toEqual({plan: NEW, section: 'health', rating: 2});
  await renderScreen(<NewPlanPage />, {device: on});
  expect(screen.queryByText('Not so well')).toBeNull();
});

const openAnswer = (on: FakeDevice) => renderScreen(<MyAnswerPage />, {device: on, at: '/my-plan/new/answer', path: '/my-plan/new/answer'});

test('an answer with a signature goes out as their own, and is shown with its date and their name', async () => {
  const on = device('shared');
  const {user, address} = await openAnswer(on);
  expect(screen.getByText(/No answer stops your plan\. Every answer is kept\./u)).toBeTruthy();
  await user.click(screen.getByLabelText('I agree with some of it'));
  await user.type(screen.getByLabelText('In your own words'), 'Not the part about money.');
  const paper = screen.getByRole('img', {name: 'Sign your name'});
  paper.setPointerCapture = () => undefined;
  paper.getBoundingClientRect = () => ({left: 0, top: 0, width: 600, height: 200}) as DOMRect;
  fireEvent.pointerDown(paper, {clientX: 10, clientY: 20});
  fireEvent.pointerMove(paper, {clientX: 30, clientY: 40});
  fireEvent.pointerUp(paper);
  await user.click(screen.getByRole('button', {name: 'Send my answer'}));
  await waitFor(() => expect(address()).toBe('/my-plan/new'));
  expect(on.saved).toMatchObject([
    {
      kind: 'plan.answer',
      body: {
        plan: NEW,
        response: 'partly_agreed',
        words: {text: 'Not the part about money.', lang: 'en'},
        given: 'own_device',
        signature: expect.stringMatching(/^M10 20L30 40$/u),
      },
    },
  ]);
  await renderScreen(<NewPlanPage />, {device: on});
  const mine = screen.getByText('I agree with some of it').closest('li') as HTMLElement;
  expect(within(mine).getByText('Not the part about money.')).toBeTruthy();
  expect(within(mine).getByText('My signature')).toBeTruthy();
  expect(within(mine).getByText(/^When: /u)).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Answer again'})).toBeTruthy();
});

test('what they want can be written anew with no answer at all; with neither there is nothing to send', async () => {
  const on = device('shared');
  const {user} = await openAnswer(on);
  await user.click(screen.getByRole('button', {name: 'Send my answer'}));
  expect(await screen.findByRole('link', {name: 'Choose one answer'})).toBeTruthy();
  await user.type(screen.getByLabelText('What do you want?'), ' and a cat');
  await user.click(screen.getByRole('button', {name: 'Send my answer'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  // How the views were given is not theirs to say, so it is not said.
  expect(on.saved[0]).toMatchObject({
    kind: 'plan-views.write',
    body: {plan: NEW, words: {text: 'A place with a garden and a cat', lang: 'en'}},
    bases: {words: [idFor(72)]},
  });
  expect(on.saved[0]?.body).not.toHaveProperty('how');
});

test('with a manager nothing is written and nothing answered; what was begun is still theirs', async () => {
  const on = device('shared');
  const {user} = await openWords(on);
  await user.type(screen.getByLabelText('What I say about this'), ' Half a thought');
  await waitFor(() => expect(on.kept.size).toBe(1));
  on.put(planIn('for_sign_off', NEW, SELF, {version: 2}));
  expect(await screen.findByText(/A manager is reading this plan/u)).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  // It can still be read, part by part.
  expect(screen.getByText('Ffi sees the nurse each month.')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Next part: Who I am'})).toBeTruthy();
  cleanup();
  await renderScreen(<NewPlanPage />, {device: on});
  expect(screen.getByText('With a manager')).toBeTruthy();
  for (const name of [/answer/iu, /say what I think/iu, /my own words/iu]) expect(screen.queryByRole('link', {name})).toBeNull();
  cleanup();
  await openAnswer(on);
  expect(screen.queryByRole('radio')).toBeNull();
  cleanup();
  await renderScreen(<PlanPage />, {device: on});
  expect(screen.getByText('You had begun to write this')).toBeTruthy();
  expect(screen.getByText(/Half a thought/u)).toBeTruthy();
});

test('what changed since the last look is said by its heading and leads to its place; of a draft nothing', async () => {
  const changed = [
    {record: parts[1] as DomainRecord, isNew: true, by: COLLEAGUE},
    {record: planIn('shared', NEW, SELF, {version: 2}), isNew: true, by: COLLEAGUE},
    // Staff put down beside their own words how they were given: the words are still theirs.
    {record: parts[5] as DomainRecord, isNew: true, by: COLLEAGUE},
    {record: shownText(idFor(22), SELF, 'financial', {needs: written('x')}), isNew: true, by: COLLEAGUE},
  ];
  const on = new FakeDevice({
    records: [
      OLD,
      person,
      planIn('shared', NEW, SELF, {version: 2}),
      planIn('draft', idFor(22), SELF, {version: 3}),
      ...parts,
      whoHelpsRecord(idFor(3), SELF, {names: [{id: COLLEAGUE, name: 'Catrin Hafgan-Price'}]}),
    ],
    role: 'young_person',
    holder: SELF,
    changed,
  });
  await renderScreen(<PlanPage />, {device: on});
  const list = screen.getByRole('heading', {name: 'What has changed since you last looked'}).closest('section') as HTMLElement;
  expect(
    within(list)
      .getAllByRole('link')
      .map(link => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['What your team wrote: My health', '/my-plan/new/health'],
    ['My new plan: being made with you', '/my-plan/new'],
  ]);
  expect(within(list).getAllByText('Catrin Hafgan-Price')).toHaveLength(2);
});

test('what they wanted when the plan before was made is in view, and is no answer to this one', async () => {
  const device = new FakeDevice({
    records: [
      youngPersonRecord(SELF, SELF),
      planIn('current', idFor(70), SELF),
      planViews(idFor(70), SELF, 'A small dog'),
      planIn('shared', idFor(71), SELF, {version: 2, basedOn: idFor(70)}),
    ],
    role: 'young_person',
    holder: SELF,
  });
  await renderScreen(<MyAnswerPage />, {device, at: '/my-plan/new/answer', path: '/my-plan/new/answer'});
  expect(screen.getByText('A small dog').closest('details')?.textContent).toContain('What you said last time');
  expect((screen.getByLabelText('What do you want?') as HTMLTextAreaElement).value).toBe('');
});
