/** [B1] When something was written, whatever the clock of the device says. */
import {describe, expect, test} from 'vitest';
import {correctedTime} from './corrected-time.ts';

const at = (time: string) => `2026-11-21T${time}:00.000Z`;
const IN_2031 = '2031-11-20T10:00:00.000Z';

describe('[B1] the time of writing', () => {
  test.each([
    ['a good clock is taken at its word', {at: at('10:00')}, at('12:00'), at('10:00')],
    ['a clock that is ahead by as much now as then is set right', {at: at('15:00')}, at('17:00'), at('10:00')],
    ['one that is behind, too', {at: '1970-01-01T00:10:00.000Z'}, '1970-01-01T02:10:00.000Z', at('10:00')],
    [
      'one that was set right in between: as the device reckoned',
      {at: IN_2031, heardAt: at('09:00'), sinceServerMs: 3_600_000},
      at('12:00'),
      at('10:00'),
    ],
    ['never before the server was last heard', {at: at('01:00'), heardAt: at('09:00'), sinceServerMs: null}, at('12:00'), at('12:00')],
    ['never after it arrived', {at: IN_2031}, at('12:00'), at('12:00')],
  ])('%s', (_what, op, deviceNow, expected) => {
    expect(correctedTime({sinceServerMs: null, ...op}, {deviceNow, receivedAt: at('12:00')})).toBe(expected);
  });
});
