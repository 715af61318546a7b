/** A young person's money plan, alone and without a connection: what is written goes out once, nothing is lost, nothing judges. */
import {act, cleanup, screen, waitFor, within} from '@testing-library/react';
import type {ReactNode} from 'react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {benefitCheckId, moneyHelpId} from '#domain/money-plan/money-plan.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, whoHelpsRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {OwnAddLinePage, OwnBenefitPage, OwnBenefitsPage, OwnHelperPage, OwnLinePage, OwnMoneyPlanPage} from './own-money-screens.tsx';

const FFION = idFor(1);
const LINE = idFor(40);
const BASE = '/my-money/week';
const line = (what: DataOf<'money-line'>['what'], pence: number, more: Partial<DataOf<'money-line'>> = {}, id = LINE) =>
  recordOf('money-line', id, FFION, {what, amount: {pence, every: 'week'}, words: null, wish: null, takenOutOn: null, ...more});
const deviceWith = (records: readonly ReturnType<typeof recordOf>[] = [], options: Partial<FakeOptions> = {}) =>
  new FakeDevice({records: [youngPersonRecord(FFION, FFION), ...records], role: 'young_person', holder: FFION, ...options});
const open = (page: ReactNode, device: FakeDevice, at = BASE, path = at, language: 'cy' | 'en' = 'en') =>
  renderScreen(page, {device, at, path, language});
const add = (device: FakeDevice, group = 'income', language: 'cy' | 'en' = 'en') =>
  open(<OwnAddLinePage />, device, `${BASE}/add/${group}`, `${BASE}/add/:group`, language);
const openLine = (device: FakeDevice) => open(<OwnLinePage />, device, `${BASE}/line/${LINE}`, `${BASE}/line/:line`);
const openBenefit = (device: FakeDevice) => open(<OwnBenefitPage />, device, `${BASE}/benefits/pip`, `${BASE}/benefits/:benefit`);

test('a line is asked about one thing after the other, and goes out once', async () => {
  const device = deviceWith();
  const {user, address} = await add(device);
  expect(screen.queryByLabelText('How many pounds?')).toBeNull();
  await user.click(screen.getByRole('button', {name: 'Wages'}));
  await user.type(screen.getByLabelText('How many pounds?'), '£1\u00a0250.50');
  await user.click(screen.getByLabelText('Every four weeks'));
  await user.type(screen.getByLabelText('In your own words, if you like'), 'Caffi’r Cei');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({
    kind: 'money-line.add',
    person: FFION,
    body: {what: 'wages', amount: {pence: 125_050, every: 'four_weeks'}, words: {text: 'Caffi’r Cei', lang: 'en'}},
  });
  await waitFor(() => expect(address()).toBe(BASE));
  expect(device.kept.size).toBe(0);
});

test('of a debt nobody is asked how often', async () => {
  const device = deviceWith();
  const {user} = await add(device, 'debt');
  await user.click(screen.getByRole('button', {name: 'Loan'}));
  expect(screen.queryByText('How often?')).toBeNull();
  await user.type(screen.getByLabelText('How many pounds?'), '45');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({body: {what: 'loan', amount: {pence: 4_500, every: null}, words: null}}));
});

test.each(['12,50', '1e9', '-5', '1234567890', '0', '4.5', '4.555', 'NaN', 'twenty'])('no amount: %s', async typed => {
  const device = deviceWith();
  const {user} = await add(device, 'saving');
  await user.click(screen.getByRole('button', {name: 'Credit union'}));
  await user.type(screen.getByLabelText('How many pounds?'), typed);
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(await screen.findByRole('link', {name: 'Write the amount in pounds, like 45 or 45.50'})).toBeTruthy();
  expect((screen.getByLabelText('How many pounds?') as HTMLInputElement).value).toBe(typed);
  expect(device.saved).toEqual([]);
});

test('what is missing is said at its field, and a thing that has no name needs words', async () => {
  const device = deviceWith();
  const {user} = await add(device);
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(await screen.findByRole('link', {name: 'Choose what it is'})).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Other money that comes in'}));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  for (const name of ['Write how many pounds', 'Choose how often', 'Write what it is'])
    expect(await screen.findByRole('link', {name})).toBeTruthy();
  expect(device.saved).toEqual([]);
});

test('a lock in the middle, or a change of language, keeps what was typed', async () => {
  const device = deviceWith();
  const {user} = await add(device);
  await user.click(screen.getByRole('button', {name: 'Wages'}));
  await user.type(screen.getByLabelText('How many pounds?'), '12,5');
  await user.click(screen.getByRole('button', {name: /^Cymraeg/u}));
  expect(((await screen.findByLabelText('Sawl punt?')) as HTMLInputElement).value).toBe('12,5');
  cleanup();
  await add(device, 'income', 'cy');
  expect(((await screen.findByLabelText('Sawl punt?')) as HTMLInputElement).value).toBe('12,5');
  expect(screen.getByText('Cyflog')).toBeTruthy();
});

