/** What may be told of few people: nothing, and nothing that it follows from; on many random tables. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {isSmall, linesToHide, rounded, SMALL_NUMBER} from './small-numbers.ts';

test('none is told, one to four are not, and the rest to the nearest five', () => {
  expect([0, 1, 4, 5, 7, 8, 12, 13, null].map(rounded)).toEqual([0, null, null, 5, 5, 10, 10, 15, null]);
  expect([null, 0, 1, 4, 5].map(isSmall)).toEqual([false, false, true, true, false]);
});

const hides = (...counts: (number | null)[]) => [
  ...linesToHide(
    counts.map((count, at) => ({key: String(at), count})),
    ({count}) => count,
  ),
];

test('one small line takes the next smallest with it; two that are too few together take another; none protects none', () => {
  expect(hides(9, 6, 3).toSorted()).toEqual(['1', '2']);
  expect(hides(9, 1, 1).toSorted()).toEqual(['0', '1', '2']);
  expect(hides(9, 4, 1).toSorted()).toEqual(['1', '2']);
  expect(hides(9, 0, 3).toSorted()).toEqual(['0', '2']);
  expect(hides(9, 5, 0, null)).toEqual([]);
  expect(hides(3, 0)).toEqual(['0']);
});

test('what is hidden never follows from the total and the other lines, wherever there is a line to hide it with', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 30}), {maxLength: 8}), counts => {
      const hidden = new Set(hides(...counts));
      const shown = counts.filter((_count, at) => !hidden.has(String(at)));
      expect(shown.filter(isSmall)).toEqual([]);
      const rest = counts.reduce((sum, count) => sum + count, 0) - shown.reduce((sum, count) => sum + count, 0);
      const isAll = shown.every(count => count === 0);
      expect(hidden.size === 0 || isAll || (hidden.size > 1 && rest >= SMALL_NUMBER)).toBe(true);
    }),
    {numRuns: 500},
  );
});
