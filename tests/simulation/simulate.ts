/**
 * `npm run simulate -- --seeds 100000 --from 1`: runs schedules and checks the invariants after each. The first failing seeds
 * are made as short as they get and told step by step (not with --plain), with the steps to keep as a regression. Last line: schedules run,
 * violations.
 */
import {parseArgs} from 'node:util';
import {runSeeds, runSteps, shrink, stepsOf, type Failure} from './run-schedules.ts';

const TOLD = 3;
const {values} = parseArgs({
  options: {seeds: {type: 'string', default: '2000'}, from: {type: 'string', default: '1'}, plain: {type: 'boolean', default: false}},
});
const started = performance.now();
const failed: Failure[] = [];
const {schedules, failures, averages} = await runSeeds(Number(values.from), Number(values.seeds), failure => {
  failed.push(failure);
  process.stdout.write(`seed ${failure.seed}: ${failure.violations[0] ?? ''}\n`);
});
for (const {seed} of values.plain ? [] : failed.slice(0, TOLD)) {
  const steps = await shrink(seed, stepsOf(seed));
  const {told, violations} = await runSteps(seed, steps);
  process.stdout.write(
    `\nseed ${seed}, made short:\n${told.map(line => `  ${line}`).join('\n')}\n${violations.join('\n')}\n${JSON.stringify(steps)}\n`,
  );
}
const each = ((performance.now() - started) / schedules).toFixed(0);
process.stdout.write(`\naverages per schedule (${each} ms each):\n`);
for (const [what, average] of Object.entries(averages)) process.stdout.write(`  ${what} ${(average as number).toFixed(2)}\n`);
const empty = Object.entries(averages).filter(([, average]) => average === 0);
if (empty.length > 0) process.stdout.write(`never happened: ${empty.map(([what]) => what).join(', ')}\n`);
process.stdout.write(`${schedules} schedules run, ${failures.length} violations\n`);
process.exitCode = failures.length > 0 || empty.length > 0 ? 1 : 0;