test('what is left is said a week and a month, from the exact sum', async () => {
  const month = {amount: {pence: 10_000, every: 'month'}} as const;
  await open(
    <OwnMoneyPlanPage />,
    deviceWith([line('wages', 9_000), line('rent', 0, month, idFor(41)), line('food', 0, month, idFor(42))]),
  );
  const figures = screen.getByRole('heading', {name: 'All together'}).parentElement as HTMLElement;
  // Twice 100 pounds a month is 46.15 and not twice 23.08 a week; 90 a week is 390 a month.
  for (const text of ['£46.15 a week', '£200 a month', '£43.85 a week', '£190 a month', '£90 a week', '£390 a month'])
    expect(within(figures).getByText(new RegExp(text.replaceAll('.', '\\.'), 'u'))).toBeTruthy();
  expect(within(figures).getByText('What is left')).toBeTruthy();
});

test('where more goes out, that is said calmly with who can help, and with no other word', async () => {
  await open(<OwnMoneyPlanPage />, deviceWith([line('wages', 5_000), line('rent', 6_000, {}, idFor(41))]));
  expect(screen.getByText('More going out than coming in')).toBeTruthy();
  expect(screen.getByText('Right now more goes out than comes in. That happens to many people.')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Talk to somebody'}).getAttribute('href')).toBe('/talk');
  expect(screen.getAllByRole('link', {name: 'Look at benefits'})).toHaveLength(2);
  expect(document.body.textContent).not.toMatch(/overspen|too much|-£|−/iu);
});

test('what was taken out does not count and stays within reach', async () => {
  const device = deviceWith([line('wages', 5_000, {takenOutOn: date('2026-11-20')})]);
  const {user} = await openLine(device);
  expect(screen.getByText('Taken out on 20 November 2026. It does not count now.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Put it back'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'money-line.take-out', record: LINE, body: {out: false}}));
  cleanup();
  await open(<OwnMoneyPlanPage />, deviceWith([line('wages', 5_000, {takenOutOn: date('2026-11-20')})]));
  expect(screen.queryByText('All together')).toBeNull();
  expect(screen.getByText('Taken out')).toBeTruthy();
});

test('a line is changed in what was changed, taken out once that is sure, and wanted at one press', async () => {
  const device = deviceWith([line('rent', 6_000)]);
  const {user} = await openLine(device);
  await user.click(screen.getByRole('button', {name: 'Change it'}));
  await user.click(screen.getByLabelText('Every month'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({kind: 'money-line.change', record: LINE, body: {amount: {pence: 6_000, every: 'month'}}});
  expect(Object.keys((device.saved[0] as {body: object}).body)).toEqual(['amount']);
  await user.click(screen.getByRole('button', {name: 'I want this in my plan'}));
  expect(await screen.findByText('You want this in your plan. Your adviser sees that once it is sent.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'I do not want that now'}));
  expect(await screen.findByRole('button', {name: 'I want help with this'})).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'Take it out'}));
  expect(device.saved).toHaveLength(3);
  await user.click(screen.getByRole('button', {name: 'Yes, take it out'}));
  await waitFor(() => expect(device.saved[3]).toMatchObject({kind: 'money-line.take-out', body: {out: true}}));
});

test('what has not been sent yet nobody else is said to see', async () => {
  const device = deviceWith([line('rent', 6_000, {wish: 'help'})]);
  device.deliveries.set(LINE, 'saved_here');
  await openLine(device);
  expect(screen.getByText('You want help with this. Your adviser sees that once it is sent.')).toBeTruthy();
  expect(screen.queryByText(/can see that/u)).toBeNull();
});

test('a benefit is said at its own place, and leads to the council’s page in the language of the screen', async () => {
  const benefitLinks = [{benefit: 'pip' as const, cy: 'https://enghraifft.cymru/pip', en: 'https://example.wales/pip'}];
  const device = deviceWith([whoHelpsRecord(idFor(30), FFION, {benefitLinks})]);
  const {user} = await openBenefit(device);
  const link = screen.getByRole('link', {name: 'Read more (opens in a new tab)'});
  expect(['href', 'target', 'rel'].map(name => link.getAttribute(name))).toEqual([
    'https://example.wales/pip',
    '_blank',
    'noopener noreferrer',
  ]);
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect(await screen.findByRole('link', {name: 'Choose what is true for you'})).toBeTruthy();
  await user.click(screen.getByLabelText('Not yet'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  const record = benefitCheckId(FFION, 'pip');
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'benefit-check.say', record, body: {benefit: 'pip', state: 'not_yet'}}));
});

test('without a connection the page is said to wait, and where the council has none, who can find one', async () => {
  const benefitLinks = [{benefit: 'pip' as const, cy: 'https://enghraifft.cymru/pip', en: 'https://example.wales/pip'}];
  await openBenefit(deviceWith([whoHelpsRecord(idFor(30), FFION, {benefitLinks})], {sync: {connection: 'offline'}}));
  expect(screen.getByText('You have no connection now. You can read this page later.')).toBeTruthy();
  cleanup();
  await openBenefit(deviceWith());
  expect(screen.getByText('The council has not put a page here. Your adviser can find one with you.')).toBeTruthy();
  expect(screen.queryByRole('link', {name: /new tab/u})).toBeNull();
});

