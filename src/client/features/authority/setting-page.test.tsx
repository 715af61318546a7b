/** One setting: what is missing or contradicts is said at its own field, and what is kept says from which day and why. */
import {fireEvent, screen, waitFor, within} from '@testing-library/react';
import type {UserEvent} from '@testing-library/user-event';
import {describe, expect, test} from 'vitest';
import type {ReturnCode, SettingName} from '#domain/authority/settings.ts';
import {DEFAULT_RETURN_CODES} from '#domain/statutory-extract/return-codes.ts';
import {isWholeTable} from '#domain/statutory-extract/return-lists.ts';
import {calendarDateInWales, date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {idFor, recordOf, SELF, staffRecord} from '#client/testing/fake-records.test-support.ts';
import {renderScreen} from '#client/testing/render-screen.test-support.tsx';
import {draftOf, type SettingDraft} from './setting-draft.ts';
import {SettingPage} from './setting-page.tsx';

async function open(name: string, language: 'cy' | 'en' = 'en', options: FakeOptions = {}, draft?: SettingDraft) {
  const device = new FakeDevice({role: 'administrator', ...options});
  const key = `setting/${name}`;
  if (draft) device.kept.set(key, {key, value: draft, savedAt: '2026-11-20T10:00:00.000Z'});
  const {user} = await renderScreen(<SettingPage />, {
    device,
    language,
    at: `/authority/setting/${name}`,
    path: '/authority/setting/:name',
  });
  return {device, user};
}

test('a text without its English says so at the English field, and nothing is kept', async () => {
  const {device, user} = await open('helpText');
  await user.clear(screen.getByLabelText('In Welsh'));
  await user.type(screen.getByLabelText('In Welsh'), 'Ffoniwch ni.');
  await user.clear(screen.getByLabelText('In English'));
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() => expect(screen.getByLabelText('In English').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText('In Welsh').getAttribute('aria-invalid')).not.toBe('true');
  expect(device.saved).toEqual([]);
});

test('a text in both languages is kept with its day', async () => {
  const {device, user} = await open('helpText');
  for (const [label, words] of [
    ['In Welsh', 'Ffoniwch ni.'],
    ['In English', 'Ring us.'],
  ] as const) {
    await user.clear(screen.getByLabelText(label));
    await user.type(screen.getByLabelText(label), words);
  }
  await user.click(screen.getByRole('button', {name: 'Save'}));
  await waitFor(() =>
    expect(device.saved).toMatchObject([
      {kind: 'setting.set', body: {name: 'helpText', value: {cy: 'Ffoniwch ni.', en: 'Ring us.'}, reason: null}},
    ]),
  );
});

const TODAY = calendarDateInWales(Date.now());
const settingRow = (number: number, name: SettingName, value: number | string, from: CalendarDate, reason: string | null = null) =>
  recordOf('setting', idFor(number), null, {name, value, from, reason});
const entry = (title: string) => within(screen.getByRole('heading', {level: 3, name: title}).closest('li') ?? document.body);

describe('what has not begun', () => {
  const name = 'contactEveryWeeks';
  const records = [
    staffRecord(SELF, 'Lowri', 'Haf'),
    settingRow(1, name, 6, date('2026-01-01')),
    settingRow(2, name, 4, date('2099-12-01'), 'More contact'),
  ];

  test('is taken back before its day, and stays to be read with who set it and who took it back', async () => {
    const {device, user} = await open(name, 'en', {records});
    expect(entry('Since: 1 January 2026').queryByRole('button')).toBeNull();
    await user.click(entry('From: 1 December 2099').getByRole('button', {name: 'Take back what was set from 1 December 2099'}));
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'setting.withdraw', record: idFor(2)}]));
    const taken = entry('From: 1 December 2099');
    for (const words of ['4 weeks', 'By: Lowri Haf', 'Why: More contact', 'Taken back by: Lowri Haf'])
      expect(taken.getByText(words)).toBeTruthy();
    expect(taken.getByText(/^Taken back before its day: /u)).toBeTruthy();
    expect(taken.queryByRole('button')).toBeNull();
  });

  test('is not offered to whoever may only read', async () => {
    await open(name, 'en', {records, role: 'adviser'});
    expect(entry('From: 1 December 2099').getByText('4 weeks')).toBeTruthy();
    expect(screen.queryByRole('button', {name: /Take back/u})).toBeNull();
    expect(screen.queryByRole('button', {name: 'Save'})).toBeNull();
  });

  test('stays where another setting leans on it, by that one’s name and value', async () => {
    const leaning = [
      settingRow(1, 'managerFundLimitPence', 80_000, date('2099-12-01')),
      settingRow(2, 'adviserFundLimitPence', 60_000, date('2099-12-01')),
    ];
    const {device, user} = await open('managerFundLimitPence', 'en', {records: leaning});
    await user.click(screen.getByRole('button', {name: /Take back/u}));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Without it another setting would be contradicted: An adviser may decide up to (£600)',
    );
    expect(device.saved).toEqual([]);
  });
});

