/**
 * `npm run simulate:mutations`: switches each rule of the protocol off, in a copy of the source, and shows who notices: how
 * many of so many schedules, or the direct test. Last line: rules switched off, and how many nobody noticed.
 */
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {MUTATIONS, type Mutation} from './mutations.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SEEDS = Number(process.env['SCHEDULES'] ?? 300);
const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'llwybr-mutations-'));

function run(command: string, args: readonly string[]): {readonly failed: boolean; readonly out: string} {
  const {status, stdout, stderr} = spawnSync(command, args, {cwd: folder, encoding: 'utf8', env: process.env, timeout: 300_000});
  return {failed: status !== 0, out: `${stdout}${stderr}`};
}

function noticed({noticedBy}: Mutation): string | null {
  if (noticedBy === 'sim') {
    const {out, failed} = run('node', ['--import', 'tsx', 'tests/simulation/simulate.ts', '--seeds', String(SEEDS), '--plain']);
    const failures = [...out.matchAll(/^seed (\d+): (\w+)/gmu)];
    if (failures.length > 0) return `${failures.length} of ${SEEDS} schedules (first: seed ${failures[0]?.[1]}, ${failures[0]?.[2]})`;
    return failed && !out.includes(' 0 violations') ? 'the simulator stops' : null;
  }
  const project = noticedBy.test.endsWith('.pg.test.ts') ? 'pg' : noticedBy.test.startsWith('src/client') ? 'dom' : 'node';
  const {failed} = run('npx', ['--no-install', 'vitest', 'run', '--project', project, noticedBy.test, '-t', noticedBy.named]);
  return failed ? `test ${noticedBy.test}${noticedBy.named && `, “${noticedBy.named}”`}` : null;
}

try {
  for (const name of ['src', 'tests', 'locales', 'docs', 'package.json', 'vite.config.ts', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name), {recursive: true});
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  let unnoticed = 0;
  const chosen = MUTATIONS.filter(({rule}) => only.length === 0 || only.includes(rule));
  for (const mutation of chosen) {
    const path = join(folder, mutation.file);
    const source = readFileSync(path, 'utf8');
    if (source.split(mutation.find).length !== 2) throw new Error(`${mutation.rule}: ${mutation.file} does not say it exactly once`);
    writeFileSync(
      path,
      source.replace(mutation.find, () => mutation.put),
    );
    const by = noticed(mutation);
    writeFileSync(path, source);
    if (by === null) unnoticed += 1;
    process.stdout.write(`${mutation.rule.padEnd(4)} ${mutation.off}\n     ${by === null ? 'NOBODY NOTICED' : `noticed by ${by}`}\n`);
  }
  process.stdout.write(`${chosen.length} rules switched off, ${unnoticed} not noticed\n`);
  process.exitCode = unnoticed > 0 ? 1 : 0;
} finally {
  rmSync(folder, {recursive: true, force: true});
}
