/** Asking the fund: what goes out, what is refused at its field, what is told before it is sent, and what is never lost. */
import {cleanup, screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {addDays, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {careRecord, idFor, planRecord, whoHelpsRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {AskFundPage} from './ask-fund-page.tsx';
import {FFION} from './fund.test-support.ts';

const fund = {spendTypes: ['travel', 'digital'] as const, exclusions: null, capRequestPence: 50_000, evidenceAbovePence: 0};
const help = whoHelpsRecord(idFor(30), FFION, {fund: {...fund, spendTypes: [...fund.spendTypes]}});
const today = calendarDateInWales(new Date().toISOString());
const born = (years: number) => addDays(today, -Math.round(years * 365.25));
const person = (years = 19) =>
  youngPersonRecord(FFION, FFION, {birthDates: [{date: born(years), status: 'verified', heldFrom: born(years)}]});
const inCare = careRecord(idFor(31), FFION, {
  startOn: born(10),
  endOn: addDays(today, -30),
  legalStatus: null,
  authority: 'Sir Enghraifft',
});
const deviceWith = (options: Partial<FakeOptions> = {}) =>
  new FakeDevice({records: [person(), help, planRecord(idFor(20), FFION)], role: 'young_person', holder: FFION, ...options});
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<AskFundPage />, {device, at: '/my-money/ask', path: '/my-money/ask', language});
const SEND = 'Send my request';

test('everything that was said goes out once, and what stands there next is the request', async () => {
  const device = deviceWith();
  const {user, address} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Getting around: bus, train, bike'}));
  await user.type(screen.getByLabelText('What do you need, and why?'), 'Tocyn bws i’r coleg');
  await user.type(screen.getByLabelText('What difference will it make to you?'), 'I would not be late.');
  await user.click(screen.getByLabelText('Yes, I know'));
  await user.type(screen.getByLabelText('How many pounds?'), '£1\u00a0250.50');
  await user.type(screen.getByLabelText('Have you tried to get the money somewhere else?'), 'The college said no.');
  await user.selectOptions(screen.getByLabelText('Which part of your plan is it about?'), 'education_training');
  await user.click(screen.getByLabelText('Yes, I need it today'));
  expect(screen.getByText('Phone somebody too')).toBeTruthy();
  await user.click(screen.getByRole('button', {name: SEND}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({
    kind: 'fund-request.ask',
    person: FFION,
    body: {
      spendType: 'travel',
      askedPence: 125_050,
      words: {text: 'Tocyn bws i’r coleg', lang: 'en'},
      difference: {text: 'I would not be late.', lang: 'en'},
      triedElsewhere: {text: 'The college said no.', lang: 'en'},
      urgency: 'urgent',
      section: 'education_training',
      agreed: null,
    },
  });
  await waitFor(() => expect(address()).toBe(`/my-money/${device.saved[0]?.record}`));
  expect(device.kept.size).toBe(0);
});

test('the language of the first words is that of all of them, unless others were written in another', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'A phone, laptop or internet'}));
  await user.type(screen.getByLabelText('What do you need, and why?'), 'Gliniadur');
  await user.type(screen.getByLabelText('What difference will it make to you?'), 'Dysgu gartref');
  await user.click(screen.getByLabelText('Welsh'));
  await user.click(screen.getByLabelText('I do not know yet'));
  await user.click(screen.getByRole('button', {name: SEND}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({body: {words: {lang: 'cy'}, difference: {lang: 'cy'}, triedElsewhere: null}}));
});

test('what it costs need not be known', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'A phone, laptop or internet'}));
  await user.type(screen.getByLabelText('What do you need, and why?'), 'A laptop');
  await user.click(screen.getByLabelText('I do not know yet'));
  await user.click(screen.getByRole('button', {name: SEND}));
  await waitFor(() =>
    expect(device.saved[0]).toMatchObject({body: {askedPence: null, difference: null, section: null, urgency: 'normal'}}),
  );
});

test('what is missing is said at its field, and nothing goes out', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: SEND}));
  for (const words of ['Choose what kind of thing it is', 'Write what you need and why', 'Say if you know what it costs'])
    expect(await screen.findByRole('link', {name: words})).toBeTruthy();
  expect(device.saved).toEqual([]);
});