test('a value that goes against another setting names it at the field', async () => {
  const {device, user} = await open('adviserFundLimitPence', 'en', {records: [settingRow(1, 'managerFundLimitPence', 40_000, TODAY)]});
  await user.clear(screen.getByLabelText('Amount in pounds'));
  await user.type(screen.getByLabelText('Amount in pounds'), '450');
  await user.click(screen.getByRole('button', {name: 'Save'}));
  expect((await screen.findByRole('link', {name: /A manager may decide up to \(£400\)/u})).getAttribute('href')).toBe('#value');
  expect(screen.getByLabelText('Amount in pounds').getAttribute('aria-invalid')).toBe('true');
  expect(device.saved).toEqual([]);
});

test('an urgent request may not wait longer than another: the other is named with its value', async () => {
  const {device, user} = await open('fundDecisionDays', 'cy', {records: [settingRow(1, 'fundUrgentDays', 3, TODAY)]});
  await user.clear(screen.getByLabelText('Nifer y diwrnodau gwaith'));
  await user.type(screen.getByLabelText('Nifer y diwrnodau gwaith'), '2');
  await user.click(screen.getByRole('button', {name: 'Cadw'}));
  const words = 'Mae hyn yn groes i osodiad arall: Penderfynu ar gais brys o fewn (3 diwrnod gwaith)';
  expect((await screen.findByRole('link', {name: words})).getAttribute('href')).toBe('#value');
  expect(device.saved).toEqual([]);
});

describe('one choice out of a few', () => {
  const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', {name});

  test('begins with what holds by default, says so, and keeps what is chosen with its day', async () => {
    const {device, user} = await open('fundYearRule');
    expect(screen.getByText('A request may be decided in one financial year and paid in the next.')).toBeTruthy();
    expect(screen.getByText('Default: local policy · If nothing is set: The year of the payment')).toBeTruthy();
    expect(screen.getByRole('group', {name: 'Which financial year does spending count in?'})).toBeTruthy();
    expect([radio('The year of the payment').checked, radio('The year of the decision').checked]).toEqual([true, false]);
    await user.click(radio('The year of the decision'));
    await user.click(screen.getByRole('button', {name: 'Save'}));
    await waitFor(() =>
      expect(device.saved).toMatchObject([{kind: 'setting.set', body: {name: 'fundYearRule', value: 'decision', from: TODAY}}]),
    );
  });

  test('begins with what was chosen, and its history says it in words', async () => {
    await open('fundCategory6', 'cy', {records: [settingRow(1, 'fundCategory6', 'no', date('2026-01-01'))]});
    expect(radio('Dydy’r gronfa ddim yn eu helpu').checked).toBe(true);
    expect(screen.getAllByRole('radio').map(each => (each as HTMLInputElement).value)).toEqual(['decide', 'yes', 'no']);
    expect(entry('Ers: 1 Ionawr 2026').getByText('Dydy’r gronfa ddim yn eu helpu')).toBeTruthy();
    expect(screen.getByText('Rhagosodiad: polisi lleol · Os nad oes dim wedi’i osod: Mae rhywun yn penderfynu bob tro')).toBeTruthy();
  });

  test('a draft comes back with what was chosen in it', async () => {
    const kept = draftOf('fundPlanLink', 'advised', {day: '1', month: '4', year: '2099'});
    const {device, user} = await open('fundPlanLink', 'en', {}, kept);
    expect(radio('It is better to name a part of the plan, but it need not be named').checked).toBe(true);
    await user.click(screen.getByRole('button', {name: 'Save'}));
    await waitFor(() => expect(device.saved).toMatchObject([{body: {name: 'fundPlanLink', value: 'advised', from: '2099-04-01'}}]));
  });

  test('a draft with a choice that there is not says so at the radios', async () => {
    const kept = draftOf('fundPlanLink', 'sometimes', {day: '1', month: '4', year: '2099'});
    const {device, user} = await open('fundPlanLink', 'en', {}, kept);
    expect(screen.getAllByRole('radio').some(each => (each as HTMLInputElement).checked)).toBe(false);
    await user.click(screen.getByRole('button', {name: 'Save'}));
    expect((await screen.findByRole('link', {name: 'Choose one of these'})).getAttribute('href')).toBe('#value');
    expect(device.saved).toEqual([]);
  });

  test('is read, not changed, by whoever may not set it', async () => {
    await open('fundYearRule', 'en', {role: 'adviser'});
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('Default: local policy · If nothing is set: The year of the payment')).toBeTruthy();
  });
});

