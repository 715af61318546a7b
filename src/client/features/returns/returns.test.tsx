/** The statutory return: what it says before it is made, the way from each question to where it is mended, and the file. */
import {screen, waitFor, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {calendarDateInWales, date} from '#domain/shared/calendar-date.ts';
import {returnYears} from '#domain/statutory-extract/return-year.ts';
import {CHECKS, MENDED_AT} from '#domain/statutory-extract/checks.ts';
import type {ReturnView, Teamwork} from '#client/sync/contract.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor} from '#client/testing/fake-records.test-support.ts';
import {givenFiles} from '#client/testing/given-files.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {placeOf, type Question} from './return-places.ts';
import {ReturnsPage} from './returns-page.tsx';

const [PERSON, STAY] = [idFor(40), idFor(41)];
const [NOW = '', BEFORE = ''] = returnYears(calendarDateInWales(Date.now())).map(({name}) => name);
const question = (more: Partial<Question> = {}): Question => ({
  check: 'suitability_missing',
  person: PERSON,
  localId: 'CL-17',
  name: 'Cai Morris',
  point: 'birthday_19',
  on: date('2026-06-15'),
  records: [STAY],
  where: 'judge',
  ...more,
});
const view = (more: Partial<ReturnView> = {}): ReturnView => ({
  year: NOW,
  isOpen: true,
  people: 21,
  rows: 34,
  points: [
    {point: 'birthday_19', rows: 20},
    {point: 'birthday_22', rows: 14},
  ],
  bases: [{basis: 'frozen', rows: 34}],
  hasOwnCodes: false,
  questions: [question()],
  ...more,
});
const texts = givenFiles();
const device = (more: Partial<Teamwork> = {}, role: 'manager' | 'governance_officer' = 'manager') =>
  new FakeDevice({role, teamwork: {lookAtReturn: async () => ({ok: true, value: view()}), ...more}});
const showing = (more: Partial<ReturnView>, role: 'manager' | 'governance_officer' = 'manager') =>
  device({lookAtReturn: async () => ({ok: true, value: view(more)})}, role);

test('figures, what is not known, and each question with the way to the record that it is about', async () => {
  await renderScreen(<ReturnsPage />, {device: device()});
  expect((await screen.findByText('Lines: one for each person and day')).nextElementSibling?.textContent).toBe('34');
  expect(screen.getByText('Birthday: 22').nextElementSibling?.textContent).toBe('14');
  expect(screen.getByText(/own codes for this were not found/u)).toBeTruthy();
  expect(screen.getByRole('link', {name: 'Codes of the return'}).getAttribute('href')).toBe('/authority/setting/returnCodes');
  expect(screen.getByText('It is not known whether the home was suitable: 1')).toBeTruthy();
  const link = await screen.findByRole('link', {name: 'Cai Morris'});
  expect(link.getAttribute('href')).toBe(`/people/${PERSON}/home/judge?of=${STAY}`);
  expect(link.closest('li')?.textContent).toBe('Cai Morris · 19th birthday, 15 June 2026');
});

test('whoever answers for information is given numbers, and no way into a file', async () => {
  await renderScreen(<ReturnsPage />, {device: showing({questions: [question({name: null})]}, 'governance_officer')});
  expect(await screen.findByText('CL-17')).toBeTruthy();
  expect(screen.getByText(/^Names are for those who can open the files/u)).toBeTruthy();
  expect(screen.queryByRole('link', {name: 'CL-17'})).toBeNull();
});

test('every kind of question has words and a place; one about the whole file says so', async () => {
  const questions = CHECKS.map((check, at) =>
    question({check, point: null, on: null, where: MENDED_AT[at % MENDED_AT.length] ?? 'overview'}),
  );
  await renderScreen(<ReturnsPage />, {device: showing({questions}), language: 'cy'});
  await waitFor(() => expect(screen.getAllByRole('link', {name: 'Cai Morris'})).toHaveLength(CHECKS.length));
  expect(screen.getAllByText(/· Y ffeil gyfan$/u)).toHaveLength(CHECKS.length);
  for (const where of MENDED_AT) expect(placeOf(question({where}))).toMatch(new RegExp(`^/people/${PERSON}`, 'u'));
  expect(placeOf(question({where: 'a place of a later version'}))).toBe(`/people/${PERSON}`);
});

test('many of one kind are counted, and opened when they are wanted', async () => {
  const questions = Array.from({length: 4}, (_, at) => question({person: idFor(60 + at), name: `Cai ${at}`}));
  await renderScreen(<ReturnsPage />, {device: showing({questions})});
  const summary = await screen.findByText('It is not known whether the home was suitable: 4');
  expect(summary.closest('details')?.open).toBe(false);
});

test('another year or other ages are asked for anew, and nothing of the last stands under their name', async () => {
  const asked: string[] = [];
  const lookAtReturn: Teamwork['lookAtReturn'] = async (year, ages) => {
    asked.push(`${year} ${ages}`);
    return asked.length === 3 ? {ok: false, code: 'offline'} : {ok: true, value: view({year})};
  };
  const {user} = await renderScreen(<ReturnsPage />, {device: device({lookAtReturn})});
  await user.selectOptions(await screen.findByLabelText('Year, from 1 April to 31 March'), BEFORE);
  await waitFor(() => expect(asked).toEqual([`${NOW} 21`, `${BEFORE} 21`]));
  await user.selectOptions(screen.getByLabelText('Who is in it'), '25');
  await waitFor(() => expect(asked.at(-1)).toBe(`${BEFORE} 25`));
  expect(await screen.findByText('You are offline. The return will appear when there is a connection.')).toBeTruthy();
  expect(screen.queryByText('Lines: one for each person and day')).toBeNull();
});

test('the file: who it is about is said first, and its cells are no formula', async () => {
  const asked: string[] = [];
  const exportReturn: Teamwork['exportReturn'] = async (year, ages) => {
    asked.push(`${year} ${ages}`);
    return {ok: true, value: {year, people: 1, columns: ['local_id', 'accommodation'], rows: [['=CL', 'T2']]}};
  };
  const {user} = await renderScreen(<ReturnsPage />, {device: device({exportReturn}), language: 'cy'});
  const make = await screen.findByRole('button', {name: 'Gwneud y ffeil'});
  const section = within(make.closest('section') as HTMLElement);
  expect(section.getByText(/^Nid oes dim ynddi wedi’i dalgrynnu/u)).toBeTruthy();
  expect(asked).toEqual([]);
  await user.click(make);
  expect(await screen.findByText('Mae’r ffeil wedi’i gwneud. Llinellau ynddi: 1')).toBeTruthy();
  await waitFor(() => expect(texts).toEqual([`"local_id","accommodation"\r\n"'=CL","T2"\r\n`]));
  expect(asked).toEqual([`${NOW} 21`]);
});

test('without a line there is no file to make; with codes of its own the authority is asked to check them', async () => {
  await renderScreen(<ReturnsPage />, {device: showing({people: 0, rows: 0, points: [], bases: [], questions: [], hasOwnCodes: true})});
  expect(await screen.findByText('Nobody who has left care has a day in this year.')).toBeTruthy();
  expect(screen.getByText(/^Your authority has set its own codes/u)).toBeTruthy();
  expect(screen.queryByRole('button', {name: 'Make the file'})).toBeNull();
});