test('help with a benefit that nothing was said of is asked for all the same', async () => {
  const device = deviceWith();
  const {user} = await openBenefit(device);
  await user.click(screen.getByRole('button', {name: 'I want help with this'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'benefit-check.say', body: {benefit: 'pip', wish: 'help'}}));
  cleanup();
  await open(<OwnBenefitsPage />, device, `${BASE}/benefits`);
  expect(screen.getByText('You want help with this. Your adviser sees that once it is sent.')).toBeTruthy();
});

test('who helps is written on, and going without a change keeps what stands there', async () => {
  const device = deviceWith([recordOf('money-help', moneyHelpId(FFION), FFION, {words: {text: 'Mam-gu', lang: 'cy'}})]);
  const {user, address} = await open(<OwnHelperPage />, device, `${BASE}/helper`);
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(address()).toBe(BASE));
  expect(device.saved).toEqual([]);
  cleanup();
  const again = await open(<OwnHelperPage />, device, `${BASE}/helper`);
  await again.user.type(screen.getByLabelText('Who helps, and with what?'), ' a Mair');
  await again.user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() =>
    expect(device.saved[0]).toMatchObject({kind: 'money-help.write', body: {words: {text: 'Mam-gu a Mair', lang: 'cy'}}}),
  );
});

test('an address of nothing says so and leads back', async () => {
  await open(<OwnLinePage />, deviceWith(), `${BASE}/line/${idFor(99)}`, `${BASE}/line/:line`);
  expect(screen.getByText('This is not on the list.')).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Back to the list'}).getAttribute('href')).toBe(BASE);
});

test('where somebody took out who helps and somebody wrote on it, both are led to', async () => {
  const head = (op: number, value: unknown) => ({ops: [idFor(op)], value, author: FFION, device: null, at: '2026-11-20T09:00:00.000Z'});
  const words = {text: 'Mair o’r coleg', lang: 'cy'};
  const helper = recordOf('money-help', moneyHelpId(FFION), FFION, {words: null}, {words: [head(501, null), head(502, words)]});
  await open(<OwnMoneyPlanPage />, deviceWith([helper]));
  expect(screen.getByRole('link', {name: 'Two versions: choose one'}).getAttribute('href')).toBe(`/together/${helper.id}/words`);
});

test('a benefit that changes while its screen is open is shown as it is, and no press undoes that', async () => {
  const record = benefitCheckId(FFION, 'pip');
  const check = (state: DataOf<'benefit-check'>['state'], op: number) =>
    recordOf(
      'benefit-check',
      record,
      FFION,
      {benefit: 'pip', state, wish: null},
      {state: [{ops: [idFor(op)], value: state, author: idFor(2), device: null, at: '2026-11-20T09:00:00.000Z'}]},
    );
  const device = deviceWith([check('not_yet', 501)]);
  const {user} = await openBenefit(device);
  act(() => device.put(check('get', 502)));
  expect((await screen.findByLabelText<HTMLInputElement>('I get it')).checked).toBe(true);
  await user.click(screen.getByLabelText('I have asked for it'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved).toMatchObject([{body: {state: 'asked'}, bases: {state: [idFor(502)]}}]));
  cleanup();
  const again = deviceWith([check('not_yet', 501)]);
  const later = await openBenefit(again);
  act(() => again.put(check('get', 502)));
  await later.user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(later.address()).toBe(`${BASE}/benefits`));
  expect(again.saved).toEqual([]);
});

test('what has become a step can be asked for again: a step may have been taken back', async () => {
  const device = deviceWith([line('rent', 6_000, {wish: 'planned'})]);
  const {user} = await openLine(device);
  expect(screen.getByText('Your adviser has made this a step for your plan.')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: 'I want help with this'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'money-line.change', body: {wish: 'help'}}]));
});

test('rent by the week is the same rent by the month: nobody is told that more goes out by nothing', async () => {
  const month = {amount: {pence: 43_333, every: 'month'}} as const;
  const rent = line('rent', 10_000, {}, idFor(41));
  await open(<OwnMoneyPlanPage />, deviceWith([line('wages', 0, month), rent]));
  expect(screen.getByText('What is left').nextElementSibling?.textContent).toBe('£0 a week£0 a month');
  expect(screen.queryByText(/More going out|more goes out/u)).toBeNull();
  cleanup();
  // Half a penny a month is a penny on the screen.
  await open(<OwnMoneyPlanPage />, deviceWith([line('wages', 0, {amount: {pence: 519_994, every: 'year'}}), rent]));
  expect(screen.getByText('More going out than coming in').nextElementSibling?.textContent).toBe('£0 a week£0.01 a month');
});
