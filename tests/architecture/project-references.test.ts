/** The compiler refuses a wrong-way import by itself: the product's own tsconfig files, over a small tree with one seeded. */
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PROJECTS = ['domain', 'sync-protocol', 'client', 'server'] as const;
const ALIAS = {domain: '#domain', 'sync-protocol': '#protocol', client: '#client', server: '#server'} as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'llwybr-projects-'));
  const {type, imports} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {type: string; imports: object};
  writeFileSync(join(folder, 'package.json'), JSON.stringify({name: 'seeded', type, imports}));
  mkdirSync(join(folder, 'node_modules', '@types'), {recursive: true});
  for (const name of ['@types/node', 'vite']) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  for (const project of PROJECTS) {
    mkdirSync(join(folder, 'src', project), {recursive: true});
    cpSync(join(ROOT, 'src', project, 'tsconfig.json'), join(folder, 'src', project, 'tsconfig.json'));
    writeFileSync(join(folder, 'src', project, 'thing.ts'), `export const thing = '${project}';\n`);
  }
  cpSync(join(ROOT, 'src', 'tsconfig.base.json'), join(folder, 'src', 'tsconfig.base.json'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({files: [], references: PROJECTS.map(project => ({path: `src/${project}`}))}),
  );
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** What the compiler says of one import from one project of another; nothing when it is allowed. */
function compile(from: string, target: string): string {
  const seed = join(folder, 'src', from, 'seed.ts');
  writeFileSync(seed, `import {thing} from '${target}';\nexport const seeded = thing;\n`);
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return (error as {stdout: string}).stdout;
  } finally {
    rmSync(seed);
  }
}

describe.each([
  ['domain', []],
  ['sync-protocol', ['domain']],
  ['client', ['domain', 'sync-protocol']],
  ['server', ['domain', 'sync-protocol']],
] as const)('%s', (from, allowed: readonly string[]) => {
  test.each(PROJECTS.filter(project => project !== from))(
    'and %s',
    project => {
      const said = compile(from, `${ALIAS[project]}/thing.ts`);
      expect(/error TS6307|error TS6059/.test(said)).toBe(!allowed.includes(project));
      expect(said === '').toBe(allowed.includes(project));
    },
    30_000,
  );
});

test('relative paths are no way round it', () => {
  expect(compile('domain', '../server/thing.ts')).toMatch(/error TS6307/);
}, 30_000);
