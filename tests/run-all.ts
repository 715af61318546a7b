/**
 * `npm test`: static checks, unit, contract, simulation and browser tests, then one line over all of them. A check that
 * cannot run counts as failed; a group without tests counts as failed too.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {demandChromium} from './support/chromium.ts';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'llwybr-test-'));
let passed = 0;
let failed = 0;

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

function run(name: string, command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const started = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  const {status} = spawnSync(command, args, {cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, ...env}});
  process.stdout.write(`── ${name}: ${status === 0 ? 'passed' : 'failed'} in ${Math.round((Date.now() - started) / 1000)} s\n`);
  return status === 0;
}

function check(name: string, script: string): void {
  if (run(name, 'npm', ['run', '-s', script])) passed += 1;
  else failed += 1;
}

/** Counts from the runner's own report; a runner that failed without one failed once. */
function suite(name: string, args: readonly string[], report: string, env: Record<string, string>, read: (json: never) => Counts): void {
  const isGood = run(name, 'npx', ['--no-install', ...args], env);
  let counts: Counts = {passed: 0, failed: 0};
  try {
    counts = read(JSON.parse(readFileSync(report, 'utf8')) as never);
  } catch {
    // No report: counted below.
  }
  passed += counts.passed;
  failed += counts.failed;
  if ((!isGood && counts.failed === 0) || counts.passed + counts.failed === 0) failed += 1;
}

try {
  const chromium = demandChromium();
  for (const [name, script] of [
    ['types', 'typecheck'],
    ['lint', 'lint'],
    ['format', 'format:check'],
    ['unused code', 'unused'],
    ['build', 'build'],
    ['first-load bytes', 'size'],
  ] as const)
    check(name, script);
  const unit = join(folder, 'vitest.json');
  suite(
    'unit, contract and simulation tests',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
    unit,
    {CHROMIUM: chromium},
    ({numPassedTests, numFailedTests}: {numPassedTests: number; numFailedTests: number}) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }),
  );
  const e2e = join(folder, 'playwright.json');
  suite(
    'journeys in Chromium',
    ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    e2e,
    {CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2e},
    ({stats}: {stats: {expected: number; unexpected: number; flaky: number}}) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    }),
  );
} catch (error) {
  failed += 1;
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
if (!process.env['TEST_DATABASE_URL'])
  process.stdout.write('\nNot run: the tests on PostgreSQL (TEST_DATABASE_URL is not set); the embedded store was used instead.\n');
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
