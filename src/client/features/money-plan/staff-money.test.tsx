/** The same money plan with an adviser, and what the young person asked for becoming an action of the plan. */
import {screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import type {DataOf} from '#domain/record-kinds.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {
  idFor,
  planRecord,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {StaffActionOfBenefitPage, StaffActionOfLinePage, StaffAddLinePage, StaffMoneyPlanPage} from './staff-money-screens.tsx';

const FFION = idFor(1);
const [LINE, PLAN] = [idFor(40), idFor(20)];
const wished = (wish: DataOf<'money-line'>['wish']) =>
  recordOf(
    'money-line',
    LINE,
    FFION,
    {what: 'rent_behind', amount: {pence: 24_000, every: null}, words: {text: 'Ers mis Awst', lang: 'cy'}, wish, takenOutOn: null},
    {wish: [{ops: [idFor(500)], value: wish, author: FFION, device: null, at: '2026-11-20T09:00:00.000Z'}]},
  );
const people = [staffRecord(SELF, 'Lowri', 'Haf'), summaryRecord(FFION, {knownAs: 'Ffion'}), youngPersonRecord(FFION, FFION)];
const deviceWith = (records: FakeOptions['records'] = [], more: Partial<FakeOptions> = {}) =>
  new FakeDevice({records: [...people, ...records], ...more});
const BASE = `/people/${FFION}/money-plan`;

test('an adviser writes a line with them', async () => {
  const device = deviceWith();
  const {user, address} = await renderScreen(<StaffAddLinePage />, {
    device,
    at: `${BASE}/add/outgoing`,
    path: '/people/:person/money-plan/add/:group',
  });
  await user.click(screen.getByRole('button', {name: 'Rent'}));
  await user.type(screen.getByLabelText('How many pounds?'), '95');
  await user.click(screen.getByLabelText('Every week'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(device.saved[0]).toMatchObject({kind: 'money-line.add', person: FFION, body: {what: 'rent'}}));
  await waitFor(() => expect(address()).toBe(BASE));
});

test('a file that is not here is opened first, and nobody is named in the title', async () => {
  await renderScreen(<StaffMoneyPlanPage />, {
    device: deviceWith([], {withoutFile: [FFION]}),
    at: BASE,
    path: '/people/:person/money-plan',
  });
  expect(screen.queryByRole('link', {name: /^Add/u})).toBeNull();
  expect(document.title).not.toContain('Ffion');
});

test('one press opens the form of an action, begun; it goes into the plan, and the wish is met in the same breath', async () => {
  const device = deviceWith([wished('plan'), planRecord(PLAN, FFION)]);
  const {user, address} = await renderScreen(<StaffActionOfLinePage />, {
    device,
    at: `${BASE}/line/${LINE}/action`,
    path: '/people/:person/money-plan/line/:line/action',
  });
  expect(screen.getByText('Ers mis Awst')).toBeTruthy();
  expect(screen.getByText('It goes into the plan that is in force.')).toBeTruthy();
  expect((screen.getByLabelText('What will be done') as HTMLTextAreaElement).value).toBe('Look at this together: Rent not paid yet (£240)');
  await user.type(screen.getByLabelText('Day'), '1');
  await user.type(screen.getByLabelText('Month'), '3');
  await user.type(screen.getByLabelText('Year'), '2027');
  await user.click(screen.getByRole('button', {name: 'Add the action'}));
  await waitFor(() => expect(device.saved).toHaveLength(2));
  expect(device.saved).toMatchObject([
    {kind: 'plan-action.add', person: FFION, body: {plan: PLAN, section: 'financial', ownerStaff: SELF, dueOn: '2027-03-01'}},
    {kind: 'money-line.change', record: LINE, body: {wish: 'planned'}, bases: {wish: [idFor(500)]}},
  ]);
  await waitFor(() => expect(address()).toBe(BASE));
});

test('a benefit becomes an action also where there is no plan yet', async () => {
  const device = deviceWith();
  await renderScreen(<StaffActionOfBenefitPage />, {
    device,
    at: `${BASE}/benefits/pip/action`,
    path: '/people/:person/money-plan/benefits/:benefit/action',
  });
  expect(screen.getByText('There is no plan yet. It stands by itself.')).toBeTruthy();
  expect((screen.getByLabelText('What will be done') as HTMLTextAreaElement).value).toContain('Personal Independence Payment');
});
