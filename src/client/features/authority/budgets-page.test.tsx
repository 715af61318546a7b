/** Budgets: the newest figure first with what stood before it and why; a change says why; nothing typed is lost. */
import {act, screen, waitFor, within} from '@testing-library/react';
import type {UserEvent} from '@testing-library/user-event';
import {expect, test} from 'vitest';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, recordOf, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen, WhileOpen} from '#client/testing/render-screen.test-support.tsx';
import {BudgetsPage} from './budgets-page.tsx';

const FUND = 'St David’s Day Fund';
const PASSPHRASE = 'pedwar gair da iawn';

function budget(number: number, pence: number, at: string, author = SELF, reason?: string): DomainRecord {
  const record = recordOf('budget', idFor(number), null, {
    reference: null,
    financialYear: '2026-27',
    fundName: FUND,
    allocationPence: pence,
    broughtForwardPence: null,
    formerCommittedPence: null,
    formerSpentPence: null,
    holder: null,
    notes: null,
    ...(reason === undefined ? {} : {reason}),
  });
  return {...record, made: {...record.made, author, at}};
}

const staff = [staffRecord(SELF, 'Lowri', 'Haf'), staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price')];
const records = [
  ...staff,
  budget(1, 5_000_000, '2026-04-01T09:00:00.000Z'),
  budget(2, 4_500_000, '2026-09-02T09:00:00.000Z', COLLEAGUE, 'Grant cut in September'),
];
const manager = (own = records) => new FakeDevice({role: 'manager', records: own});
const open = (device: FakeDevice) => renderScreen(<BudgetsPage />, {device});

async function type(user: UserEvent, fields: Readonly<Record<string, string>>) {
  for (const [label, words] of Object.entries(fields)) {
    await user.clear(screen.getByLabelText(label));
    await user.type(screen.getByLabelText(label), words);
  }
}

test('the newest figure holds; each is in the history with who set it, when and why', async () => {
  await open(manager());
  const card = within(screen.getByRole('article'));
  expect(card.getByRole('heading', {level: 2}).textContent).toBe(FUND);
  expect(card.getByText('2026-27')).toBeTruthy();
  expect(card.getAllByText(/^£/u).map(({textContent}) => textContent)).toEqual(['£45,000', '£45,000', '£50,000']);
  const [changed, first] = card.getAllByRole('listitem', {hidden: true}).map(item => item.textContent);
  expect(changed).toMatch(/£45,000.*2 September 2026.*By: Catrin Hafgan-Price.*Why: Grant cut in September/u);
  expect(first).toMatch(/£50,000.*1 April 2026.*By: Lowri Haf/u);
  expect(first).not.toContain('Why');
});

test('what is missing is said at each field, and the summary leads there', async () => {
  const device = manager(staff);
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Set a budget'}));
  await type(user, {'Financial year': '2026-28', Allocation: 'a lot'});
  await user.clear(screen.getByLabelText('Fund'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  for (const [label, words] of [
    ['Financial year', 'Enter a financial year such as 2026-27'],
    ['Fund', 'Enter the name of the fund'],
    ['Allocation', 'Enter an amount such as 500 or 1,250.50'],
  ] as const) {
    const field = screen.getByLabelText(label);
    expect([label, field.getAttribute('aria-invalid')]).toEqual([label, 'true']);
    expect(screen.getByRole('link', {name: words}).getAttribute('href')).toBe(`#${field.id}`);
  }
  expect(screen.getByLabelText('Why it changes').getAttribute('aria-invalid')).toBe('false');
  expect(device.saved).toEqual([]);
});

test('a first figure needs no reason', async () => {
  const device = manager(staff);
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Set a budget'}));
  await type(user, {'Financial year': '2026/27', Fund: FUND, Allocation: '50,000'});
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'budget.set', body: {financialYear: '2026-27', fundName: FUND, allocationPence: 5_000_000, notes: null, reason: null}},
    ]),
  );
});

test('a change of a figure asks why at its field, and shows it in the history', async () => {
  const device = manager();
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Set a budget'}));
  await type(user, {'Financial year': '2026-27', Fund: FUND, Allocation: '40000'});
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect((await screen.findByRole('link', {name: /^Say why the figure changes/u})).getAttribute('href')).toBe('#budget-reason');
  expect(device.saved).toEqual([]);
  await type(user, {'Why it changes': 'Half a post is vacant'});
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved).toMatchObject([{body: {allocationPence: 4_000_000, reason: 'Half a post is vacant'}}]));
  expect(screen.getByText('Why: Half a post is vacant')).toBeTruthy();
  expect(screen.getByText('Not done until the server has accepted it')).toBeTruthy();
});

