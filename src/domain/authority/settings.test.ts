/** Settings by their dates: a rule is judged by what was in force on the day that it concerns (edge case 30). */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decide} from '../commands.ts';
import {addDays, date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {authorityCodeSchema} from './authority.ts';
import {
  contradiction,
  rowsOf,
  settingKind,
  settingsInForce,
  settingValueSchema,
  SETTING_CHOICES,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type SettingRow,
} from './settings.ts';
import {authorityNamed, SAMPLE_AUTHORITY, WELSH_AUTHORITIES} from './welsh-authorities.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const row = (name: SettingName, value: number | string, from: string, at = '2026-01-01T00:00:00.000Z', n = 1): DomainRecord => ({
  id: id(n),
  kind: 'setting',
  scope: id(2),
  person: null,
  data: {name, value, from, reason: null},
  heads: {},
  made: {author: id(3), device: null, at, op: id(n + 500)},
});

describe('settings in force', () => {
  test('the fallback before the first row, then each from its day on', () => {
    const rows = [
      row('contactEveryWeeks', 4, '2026-06-01'),
      row('contactEveryWeeks', 6, '2026-03-01'),
      row('deviceLeaseDays', 3, '2026-01-01'),
    ];
    expect(
      ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01', '2031-01-01'].map(on =>
        settingsInForce(rows)('contactEveryWeeks', date(on)),
      ),
    ).toEqual([8, 6, 6, 4, 4]);
    expect(settingsInForce(rows)('reviewIntervalMonths', date('2026-06-01'))).toBe(6);
  });
  test('of two from one day the later made; the order of rows does not matter', () => {
    const rows = [
      row('contactEveryWeeks', 4, '2026-06-01', '2026-05-02T09:00:00.000Z'),
      row('contactEveryWeeks', 5, '2026-06-01', '2026-05-03T09:00:00.000Z', 2),
      row('contactEveryWeeks', 6, '2026-05-01', '2026-05-09T09:00:00.000Z', 3),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, {minLength: 3}), shuffled => {
        expect(settingsInForce(shuffled)('contactEveryWeeks', date('2026-06-01'))).toBe(5);
      }),
    );
  });
  test('a later row never changes what was in force before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 300}), {maxLength: 6}),
        fc.integer({min: 0, max: 300}),
        fc.integer({min: 0, max: 300}),
        (days, later, asked) => {
          const start = date('2026-01-01');
          const rows = days.map((day, at) => row('contactEveryWeeks', at + 1, addDays(start, day), undefined, at + 1));
          const on = addDays(start, asked);
          const added = [...rows, row('contactEveryWeeks', 52, addDays(start, later), '2027-01-01T00:00:00.000Z', 99)];
          expect(settingsInForce(added)('contactEveryWeeks', on)).toBe(
            asked >= later && !days.some(day => day > later && day <= asked) ? 52 : settingsInForce(rows)('contactEveryWeeks', on),
          );
        },
      ),
    );
  });
  test('every fallback is within the bounds of its own setting', () => {
    expect(SETTING_NAMES.filter(name => !SETTINGS[name].schema.safeParse(SETTINGS[name].fallback).success)).toEqual([]);
  });
});

