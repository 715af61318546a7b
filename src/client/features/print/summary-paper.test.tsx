/** What fits on one page, for staff and for the young person, and what a young person prints themselves. */
import {act, screen, waitFor} from '@testing-library/react';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {Head} from '#domain/shared/record.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {headOf, planAction, planIn, planViews, SHARED, written} from '#client/testing/fake-plan.test-support.ts';
import {idFor, recordOf, riskHead, SELF, stayRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {OwnPrintPage} from './own-print-page.tsx';
import {at, DRAFT, FFION, FILE, helps, paper, PLAN} from './print-file.test-support.tsx';

beforeEach(() => vi.stubGlobal('print', () => undefined));
afterEach(() => vi.unstubAllGlobals());

test('both versions of the risk summary are on staff’s page, each with its author', async () => {
  const risk = recordOf(
    'risk-summary',
    idFor(50),
    FFION,
    {words: written('Two dogs')},
    {words: [riskHead(60, SELF, 'Two dogs'), riskHead(61, FFION, 'One dog')]},
  );
  await at('summary', new FakeDevice({records: [...FILE, risk]}));
  await waitFor(() => expect(paper()).toContain('Two dogs'));
  expect(paper()).toContain('One dog');
  expect(paper()).toContain('There is more than one version of this.');
});

test('a page holds the beginning of long texts and says that the rest is in the file', async () => {
  const long = 'gair '.repeat(200);
  const alert = (id: number, code: DataOf<'alert'>['code'], text: string, heads: Record<string, readonly Head[]> = {}) =>
    recordOf('alert', idFor(id), FFION, {code, text, startOn: null, reviewOn: null, endOn: null, enteredBy: null}, heads);
  const both = [
    {...headOf(521, ''), value: 'Second'},
    {...headOf(522, ''), value: 'Another second'},
  ];
  const records = [
    ...FILE.filter(({kind}) => kind !== 'plan-views' && kind !== 'plan-action'),
    planViews(PLAN, FFION, long),
    planAction(idFor(32), PLAN, FFION, long),
    alert(71, 'risk_to', long),
    alert(72, 'health', 'Second', {text: both}),
    alert(73, 'missing', 'Third'),
    alert(74, 'dog', 'Fourth'),
  ];
  const {user} = await at('summary', new FakeDevice({records}));
  await waitFor(() => expect(paper()).toContain('Third'));
  expect(paper()).toContain('Another second');
  expect(paper()).not.toContain('Fourth');
  expect(paper()).toContain('Also: ');
  const times = (words: string) => paper().split(words).length - 1;
  expect([times('gair') < 70, times('The rest is in the file.')]).toEqual([true, 2]);
  await user.click(screen.getByRole('radio', {name: 'The young person: Ffion'}));
  await waitFor(() => expect(paper()).toContain('Fy nhudalen i'));
  expect([times('gair') < 130, times('Mae’r gweddill yn y ffeil.')]).toEqual([true, 2]);
});

test('what is promised on paper is what was promised: nothing of a plan that is still being made', async () => {
  const records = [
    ...FILE,
    planIn('shared', idFor(37), FFION, {version: 3}),
    planAction(idFor(38), idFor(37), FFION, 'Talked of in the new plan'),
    planAction(idFor(39), DRAFT, FFION, 'Thought of in a draft'),
  ];
  const {user} = await at('summary', new FakeDevice({records}));
  await waitFor(() => expect(paper()).toContain('Call the nurse'));
  for (const notYet of ['Talked of', 'Thought of']) expect(paper()).not.toContain(notYet);
  await user.click(screen.getByRole('radio', {name: 'The young person: Ffion'}));
  await waitFor(() => expect(paper()).toContain('Fy nhudalen i'));
  expect(paper()).toContain('Call the nurse');
  expect(paper()).not.toContain('Talked of');
});

test('the young person’s page says the next day of their screen, and the home of today', async () => {
  const visit = (id: number, on: string, at: string | null) =>
    recordOf('planned-visit', idFor(id), FFION, {
      on: date(on),
      at,
      type: 'visit_elsewhere',
      where: null,
      purpose: null,
      worker: SELF,
      keptBy: null,
      cancelledBecause: null,
      cancelledBy: null,
    });
  const stay = (id: number, town: string, startOn: string) => stayRecord(idFor(id), FFION, {type: null, town, startOn: date(startOn)});
  const records = [
    ...FILE,
    helps(date('2099-12-03')),
    visit(51, '2099-12-03', '15:30'),
    visit(52, '2099-12-03', '09:15'),
    stay(53, 'Y Bala', '2026-05-01'),
    stay(54, 'Corwen', '2025-01-01'),
  ];
  const device = new FakeDevice({records, role: 'young_person', holder: FFION});
  const {user} = await renderScreen(<OwnPrintPage />, {device, at: '/print', path: '/print'});
  await user.click(await screen.findByRole('radio', {name: 'My page'}));
  await waitFor(() => expect(paper()).toContain('3 Rhagfyr 2099, 09:15'));
  expect(paper()).toContain('Y Bala');
  expect(paper()).not.toContain('Corwen');
  act(() => device.put(helps(date('2099-11-01'))));
  await waitFor(() => expect(paper()).toContain('1 Tachwedd 2099'));
  expect(paper()).not.toContain('2099, ');
  act(() => device.put(helps(date('2026-01-01'))));
  await waitFor(() => expect(paper()).toContain('3 Rhagfyr 2099, 09:15'));
});

test('a young person prints their own plan or their page, and sees what was printed and by whom', async () => {
  const copy = recordOf('paper-copy', idFor(61), FFION, {
    what: 'plan',
    about: PLAN,
    reader: 'them',
    language: 'cy',
    printedAt: '2026-11-20T10:00:00.000Z',
  });
  const theirs = [...FILE.filter(record => record.scope === SHARED), helps(null), copy];
  const device = new FakeDevice({records: theirs, role: 'young_person', holder: FFION});
  const {user} = await renderScreen(<OwnPrintPage />, {device, at: '/print', path: '/print'});
  await waitFor(() => expect(paper()).toContain('Fy nghynllun llwybr'));
  expect(screen.queryByRole('radio', {name: 'Staff'})).toBeNull();
  expect(screen.getByText(/My pathway plan · Welsh · Catrin Hafgan/u)).toBeTruthy();
  await user.click(screen.getByRole('radio', {name: 'My page'}));
  await waitFor(() => expect(paper()).toContain('01632 960555'));
  await user.click(screen.getByRole('button', {name: 'Print'}));
  await waitFor(() => expect(device.saved[0]?.body).toMatchObject({what: 'summary', reader: 'them', language: 'cy'}));
});
