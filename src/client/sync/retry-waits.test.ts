/** Waits, with the dice given: nobody comes back sooner than told, and nobody at the same moment as the others. */
import {describe, expect, test} from 'vitest';
import {listenAgainAfter, waitAfter} from './retry-waits.ts';

const offline = {ok: false, code: 'offline'} as const;
const busy = {ok: false, code: 'busy', retryAfterSeconds: 40} as const;
const dice = (value: number) => () => value;
const LAST = 0.999_999;

describe('until the next cycle', () => {
  test('after a good one: about a minute', () => {
    expect([0, 0.5, 1].map(value => Math.round(waitAfter({ok: true}, 0, dice(value))))).toEqual([42_000, 60_000, 78_000]);
  });

  test.each([
    [1, 2_000],
    [2, 34_000],
    [3, 38_000],
    [6, 94_000],
    [8, 286_000],
    [9, 330_000],
    [60, 330_000],
    [2_000, 330_000],
  ])('after %i failures: anything up to %i ms, full jitter', (failures, most) => {
    expect(waitAfter(offline, failures, dice(0))).toBe(200);
    expect(Math.round(waitAfter(offline, failures, dice(LAST)) - 200)).toBe(most);
  });

  test.each([
    [1, 0],
    [2, 30_000],
    [7, 30_000],
  ])('a named wait is never shorter; after %i failures up to %i ms are added', (failures, spread) => {
    expect(waitAfter(busy, failures, dice(0))).toBe(40_000);
    expect(Math.round(waitAfter(busy, failures, dice(LAST)))).toBe(40_000 + spread);
  });
});

test('a line of pokes is opened again soon, and ever more seldom while it does not hold', () => {
  expect([0, 1, 4, 5, 50].map(failures => listenAgainAfter(failures, dice(0.5)))).toEqual([2_000, 4_000, 32_000, 60_000, 60_000]);
  expect([listenAgainAfter(0, dice(0)), listenAgainAfter(0, dice(1))]).toEqual([1_000, 3_000]);
});