describe('setting.set', () => {
  const send = (body: object, role: 'administrator' | 'manager' | 'deputy' = 'administrator', stored?: DomainRecord) => {
    const result = decide(
      {get: () => stored, ofPerson: () => [], scope: () => id(2)},
      {op: id(70), kind: 'setting.set', record: id(71), person: null, at: '2026-11-21T10:00:00.000Z', body},
      {actor: {holder: id(3), role, device: null}, now: '2026-11-21T10:00:00.000Z', today: date('2026-11-21'), settings: () => 0 as never},
      true,
    );
    return result.ok ? 'applied' : result.refusal.code;
  };
  const body = {name: 'contactEveryWeeks', value: 6, from: '2026-11-21', reason: null};
  test.each([
    ['from today', body, 'applied'],
    ['from a day ahead', {...body, from: '2027-04-01'}, 'applied'],
    ['from yesterday', {...body, from: '2026-11-20'}, 'date_past'],
    ['too many', {...body, value: 53}, 'out_of_range'],
    ['none', {...body, value: 0}, 'out_of_range'],
    ['half a week', {...body, value: 1.5}, 'out_of_range'],
    ['endless', {...body, value: Infinity}, 'body_invalid'],
    ['no number', {...body, value: NaN}, 'body_invalid'],
    ['an unknown name', {...body, name: 'everything'}, 'body_invalid'],
    ['a choice', {...body, name: 'fundYearRule', value: 'decision'}, 'applied'],
    ['a choice that there is not', {...body, name: 'fundYearRule', value: 'both'}, 'out_of_range'],
    ['the choice of another setting', {...body, name: 'fundYearRule', value: 'advised'}, 'out_of_range'],
    ['words for a choice', {...body, name: 'fundYearRule', value: 'In the year of the payment'}, 'body_invalid'],
    ['a choice for a number', {...body, value: 'payment'}, 'out_of_range'],
    ['a number for a choice', {...body, name: 'fundPlanLink', value: 1}, 'out_of_range'],
  ])('%s: %j', (_name, asked, answer) => {
    expect(send(asked)).toBe(answer);
  });
  test('by an administrator, once', () => {
    expect([send(body, 'deputy'), send(body, 'administrator', row('contactEveryWeeks', 6, '2026-11-21'))]).toEqual([
      'not_permitted',
      'already_there',
    ]);
  });
});

describe('setting.withdraw', () => {
  const TODAY = date('2026-11-21');
  const withdraw = (rows: readonly DomainRecord[], record = id(1), role: 'administrator' | 'deputy' = 'administrator') =>
    decide(
      {get: asked => rows.find(each => each.id === asked), ofPerson: () => rows, scope: () => id(2)},
      {op: id(70), kind: 'setting.withdraw', record, person: null, at: '2026-11-21T10:00:00.000Z', body: {}},
      {actor: {holder: id(4), role, device: null}, now: '2026-11-21T10:00:00.000Z', today: TODAY, settings: () => 0 as never},
      true,
    );
  const coming = row('contactEveryWeeks', 4, '2026-12-01');

  test('what has not begun never holds; what was set, by whom and who took it back stay to be read', () => {
    const earlier = row('contactEveryWeeks', 6, '2026-06-01', undefined, 2);
    const done = withdraw([coming, earlier]);
    expect(done).toMatchObject({
      ok: true,
      value: {puts: [{...coming, data: {...coming.data, withdrawn: {by: id(4), on: TODAY}}, made: {author: id(3)}}]},
    });
    if (!done.ok) return;
    const after = [earlier, ...done.value.puts];
    expect(['2026-11-30', '2026-12-01', '2031-01-01'].map(on => settingsInForce(after)('contactEveryWeeks', date(on)))).toEqual([6, 6, 6]);
    expect(rowsOf(after, 'contactEveryWeeks').map(({data}) => data.from)).toEqual(['2026-12-01', '2026-06-01']);
    expect(withdraw(after)).toEqual({ok: false, refusal: {code: 'state_moved', fields: []}});
  });
  test.each([
    ['on its day', [row('contactEveryWeeks', 4, '2026-11-21')], id(1), 'in_force_already'],
    ['after its day', [row('contactEveryWeeks', 4, '2026-11-01')], id(1), 'in_force_already'],
    ['not there', [], id(1), 'unknown_record'],
    ['no setting', [{...coming, kind: 'team'}], id(1), 'unknown_record'],
  ])('%s it is refused', (_name, rows, record, code) => {
    expect(withdraw(rows, record)).toEqual({ok: false, refusal: {code, fields: []}});
  });
  test('by whoever may set it', () => {
    expect(withdraw([coming], id(1), 'deputy')).toEqual({ok: false, refusal: {code: 'not_permitted', fields: []}});
  });
  test('what another setting leans on is not taken away from under it', () => {
    const managers = row('managerFundLimitPence', 80_000, '2026-12-01', undefined, 1);
    const advisers = row('adviserFundLimitPence', 60_000, '2027-04-01', undefined, 2);
    expect(withdraw([managers, advisers])).toEqual({
      ok: false,
      refusal: {code: 'settings_contradict', fields: ['adviserFundLimitPence', 'managerFundLimitPence']},
    });
    expect(withdraw([managers, advisers], id(2)).ok).toBe(true);
  });
});

