/**
 * Every form that Welsh words take beside a number, worked out by the app's own modules. Run twice against one golden
 * file: in Node, and in a real Chromium, which has no Welsh of its own (welsh.md 7).
 */
import {addDays, date, type CalendarDate} from '../../src/domain/shared/calendar-date.ts';
import {formattersFor} from '../../src/client/i18n/formatters.ts';
import {foldForSearch} from '../../src/client/i18n/names-and-order.ts';
import {wordsIn, type TextKey} from '../../src/client/i18n/text.ts';

export const COUNTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 21, 100] as const;
export const COUNTED = [
  'counts:plan',
  'counts:youngPerson',
  'counts:task',
  'counts:action',
  'counts:request',
  'counts:payment',
  'counts:result',
  'counts:record',
  'counts:document',
  'counts:error',
  'counts:day',
  'counts:week',
  'counts:month',
  'counts:minute',
  'counts:message',
  'counts:visit',
  'counts:review',
  'counts:draft',
  'counts:alert',
  'sync:unsent',
  'sync:attention',
  'people:found',
  'today:actions.before',
] as const satisfies readonly TextKey[];

const upTo = (last: number): readonly number[] => Array.from({length: last}, (_, index) => index + 1);
const DAYS: readonly CalendarDate[] = ['2026-11-21', '2024-02-29', '2027-01-01', '2026-08-09'].map(text => date(text));

export async function goldenValues(language: 'cy' | 'en'): Promise<Readonly<Record<string, readonly string[]>>> {
  const {t} = await wordsIn(language);
  const format = formattersFor(language);
  const names = [
    ['Cai'],
    ['Cai', 'Mali'],
    ['Cai', 'Mali', 'Owain'],
    ['Ffion', 'Iwan'],
    ['Mair', 'William'],
    ['Siôn', 'Ŵyr'],
    ['Huw', 'Wyn'],
    ['Non', 'Yonas'],
  ];
  return {
    ...Object.fromEntries(COUNTED.map(key => [key, COUNTS.map(count => t(key, {count}))])),
    years: [0, ...upTo(10), 11, 18, 21].map(count => format.years(count)),
    ordinals: upTo(31).map(each => format.ordinal(each)),
    relative: [-30, -4, -3, -2, -1, 0, 1, 2, 3, 4, 30].map(days => format.relativeDays(days)),
    withDays: [-32, -31, -2, 0, 1, 3, 31, 32].map(days => format.dateWithDays(addDays(date('2026-11-22'), days), date('2026-11-22'))),
    longDates: DAYS.map(day => format.longDate(day)),
    withWeekday: DAYS.map(day => format.dateWithWeekday(day)),
    mediumDates: DAYS.map(day => format.mediumDate(day)),
    shortDates: DAYS.map(day => format.shortDate(day)),
    everyMonth: upTo(12).map(month => format.monthAndYear(`2026-${String(month).padStart(2, '0')}`)),
    everyWeekday: upTo(7).map(day => format.dateWithWeekday(date(`2026-11-0${day}`))),
    times: ['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z', '2026-10-25T00:59:00Z', '2026-10-25T01:00:00Z', '2026-07-01T23:30:00Z'].map(
      at => format.time(at),
    ),
    moments: ['2026-11-22T10:42:00Z', '2026-11-21T09:05:00Z', '2026-11-19T14:05:00Z'].map(at => format.moment(at, date('2026-11-22'))),
    numbers: [0, 999, 1000, 1234.5, -1_234_567].map(each => format.number(each)),
    money: [0, 50, 128_000, 18_067, -500, 100_000_000].map(each => format.money(each)),
    names: names.map(each => format.listNames(each)),
    terms: [
      [
        'Rhys',
        'Roberts',
        'Chapman',
        'Cooper',
        'Ddu',
        'Davies',
        'Ffion',
        'Fiona',
        'Lloyd',
        'Lewis',
        'Phillips',
        'Price',
        'Thomas',
        'Tudor',
        'Bangor',
        'Baner',
        'Angor',
        'Agor',
      ]
        .toSorted((one, other) => format.compareTerms(one, other))
        .join(' '),
    ],
    folded: ['Llŷn', 'tŷ', 'D’Arcy-Ŵyn', 'e-bost', 'Siân'].map(foldForSearch),
  };
}
