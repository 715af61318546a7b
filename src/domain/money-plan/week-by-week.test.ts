/** Figures of a money plan: no penny lost, no order, units that agree, and one rounding at the end. */
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {HOW_OFTEN, isFlow, groupOfLine, LINES_OF, MONEY_GROUPS, MONEY_LINES} from './codes.ts';
import {moneyAmountSchema} from './money-plan.ts';
import {moneySums, penceAYear, roundedFor, TIMES_A_YEAR} from './week-by-week.ts';

const MOST = 1_000_000_000;
const anyLine = fc
  .record({what: fc.constantFrom(...MONEY_LINES), pence: fc.integer({min: 1, max: MOST}), every: fc.constantFrom(...HOW_OFTEN)})
  .map(({what, pence, every}) => ({what, amount: {pence, every: isFlow(groupOfLine(what)) ? every : null}, takenOutOn: null}));

describe('a year of money', () => {
  test('is so many times what comes every so often', () => {
    expect(HOW_OFTEN.map(every => penceAYear({pence: 101, every}))).toEqual([5_252, 2_626, 1_313, 1_212, 101]);
  });

  test('the same money in another unit is the same money', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 10_000_000}), pence => {
        const aWeek = penceAYear({pence, every: 'week'});
        expect(penceAYear({pence: pence * 2, every: 'two_weeks'})).toBe(aWeek);
        expect(penceAYear({pence: pence * 4, every: 'four_weeks'})).toBe(aWeek);
        expect(penceAYear({pence: aWeek, every: 'year'})).toBe(aWeek);
        expect(penceAYear({pence: pence * 12, every: 'year'})).toBe(penceAYear({pence, every: 'month'}));
      }),
    );
  });

  test('loses no penny and asks for no order', () => {
    fc.assert(
      fc.property(fc.array(anyLine, {maxLength: 60}), fc.integer({min: 0, max: 59}), (lines, turn) => {
        const sums = moneySums(lines);
        // In another kind of number, added up the other way round and beginning elsewhere.
        const turned = [...lines.slice(turn), ...lines.slice(0, turn)].toReversed();
        for (const group of MONEY_GROUPS) {
          const exact = turned
            .filter(({what}) => (LINES_OF[group] as readonly string[]).includes(what))
            .reduce((sum, {amount: {pence, every}}) => sum + BigInt(pence) * BigInt(every === null ? 1 : TIMES_A_YEAR[every]), 0n);
          expect(BigInt(sums.of[group])).toBe(exact);
        }
        expect(moneySums(turned)).toEqual(sums);
        expect(sums.left).toBe(sums.of.income - sums.of.outgoing);
      }),
    );
  });

  test('what was taken out counts for nothing', () => {
    const line = {what: 'wages', amount: {pence: 100, every: 'week'}} as const;
    expect(
      moneySums([
        {...line, takenOutOn: null},
        {...line, takenOutOn: date('2026-11-21')},
      ]).of.income,
    ).toBe(5_200);
  });

  test('every line is in one group', () => {
    expect(new Set(MONEY_LINES).size).toBe(MONEY_LINES.length);
    expect(MONEY_LINES).toHaveLength(Object.values(LINES_OF).flat().length);
  });
});

describe('the figure that is shown', () => {
  test('is rounded half up, and within half a penny', () => {
    expect([25, 26, 77, 78].map(pence => roundedFor('week', pence))).toEqual([0, 1, 1, 2]);
    expect([5, 6, 17, 18].map(pence => roundedFor('month', pence))).toEqual([0, 1, 1, 2]);
    fc.assert(
      fc.property(fc.integer({min: 0, max: 200 * MOST * 52}), fc.constantFrom(...HOW_OFTEN), (aYear, every) => {
        const twice = 2 * (roundedFor(every, aYear) * TIMES_A_YEAR[every] - aYear);
        expect(twice).toBeGreaterThan(-TIMES_A_YEAR[every]);
        expect(twice).toBeLessThanOrEqual(TIMES_A_YEAR[every]);
      }),
    );
  });

  test('of one line, for the time that it was entered for, is that very line', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: MOST}), fc.constantFrom(...HOW_OFTEN), (pence, every) => {
        expect(roundedFor(every, penceAYear({pence, every}))).toBe(pence);
      }),
    );
  });

  test('is not the sum of rounded ones: three times 10 pence a year', () => {
    const line = {what: 'food', amount: {pence: 10, every: 'year'}, takenOutOn: null} as const;
    expect(roundedFor('week', moneySums([line, line, line]).of.outgoing)).toBe(1);
    expect(roundedFor('week', penceAYear(line.amount))).toBe(0);
  });
});

test.each([
  {pence: 0, every: 'week'},
  {pence: 1.5, every: 'week'},
  {pence: -1, every: null},
  {pence: Number.NaN, every: null},
  {pence: 1e10, every: null},
  {pence: '5', every: null},
  {pence: 5},
  {pence: 5, every: 'day'},
])('no amount: %o', amount => {
  expect(moneyAmountSchema.safeParse(amount).success).toBe(false);
});