describe('a list of numbers', () => {
  const name = 'outOfHoursNumbers';
  const row = (place: number) => within(screen.getByRole('group', {name: `Number ${place}`}));
  const add = (user: UserEvent) => user.click(screen.getByRole('button', {name: 'Add a number'}));

  test('says what is wrong at its own field, and the summary leads to each', async () => {
    const {device, user} = await open(name);
    await add(user);
    await add(user);
    await user.type(row(1).getByLabelText('Whose number, in Welsh'), 'Tîm nos');
    await user.type(row(1).getByLabelText('Whose number, in English'), 'Night team');
    await user.type(row(1).getByLabelText('Phone number'), '029 2018 0199');
    await user.type(row(2).getByLabelText('Whose number, in Welsh'), 'Tîm penwythnos');
    await user.type(row(2).getByLabelText('Phone number'), 'ring us');
    await user.click(screen.getByRole('button', {name: 'Save'}));
    for (const [label, words] of [
      ['Whose number, in English', 'Number 2: enter whose it is, in English'],
      ['Phone number', 'Number 2: enter digits that can be dialled, such as 029 2018 0123'],
    ] as const) {
      const field = row(2).getByLabelText(label);
      expect([label, field.getAttribute('aria-invalid')]).toEqual([label, 'true']);
      expect(document.getElementById(`${field.id}-error`)?.textContent).toContain(words);
      expect(screen.getByRole('link', {name: words}).getAttribute('href')).toBe(`#${field.id}`);
    }
    const invalid = screen.getAllByRole('textbox').filter(field => field.getAttribute('aria-invalid') === 'true');
    expect(invalid.length).toBe(2);
    await user.click(screen.getByRole('link', {name: /^Number 2: enter digits/u}));
    expect(document.activeElement).toBe(row(2).getByLabelText('Phone number'));
    expect(device.saved).toEqual([]);
  });

  test('says in Welsh which part of which number is too long', async () => {
    const {user} = await open(name, 'cy');
    await user.click(screen.getByRole('button', {name: 'Ychwanegu rhif'}));
    await user.type(screen.getByLabelText('Rhif pwy, yn Gymraeg'), 'Tîm');
    await user.type(screen.getByLabelText('Rhif pwy, yn Saesneg'), 'Team');
    await user.type(screen.getByLabelText('Rhif ffôn'), '029 2018 0199');
    fireEvent.change(screen.getByLabelText('Pryd mae’n cael ei ateb, yn Gymraeg'), {target: {value: 'ŵ'.repeat(1_001)}});
    await user.click(screen.getByRole('button', {name: 'Cadw'}));
    const link = await screen.findByRole('link', {name: 'Rhif 1, rhy hir: Pryd mae’n cael ei ateb, yn Gymraeg'});
    expect(link.getAttribute('href')).toBe('#value-0-whenCy');
  });

  test('is kept when each is right, and takes ten at most', async () => {
    const {device, user} = await open(name);
    for (let place = 1; place <= 10; place++) await add(user);
    expect(screen.queryByRole('button', {name: 'Add a number'})).toBeNull();
    for (let place = 10; place > 1; place--) await user.click(screen.getByRole('button', {name: `Remove number ${place}`}));
    await user.type(screen.getByLabelText('Whose number, in Welsh'), 'Tîm nos');
    await user.type(screen.getByLabelText('Whose number, in English'), 'Night team');
    await user.type(screen.getByLabelText('Phone number'), '029  2018 0199');
    await user.click(screen.getByRole('button', {name: 'Save'}));
    const number = {cy: 'Tîm nos', en: 'Night team', number: '029 2018 0199', whenCy: null, whenEn: null};
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'setting.set', body: {name, value: [number]}}]));
  });
});

