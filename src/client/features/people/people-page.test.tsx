import {screen, waitFor} from '@testing-library/react';
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {FakeDevice} from '#client/testing/fake-device.test-support.tsx';
import {idFor, summaryRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {PeoplePage} from './people-page.tsx';

const LLYR = idFor(1);
const records = [
  summaryRecord(idFor(2), {knownAs: 'Siôn', legalName: 'Siôn Tudur'}),
  summaryRecord(LLYR, {knownAs: 'Llŷr', legalName: 'Rhys Llŷr Pant-glas'}),
  summaryRecord(idFor(3), {knownAs: 'Ffion', legalName: 'Ffion D’Arcy'}),
];
const names = () => screen.queryAllByRole('heading', {level: 2}).map(({textContent}) => textContent);

test.each([
  ['llyr', ['Llŷr']],
  ['pantglas', ['Llŷr']],
  ['tudur sion', ['Siôn']],
  ["d'arcy", ['Ffion']],
  ['', ['Ffion', 'Llŷr', 'Siôn']],
])('searching for "%s"', async (typed, expected) => {
  const {user} = await renderScreen(<PeoplePage />, {device: new FakeDevice({records}), language: 'cy'});
  if (typed !== '') await user.type(screen.getByLabelText('Chwilio yn ôl enw'), typed);
  expect(names()).toEqual(expected);
});

test('nobody found is said in a sentence', async () => {
  const {user} = await renderScreen(<PeoplePage />, {device: new FakeDevice({records})});
  await user.type(screen.getByLabelText('Search by name'), 'zz');
  expect(screen.getByRole('heading', {name: 'Nobody found'})).toBeTruthy();
});

test('a manager opens a file on demand', async () => {
  const device = new FakeDevice({records, role: 'manager', withoutFile: [LLYR]});
  const {user, address} = await renderScreen(<PeoplePage />, {device});
  expect(screen.getByRole('heading', {level: 1}).textContent).toBe('The team’s people');
  await user.click(screen.getByRole('button', {name: 'Open the file: Llŷr'}));
  await waitFor(() => expect(address()).toBe(`/people/${LLYR}`));
});

test('offline a manager is told why a file cannot be opened', async () => {
  await renderScreen(<PeoplePage />, {
    device: new FakeDevice({records, role: 'manager', withoutFile: [LLYR], sync: {connection: 'offline'}}),
  });
  expect(screen.getByText('You need a connection to open a file that is not on this device.')).toBeTruthy();
  expect(screen.queryByRole('button', {name: /^Open the file/u})).toBeNull();
});

test('those with something due, a home that is not settled, or out of touch can be shown alone; late duties are counted', async () => {
  const device = new FakeDevice({
    records: [
      summaryRecord(idFor(2), {
        knownAs: 'Siôn',
        due: [
          {what: 'review', on: date('2020-01-01')},
          {what: 'visit', on: date('2099-01-01')},
        ],
      }),
      summaryRecord(LLYR, {knownAs: 'Llŷr', homeStatus: 'homeless', due: [{what: 'review', on: date('2099-01-01')}]}),
      summaryRecord(idFor(3), {knownAs: 'Ffion', inTouch: 'no', due: [], speak: null, write: 'en'}),
    ],
    withoutFile: [idFor(2), LLYR, idFor(3)],
  });
  const {user} = await renderScreen(<PeoplePage />, {device});
  expect(screen.getByText('Late by the rules: 1')).toBeTruthy();
  expect(screen.getByText(/^Review of the plan: Was due 1 January 2020/u)).toBeTruthy();
  const show = (view: string) => user.selectOptions(screen.getByLabelText('Show'), view);
  await show('Something is due within a week');
  expect(names()).toEqual(['Siôn']);
  await show('Home not settled');
  expect(names()).toEqual(['Llŷr']);
  await show('Out of touch');
  expect(names()).toEqual(['Ffion']);
  await show('Chose Welsh');
  expect(names()).toEqual(['Llŷr', 'Siôn']);
  await show('Language choice not asked yet');
  expect(names()).toEqual(['Ffion']);
  await show('Everybody');
  expect(names()).toHaveLength(3);
});
