/** One request on its owner's phone: each state in words, and everything that can be done about it in that state. */
import {cleanup, screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {FundStatus} from '#domain/fund/codes.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, recordOf, whoHelpsRecord, youngPersonRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {decisionRecord, FFION, questionRecord, REQUEST, requestRecord} from './fund.test-support.ts';
import {FundRequestPage} from './fund-request-page.tsx';
import {MoneyPage} from './money-page.tsx';

const help = whoHelpsRecord(idFor(30), FFION, {
  names: [{id: COLLEAGUE, name: 'Catrin Prawf'}],
  complaintText: {cy: 'Cwynwch yma.', en: 'Complain here.'},
});
const deviceWith = (...records: readonly DomainRecord[]) =>
  new FakeDevice({records: [youngPersonRecord(FFION, FFION), help, ...records], role: 'young_person', holder: FFION});
const open = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<FundRequestPage />, {device, at: `/my-money/${REQUEST}`, path: '/my-money/:request', language});
const money = (device: FakeDevice, language: 'cy' | 'en' = 'en') =>
  renderScreen(<MoneyPage />, {device, at: '/my-money', path: '/my-money', language});
/** Those of them that are not on the screen. */
const missing = (...all: readonly (string | RegExp)[]) => all.filter(text => screen.queryAllByText(text).length === 0);

test('waiting: nothing to do, and no state is said twice in different words', async () => {
  await money(deviceWith(requestRecord()));
  expect(
    missing('Waiting for an answer', 'Somebody is looking at it. You do not need to do anything.', '£60', 'Tocyn bws i’r coleg'),
  ).toEqual([]);
  cleanup();
  await money(deviceWith(requestRecord({status: 'recommended'})));
  expect(missing('Waiting for an answer')).toEqual([]);
});

test('not agreed: the reason, what it means, how to ask again, and who is on their side', async () => {
  const words = {text: 'The college gives bus passes.', lang: 'en'} as const;
  const refused = [requestRecord({status: 'refused'}), decisionRecord({outcome: 'refused', refusal: 'other_fund', words})];
  await money(deviceWith(...refused));
  expect(
    missing(
      'Not agreed this time',
      'The college gives bus passes.',
      'Other money is there for this. Your adviser can help you ask for it.',
      'You can ask again',
      /Say what has changed/u,
      'Complain here.',
      /An advocate is on your side/u,
    ),
  ).toEqual([]);
  cleanup();
  await money(deviceWith(...refused), 'cy');
  expect(missing('Heb ei gytuno y tro hwn', 'Ysgrifennwyd yn Saesneg', 'Gallwch chi ofyn eto', 'Cwynwch yma.')).toEqual([]);
});

test('part of it agreed says how much of how much and why; a decision of an old system keeps its plain reason', async () => {
  const part = decisionRecord({outcome: 'part', awardedPence: 4_000, words: {text: 'Half a year.', lang: 'en'}});
  await money(deviceWith(requestRecord({status: 'approved'}), part));
  expect(missing('Part of it is agreed', 'Agreed: £40 of £60', 'Half a year.', /has not been paid yet/u)).toEqual([]);
  cleanup();
  await money(deviceWith(requestRecord({status: 'refused'}), decisionRecord({reason: 'Over the limit', awardedPence: null})));
  expect(missing('Not agreed this time', 'Over the limit', 'You can ask again')).toEqual([]);
});

test('the newest decision holds: put off, then agreed', async () => {
  const putOff = decisionRecord({outcome: 'deferred', againOn: date('2026-12-01'), decidedOn: date('2026-11-05')}, idFor(81));
  await money(deviceWith(requestRecord({status: 'deferred'}), putOff));
  expect(missing('Put off for now', 'Somebody looks at it again on: 1 December 2026')).toEqual([]);
  cleanup();
  await money(deviceWith(requestRecord({status: 'approved'}), putOff, decisionRecord({outcome: 'approved', awardedPence: 6_000})));
  expect(missing('Agreed', 'Agreed: £60')).toEqual([]);
});

test('paid: how much, when, and what is asked now; what an old system paid asks for nothing', async () => {
  const paid = {status: 'paid', paid: {on: date('2026-11-12'), pence: 6_000}, evidence: 'none_yet'} as const;
  await money(deviceWith(requestRecord(paid), decisionRecord({outcome: 'approved', awardedPence: 6_000})));
  expect(missing('Paid on 12 November 2026: £60', /put in what is on the receipt/u, 'Tell us what the money did for you.')).toEqual([]);
  cleanup();
  const small = whoHelpsRecord(idFor(30), FFION, {
    fund: {spendTypes: ['travel'], exclusions: null, capRequestPence: 100_000, evidenceAbovePence: 6_000},
  });
  await money(deviceWith(small, requestRecord(paid)));
  expect(screen.queryByText(/put in what is on the receipt/u)).toBeNull();
  cleanup();
  await money(deviceWith(requestRecord({status: 'paid', evidence: 'none_yet'}), decisionRecord({awardedPence: 6_000})));
  expect(missing('Paid: £60')).toEqual([]);
  expect(screen.queryByText('What you can do now')).toBeNull();
});