describe('settings that contradict each other', () => {
  const limit = (name: SettingName, value: number, from: string, n: number) =>
    row(name, value, from, '2026-01-02T00:00:00.000Z', n) as SettingRow;
  test('name both fields, on the day and on a later day from which something else is set', () => {
    expect(contradiction([], limit('adviserFundLimitPence', 50_001, '2026-12-01', 1))).toEqual([
      'adviserFundLimitPence',
      'managerFundLimitPence',
    ]);
    expect(contradiction([], limit('adviserFundLimitPence', 50_000, '2026-12-01', 1))).toBeNull();
    const lowered = limit('managerFundLimitPence', 20_000, '2027-04-01', 2);
    expect(contradiction([lowered], limit('adviserFundLimitPence', 30_000, '2026-12-01', 1))).toEqual([
      'adviserFundLimitPence',
      'managerFundLimitPence',
    ]);
    expect(contradiction([lowered], limit('adviserFundLimitPence', 20_000, '2026-12-01', 1))).toBeNull();
    expect(contradiction([], limit('fundCapYearPence', 99_999, '2026-12-01', 1))).toEqual(['fundCapRequestPence', 'fundCapYearPence']);
    expect(contradiction([], limit('hiddenLockSeconds', 300, '2026-12-01', 1))).toBeNull();
    expect(contradiction([limit('idleLockMinutes', 4, '2026-01-01', 3)], limit('hiddenLockSeconds', 300, '2026-12-01', 1))).toEqual([
      'hiddenLockSeconds',
      'idleLockMinutes',
    ]);
  });
  test('an urgent request may not wait longer than another, on either side', () => {
    const both = ['fundUrgentDays', 'fundDecisionDays'];
    expect(contradiction([], limit('fundDecisionDays', 1, '2026-12-01', 1))).toBeNull();
    const urgent = limit('fundUrgentDays', 5, '2027-04-01', 2);
    expect(contradiction([urgent], limit('fundDecisionDays', 5, '2026-12-01', 1))).toBeNull();
    expect(contradiction([urgent], limit('fundDecisionDays', 4, '2026-12-01', 1))).toEqual(both);
    expect(contradiction([limit('fundDecisionDays', 3, '2026-12-01', 1)], limit('fundUrgentDays', 4, '2027-04-01', 2))).toEqual(both);
  });
  test('are refused with both names by the command', () => {
    const result = decide(
      {get: () => undefined, ofPerson: () => [], scope: () => id(2)},
      {
        op: id(70),
        kind: 'setting.set',
        record: id(71),
        person: null,
        at: '2026-11-21T10:00:00.000Z',
        body: {name: 'adviserFundLimitPence', value: 60_000, from: '2026-11-21', reason: null},
      },
      {
        actor: {holder: id(3), role: 'manager', device: null},
        now: '2026-11-21T10:00:00.000Z',
        today: date('2026-11-21'),
        settings: () => 0 as never,
      },
      true,
    );
    expect(result).toEqual({ok: false, refusal: {code: 'settings_contradict', fields: ['adviserFundLimitPence', 'managerFundLimitPence']}});
  });
  test('what holds by default contradicts nothing', () => {
    for (const name of SETTING_NAMES) {
      const {fallback} = SETTINGS[name];
      const same = {
        ...limit(name, 0, '2026-12-01', 1),
        data: {name, value: fallback, from: date('2026-12-01'), reason: null},
      } as SettingRow;
      expect([name, contradiction([], same)]).toEqual([name, null]);
    }
  });
});

