/** Below fifty listening devices nobody waits; from fifty on each is told within what time to act. Who comes is told what is. */
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
  pokes.length = 0;
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

test('whoever begins to listen is told the version of now once, and of an authority that is not theirs nothing', async () => {
  const [first, second]: Poke[][] = [[], []];
  hub.listen(HERE, poke => first?.push(poke));
  await vi.advanceTimersByTimeAsync(900);
  hub.listen(HERE, poke => second?.push(poke));
  versions.set(THERE, 5);
  await vi.advanceTimersByTimeAsync(900);
  expect([first, second]).toEqual([[{version: 1}], [{version: 1}]]);
});

test('a store that does not answer delays what is told, and loses none of it', async () => {
  const pokes: Poke[] = [];
  let isDown = true;
  hub.stop();
  hub = new PokeHub({versions: () => (isDown ? Promise.reject(new Error('away')) : Promise.resolve(versions))});
  hub.listen(HERE, poke => pokes.push(poke));
  await vi.advanceTimersByTimeAsync(900);
  expect(pokes).toEqual([]);
  isDown = false;
  await vi.advanceTimersByTimeAsync(300);
  expect(pokes).toEqual([{version: 1}]);
});