test('a question is answered from the request itself, and nothing counts as sent before the council has it', async () => {
  const device = deviceWith(requestRecord({status: 'more_info'}), questionRecord('Which college?'));
  const {user} = await open(device);
  expect(missing('There is a question for you', 'Which college?')).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Send my answer'}));
  expect(await screen.findByRole('link', {name: 'Write your answer first'})).toBeTruthy();
  await user.type(screen.getByLabelText('Your answer'), 'Coleg Menai');
  await user.click(screen.getByRole('button', {name: 'Send my answer'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'fund-note.write', body: {request: REQUEST, what: 'answer', words: {text: 'Coleg Menai', lang: 'en'}}},
    ]),
  );
  expect(missing('Coleg Menai', 'You answered', 'Saved on this device, not sent yet', /The council does not have this yet/u)).toEqual([]);
  expect(screen.queryByText('Waiting for an answer')).toBeNull();
  expect(screen.queryByLabelText('Your answer')).toBeNull();
});

test('only what was changed goes out, with what had been seen of it', async () => {
  const device = deviceWith(requestRecord());
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Change my request'}));
  await user.click(screen.getByRole('button', {name: 'Save the changes'}));
  expect(await screen.findByText('Nothing has changed')).toBeTruthy();
  await user.type(screen.getByLabelText('What do you need, and why?'), ' ac adref');
  await user.click(screen.getByRole('button', {name: 'Save the changes'}));
  await waitFor(() => expect(device.saved).toHaveLength(1));
  expect(device.saved[0]).toMatchObject({kind: 'fund-request.change', record: REQUEST, bases: {words: [idFor(500)]}});
  expect(device.saved[0]?.body).toEqual({words: {text: 'Tocyn bws i’r coleg ac adref', lang: 'cy'}});
  expect(missing('Tocyn bws i’r coleg ac adref')).toEqual([]);
});

test('taken back after one question, with a word why; then nothing can be changed', async () => {
  const device = deviceWith(requestRecord({status: 'approved'}));
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Take my request back'}));
  await user.type(screen.getByLabelText('Do you want to say why?'), 'I have a lift.');
  await user.click(screen.getByRole('button', {name: 'Take my request back'}));
  expect(device.saved).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Yes, take it back'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'fund-request.withdraw', record: REQUEST, body: {words: {text: 'I have a lift.', lang: 'en'}}},
    ]),
  );
  expect(missing('You want to take this back. It counts once the council has it.', 'I have a lift.')).toEqual([]);
  expect(screen.queryByRole('button', {name: 'Take my request back'})).toBeNull();
  expect(device.kept.size).toBe(0);
});

test.each([
  ['submitted', true, true, false],
  ['deferred', true, true, false],
  ['approved', false, true, false],
  ['refused', false, false, false],
  ['withdrawn', false, false, false],
  ['paid', false, false, true],
  ['closed', false, false, true],
] as const satisfies readonly (readonly [FundStatus, boolean, boolean, boolean])[])(
  '%s: changed %s, taken back %s, told of %s',
  async (status, change, withdraw, tell) => {
    await open(deviceWith(requestRecord({status})));
    const there = (name: string) => screen.queryByRole('button', {name}) !== null;
    expect([there('Change my request'), there('Take my request back'), there('Tell what the money did')]).toEqual([change, withdraw, tell]);
    expect(there('Add a price, receipt or photo')).toBe(status !== 'refused' && status !== 'withdrawn');
  },
);