describe('the settings of the fund', () => {
  test('are local policy, each with what holds where nothing was set', () => {
    const names = SETTING_NAMES.filter(name => /fund/iu.test(name));
    expect(Object.fromEntries(names.map(name => [name, SETTINGS[name].fallback]))).toEqual({
      adviserFundLimitPence: 0,
      managerFundLimitPence: 50_000,
      fundCapRequestPence: 100_000,
      fundCapYearPence: 200_000,
      fundYearRule: 'payment',
      fundExclusions: null,
      fundCategory6: 'decide',
      fundPlanLink: 'required',
      fundDecisionDays: 10,
      fundUrgentDays: 0,
      fundEvidenceAbovePence: 0,
      fundEvidenceDays: 28,
    });
    expect(names.filter(name => SETTINGS[name].basis !== 'local')).toEqual([]);
  });
  test('a choice holds from its day, and what was chosen before stays', () => {
    const rows = [row('fundCategory6', 'no', '2026-06-01'), row('fundCategory6', 'yes', '2027-04-01', undefined, 2)];
    expect(['2026-05-31', '2026-06-01', '2027-03-31', '2027-04-01'].map(on => settingsInForce(rows)('fundCategory6', date(on)))).toEqual([
      'decide',
      'no',
      'no',
      'yes',
    ]);
  });
  test('every choice fits its setting and no other, and can be kept', () => {
    const choices = Object.entries(SETTING_CHOICES) as [keyof typeof SETTING_CHOICES, readonly string[]][];
    expect(choices.map(([name]) => name).toSorted()).toEqual(SETTING_NAMES.filter(name => SETTINGS[name].unit === 'choice').toSorted());
    for (const [name, codes] of choices)
      for (const value of codes) {
        expect(SETTING_NAMES.filter(each => SETTINGS[each].schema.safeParse(value).success)).toEqual([name]);
        expect(settingKind.schema.parse({name, value, from: '2026-12-01', reason: null})).toMatchObject({name, value});
      }
  });
});

describe('what each setting may be', () => {
  test('the value of any setting is a value, the default too', () => {
    expect(SETTING_NAMES.filter(name => !settingValueSchema.safeParse(SETTINGS[name].fallback).success)).toEqual([]);
  });
  const fits = (name: SettingName, value: unknown) => SETTINGS[name].schema.safeParse(value).success;
  test.each([
    ['reviewIntervalMonths', 6, true],
    ['reviewIntervalMonths', 7, false],
    ['visitFirstDays', 8, false],
    ['visitIntervalMonths', 3, false],
    ['helpText', null, true],
    ['helpText', {cy: 'Helo', en: 'Hello'}, true],
    ['helpText', {cy: 'Helo', en: ''}, false],
    ['helpText', {cy: 'ŵ'.repeat(4_001), en: 'x'}, false],
    ['spendTypes', ['travel'], true],
    ['spendTypes', [], false],
    ['spendTypes', ['travel', 'travel'], false],
    ['spendTypes', ['yachts'], false],
    ['dutyNumbers', [{cy: 'Tîm', en: 'Team', number: '029 2018 0123', whenCy: null, whenEn: null}], true],
    ['dutyNumbers', [{cy: 'Tîm', en: 'Team', number: 'ring us', whenCy: null, whenEn: null}], false],
    ['deviceLeaseDays', '14', false],
    ['fundExclusions', null, true],
    ['fundExclusions', {cy: 'Alcohol', en: 'Alcohol'}, true],
    ['fundExclusions', {cy: 'Alcohol', en: ''}, false],
    ['fundDecisionDays', 0, false],
    ['fundDecisionDays', 20, true],
    ['fundDecisionDays', 21, false],
    ['fundUrgentDays', 0, true],
    ['fundUrgentDays', 6, false],
    ['fundEvidenceDays', 0, false],
    ['fundEvidenceDays', 182, true],
    ['fundEvidenceDays', 183, false],
    ['fundEvidenceAbovePence', -1, false],
    ['fundYearRule', '', false],
    ['fundYearRule', null, false],
    ['fundCategory6', 'decide', true],
    ['fundCategory6', 'maybe', false],
  ] as const)('%s: %j is right: %s', (name, value, expected) => {
    expect(fits(name, value)).toBe(expected);
  });
  test('the law’s are named by their rule, R-41, R-42 and R-56, and cannot be set laxer', () => {
    const law = SETTING_NAMES.filter(name => SETTINGS[name].basis === 'law');
    expect(law.map(name => [name, SETTINGS[name].rule, fits(name, Number(SETTINGS[name].fallback) + 1)])).toEqual([
      ['visitFirstDays', 'R-41', false],
      ['visitIntervalMonths', 'R-42', false],
      ['bedAndBreakfastDays', 'R-56', false],
      ['bedAndBreakfastHigherDays', 'R-56', false],
    ]);
  });
  test('law whose words were not read is named by its rule and says so', () => {
    const unverified = SETTING_NAMES.filter(name => SETTINGS[name].basis === 'unverified');
    expect(unverified.map(name => [name, SETTINGS[name].rule])).toEqual([
      ['reviewIntervalMonths', 'R-33'],
      ['accommodationReviewDays', 'R-36'],
      ['threatenedRule', 'R-54'],
      ['suitableHomeDuty', 'R-53'],
      ['accessRequestMonths', 'R-69'],
      ['complaintLocalDays', 'R-72'],
      ['complaintInvestigationDays', 'R-72'],
      ['higherEducationAmountPence', 'R-61'],
    ]);
  });
});

