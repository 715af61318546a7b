/** Single cells: every writing with one reading is read, every other is a question. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fromDayNumber, parseCalendarDate, partsOf} from '#domain/shared/calendar-date.ts';
import {codeOf} from './code-of.ts';
import {
  type CellReading,
  readFinancialYear,
  readFlag,
  readLine,
  readListValue,
  readNumber,
  readText,
  readTime,
  readWhole,
} from './read-cell.ts';
import {readDate, readMonth} from './read-date.ts';
import {readMoney} from './read-money.ts';

const said = (reading: CellReading<unknown>) => (reading.is === 'value' ? reading.value : reading.is === 'blank' ? '' : reading.reason);

describe('dates', () => {
  test.each([
    ['12/03/2025', '2025-03-12'],
    ['2025-03-12', '2025-03-12'],
    ['12-03-2025', '2025-03-12'],
    ['12.3.2025', '2025-03-12'],
    ['1/2/2025', '2025-02-01'],
    ['2025/03/12', '2025-03-12'],
    ['12 March 2025', '2025-03-12'],
    ['12 Mawrth 2025', '2025-03-12'],
    ['12fed o Fawrth 2025', '2025-03-12'],
    ['1af Chwefror 2025', '2025-02-01'],
    ['3 Chwef 2025', '2025-02-03'],
    ['Dydd Mawrth 12 Mawrth 2025', '2025-03-12'],
    ['Tue 12 Feb 2019', '2019-02-12'],
    ['12-Mar-25', '2025-03-12'],
    ['12-Mar-2025', '2025-03-12'],
    ['March 12, 2025', '2025-03-12'],
    ['12th March 2025', '2025-03-12'],
    ['45728', '2025-03-12'],
    ['45728.5', '2025-03-12'],
    ['20250312', '2025-03-12'],
    ['12032025', '2025-03-12'],
    ['2025-03-12T00:00:00', '2025-03-12'],
    ['12/03/2025 00:00', '2025-03-12'],
    ['12/03/2025 14:30:00', '2025-03-12'],
    ['2026-06-30T23:00:00Z', '2026-07-01'],
    ['2025-12-31T23:00:00Z', '2025-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['12/03/25', '2025-03-12'],
    ['05/05/98', '1998-05-05'],
    ['  12/03/2025\u200b', '2025-03-12'],
    ['12/03/\u00a02025', '2025-03-12'],
    ['', ''],
    [' ', ''],
    ['01/01/1900', ''],
    ['1900-01-01', ''],
    ['01/01/1900 00:00:00', ''],
    ['1', ''],
    ['NULL', ''],
    ['n/a', ''],
    ['-', ''],
    ['30/12/1899', ''],
    ['31/02/2007', 'DATE_IMPOSSIBLE'],
    ['29/02/2025', 'DATE_IMPOSSIBLE'],
    ['31/04/2026', 'DATE_IMPOSSIBLE'],
    ['05/13/2025', 'DATE_IMPOSSIBLE'],
    ['2025-13-01', 'DATE_IMPOSSIBLE'],
    ['31 Chwefror 2025', 'DATE_IMPOSSIBLE'],
    ['12/03/0205', 'DATE_IMPOSSIBLE'],
    ['00/00/2025', 'DATE_IMPOSSIBLE'],
    ['summer 2025', 'DATE_UNREADABLE'],
    ['March 2025', 'DATE_UNREADABLE'],
    ['2025', 'DATE_UNREADABLE'],
    ['99999', 'DATE_UNREADABLE'],
    ['12/03', 'DATE_UNREADABLE'],
    ['12/03/2025 or 13/03/2025', 'DATE_UNREADABLE'],
    ['20139999', 'DATE_IMPOSSIBLE'],
    ['tbc', 'DATE_UNREADABLE'],
  ])('%j is %j', (text, wanted) => expect(said(readDate(text))).toBe(wanted));

  test('every day reads the same in every writing', () => {
    fc.assert(
      fc.property(fc.integer({min: -10_000, max: 34_000}).map(fromDayNumber), fc.integer({min: 0, max: 5}), (day, form) => {
        const {year, month, day: of} = partsOf(day);
        const two = (number: number) => String(number).padStart(2, '0');
        const serial = String(25_569 + Math.round(Date.parse(day) / 86_400_000));
        const writings = [
          day,
          `${two(of)}/${two(month)}/${year}`,
          `${of}.${month}.${year}`,
          `${day} 00:00:00`,
          `${of} ${['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'][month - 1]} ${year}`,
          Number(serial) >= 20_000 ? serial : day,
        ];
        expect(said(readDate(writings[form] ?? ''))).toBe(day);
      }),
    );
  });
  test('no text makes it throw or read a day that does not exist', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'0123456789/-. :TMawrthfeb'.split(''))}), text => {
        const reading = readDate(text);
        expect(reading.is !== 'value' || parseCalendarDate(reading.value) === reading.value).toBe(true);
      }),
    );
  });
});

test.each([
  ['Jul-23', '2023-07'],
  ['12/2022', '2022-12'],
  ['2023-03', '2023-03'],
  ['May 2023', '2023-05'],
  ['Gorffennaf 2023', '2023-07'],
  ['23-Jul', '2023-07'],
  ['01/07/2023', '2023-07'],
  ['45108', '2023-07'],
  ['', ''],
  ['13/2022', 'DATE_IMPOSSIBLE'],
  ['2023', 'DATE_UNREADABLE'],
])('month %j is %j', (text, wanted) => expect(said(readMonth(text))).toBe(wanted));

describe('money in pence', () => {
  test.each([
    ['45', 4500],
    ['45.5', 4550],
    ['£45.50', 4550],
    ['£ 45.50', 4550],
    ['1,280', 128_000],
    ['£1,280.00', 128_000],
    ['1 200', 120_000],
    ['£1 200.50', 120_050],
    ['GBP 120', 12_000],
    ['120 GBP', 12_000],
    ['1.234,56', 123_456],
    ['.50', 50],
    ['£0.00', 0],
    ['nil', 0],
    ['50p', 50],
    ['45 pounds', 4500],
    ['45 punt', 4500],
    ['14.299999999999999', 1430],
    ['?45.00', 4500],
    ['Â£45.00', 4500],
    [' 45.00 ', 4500],
    ['1,234,567.89', 123_456_789],
    ['', ''],
    ['n/a', ''],
    ['-', ''],
    ['-45', 'AMOUNT_NEGATIVE'],
    ['-£120.00', 'AMOUNT_NEGATIVE'],
    ['£-120.00', 'AMOUNT_NEGATIVE'],
    ['(45.00)', 'AMOUNT_NEGATIVE'],
    ['45.00-', 'AMOUNT_NEGATIVE'],
    ['45.00 CR', 'AMOUNT_NEGATIVE'],
    ['12,50', 'AMOUNT_UNREADABLE'],
    ['1,28', 'AMOUNT_UNREADABLE'],
    ['1.280', 'AMOUNT_UNREADABLE'],
    ['12.345', 'AMOUNT_UNREADABLE'],
    ['TBC - see quote', 'AMOUNT_UNREADABLE'],
    ['about 50', 'AMOUNT_UNREADABLE'],
    ['50-60', 'AMOUNT_UNREADABLE'],
    ['1,23,456', 'AMOUNT_UNREADABLE'],
    ['50 each', 'AMOUNT_UNREADABLE'],
    ['1234567890123', 'AMOUNT_UNREADABLE'],
    ['9999999999', 'AMOUNT_UNREADABLE'],
    ['.', 'AMOUNT_UNREADABLE'],
    ['£', 'AMOUNT_UNREADABLE'],
    ['$45', 'AMOUNT_UNREADABLE'],
    ['€45', 'AMOUNT_UNREADABLE'],
    ['141.28 pw', 'AMOUNT_UNREADABLE'],
  ])('%j is %j', (text, wanted) => expect(said(readMoney(text))).toBe(wanted));
  test('a weekly rent may say so', () =>
    expect(['£141.28 pw', '141.28 p/w', '£141.28 per week', '141.28 yr wythnos'].map(text => said(readMoney(text, true)))).toEqual([
      14_128, 14_128, 14_128, 14_128,
    ]));
  test('whole pence come back from every usual writing', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 99_999_999}), pence => {
        const plain = (pence / 100).toFixed(2);
        const grouped = Number(plain).toLocaleString('en-GB', {minimumFractionDigits: 2});
        for (const text of [plain, `£${plain}`, grouped, `£${grouped}`, ` ${grouped} `, `GBP ${plain}`])
          expect(said(readMoney(text))).toBe(pence);
      }),
    );
  });
});

test.each([
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['2:15pm', '14:15'],
  ['12:00 am', '00:00'],
  ['12 noon', 'DATE_UNREADABLE'],
  ['2pm', '14:00'],
  ['2.15 p.m.', '14:15'],
  ['14.30 hrs', '14:30'],
  ['14:30:00', '14:30'],
  ['0.604166666', '14:30'],
  ['0.5', '12:00'],
  ['25:00', 'DATE_IMPOSSIBLE'],
  ['9:75', 'DATE_IMPOSSIBLE'],
  ['0.30', '00:30'],
  ['', ''],
])('time %j is %j', (text, wanted) => expect(said(readTime(text))).toBe(wanted));

test.each([
  ['Y', true],
  ['y ', true],
  ['Yes', true],
  ['TRUE', true],
  ['1', true],
  ['Ydy', true],
  ['Oes', true],
  ['N', false],
  ['no', false],
  ['Nac ydy', false],
  ['Nac oes', false],
  ['Naddo', false],
  ['0', false],
  ['', ''],
  ['n/a', ''],
  ['maybe', 'UNKNOWN_CODE'],
  ['Y/N', 'UNKNOWN_CODE'],
  ['?', 'UNKNOWN_CODE'],
])('flag %j is %j', (text, wanted) => expect(said(readFlag(text))).toBe(wanted));

test.each([
  ['2024-25', '2024-25'],
  ['2024/25', '2024-25'],
  ['2024-2025', '2024-25'],
  ['24/25', '2024-25'],
  ['FY 2024–25', '2024-25'],
  ['1999-00', 'UNKNOWN_CODE'],
  ['2024-26', 'UNKNOWN_CODE'],
  ['2024', 'UNKNOWN_CODE'],
  ['', ''],
])('financial year %j is %j', (text, wanted) => expect(said(readFinancialYear(text))).toBe(wanted));

test('section numbers may have a leading nought or a point', () =>
  expect(['07', '7.0', '11', '12'].map(text => said(readListValue(text, 'planSection')))).toEqual([
    'independence_skills',
    'independence_skills',
    'status_needs',
    'UNKNOWN_CODE',
  ]));

test('parts of a full-time post', () =>
  expect(['1', '0.8', '0,8', '80%', 'part'].map(text => said(readNumber(text)))).toEqual([1, 0.8, 0.8, 0.8, 'UNKNOWN_CODE']));

test('whole numbers keep to their range', () =>
  expect(['5', '05', '5.0', '4 weeks', '4 wythnos', '6', '2.5', 'five', ''].map(text => said(readWhole(text, 1, 5)))).toEqual([
    5,
    5,
    5,
    4,
    4,
    'UNKNOWN_CODE',
    'UNKNOWN_CODE',
    'UNKNOWN_CODE',
    '',
  ]));

describe('list values', () => {
  test.each([
    ['accommodation', 'OWN TENANCY -  HA', 'tenancy_housing_association'],
    ['accommodation', 'own tenancy-HA', 'tenancy_housing_association'],
    ['accommodation', 'Pan fydda i’n Barod', 'when_i_am_ready'],
    ['accommodation', 'Llety a chymorth (gwesteiwr)', 'supported_lodgings'],
    ['accommodation', 'Llety ? chymorth (gwesteiwr)', 'supported_lodgings'],
    ['accommodation', 'Semi–indep/trg flat', 'semi_independent'],
    ['accommodation', 'NFA', 'no_fixed_abode'],
    ['accommodation', 'NFA – sofa surfing', 'sofa_surfing'],
    ['accommodation', 'B & B', 'bed_breakfast'],
    ['accommodation', 'Foyer', 'foyer'],
    ['contactType', 'Galwad ffon', 'phone'],
    ['contactType', 'Galwad ff?n', 'phone'],
    ['contactType', 'Galwad ff\ufffdn', 'phone'],
    ['contactType', 'Galwad ffÃ´n', 'phone'],
    ['contactType', 'GALWAD FFÔN', 'phone'],
    ['contactType', 'Text/app msg', 'message'],
    ['contactType', 'Phone call / Galwad ffôn', 'phone'],
    ['contactType', 'Neges destun / ap / Text / app msg', 'message'],
    ['category', 'category 3', 'C3'],
    ['category', 'Categori 3', 'C3'],
    ['planSection', '10', 'identity'],
    ['planSection', 'Llety', 'accommodation'],
    ['savingsBand', '£2,000+', '2000+'],
    ['savingsBand', '1 – 100', '1-100'],
    ['debtBand', '1000+', '1000+'],
    ['language', 'Cymraeg', 'cy'],
    ['language', 'EN', 'en'],
  ] as const)('%s %j is %s', (list, text, code) => expect(codeOf(list, text)).toBe(code));
  test.each([
    ['accommodation', 'Caravan (friends field)'],
    ['accommodation', '????'],
    ['accommodation', '?'],
    ['planSection', '12'],
    ['contactType', 'Visit'],
    ['contactType', 'Phone call / Video call'],
    ['debtBand', '2000+'],
    ['activity', 'NEET'],
  ] as const)('%s %j is unknown', (list, text) => expect(said(readListValue(text, list))).toBe('UNKNOWN_CODE'));
});

test('words stay as they came; lines lose outer spaces and marks that take no room', () => {
  expect(said(readText('  a\r\n\u200bb '))).toBe('  a\r\n\u200bb ');
  expect(said(readLine(' Ŵy\u200bnne\ufeff  '))).toBe('Ŵynne');
  expect(said(readLine('Jay ⚡ 👩‍👧'))).toBe('Jay ⚡ 👩‍👧');
  expect(said(readText('x'.repeat(65_537)))).toBe('TEXT_TOO_LONG');
  expect(said(readText('x\u0000'))).toBe('TEXT_TOO_LONG');
});
