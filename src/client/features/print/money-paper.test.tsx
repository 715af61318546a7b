/** Money week by week on paper: the figures of the screen in the reader's language, both versions, and nothing that was taken out. */
import {screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {benefitCheckId, moneyHelpId} from '#domain/money-plan/money-plan.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {headOf, SHARED, written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {OwnPrintPage} from './own-print-page.tsx';
import {at, FFION, FILE, paper} from './print-file.test-support.tsx';

beforeEach(() => vi.stubGlobal('print', () => undefined));
afterEach(() => vi.unstubAllGlobals());

const line = (id: number, what: DataOf<'money-line'>['what'], pence: number, more: Partial<DataOf<'money-line'>> = {}) => ({
  ...recordOf('money-line', idFor(id), FFION, {what, amount: {pence, every: 'week'}, words: null, wish: null, takenOutOn: null, ...more}),
  scope: SHARED,
});
const MONEY = [
  line(70, 'wages', 10_000),
  line(71, 'rent', 9_500, {wish: 'help'}),
  line(72, 'food', 7_777, {takenOutOn: date('2026-11-20')}),
  line(73, 'loan', 12_000, {amount: {pence: 12_000, every: null}}),
  {...recordOf('benefit-check', benefitCheckId(FFION, 'pip'), FFION, {benefit: 'pip', state: 'not_yet', wish: null}), scope: SHARED},
  {
    ...recordOf('money-help', moneyHelpId(FFION), FFION, {words: written('Mam-gu')}, {words: [headOf(530, 'Mam-gu'), headOf(531, 'Mair')]}),
    scope: SHARED,
  },
];

test('a young person prints it in either language, whatever the screen speaks', async () => {
  const device = new FakeDevice({records: [...FILE, ...MONEY], role: 'young_person', holder: FFION});
  const {user} = await renderScreen(<OwnPrintPage />, {device, at: '/print?what=money', path: '/print'});
  await waitFor(() => expect(paper()).toContain('Fy arian, wythnos wrth wythnos'));
  for (const there of [
    'Beth sydd ar ôl£5 yr wythnos · £21.67 y mis',
    'Rhent£95, bob wythnos · Eisiau help gyda hyn',
    'Benthyciad£120',
    'Ddim eto',
  ])
    expect(paper()).toContain(there);
  await user.click(screen.getByRole('radio', {name: 'English'}));
  await waitFor(() => expect(paper()).toContain('What is left£5 a week · £21.67 a month'));
  for (const there of ['Mam-gu', 'Mair', 'There is more than one version of this.']) expect(paper()).toContain(there);
  expect(paper()).not.toContain('77.77');
  expect(screen.getByRole('link', {name: 'My money, week by week'}).getAttribute('href')).toBe('/my-money/week');
});

test('what their adviser prints is noted as of their money, and for staff it is called what staff call it', async () => {
  const device = new FakeDevice({records: [...FILE, ...MONEY]});
  const {user} = await at('money', device);
  await waitFor(() => expect(paper()).toContain('Fy arian, wythnos wrth wythnos'));
  await user.click(screen.getByRole('radio', {name: 'Staff'}));
  await waitFor(() => expect(paper()).toContain('Income and outgoings'));
  await user.click(screen.getByRole('button', {name: 'Print'}));
  await waitFor(() =>
    expect(device.saved).toEqual([
      expect.objectContaining({kind: 'paper-copy.note', body: {what: 'money', about: null, reader: 'staff', language: 'en'}}),
    ]),
  );
});

test('of nothing there is no sheet', async () => {
  await at('money', new FakeDevice({records: FILE}));
  expect(await screen.findByText('There is nothing of this that this reader may see.')).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Print'})).toBeNull();
});

test('where one version is that nothing stands there, the other is on paper all the same', async () => {
  const emptied = {...headOf(540, ''), value: null};
  const records = [
    {...line(74, 'wages', 10_000), heads: {words: [emptied, headOf(541, 'Caffi’r Cei')]}},
    {...recordOf('money-help', moneyHelpId(FFION), FFION, {words: null}, {words: [emptied, headOf(542, 'Mair o’r coleg')]}), scope: SHARED},
  ];
  await at('money', new FakeDevice({records: [...FILE, ...records]}));
  await waitFor(() => expect(paper()).toContain('Cyflog'));
  for (const there of ['Caffi’r Cei', 'Mair o’r coleg']) expect(paper()).toContain(there);
});