describe('the authorities of Wales', () => {
  test('are 22, each with its code and both names, without 07 and 17', () => {
    expect(WELSH_AUTHORITIES.length).toBe(22);
    expect(new Set(WELSH_AUTHORITIES.map(({code}) => code)).size).toBe(22);
    expect(WELSH_AUTHORITIES.filter(({code, cy, en}) => !authorityCodeSchema.safeParse(code).success || !cy || !en)).toEqual([]);
    expect([
      authorityNamed('W06000011')?.cy,
      authorityNamed('W06000023')?.en,
      authorityNamed('W06000007'),
      authorityNamed('W06000017'),
    ]).toEqual(['Abertawe', 'Powys', undefined, undefined]);
  });
  test('the sample is none of them', () => {
    expect(WELSH_AUTHORITIES.some(({code}) => code === SAMPLE_AUTHORITY.code)).toBe(false);
    expect(authorityNamed('W06999999')).toEqual({code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire'});
  });
});

describe('pages about benefits', () => {
  const fits = (cy: unknown, en: unknown = 'https://example.wales/') =>
    SETTINGS.benefitLinks.schema.safeParse([{benefit: 'pip', cy, en}]).success;

  test('the product brings none', () => {
    expect(settingsInForce([])('benefitLinks', date('2026-11-21'))).toEqual([]);
  });

  test('are whole addresses over https, one page for each benefit', () => {
    expect(['https://www.enghraifft.cymru', 'https://enghraifft.cymru/budd-dal?a=b#c'].map(page => fits(page))).toEqual([true, true]);
    for (const page of [
      'http://enghraifft.cymru',
      'enghraifft.cymru',
      'javascript:alert(1)',
      'https://enw:gair@enghraifft.cymru',
      'https://enghraifft.cymru:8443/',
      'https://localhost/',
      'https://enghraifft.cymru/a b',
      'https://enghraifft.cymru/"><script>',
      `https://enghraifft.cymru/${'a'.repeat(500)}`,
      'https://enghraifft.cymru/\u0000',
      'https://enghraifft.cymru/\ud83d',
      'https://enghraifft.cymru/\u202egro.live',
      '',
      null,
    ])
      expect([page, fits(page)]).toEqual([page, false]);
    expect(fits('https://enghraifft.cymru', '')).toBe(false);
    const link = {benefit: 'pip', cy: 'https://enghraifft.cymru', en: 'https://example.wales'};
    expect(SETTINGS.benefitLinks.schema.safeParse([link, link]).success).toBe(false);
  });
});
