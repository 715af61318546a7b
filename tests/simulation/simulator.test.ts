/**
 * Schedules of the simulator, on the modules of production (docs/sync-protocol.md, Invariants). SCHEDULES and FROM choose
 * others; `npm run simulate` runs a night of them.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Step} from './schedule.ts';
import {runSeeds, runSteps, stepsOf} from './run-schedules.ts';

const SCHEDULES = Number(process.env['SCHEDULES'] ?? 2_000);
const FROM = Number(process.env['FROM'] ?? 1);

interface Regression {
  readonly name: string;
  readonly taught: string;
  readonly seed: number;
  readonly steps: readonly Step[];
}
const FOLDER = join(import.meta.dirname, 'regressions');
const regressions = readdirSync(FOLDER).map(file => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Regression);

describe('the simulator', () => {
  it(`keeps I1 to I10 in ${SCHEDULES} schedules, each with something that goes wrong`, async () => {
    const {failures, averages} = await runSeeds(FROM, SCHEDULES);
    expect(failures).toEqual([]);
    expect(Object.entries(averages).filter(([, average]) => average === 0)).toEqual([]);
    process.stdout.write(
      `per schedule: ${Object.entries(averages)
        .map(([what, average]) => `${what} ${(average as number).toFixed(2)}`)
        .join(', ')}\n`,
    );
  }, 900_000);

  it('does the same again for the same seed', async () => {
    const [once, again] = [await runSteps(7, stepsOf(7)), await runSteps(7, stepsOf(7))];
    expect(again.told).toEqual(once.told);
    expect(again.counts).toEqual(once.counts);
  });
});

describe('schedules that once failed', () => {
  for (const {name, seed, steps} of regressions)
    it(`${name}`, async () => {
      expect((await runSteps(seed, steps)).violations).toEqual([]);
    });
});
