/** What a scheme did, on the screen and as a file; and the file for its evaluation, said before it is made and only for who may. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {BASIC_INCOME_PILOT, PILOT_ID} from '#domain/income-scheme/scheme.ts';
import type {SchemeReportAnswer, Teamwork} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf} from '#client/testing/fake-records.test-support.ts';
import {givenFiles} from '#client/testing/given-files.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {SchemeReportPage} from './scheme-report-page.tsx';

const answer: SchemeReportAnswer = {
  isReduced: false,
  report: {
    eligible: 48,
    noOffer: 3,
    joined: 44,
    declined: 1,
    leftEarly: 4,
    ended: 44,
    finalMonths: [
      {key: '2024-07', people: 23},
      {key: '2025-06', people: 2},
    ],
    checkIns: [
      {month: 1, isAfter: false, due: 44, held: 40},
      {month: 3, isAfter: true, due: 44, held: 21},
    ],
    activity: [{key: 'learning', people: 21}],
    arrears: [{key: 'arrears', people: 3}],
    home: [{key: 'homeless_now', people: 1}],
  },
};
const texts = givenFiles();

const device = (role: 'manager' | 'deputy' | 'governance_officer', more: Partial<Teamwork> = {}) =>
  new FakeDevice({role, teamwork: {schemeReport: async () => ({ok: true, value: answer}), ...more}});

test('each figure stands beside what it counts; the pilot is there without anybody having set it up', async () => {
  await renderScreen(<SchemeReportPage />, {device: device('deputy')});
  expect((await screen.findByText('Of them, left early')).nextElementSibling?.textContent).toBe('4');
  expect(screen.getByRole('heading', {name: 'Basic Income for Care Leavers in Wales pilot'})).toBeTruthy();
  const line = within(screen.getByRole('rowheader', {name: 'After the last payment: 3 months'}).closest('tr') as HTMLElement);
  expect(line.getAllByRole('cell').map(({textContent}) => textContent)).toEqual(['44', '21']);
  expect(screen.queryByRole('button', {name: 'Make the file'})).toBeNull();
});

test('the file of figures is rounded and says nothing of few, which the team sees', async () => {
  const {user} = await renderScreen(<SchemeReportPage />, {device: device('manager')});
  await user.click(await screen.findByRole('button', {name: 'Download these figures'}));
  await waitFor(() => expect(texts).toHaveLength(1));
  const [file = ''] = texts;
  expect(file).toContain('"Joined",45,');
  expect(file).toContain('"Of them, left early",,');
  expect(file).toContain('"Rent arrears: Behind with rent",,');
  expect(file).toContain('"Check-ins held: Month 1",45,');
  expect(file).not.toContain(',40');
});

test('the file for the evaluation: what it has and leaves out first, then lines of codes that are no formula', async () => {
  const asked: string[] = [];
  const exportEvaluation: Teamwork['exportEvaluation'] = async scheme => {
    asked.push(scheme);
    return {
      ok: true,
      value: {
        people: 11,
        columns: ['pseudonym', 'savings'],
        rows: [
          ['p0a', '2000+'],
          ['p0b', '=1+1'],
        ],
      },
    };
  };
  const {user} = await renderScreen(<SchemeReportPage />, {device: device('manager', {exportEvaluation}), language: 'cy'});
  const make = await screen.findByRole('button', {name: 'Gwneud y ffeil'});
  const text = document.body.textContent ?? '';
  for (const said of ['Beth sydd ynddi', 'Beth sydd wedi’i adael allan', 'Popeth yng ngeiriau rhywun ei hun'])
    expect(text.indexOf(said)).toBeLessThan(text.indexOf('Gwneud y ffeil'));
  expect(asked).toEqual([]);
  await user.click(make);
  expect(await screen.findByText('Mae’r ffeil wedi’i gwneud. Pobl ynddi: 11')).toBeTruthy();
  await waitFor(() => expect(texts).toEqual([`"pseudonym","savings"\r\n"p0a","2000+"\r\n"p0b","'=1+1"\r\n`]));
  expect(asked).toEqual([PILOT_ID]);
});

test('with too few who agreed there is no file, and it says so', async () => {
  const exportEvaluation: Teamwork['exportEvaluation'] = async () => ({ok: true, value: {people: null, columns: [], rows: []}});
  const {user} = await renderScreen(<SchemeReportPage />, {device: device('governance_officer', {exportEvaluation})});
  await user.click(await screen.findByRole('button', {name: 'Make the file'}));
  expect(await screen.findByText(/Fewer than ten people have agreed/u)).toBeTruthy();
  expect(texts).toEqual([]);
});

test('whoever is not of the team is told that small numbers are left out', async () => {
  const reduced = {isReduced: true, report: {...answer.report, leftEarly: null}};
  await renderScreen(<SchemeReportPage />, {
    device: device('governance_officer', {schemeReport: async () => ({ok: true, value: reduced})}),
  });
  expect(await screen.findByText(/^Figures are rounded to five/u)).toBeTruthy();
  expect(screen.getByText('Of them, left early').nextElementSibling?.textContent).toBe('fewer than 5, or left out');
});

test('with more than one scheme the one that is meant is chosen', async () => {
  const asked: string[] = [];
  const schemeReport: Teamwork['schemeReport'] = async scheme => {
    asked.push(scheme);
    return {ok: true, value: answer};
  };
  const other = recordOf('income-scheme', idFor(50), null, {
    ...BASIC_INCOME_PILOT,
    name: {cy: 'Cynllun Ffug', en: 'Made-up scheme'},
    reason: null,
  });
  const {user} = await renderScreen(<SchemeReportPage />, {
    device: new FakeDevice({role: 'manager', records: [other], teamwork: {schemeReport}}),
  });
  await user.selectOptions(await screen.findByLabelText('Scheme'), 'Made-up scheme');
  await waitFor(() => expect(asked).toEqual([PILOT_ID, idFor(50)]));
});
