/** Payments: who is to be paid and what is asked; nothing is sent with a fault, and the same press twice is one payment. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {FundPayment, FundRefund, FundWork, PaidRequest, Payable, Teamwork} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PaymentsPage} from './payments-page.tsx';

const facts = {
  person: idFor(1),
  name: 'Cai Gwennol-Hud',
  spendType: 'hobby_activity',
  urgency: 'normal',
  awardedPence: 12_000,
  decidedOn: date('2026-11-16'),
  decidedBy: COLLEAGUE,
  budget: {financialYear: '2026-27', fundName: 'Cronfa Dydd Gŵyl Dewi'},
} as const;
const payable = (more: Partial<Payable> = {}): Payable => ({
  ...facts,
  request: idFor(20),
  quotes: [{supplier: 'Siop Ffug', pence: 11_950}],
  isOwn: false,
  ...more,
});
const paid = (more: Partial<PaidRequest> = {}): PaidRequest => ({
  ...facts,
  request: idFor(21),
  payment: idFor(22),
  paidOn: date('2026-10-01'),
  paidPence: 12_000,
  refundedPence: 0,
  method: 'bacs',
  reference: 'PC 1',
  payee: null,
  evidence: 'none_yet',
  evidenceDueOn: date('2026-10-29'),
  canBeRefunded: true,
  ...more,
});

function device(work: FundWork, answers: readonly (string | null)[] = [null]) {
  const sent: (FundPayment | FundRefund)[] = [];
  const left = [...answers];
  const take = async (request: FundPayment | FundRefund) => {
    sent.push(request);
    const next = left.shift() ?? null;
    return next === 'lost' ? ({ok: false, code: 'offline'} as const) : ({ok: true, value: {refused: next}} as const);
  };
  const teamwork: Partial<Teamwork> = {fundWork: async () => ({ok: true, value: work}), payRequest: take, refundPayment: take};
  return {sent, device: new FakeDevice({role: 'finance_officer', records: [staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price')], teamwork})};
}

async function openForm(work: FundWork, answers?: readonly (string | null)[]) {
  const {sent, device: own} = device(work, answers);
  const {user} = await renderScreen(<PaymentsPage />, {device: own});
  const form = within((await screen.findByRole('textbox', {name: 'Reference'})).closest('form') as HTMLElement);
  return {user, form, sent};
}

test('what waits to be paid is told in full, with its quote; urgent says so', async () => {
  await renderScreen(<PaymentsPage />, {device: device({toPay: [payable({urgency: 'urgent'})], paid: []}).device});
  const card = within(await screen.findByRole('article'));
  expect(card.getByRole('heading').textContent).toBe('Cai Gwennol-Hud');
  for (const words of ['Urgent', '£120', '16 November 2026', 'Catrin Hafgan-Price', 'Cronfa Dydd Gŵyl Dewi, 2026-27', 'Siop Ffug, £119.50'])
    expect(card.getByText(words)).toBeTruthy();
  expect(screen.getByText('Nothing has been paid yet.')).toBeTruthy();
});

test('what somebody decided themselves they do not pay, nor what no budget holds', async () => {
  await renderScreen(<PaymentsPage />, {
    device: device({toPay: [payable({isOwn: true}), payable({request: idFor(30), budget: null})], paid: []}).device,
  });
  expect(await screen.findByText(/somebody else pays it\.$/u)).toBeTruthy();
  expect(screen.getByText(/^This was approved in the old system/u)).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('each fault is said at its field, and nothing is sent', async () => {
  const {user, form, sent} = await openForm({toPay: [payable()], paid: []});
  expect(form.getByLabelText('Amount paid')).toHaveProperty('value', '119.50');
  for (const typed of ['12,50', '1e9', '-5', '120.01', '0', 'NaN']) {
    await user.clear(form.getByLabelText('Amount paid'));
    await user.type(form.getByLabelText('Amount paid'), typed);
    await user.click(form.getByRole('button', {name: 'Paid'}));
    expect([typed, form.getByLabelText('Amount paid').getAttribute('aria-invalid')]).toEqual([typed, 'true']);
  }
  expect(form.getByRole('link', {name: 'Choose how it was paid'})).toBeTruthy();
  expect(form.getByRole('link', {name: 'Enter the reference'})).toBeTruthy();
  expect(sent).toEqual([]);
});

test('paid: sent once; after a lost answer the same payment goes again under the same id', async () => {
  const {user, form, sent} = await openForm({toPay: [payable()], paid: []}, ['lost', null]);
  await user.click(form.getByLabelText('Bank transfer'));
  await user.type(form.getByLabelText('Reference'), 'INV 7');
  await user.click(form.getByRole('button', {name: 'Paid'}));
  await waitFor(() => expect(sent).toHaveLength(1));
  await user.click(form.getByRole('button', {name: 'Paid'}));
  expect(await screen.findByText('The payment is recorded')).toBeTruthy();
  expect(sent[0]).toMatchObject({
    person: idFor(1),
    body: {request: idFor(20), method: 'bacs', reference: 'INV 7', payee: 'Siop Ffug', pence: 11_950},
  });
  expect(sent[1]).toEqual(sent[0]);
});

test('another officer was first: said in words', async () => {
  const {user, form} = await openForm({toPay: [payable()], paid: []}, ['paid_already']);
  await user.click(form.getByLabelText('Bank transfer'));
  await user.type(form.getByLabelText('Reference'), 'INV 7');
  await user.click(form.getByRole('button', {name: 'Paid'}));
  expect(await form.findByText('Money has been committed or paid for this request already.')).toBeTruthy();
  expect(form.getByLabelText('Reference')).toHaveProperty('value', 'INV 7');
});

test('what is paid shows its receipt’s day, and what came back is recorded, never more than was paid', async () => {
  const {sent, device: own} = device({
    toPay: [],
    paid: [paid({refundedPence: 2_000}), paid({payment: idFor(23), evidenceDueOn: null, canBeRefunded: false})],
  });
  const {user} = await renderScreen(<PaymentsPage />, {device: own});
  expect(await screen.findByText('1 payment still needs a receipt')).toBeTruthy();
  expect(screen.getByText('A receipt was wanted by 29 October 2026')).toBeTruthy();
  const form = within((await screen.findByLabelText('Amount given back')).closest('form') as HTMLElement);
  await user.type(form.getByLabelText('Amount given back'), '100.01');
  await user.type(form.getByLabelText('Why'), 'A lesson was called off');
  await user.click(form.getByRole('button', {name: 'Record what came back'}));
  expect(form.getByRole('link', {name: 'Enter £100 or less: no more was paid'})).toBeTruthy();
  await user.clear(form.getByLabelText('Amount given back'));
  await user.type(form.getByLabelText('Amount given back'), '100');
  await user.click(form.getByRole('button', {name: 'Record what came back'}));
  await waitFor(() => expect(sent).toMatchObject([{body: {payment: idFor(22), pence: 10_000, reason: 'A lesson was called off'}}]));
});

test('without a connection it says so', async () => {
  await renderScreen(<PaymentsPage />, {device: new FakeDevice({role: 'finance_officer', records: []})});
  expect(await screen.findByText(/^You are offline\. What is to be paid/u)).toBeTruthy();
});