test('the facts of a receipt: what is missing or cannot be is said at its field', async () => {
  const device = deviceWith(requestRecord({status: 'paid', paid: {on: date('2026-11-12'), pence: 6_000}, evidence: 'none_yet'}));
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Add a price, receipt or photo'}));
  await user.type(screen.getByLabelText('How many pounds?'), '12,50');
  await user.type(screen.getByLabelText('Year'), '2999');
  await user.type(screen.getByLabelText('Month'), '1');
  await user.type(screen.getByLabelText('Day'), '1');
  await user.click(screen.getByRole('button', {name: 'Save it'}));
  for (const words of [
    'Choose what it is',
    'Write the name of the shop or company',
    'Write the amount in pounds, like 45 or 45.50',
    'Write a real date that has been',
  ])
    expect(await screen.findByRole('link', {name: words})).toBeTruthy();
  await user.click(screen.getByLabelText('A receipt'));
  await user.type(screen.getByLabelText('Which shop or company?'), 'Bysiau Arriva');
  await user.clear(screen.getByLabelText('How many pounds?'));
  await user.type(screen.getByLabelText('How many pounds?'), '59.99');
  await user.clear(screen.getByLabelText('Year'));
  await user.type(screen.getByLabelText('Year'), '2025');
  await user.click(screen.getByRole('button', {name: 'Save it'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {
        kind: 'fund-paper.add',
        body: {request: REQUEST, what: 'receipt', supplier: 'Bysiau Arriva', pence: 5_999, on: '2025-01-01', seen: false},
      },
    ]),
  );
  expect(missing('Bysiau Arriva', '£59.99', '1 January 2025')).toEqual([]);
});

test('what the money did, in words or by an answer alone', async () => {
  const device = deviceWith(requestRecord({status: 'paid', paid: {on: date('2026-11-12'), pence: 6_000}, evidence: 'receipt'}));
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Tell what the money did'}));
  await user.click(screen.getByRole('button', {name: 'Send my words'}));
  expect(await screen.findByRole('link', {name: 'Write a few words, or choose an answer'})).toBeTruthy();
  await user.click(screen.getByLabelText('Some of it did'));
  await user.click(screen.getByRole('button', {name: 'Send my words'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'fund-outcome.tell', body: {usedAsPlanned: 'partly', words: null}}));
  expect(missing('Some of it did', 'Saved on this device, not sent yet')).toEqual([]);
});

test('all that happened, the latest first, with who wrote it', async () => {
  const made = {author: COLLEAGUE, device: null, at: '2026-11-05T10:00:00.000Z', op: idFor(501)};
  const decision = decisionRecord({outcome: 'refused', refusal: 'over_limit', words: {text: 'Too much.', lang: 'en'}});
  await open(
    deviceWith(
      requestRecord({status: 'refused', difference: {text: 'No more walking.', lang: 'en'}, urgency: 'urgent', section: 'health'}),
      {...questionRecord('Which bus?'), made},
      recordOf('fund-note', idFor(86), FFION, {
        request: REQUEST,
        what: 'answer',
        words: {text: 'The T2', lang: 'en'},
        on: date('2026-11-06'),
      }),
      {...decision, made: {...made, at: '2026-11-10T10:00:00.000Z'}},
    ),
  );
  const titles = within(document.querySelector('.app-timeline') as HTMLElement)
    .getAllByRole('heading', {level: 3})
    .map(({textContent}) => textContent);
  expect(titles[0]).toBe('Not agreed this time');
  expect(titles.at(-1)).toBe('You asked');
  expect(titles).toHaveLength(4);
  expect(missing('Written by: Catrin Prawf', 'No more walking.', 'It was needed on the day', 'My health')).toEqual([]);
});

test('words begun for what is no longer possible are still theirs; an address of nothing leads back', async () => {
  const device = deviceWith(requestRecord({status: 'refused'}));
  device.kept.set(`fund-answer/${REQUEST}`, {
    key: `fund-answer/${REQUEST}`,
    value: {text: 'Half an answer', lang: 'en'},
    savedAt: '2026-11-20T09:00:00.000Z',
  });
  const {user} = await open(device);
  expect(missing('Half an answer', 'You had begun to write this')).toEqual([]);
  await user.click(screen.getByRole('button', {name: 'Delete these words'}));
  await user.click(screen.getByRole('button', {name: 'Yes, delete the draft'}));
  await waitFor(() => expect(device.kept.size).toBe(0));
  cleanup();
  await open(deviceWith());
  expect(screen.getByRole('link', {name: 'Back to my money'})).toBeTruthy();
});

test('with nothing asked for there is one thing to do; a request that was begun is gone on with', async () => {
  const device = deviceWith();
  await money(device);
  expect(missing('Nothing has been asked for yet.')).toEqual([]);
  expect(screen.getByRole('link', {name: 'Ask for money from the fund'}).getAttribute('href')).toBe('/my-money/ask');
  device.kept.set('fund-ask/own', {key: 'fund-ask/own', value: {}, savedAt: '2026-11-20T09:00:00.000Z'});
  cleanup();
  await money(device);
  expect(missing(/You had begun to ask/u)).toEqual([]);
});
