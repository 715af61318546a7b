/** One request for its two readers: the duty answered, the decision as its form and the domain see it, and nothing done before the server said so. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {Role} from '#domain/access/roles.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {assessmentId} from '#domain/fund/assessment-commands.ts';
import {idFor, recordOf, SELF} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {budgetLines, deviceOf, FFION, people, REQUEST, requestRecord} from './fund-records.test-support.ts';
import {RequestPage} from './request-page.tsx';

const open = async (role: Role, records: readonly DomainRecord[], language: 'cy' | 'en' = 'en') => {
  const on = deviceOf(role, records);
  const drawn = await renderScreen(<RequestPage />, {
    device: on,
    language,
    at: `/people/${FFION}/money/${REQUEST}`,
    path: '/people/:person/money/:request',
  });
  return {...drawn, on};
};
const manager = (...records: readonly DomainRecord[]) => open('manager', [...people(), ...budgetLines(500_000), ...records]);
const section = (title: string) => within(screen.getByRole('heading', {level: 2, name: title}).closest('section') as HTMLElement);
const decision = () => section('The decision');
const send = () => decision().getByRole('button', {name: 'Send the decision'});

test('who asks, for what, and whom the fund is for; the window names nobody', async () => {
  await open('adviser', [...people(), requestRecord()]);
  expect(screen.getByText('Gwersi gitâr')).toBeTruthy();
  expect(screen.getByText('The fund is for them')).toBeTruthy();
  expect(screen.getByRole('heading', {level: 1}).textContent).toContain('Hobby or activity');
  expect(document.title).toBe('A request to the fund – Llwybr');
});

test('a duty is answered with a reason, in the one assessment of the request; until then it is missing', async () => {
  const {user, on} = await open('adviser', [...people(SELF), requestRecord({spendType: 'furniture_white_goods'})]);
  expect(section('Next: recommend it').getAllByText('An answer: The setting-up home grant').length).toBeGreaterThan(0);
  const duty = section('Does a duty owe this?');
  await user.click(duty.getByText('Answer'));
  await user.click(duty.getByRole('button', {name: 'Save the answer'}));
  expect(duty.getAllByText('Say whether the duty covers it').length).toBeGreaterThan(0);
  await user.click(duty.getByLabelText('The duty does not cover this'));
  await user.type(duty.getByLabelText('Why?'), 'Spent on the bed');
  await user.click(duty.getByRole('button', {name: 'Save the answer'}));
  await waitFor(() => expect(on.saved).toMatchObject([{kind: 'fund-duty.answer', record: assessmentId(REQUEST), body: {covers: false}}]));
  expect(screen.queryByText('An answer: The setting-up home grant')).toBeNull();
});

test('what came with an import keeps its own id, and only the text that was changed is sent, on what was in view', async () => {
  const assessment = recordOf('fund-assessment', idFor(45), FFION, {request: REQUEST, otherSources: 'Asked a charity', notes: null});
  const {user, on} = await open('adviser', [...people(SELF), requestRecord(), assessment]);
  const notes = section('What staff have found out');
  await user.click(notes.getByText('Write on'));
  await user.type(notes.getByLabelText('Notes'), 'Teacher agrees');
  await user.click(notes.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(on.saved).toHaveLength(1));
  expect(on.saved[0]).toMatchObject({kind: 'fund-assessment.write', record: idFor(45), bases: {notes: [idFor(500)]}});
  expect(on.saved[0]?.body).toEqual({request: REQUEST, notes: 'Teacher agrees'});
});

test('a recommendation, after which whoever gave it does not decide', async () => {
  const {user, on} = await manager(requestRecord());
  await user.click(screen.getByText('Recommend'));
  await user.click(screen.getByLabelText('Give a part of it', {selector: '#recommend-part'}));
  const amount = screen.getByLabelText('Amount in pounds', {selector: '#recommend-amount'});
  await user.clear(amount);
  await user.type(amount, '120');
  await user.click(screen.getByRole('button', {name: 'Send the recommendation'}));
  expect(screen.getAllByText('In part is less than what was asked for: £120').length).toBeGreaterThan(0);
  await user.clear(amount);
  await user.type(amount, '90');
  await user.click(screen.getByRole('button', {name: 'Send the recommendation'}));
  await waitFor(() => expect(on.saved).toMatchObject([{kind: 'fund-request.recommend', body: {outcome: 'part', pence: 9_000}}]));
  expect(screen.getByText('Somebody else has to decide')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Send the decision'})).toBeNull();
});

test('whoever is the adviser sees who else has to decide, by name', async () => {
  const team = recordOf('team', idFor(8), null, {nameCy: 'Tîm', nameEn: 'Team', manager: idFor(902), members: []});
  await open('manager', [...people(SELF), requestRecord(), team]);
  expect(decision().getByText('Who can: Elin Sioned')).toBeTruthy();
  expect(decision().getByText(/You asked for this, wrote its amount or recommended it/u)).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Send the decision'})).toBeNull();
});

test('an adviser to whom the authority gives no limit has no form', async () => {
  await open('adviser', [...people(), requestRecord()]);
  expect(decision().getByText('A manager decides')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Send the decision'})).toBeNull();
});

test('the limit, the caps and what is left stand beside the form', async () => {
  await manager(requestRecord());
  const facts = decision();
  expect(facts.getByText('Your own limit').nextElementSibling?.textContent).toBe('£500');
  expect(facts.getByText('Left in the budget').nextElementSibling?.textContent).toBe('£5,000');
  expect(facts.getByText(/^Given this year/u).nextElementSibling?.textContent).toBe('£0');
});

test('a no needs its reason, as a code and in words; in the other language it says so', async () => {
  const {user, on} = await manager(requestRecord());
  await user.click(send());
  expect(decision().getAllByText('Choose what you decide').length).toBeGreaterThan(0);
  await user.click(decision().getByLabelText('Not this time'));
  await user.click(send());
  expect(decision().getAllByText('Choose why not').length).toBeGreaterThan(0);
  expect(decision().getAllByText('Write the reason: the young person reads it').length).toBeGreaterThan(0);
  expect(on.saved).toEqual([]);
  await user.selectOptions(decision().getByLabelText('Why not?'), 'Asked for already');
  await user.type(decision().getByLabelText('The reason, for: Ffion'), 'You asked in May');
  expect(decision().getByText('These words are not in Welsh, the language in which they want letters.')).toBeTruthy();
  await user.click(send());
  await waitFor(() =>
    expect(on.saved).toMatchObject([
      {kind: 'fund-request.decide', body: {outcome: 'refused', refusal: 'duplicate', words: {text: 'You asked in May', lang: 'en'}}},
    ]),
  );
});

test('put off until a day to come; the panel’s decision has the day of the panel', async () => {
  const {user, on} = await manager(requestRecord());
  await user.click(decision().getByLabelText('Decide on a later day'));
  await user.click(decision().getByLabelText('The panel’s'));
  await user.click(send());
  expect(decision().getAllByText('Enter the day on which it is looked at again').length).toBeGreaterThan(0);
  expect(decision().getAllByText('Enter the day on which the panel met').length).toBeGreaterThan(0);
  expect(on.saved).toEqual([]);
});

test.each([
  ['over_limit', {askedPence: 60_000}, 500_000, /more than you can decide by yourself/u],
  ['over_cap', {askedPence: 120_000}, 500_000, /more than the fund gives for one request/u],
  ['budget_spent', {}, 5_000, /not enough left in the budget/u],
  ['duty_unanswered', {spendType: 'furniture_white_goods'}, 500_000, /A duty may owe this money/u],
  ['section', {section: null}, 500_000, /A part of the plan that it helps with/u],
] as const)('refused here in words, and the form stays: %s', async (_code, changes, pence, words) => {
  const {user, on} = await open('manager', [...people(), ...budgetLines(pence), requestRecord(changes)]);
  await user.click(decision().getByLabelText('Give what was asked for'));
  await user.type(decision().getByLabelText('A few words, if you want, for: Ffion'), 'Mwynhewch');
  await user.click(send());
  expect((await decision().findByRole('alert')).textContent).toMatch(words);
  expect(on.saved).toEqual([]);
  expect((decision().getByLabelText('A few words, if you want, for: Ffion') as HTMLTextAreaElement).value).toBe('Mwynhewch');
});

test('what was decided here is on its way, and is not shown as done', async () => {
  const {user} = await manager(requestRecord());
  await user.click(decision().getByLabelText('Give what was asked for'));
  await user.click(send());
  await waitFor(() => expect(screen.getAllByText('Decision saved on this device, waiting to be sent').length).toBeGreaterThan(0));
  expect(screen.getByText('Nothing is decided until the council’s server has accepted it.')).toBeTruthy();
  expect(screen.queryByText('Approved')).toBeNull();
  expect(screen.queryByRole('heading', {name: 'What was decided'})).toBeNull();
});

test('a decision that the server refused keeps its words, which go into the form again', async () => {
  const {on, user} = await manager(requestRecord());
  const words = {text: 'Mae’r gwersi’n werth chweil', lang: 'cy'};
  on.items.push({
    op: idFor(300),
    kind: 'fund-request.decide',
    person: FFION,
    record: REQUEST,
    at: '2026-11-20T10:00:00.000Z',
    state: 'rejected',
    code: 'budget_spent',
    body: {outcome: 'part', awardedPence: 9_000, refusal: null, words, level: 'own', panelOn: null, againOn: null},
  });
  on.sync({needsAttention: 1});
  const refused = await screen.findByText('Your decision was not accepted');
  const notice = within(refused.parentElement as HTMLElement);
  expect(notice.getByText('There is not enough left in the budget.')).toBeTruthy();
  expect(notice.getByText('Mae’r gwersi’n werth chweil')).toBeTruthy();
  await user.click(notice.getByRole('button', {name: 'Take the words into the form again'}));
  await waitFor(() => expect((decision().getByLabelText('The reason, for: Ffion') as HTMLTextAreaElement).value).toBe(words.text));
  expect((decision().getByLabelText('Amount given, in pounds') as HTMLInputElement).value).toBe('90');
  expect(on.items[0]?.state).toBe('put_away');
});

test('a request that may have been made before leads to it', async () => {
  const before = requestRecord({requestedOn: date('2026-06-10'), status: 'paid'}, idFor(41));
  await manager(requestRecord(), before);
  const hint = screen.getByRole('link', {name: 'The same kind of thing, within a year: 10 June 2026'});
  expect(hint.getAttribute('href')).toBe(`/people/${FFION}/money/${idFor(41)}`);
});

test('paid: closed with why nothing was shown, and what became of it in their words', async () => {
  const {user, on} = await open('adviser', [
    ...people(SELF),
    requestRecord({status: 'paid', paid: {on: date('2026-11-15'), pence: 12_000}, evidence: 'none_yet'}),
  ]);
  expect(section('The money').getByText('£120')).toBeTruthy();
  await user.click(screen.getByText('Close the request'));
  await user.click(screen.getByRole('button', {name: 'Close it'}));
  expect((await screen.findAllByText('Write why there is no receipt or photo')).length).toBeGreaterThan(0);
  await user.click(screen.getByText('Write down what became of it'));
  await user.type(screen.getByLabelText('What has changed with it? Ffion'), 'Dw i’n chwarae bob dydd');
  await user.click(section('What became of it').getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(on.saved).toMatchObject([{kind: 'fund-outcome.tell', body: {request: REQUEST, usedAsPlanned: null}}]));
});

test('taken back only with their word that they want it', async () => {
  const {user, on} = await open('adviser', [...people(SELF), requestRecord()]);
  await user.click(screen.getByText('Take it back for the young person'));
  await user.click(screen.getByRole('button', {name: 'Take the request back'}));
  expect(on.saved).toEqual([]);
  await user.click(screen.getByLabelText('Ffion wants the request taken back'));
  await user.click(screen.getByRole('button', {name: 'Take the request back'}));
  await waitFor(() => expect(on.saved).toMatchObject([{kind: 'fund-request.withdraw', record: REQUEST}]));
  expect(await screen.findByText('Staff took it back for the young person.')).toBeTruthy();
});
