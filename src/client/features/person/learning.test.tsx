/** Learning and work on a file: what is now, what begins in its place, two that both claim to be the main one, the plan, and what is counted. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {addDays, birthday, calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {snapshotId} from '#domain/learning-work/snapshot.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {planIn} from '#client/testing/fake-plan.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PersonPage} from './person-page.tsx';

const FFION = idFor(1);
const [COURSE, JOB, PLAN, ASKED] = [idFor(50), idFor(51), idFor(60), idFor(70)];
const today = calendarDateInWales(Date.now());
const people = [staffRecord(SELF, 'Lowri', 'Haf'), staffRecord(COLLEAGUE, 'Elin', 'Sioned'), summaryRecord(FFION, {knownAs: 'Ffion'})];
const own = youngPersonRecord(FFION, FFION);
const born = (own.data as DataOf<'young-person'>).birthDates.at(-1)?.date ?? today;
const activity = (id: string, changes: Partial<DataOf<'activity'>> = {}, author = SELF): DomainRecord => {
  const one = recordOf('activity', id, FFION, {code: 'F2', since: addDays(today, -80), endOn: null, what: 'Catering', ...changes});
  return {...one, made: {...one.made, author}};
};
const support = (changes: Partial<DataOf<'education-support'>> = {}, author = FFION): DomainRecord => {
  const one = recordOf('education-support', ASKED, FFION, {
    what: 'relevant_amount',
    course: 'Nursing, Bangor',
    activity: null,
    words: null,
    askedPence: null,
    askedOn: addDays(today, -2),
    withdrawnOn: null,
    decision: null,
    payments: [],
    ...changes,
  });
  return {...one, made: {...one.made, author}};
};
const open = (records: readonly DomainRecord[], options: Partial<FakeOptions> = {}, language: 'cy' | 'en' = 'en') => {
  const device = new FakeDevice({records: [...people, own, ...records], ...options});
  return renderScreen(<PersonPage part="learning" />, {
    device,
    at: `/people/${FFION}/learning`,
    path: '/people/:person/learning',
    language,
  }).then(shown => ({...shown, device}));
};
const cardOf = (title: string) => within(screen.getAllByRole('article').find(card => card.textContent?.includes(title)) as HTMLElement);

test('something begins in place of what stood there, which ends on the day before', async () => {
  const {user, device} = await open([activity(COURSE)]);
  await user.click(screen.getByText('Something else begins'));
  const code = screen.getByLabelText('What is it?', {selector: '#enter-code'});
  const form = within(code.closest('form') as HTMLElement);
  await user.selectOptions(code, 'G5');
  await user.click(form.getByRole('button', {name: 'Save'}));
  expect(screen.getAllByText('Choose why. If nobody has asked yet, choose “Not known”.').length).toBeGreaterThan(0);
  expect(device.saved).toEqual([]);
  await user.selectOptions(screen.getByLabelText('Why not in learning or work'), 'no_offer');
  await user.click(form.getByLabelText('It has ended, and this takes its place'));
  await user.click(form.getByRole('button', {name: 'Save'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {
        kind: 'activity.enter',
        body: {code: 'G5', since: today, neetReason: 'no_offer', isMain: true, ends: {activity: COURSE, endOn: addDays(today, -1)}},
      },
    ]),
  );
});

test('one press says that it was heard today, and another day than its own cannot be before it began', async () => {
  const {user, device} = await open([activity(COURSE)]);
  await user.click(screen.getByRole('button', {name: /^Heard today that this is still so/u}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'activity.confirm', record: COURSE, body: {on: today}}));
});

test('two that both claim to be the main one: who wrote each, and a press that settles it', async () => {
  const {user, device} = await open([activity(COURSE), activity(JOB, {code: 'F5', what: 'Bakery'}, FFION)]);
  expect(screen.getByText('Which of these does Ffion mainly do?')).toBeTruthy();
  expect(screen.getByText('Ffion said this')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'This is the main one: Work or training, full time'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'activity.change', record: COURSE, body: {isMain: false}}]));
});

test('several of which none is the main one: a press that makes one of them it', async () => {
  const {user, device} = await open([activity(COURSE, {isMain: false}), activity(JOB, {code: 'F5', what: 'Bakery', isMain: false})]);
  expect(screen.getByText(/^None of these is down as the main one/u)).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'This is the main one: Work or training, full time'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'activity.change', record: JOB, body: {isMain: true}}]));
});

test('R-09 a course is put into the plan in force by the plan’s own command, and says so afterwards', async () => {
  const {user, device} = await open([activity(COURSE, {where: 'Coleg Menai'}), planIn('current', PLAN, FFION, {programme: null})]);
  expect(screen.getByText(/^The plan in force sets out no course/u)).toBeTruthy();
  await user.click(screen.getByText('Put it in the pathway plan'));
  await user.click(screen.getByRole('button', {name: 'Put it in the plan'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'plan.change', record: PLAN, body: {programme: 'Catering, Coleg Menai', programmeStatus: 'active'}},
      {kind: 'activity.change', record: COURSE, body: {plan: PLAN}},
    ]),
  );
});

test('R-61 without the course in the plan it is said plainly, with the way there; a manager who tries is refused', async () => {
  const {user, device} = await open([support()], {role: 'manager'});
  expect(screen.getByText('The course is not in a pathway plan in force')).toBeTruthy();
  await user.click(screen.getByLabelText(/^Agree/u));
  await user.type(screen.getByLabelText('Reason'), 'Good luck');
  await user.click(screen.getByRole('button', {name: 'Save the decision'}));
  await waitFor(() => expect(screen.getByText(/^The course is not in a pathway plan in force\. Put it/u)).toBeTruthy());
  expect(device.saved).toEqual([]);
});

test('R-61 with it, the amount is the one that the authority has set', async () => {
  const plan = planIn('current', PLAN, FFION, {programme: 'Nursing, Bangor', programmeStatus: 'active'});
  const {user, device} = await open([support(), plan], {role: 'manager'});
  await user.click(screen.getByLabelText(/^Agree/u));
  await user.type(screen.getByLabelText('Reason'), 'In the plan');
  await user.click(screen.getByRole('button', {name: 'Save the decision'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'education-support.decide', body: {outcome: 'granted', pence: 200_000}}]));
});

test('R-61 an amount that was agreed before is told, and a second for one course is not agreed', async () => {
  const plan = planIn('current', PLAN, FFION, {programme: 'Nursing, Bangor', programmeStatus: 'active'});
  const decision = {
    outcome: 'granted',
    pence: 200_000,
    reason: {text: 'Yes', lang: 'en'},
    by: COLLEAGUE,
    on: date('2026-09-01'),
    plan: PLAN,
  } as const;
  const {user, device} = await open([support(), {...support({decision}), id: idFor(77)}, plan], {role: 'manager'});
  expect(screen.getByText(/^The amount was agreed on 1 September 2026 for the course: Nursing, Bangor/u)).toBeTruthy();
  await user.click(screen.getByLabelText(/^Agree/u));
  await user.type(screen.getByLabelText('Reason'), 'In the plan');
  await user.click(screen.getByRole('button', {name: 'Save the decision'}));
  await waitFor(() => expect(screen.getByText(/agreed for this course already/u)).toBeTruthy());
  expect(device.saved).toEqual([]);
});

test.each([
  ['C6', null, true, false],
  ['C3', 'full', false, false],
  ['C4', 'education_only', false, false],
  ['C3', 'ended', false, true],
  ['C3', 'policy_offer', false, true],
] as const)('R-60 that the duty is not owed, or runs no more, is told before anybody asks: %s, %s', async (category, duty, other, over) => {
  for (const records of [[], [support()]]) {
    await open([summaryRecord(FFION, {knownAs: 'Ffion', category, duty}), ...records], {role: 'manager', withoutFile: []});
    expect(screen.queryByText(/^The duty is owed to categories 3 and 4/u) !== null).toBe(other);
    expect(screen.queryByText(/^It is owed while the duties of category 3 or 4 run/u) !== null).toBe(over);
    cleanup();
  }
});

test('an adviser decides nothing; whoever asked does not decide', async () => {
  await open([support()]);
  expect(screen.getByText('A team manager decides.')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Save the decision'})).toBeNull();
});

const frozenAt17 = (changes: Partial<DataOf<'snapshot'>> = {}, id?: string) => {
  const on = birthday(born, 17);
  const nothing = {on: null, source: 'nothing_heard', record: null} as const;
  return recordOf('snapshot', id ?? snapshotId(FFION, 'birthday_17', on), FFION, {
    moment: 'birthday_17',
    on,
    from: addDays(on, -90),
    until: addDays(on, 30),
    version: 1,
    frozenOn: addDays(on, 31),
    reconstructed: false,
    category: 'C2',
    activity: {...nothing, code: 'G5', isTraining: null, disputed: false},
    inTouch: {...nothing, status: 'no'},
    home: {...nothing, type: null, suitability: null},
    corrects: null,
    reason: null,
    ...changes,
  });
};

test('a snapshot shows what was kept, that the file says otherwise, and is corrected with a reason beside it', async () => {
  const frozen = frozenAt17();
  const {user, device} = await open([frozen]);
  const card = cardOf('17th birthday');
  expect(card.getByText('The file now says otherwise')).toBeTruthy();
  await user.click(card.getByText('Correct this, with a reason'));
  await user.selectOptions(card.getByLabelText('Learning or work'), 'F2');
  await user.click(card.getByRole('button', {name: 'Save the correction'}));
  expect(device.saved).toEqual([]);
  expect(card.queryByLabelText('Was the home suitable?')).toBeNull();
  await user.selectOptions(card.getByLabelText('Home'), 'hostel');
  await user.selectOptions(card.getByLabelText('Was the home suitable?'), 'unsuitable');
  await user.selectOptions(card.getByLabelText('Home'), 'foyer');
  await user.selectOptions(card.getByLabelText('Was the home suitable?'), 'suitable');
  await user.type(card.getByLabelText('Why it is corrected, and how it is known'), 'College letter');
  await user.click(card.getByRole('button', {name: 'Save the correction'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {
        kind: 'snapshot.correct',
        body: {corrects: frozen.id, activity: 'F2', home: 'foyer', suitability: 'suitable', reason: 'College letter'},
      },
    ]),
  );
});

test('of two corrections that differ one is confirmed as it is by whoever has read both', async () => {
  const first = frozenAt17();
  const corrected = (id: number, status: 'yes' | 'refused') => {
    const nothing = {on: null, source: 'correction', record: null} as const;
    const one = frozenAt17({version: 2, corrects: first.id, reason: 'Seen', inTouch: {...nothing, status}}, idFor(id));
    return {...one, made: {...one.made, op: idFor(id + 100)}};
  };
  const {user, device} = await open([first, corrected(80, 'yes'), corrected(81, 'refused')]);
  const card = cardOf('17th birthday');
  expect(card.getByText(/^Two people corrected this/u)).toBeTruthy();
  await user.click(card.getByText('Correct this, with a reason'));
  await user.selectOptions(card.getByLabelText('In touch'), 'refused');
  await user.type(card.getByLabelText('Why it is corrected, and how it is known'), 'Asked both');
  await user.click(card.getByRole('button', {name: 'Save the correction'}));
  await waitFor(() => expect(device.saved.length).toBe(1));
  expect([...(device.saved[0]?.bases?.['corrects'] ?? [])].toSorted()).toEqual([idFor(180), idFor(181)]);
  await waitFor(() => expect(screen.queryByText(/^Two people corrected this/u)).toBeNull());
});

test('what was waited for and has come asks to be entered (cy)', async () => {
  const began = date('2026-01-05');
  await open([activity(COURSE, {code: 'awaiting_start', since: addDays(began, -30), startsOn: began, startsAs: 'F2'})], {}, 'cy');
  expect(screen.getByText(/^Roedd i fod i ddechrau ar 5 Ionawr 2026/u)).toBeTruthy();
});
