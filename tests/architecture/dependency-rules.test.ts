/**
 * Imports run one way. The checker really looks at the product (it can look at nothing and report success), every
 * folder has a row in the map, and each rule bites: a tree with one bad import for each is refused for just those.
 */
import {execFileSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const MAP = createRequire(import.meta.url)(join(ROOT, '.dependency-map.cjs')) as Readonly<Record<string, readonly string[]>>;

interface Cruised {
  readonly summary: {
    readonly error: number;
    readonly totalCruised: number;
    readonly violations: readonly {readonly from: string; readonly rule: {readonly name: string; readonly severity: string}}[];
  };
}

function cruise(folder: string): Cruised {
  const program = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  return JSON.parse(
    execFileSync(process.execPath, [program, 'src', '--config', CONFIG, '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
    }),
  ) as Cruised;
}

test('the product has no violation, and the checker saw all of it', () => {
  const {summary} = cruise(ROOT);
  expect(summary.violations.map(({from, rule}) => `${rule.name}: ${from}`)).toEqual([]);
  expect(summary.error).toBe(0);
  expect(summary.totalCruised).toBeGreaterThan(150);
}, 60_000);

const foldersIn = (folder: string) =>
  readdirSync(join(ROOT, folder), {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(({name}) => name);

test('every folder of the product has a row in the map, and rows name folders as rows do', () => {
  const layers = foldersIn('src').flatMap(layer =>
    Object.hasOwn(MAP, layer) ? [layer] : foldersIn(`src/${layer}`).map(name => `${layer}/${name}`),
  );
  expect(layers.length).toBeGreaterThan(12);
  expect(layers.filter(layer => !Object.hasOwn(MAP, layer) && layer !== 'client/styles')).toEqual([]);
  const targets = Object.values(MAP)
    .flat()
    .map(target => target.split('/')[0]);
  expect(targets.filter(target => !['domain', 'sync-protocol', 'client', 'server'].includes(target ?? ''))).toEqual([]);
});

test('the map itself runs one way: nobody imports a folder that imports them, and the two sides never meet', () => {
  const rows = Object.entries(MAP);
  const reaches = (from: string, to: string) => (MAP[from] ?? []).some(target => to === target || to.startsWith(`${target}/`));
  expect(
    rows.flatMap(([from]) => rows.filter(([to]) => from < to && reaches(from, to) && reaches(to, from)).map(([to]) => `${from} and ${to}`)),
  ).toEqual([]);
  expect(
    rows.filter(([from, targets]) =>
      targets.some(
        target => (from.startsWith('client') && target.startsWith('server')) || (from.startsWith('server') && target.startsWith('client')),
      ),
    ),
  ).toEqual([]);
  expect([MAP['domain'], MAP['sync-protocol']]).toEqual([[], ['domain']]);
});

describe('each rule bites', () => {
  /** File, what it imports, and the rules that must say so; none: it is a good import. */
  const SEEDS: readonly (readonly [string, string, readonly string[]])[] = [
    ['src/server/db/store.ts', '', []],
    ['src/client/vault/door.ts', 'dexie', []],
    ['src/client/sync/cycle.ts', '#client/vault/door.ts', []],
    ['src/sync-protocol/ops.ts', '#domain/good.ts', []],
    ['src/domain/good.ts', 'zod/mini', []],
    ['src/domain/to-server.ts', '../server/db/store.ts', ['layer:domain']],
    ['src/domain/to-server-by-alias.ts', '#server/db/store.ts', ['layer:domain']],
    ['src/domain/to-protocol.ts', '#protocol/ops.ts', ['layer:domain']],
    ['src/domain/to-node.ts', 'node:fs', ['domain-imports-zod-only']],
    ['src/domain/to-package.ts', 'dexie', ['domain-imports-zod-only', 'only-in-client/vault:dexie']],
    ['src/sync-protocol/to-client.ts', '#client/vault/door.ts', ['layer:sync-protocol']],
    ['src/client/sync/to-server.ts', '#server/db/store.ts', ['layer:client/sync']],
    ['src/client/ui/to-vault.ts', '#client/vault/door.ts', ['layer:client/ui']],
    ['src/client/forms/to-feature.ts', '#client/features/contact/page.ts', ['layer:client/forms']],
    ['src/client/case/person/to-feature.ts', '#client/features/contact/page.ts', ['layer:client/case']],
    ['src/client/features/person/page.ts', '#client/features/contact/page.ts', ['no-cross-feature']],
    ['src/client/features/contact/page.ts', '#domain/good.ts', []],
    ['src/client/features/contact/keeps-by-itself.ts', 'dexie', ['only-in-client/vault:dexie']],
    ['src/server/http/to-client.ts', '#client/vault/door.ts', ['layer:server/http']],
    ['src/server/sync/with-driver.ts', 'pg', ['only-in-server/db:pg']],
    ['src/server/sync/to-http.ts', '../http/to-client.ts', ['layer:server/sync']],
    ['src/server/db/one.ts', './other.ts', ['no-cycles']],
    // A cycle is named once, at the file where it was found.
    ['src/server/db/other.ts', './one.ts', []],
    ['src/server/db/to-nothing.ts', './never-written.ts', ['no-unresolvable']],
    ['src/server/db/to-test.ts', './store.test.ts', ['no-import-of-tests']],
    ['src/server/db/store.test.ts', './store.ts', []],
  ];
  let folder: string;
  let cruised: Cruised;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'llwybr-rules-'));
    const {type, imports, dependencies} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      type: string;
      imports: object;
      dependencies: object;
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({name: 'seeded', type, imports, dependencies}));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const [at, [path, target]] of SEEDS.entries()) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(
        join(folder, path),
        `${target === '' ? '' : `import * as imported${at} from '${target}';\nexport const used = imported${at};\n`}export const own = ${at};\n`,
      );
    }
    cruised = cruise(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  test.each(SEEDS)('%s importing "%s": %j', (path, _target, rules) => {
    expect(
      cruised.summary.violations
        .filter(({from}) => from === path)
        .map(({rule}) => rule.name)
        .toSorted(),
    ).toEqual([...rules].toSorted());
    expect(cruised.summary.violations.filter(({rule}) => rule.severity !== 'error')).toEqual([]);
  });
});