test('what is being typed outlives a lock, and stands open again', async () => {
  const device = manager(staff);
  const {user} = await renderScreen(
    <WhileOpen>
      <BudgetsPage />
    </WhileOpen>,
    {device},
  );
  await user.click(screen.getByRole('button', {name: 'Set a budget'}));
  await type(user, {'Financial year': '2027-28', 'Why it changes': 'Council of 3 March'});
  await act(() => device.lock());
  expect(screen.queryByLabelText('Financial year')).toBeNull();
  await act(async () => void (await device.unlock('one', PASSPHRASE)));
  expect(screen.getByLabelText('Financial year')).toHaveProperty('value', '2027-28');
  expect(screen.getByLabelText('Why it changes')).toHaveProperty('value', 'Council of 3 March');
});

test.each(['deputy', 'finance_officer'] as const)('%s reads, and sets nothing', async role => {
  await open(new FakeDevice({role, records}));
  expect(screen.getAllByText('£45,000').length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', {name: 'Set a budget'})).toBeNull();
});

const LINE = idFor(50);
const line = (more: object = {}) =>
  recordOf('budget-line', LINE, null, {
    financialYear: '2026-27',
    fundName: FUND,
    team: null,
    purpose: null,
    allocationPence: 4_500_000,
    overspendPence: 0,
    committedPence: 300_000,
    spentPence: 1_200_050,
    carriedInPence: 31_000,
    carriedOutPence: 0,
    importedOverspend: false,
    ...more,
  });

test('where a budget stands is what the server’s ledger says', async () => {
  await open(manager([...records, line()]));
  const card = within(screen.getByRole('article'));
  for (const [label, pounds] of [
    ['Left to spend', '£29,999.50'],
    ['Allocation', '£45,000'],
    ['Of it, brought from the year before', '£310'],
    ['Committed: approved and not paid yet', '£3,000'],
    ['Spent', '£12,000.50'],
  ] as const)
    expect(card.getByText(label).nextElementSibling?.textContent).toBe(pounds);
  expect(card.queryByText('Overspending allowed', {selector: 'dt'})).toBeNull();
});

test('money is carried over with who agreed it, and never more than there is', async () => {
  const device = manager([...records, line()]);
  const {user} = await open(device);
  const part = within(screen.getByText('Carry money over to the next year').closest('details') as HTMLElement);
  await user.type(part.getByLabelText('Amount in pounds'), '29,999.51');
  await user.click(part.getByRole('button', {name: 'Carry over'}));
  expect(part.getByRole('link', {name: 'There is not that much left: £29,999.50'})).toBeTruthy();
  expect(part.getByRole('link', {name: 'Say who agreed it and why'})).toBeTruthy();
  await user.clear(part.getByLabelText('Amount in pounds'));
  await user.type(part.getByLabelText('Amount in pounds'), '£29,999.50');
  await user.type(part.getByLabelText('Who agreed it, and why'), 'Head of service, year end');
  await user.click(part.getByRole('button', {name: 'Carry over'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'budget.carry-over', body: {line: LINE, pence: 2_999_950, reason: 'Head of service, year end'}},
    ]),
  );
});

test('overspending is allowed with a reason, and an old system’s is told apart', async () => {
  const device = manager([...records, line({overspendPence: 5_000, importedOverspend: true})]);
  const {user} = await open(device);
  expect(screen.getByText(/^More was spent in the old system/u)).toBeTruthy();
  const part = within(screen.getByText('Allow overspending').closest('details') as HTMLElement);
  await user.type(part.getByLabelText('Amount in pounds'), '12,50');
  await user.type(part.getByLabelText('Who agreed it, and why'), 'Director');
  await user.click(part.getByRole('button', {name: 'Allow'}));
  expect(part.getByRole('link', {name: 'Enter an amount such as 500 or 1,250.50'})).toBeTruthy();
  expect(device.saved).toEqual([]);
  await user.clear(part.getByLabelText('Amount in pounds'));
  await user.type(part.getByLabelText('Amount in pounds'), '125');
  await user.click(part.getByRole('button', {name: 'Allow'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'budget.allow-overspend', body: {line: LINE, pence: 12_500}}]));
});

test('a part of the fund is set for a purpose, beside the fund’s own', async () => {
  const device = manager([...records, line()]);
  const {user} = await open(device);
  await user.click(screen.getByRole('button', {name: 'Set a budget'}));
  await user.selectOptions(screen.getByLabelText('Purpose'), 'development');
  await type(user, {'Financial year': '2026-27', Fund: FUND, Allocation: '5000'});
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved).toMatchObject([{kind: 'budget.set', body: {purpose: 'development', team: null, reason: null}}]));
  expect(screen.getAllByRole('article')).toHaveLength(2);
});