test.each(['12,50', '1e9', '-5', '1234567890', '0', '4.5', 'twenty', '5 or 6'])('no amount: %s', async typed => {
  const device = deviceWith();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'A phone, laptop or internet'}));
  await user.type(screen.getByLabelText('What do you need, and why?'), 'A laptop');
  await user.click(screen.getByLabelText('Yes, I know'));
  await user.type(screen.getByLabelText('How many pounds?'), typed);
  await user.click(screen.getByRole('button', {name: SEND}));
  expect(await screen.findByRole('link', {name: 'Write the amount in pounds, like 45 or 45.50'})).toBeTruthy();
  expect((screen.getByLabelText('How many pounds?') as HTMLInputElement).value).toBe(typed);
  expect(device.saved).toEqual([]);
});

test('only what the council pays for is offered, and what it gives at most is told without a no', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  expect(screen.queryByRole('button', {name: 'Learning to drive'})).toBeNull();
  await user.click(screen.getByLabelText('Yes, I know'));
  await user.type(screen.getByLabelText('How many pounds?'), '500.01');
  expect(screen.getByText('The fund gives up to £500 for one thing. You can ask for more.')).toBeTruthy();
  cleanup();
  await open(new FakeDevice({records: [person(), whoHelpsRecord(idFor(30), FFION)], role: 'young_person', holder: FFION}));
  expect(screen.getByRole('button', {name: 'Learning to drive'})).toBeTruthy();
});

test('forty thousand characters hold; what cannot be kept is refused at its field and stays', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'A phone, laptop or internet'}));
  await user.click(screen.getByLabelText('I do not know yet'));
  const words = screen.getByLabelText('What do you need, and why?');
  await user.click(words);
  await user.paste('ŵ'.repeat(200_000));
  await user.click(screen.getByRole('button', {name: SEND}));
  expect(await screen.findByRole('link', {name: 'This is too long to keep in one piece. Split it in two.'})).toBeTruthy();
  expect((words as HTMLTextAreaElement).value).toHaveLength(200_000);
  expect(device.saved).toEqual([]);
  await user.clear(words);
  await user.paste('Mae’r tŷ. '.repeat(4_000));
  await user.click(screen.getByRole('button', {name: SEND}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
});

test('a lock or a change of language in the middle keeps every answer', async () => {
  const device = deviceWith();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Getting around: bus, train, bike'}));
  await user.type(screen.getByLabelText('What do you need, and why?'), 'B');
  await waitFor(() => expect(device.kept.has('fund-ask/own')).toBe(true));
  await user.type(screen.getByLabelText('What do you need, and why?'), 'ws');
  await user.click(screen.getByRole('button', {name: /^Cymraeg/u}));
  expect(((await screen.findByLabelText('Beth sydd ei angen arnoch chi, a pham?')) as HTMLTextAreaElement).value).toBe('Bws');
  cleanup();
  await open(device, 'cy');
  expect(((await screen.findByLabelText('Beth sydd ei angen arnoch chi, a pham?')) as HTMLTextAreaElement).value).toBe('Bws');
  expect(screen.getByText('Teithio: bws, trên, beic')).toBeTruthy();
});

test('nobody without a plan is asked about its parts', async () => {
  await open(deviceWith({records: [person(), help]}));
  expect(screen.queryByLabelText('Which part of your plan is it about?')).toBeNull();
});

test('whom the fund is for and what it does not pay for stand above the button; a likely no keeps nobody from asking', async () => {
  const told = whoHelpsRecord(idFor(30), FFION, {
    fund: {
      spendTypes: ['travel'],
      exclusions: {cy: 'Alcohol a gamblo', en: 'Alcohol and gambling'},
      capRequestPence: 1,
      evidenceAbovePence: 0,
    },
  });
  await open(deviceWith({records: [person(30), told]}));
  expect(screen.getByText('Alcohol and gambling')).toBeTruthy();
  expect(screen.getByText('The fund ends on your 25th birthday, so the answer may be no.')).toBeTruthy();
  expect(screen.getByText('You can still ask. Somebody reads it and tells you why.')).toBeTruthy();
  expect(screen.getByRole('button', {name: SEND})).toBeTruthy();
  cleanup();
  await open(deviceWith({records: []}));
  expect(screen.getByText('This phone cannot tell if the fund is for you. The council will look.')).toBeTruthy();
});

test('what a duty may owe is said with its reason, and is never a no', async () => {
  const {user} = await open(deviceWith({records: [person(17), inCare]}));
  expect(screen.queryByText(/may have to pay for this anyway/u)).toBeNull();
  await user.click(screen.getByRole('button', {name: 'Rent, or a deposit for a home'}));
  expect(await screen.findByText('The council may have to pay for this anyway: your adviser will look')).toBeTruthy();
  expect(screen.getByText('The council must make sure that you have a home until you are 18.')).toBeTruthy();
  expect(screen.getByText('It is not a no. Send your request all the same.')).toBeTruthy();
});
