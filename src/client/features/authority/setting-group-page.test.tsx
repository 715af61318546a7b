/** Settings of one kind: what holds, since when and by whom, what comes next, and who may change it. */
import {screen, within} from '@testing-library/react';
import {expect, test} from 'vitest';
import {SETTING_NAMES} from '#domain/authority/settings.ts';
import {date} from '#domain/shared/calendar-date.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {COLLEAGUE, idFor, recordOf, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {groupOf, SETTING_GROUPS} from './setting-groups.ts';
import {SettingGroupPage} from './setting-group-page.tsx';

const NAME = 'contactEveryWeeks';
const row = (number: number, value: number, from: string, withdrawn?: {by: string; on: ReturnType<typeof date>}) =>
  recordOf('setting', idFor(number), null, {name: NAME, value, from: date(from), reason: null, ...(withdrawn ? {withdrawn} : {})});
const records = [
  staffRecord(SELF, 'Lowri', 'Haf'),
  row(1, 10, '2025-01-01'),
  row(2, 6, '2026-01-01'),
  row(3, 4, '2099-12-01'),
  row(4, 2, '2099-11-01', {by: COLLEAGUE, on: date('2026-11-01')}),
];
const open = (group: string, options: FakeOptions = {}, language: 'cy' | 'en' = 'en') =>
  renderScreen(<SettingGroupPage />, {
    device: new FakeDevice({role: 'administrator', records, ...options}),
    language,
    at: `/authority/${group}`,
    path: '/authority/:group',
  });
const card = (title: string) => within(screen.getByRole('heading', {level: 2, name: title}).closest('article') ?? document.body);

test('what holds now, since when and by whom, and what comes next, without what was taken back', async () => {
  await open('reviews');
  const contact = card('Contact where the plan says nothing');
  expect(contact.getByText('6 weeks')).toBeTruthy();
  expect(contact.getByText('Since: 1 January 2026 · By: Lowri Haf')).toBeTruthy();
  expect(contact.getByText('From 1 December 2099: 4 weeks')).toBeTruthy();
  expect(contact.queryByText(/1 November 2099|10 weeks/u)).toBeNull();
});

test('what was never set says that it is the default, and whose limit it is', async () => {
  await open('reviews', {}, 'cy');
  const review = card('Amser hiraf rhwng adolygiadau');
  for (const words of ['6 mis', 'Dim wedi’i osod eto', 'Cyfraith na wiriwyd ei geiriau yma (R-33)'])
    expect(review.getByText(words)).toBeTruthy();
  expect(screen.getByText('Terfyn y gyfraith (R-41)')).toBeTruthy();
  expect(screen.getByText('10 diwrnod gwaith')).toBeTruthy();
  expect(screen.getByText('25 o ddyddiau gwaith')).toBeTruthy();
});

test('whoever may set it is led to the change, whoever may not to what has held', async () => {
  const first = await open('reviews');
  expect(screen.getByRole('link', {name: 'Change: Contact where the plan says nothing'}).getAttribute('href')).toBe(
    `/authority/setting/${NAME}`,
  );
  await first.user.click(screen.getByRole('link', {name: 'Change: Contact where the plan says nothing'}));
  expect(first.address()).toBe(`/authority/setting/${NAME}`);
});

test.each(['adviser', 'deputy', 'duty_worker'] as const)('%s reads, and changes nothing', async role => {
  await open('reviews', {role});
  expect(screen.getByRole('link', {name: 'What has held: Contact where the plan says nothing'})).toBeTruthy();
  expect(screen.queryByRole('link', {name: /^Change/u})).toBeNull();
});

test('a group that does not exist is not found', async () => {
  await open('everything');
  expect(screen.queryAllByRole('article')).toEqual([]);
  expect(screen.getByRole('heading', {level: 1}).textContent).toBe('Page not found');
});

test('every setting stands on one page, and on no other', () => {
  const shown = Object.values(SETTING_GROUPS).flat();
  expect(shown.toSorted()).toEqual([...SETTING_NAMES].toSorted());
  for (const [group, names] of Object.entries(SETTING_GROUPS)) for (const name of names) expect(groupOf(name)).toBe(group);
});

test.each([
  ['en', 'An urgent request is decided within', 'the same day'],
  ['en', 'Evidence is asked for if the amount is over', '£0 (every time)'],
  ['en', 'A request and the pathway plan', 'A part of the plan must be named before the request is recommended'],
  ['en', 'What the fund does not pay for', 'None'],
  ['cy', 'Penderfynu ar gais brys o fewn', 'yr un diwrnod'],
  ['cy', 'Gofyn am dystiolaeth os yw’r swm dros', '£0 (bob tro)'],
  ['cy', 'Pobl ifanc categori 6', 'Mae rhywun yn penderfynu bob tro'],
  ['cy', 'Rhoi tystiolaeth o fewn', '28 o ddyddiau'],
] as const)('in %s, %s: by default %s, as local policy', async (language, title, value) => {
  await open('limits', {}, language);
  expect(card(title).getByText(value)).toBeTruthy();
  expect(card(title).getByText(language === 'cy' ? 'Rhagosodiad: polisi lleol' : 'Default: local policy')).toBeTruthy();
});

test.each(['reviews', 'texts', 'devices'])('%s: all of it acts, and nothing else is said', async group => {
  await open(group);
  expect(screen.queryByText(/take effect when/u)).toBeNull();
});
