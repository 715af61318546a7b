/** Below fifty listening devices nobody waits; from fifty on each is told within what time to act. */
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {Poke} from '#protocol/messages.ts';
import {PokeHub} from './poke-hub.ts';

const HERE = 'W06000011';
const THERE = 'W06000022';
let versions: Map<string, number>;
let hub: PokeHub;
beforeEach(() => {
  vi.useFakeTimers();
  versions = new Map([
    [HERE, 1],
    [THERE, 1],
  ]);
  hub = new PokeHub({versions: () => Promise.resolve(new Map(versions))});
});
afterEach(() => {
  hub.stop();
  vi.useRealTimers();
});

async function pokesAfterChange(devices: number, elsewhere: number): Promise<readonly Poke[]> {
  const pokes: Poke[] = [];
  for (let n = 0; n < devices; n++) hub.listen(HERE, poke => pokes.push(poke));
  for (let n = 0; n < elsewhere; n++) hub.listen(THERE, () => undefined);
  await vi.advanceTimersByTimeAsync(300);
  versions.set(HERE, 2);
  await vi.advanceTimersByTimeAsync(300);
  return pokes;
}

test('forty-nine act at once, however many listen to another authority', async () => {
  const pokes = await pokesAfterChange(49, 100);
  expect([pokes.length, pokes[0]]).toEqual([49, {version: 2}]);
});

test('fifty spread over two seconds', async () => {
  const pokes = await pokesAfterChange(50, 0);
  expect([pokes.length, pokes[49]]).toEqual([50, {version: 2, within: 2_000}]);
});
