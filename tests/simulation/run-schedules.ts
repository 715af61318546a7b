/** Running schedules: one by its steps, many by their seeds, and a failing one made as short as it gets. */
import {violationsOf} from './invariants.ts';
import {makeSteps} from './make-steps.ts';
import {NO_COUNTS, Schedule, type Counts, type Step} from './schedule.ts';
import {Seeded} from './seeded.ts';

export interface Run {
  readonly violations: readonly string[];
  readonly told: readonly string[];
  readonly counts: Counts;
}

export async function runSteps(seed: number, steps: readonly Step[]): Promise<Run> {
  const schedule = new Schedule(seed);
  await schedule.open();
  await schedule.run(steps);
  await schedule.settle();
  schedule.countOps();
  return {violations: await violationsOf(schedule), told: schedule.told, counts: schedule.counts};
}

export const stepsOf = (seed: number): Step[] => makeSteps(new Seeded(seed));

/** Leaves out whatever can be left out so that it still fails: halves first, then single steps. */
export async function shrink(seed: number, steps: readonly Step[]): Promise<readonly Step[]> {
  let kept = [...steps];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length;) {
      const shorter = [...kept.slice(0, start), ...kept.slice(start + size)];
      if ((await runSteps(seed, shorter)).violations.length > 0) kept = shorter;
      else start += size;
    }
  }
  return kept;
}

export interface Failure {
  readonly seed: number;
  readonly violations: readonly string[];
}

export interface Summary {
  readonly schedules: number;
  readonly failures: readonly Failure[];
  /** Averages per schedule: a run in which one of them is 0 proves nothing of it. */
  readonly averages: Counts;
}

export async function runSeeds(from: number, seeds: number, onFailure: (failure: Failure) => void = () => undefined): Promise<Summary> {
  const failures: Failure[] = [];
  const sums: Counts = {...NO_COUNTS};
  for (let seed = from; seed < from + seeds; seed++) {
    const {violations, counts} = await runSteps(seed, stepsOf(seed));
    for (const key of Object.keys(sums) as (keyof Counts)[]) sums[key] += counts[key];
    if (violations.length === 0) continue;
    failures.push({seed, violations});
    onFailure({seed, violations});
  }
  const averages = Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, sum / seeds])) as unknown as Counts;
  return {schedules: seeds, failures, averages};
}