describe('pages about benefits', () => {
  const name = 'benefitLinks';
  const page = (benefit: string, label: string) => within(screen.getByRole('group', {name: benefit})).getByLabelText(label);

  test('begin with none, are entered in both languages over https, and are kept by their benefit', async () => {
    const {device, user} = await open(name);
    await user.type(page('Universal Credit', 'Page in Welsh'), 'https://enghraifft.cymru/credyd ');
    await user.type(page('Child Benefit', 'Page in Welsh'), 'https://enghraifft.cymru/plant');
    await user.type(page('Child Benefit', 'Page in English'), 'http://example.wales/child');
    await user.click(screen.getByRole('button', {name: 'Save'}));
    expect(await screen.findByRole('link', {name: 'Universal Credit: enter the page in both languages, or in neither'})).toBeTruthy();
    await user.click(screen.getByRole('link', {name: 'Child Benefit: enter a whole address that begins with https://'}));
    expect(document.activeElement).toBe(page('Child Benefit', 'Page in English'));
    expect(device.saved).toEqual([]);
    await user.clear(page('Child Benefit', 'Page in English'));
    await user.clear(page('Child Benefit', 'Page in Welsh'));
    await user.type(page('Universal Credit', 'Page in English'), 'https://example.wales/credit');
    await user.click(screen.getByRole('button', {name: 'Save'}));
    const links = [{benefit: 'universal_credit', cy: 'https://enghraifft.cymru/credyd', en: 'https://example.wales/credit'}];
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'setting.set', body: {name, value: links}}]));
  });
});

describe('codes of a return', () => {
  const name = 'returnCodes';
  const field = (list: string, ours: string) =>
    within(screen.getAllByRole('group', {name: list})[0] as HTMLElement).getByLabelText(ours, {selector: 'input:not([type=checkbox])'});

  test('begin with the English ones; each of ours must have one, and small letters are taken as capitals', async () => {
    const {device, user} = await open(name);
    expect(screen.getAllByText(/the English codes/u).length).toBeGreaterThan(0);
    const foyer = field('Homes', 'Foyer or supported housing') as HTMLInputElement;
    expect(foyer.value).toBe('T');
    await user.clear(foyer);
    await user.clear(field('In touch', 'In touch'));
    await user.type(field('In touch', 'In touch'), 'Yes!');
    await user.click(screen.getByRole('button', {name: 'Save'}));
    await user.click(
      await screen.findByRole('link', {name: 'Foyer or supported housing: enter one to four letters or digits, without accents'}),
    );
    expect(document.activeElement).toBe(foyer);
    expect(screen.getByRole('link', {name: 'In touch: enter one to four letters or digits, without accents'})).toBeTruthy();
    expect(device.saved).toEqual([]);
    await user.type(foyer, 'q9');
    await user.clear(field('In touch', 'In touch'));
    await user.type(field('In touch', 'In touch'), 'yes');
    await user.click(screen.getByRole('checkbox', {name: 'Foyer or supported housing'}));
    await user.click(screen.getByRole('button', {name: 'Save'}));
    await waitFor(() => expect(device.saved).toHaveLength(1));
    const rows = device.saved.flatMap(({body}) => (body as {value: readonly ReturnCode[]}).value);
    expect(isWholeTable(rows)).toBe(true);
    expect(rows.filter(row => !DEFAULT_RETURN_CODES.some(each => JSON.stringify(each) === JSON.stringify(row)))).toEqual([
      {list: 'home', ours: 'foyer', theirs: 'Q9'},
    ]);
  });

  test('as the product has them, none is kept: what is put right in the product holds', async () => {
    const {device, user} = await open(name, 'cy');
    await user.click(screen.getByRole('button', {name: 'Cadw'}));
    await waitFor(() => expect(device.saved).toMatchObject([{kind: 'setting.set', body: {name, value: []}}]));
  });

  test('a table that was set is what the form begins with, and is read in words', async () => {
    const value = DEFAULT_RETURN_CODES.map(row => (row.ours === 'foyer' ? {...row, theirs: 'Q'} : row));
    const row = recordOf('setting', idFor(31), null, {name, value, from: date('2026-01-01'), reason: null});
    await open(name, 'en', {records: [row]});
    expect((field('Homes', 'Foyer or supported housing') as HTMLInputElement).value).toBe('Q');
    expect(screen.getByText('Q1 or Q2')).toBeTruthy();
  });
});
