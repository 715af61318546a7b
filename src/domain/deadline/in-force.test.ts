/** Which version of a rule judges a due date (edge case 30): the one in force on that date, and never before it began. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addDays, date, dayNumber, fromDayNumber} from '../shared/calendar-date.ts';
import {dueUnder, versionsOf, type Version} from './in-force.ts';
import {setting} from './file.test-support.ts';

const START = date('2026-01-01');
const after = (versions: readonly Version<number>[]) => dueUnder(versions, days => addDays(START, days));
const from = (on: string, value: number): Version<number> => ({from: date(on), value});
const first = (value: number): Version<number> => ({from: null, value});

describe('[edge case 30]', () => {
  test('one version that has always held', () => {
    expect(after([first(30)])).toEqual({dueOn: '2026-01-31', value: 30});
  });
  test('a later one, shorter or longer, changes nothing that fell due the day before it began', () => {
    expect(after([first(30), from('2026-02-01', 10)])).toEqual({dueOn: '2026-01-31', value: 30});
    expect(after([first(30), from('2026-02-01', 60)])).toEqual({dueOn: '2026-01-31', value: 30});
  });
  test('on the day it began it judges: longer moves out, shorter is due no sooner than that day', () => {
    expect(after([first(30), from('2026-01-31', 60)])).toEqual({dueOn: '2026-03-02', value: 60});
    expect(after([first(30), from('2026-01-31', 10)])).toEqual({dueOn: '2026-01-31', value: 10});
    expect(after([first(30), from('2026-01-20', 10)])).toEqual({dueOn: '2026-01-20', value: 10});
    expect(after([first(30), from('2026-01-05', 10)])).toEqual({dueOn: '2026-01-11', value: 10});
  });
  test('a version between two that never judged this date is passed over', () => {
    expect(after([first(60), from('2026-01-10', 90), from('2026-02-10', 50)])).toEqual({dueOn: '2026-02-20', value: 50});
    expect(after([first(60), from('2026-01-10', 20), from('2026-02-10', 90)])).toEqual({dueOn: '2026-01-21', value: 20});
  });
  test('no version at all is a mistake of ours', () => {
    expect(() => after([])).toThrow(RangeError);
  });

  const versions = fc
    .tuple(
      fc.nat(400),
      fc.uniqueArray(fc.record({day: fc.integer({min: -200, max: 400}), value: fc.nat(400)}), {selector: ({day}) => day, maxLength: 5}),
    )
    .map(([value, later]) => [
      first(value),
      ...later.toSorted((one, other) => one.day - other.day).map(({day, value: days}) => ({from: addDays(START, day), value: days})),
    ]);
  test('whatever the versions: the one that judges was in force on the due date, and no date is sooner than it or its number allows', () => {
    fc.assert(
      fc.property(versions, all => {
        const {dueOn, value} = after(all);
        const inForce = all.findLast(each => each.from === null || each.from <= dueOn);
        expect(inForce?.value).toBe(value);
        const own = addDays(START, value);
        expect(dueOn).toBe(inForce?.from && own < inForce.from ? inForce.from : own);
        expect(fromDayNumber(dayNumber(dueOn))).toBe(dueOn);
      }),
    );
  });
});

describe('versions of a setting', () => {
  test('what holds where nothing was set, then each row from its day, of one day the later made', () => {
    const rows = [
      setting('visitFirstDays', 5, '2026-03-01', '2026-02-01'),
      setting('visitFirstDays', 3, '2026-01-01', '2025-12-01'),
      setting('visitFirstDays', 4, '2026-03-01', '2026-02-02'),
      setting('visitIntervalMonths', 1, '2026-01-01'),
    ];
    const expected = [
      {from: null, value: 7},
      {from: '2026-01-01', value: 3},
      {from: '2026-03-01', value: 4},
    ];
    expect(versionsOf(rows, 'visitFirstDays')).toEqual(expected);
    expect(versionsOf(rows.toReversed(), 'visitFirstDays')).toEqual(expected);
  });
  test('of two made in the same moment the same one stands in any order', () => {
    const rows = [setting('visitFirstDays', 5, '2026-03-01'), setting('visitFirstDays', 4, '2026-03-01')];
    expect(versionsOf(rows, 'visitFirstDays')).toEqual(versionsOf(rows.toReversed(), 'visitFirstDays'));
  });
});
