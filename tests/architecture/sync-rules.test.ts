/**
 * Each rule of docs/sync-protocol.md is switched off by `npm run simulate:mutations`, and what that switches off is still in
 * the source, once. The simulator stands on the very modules that the app and the server are made of.
 */
import {readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {expect, test} from 'vitest';
import {MUTATIONS} from '../simulation/mutations.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('every rule of the protocol is among the mutations, and no other', () => {
  const rules = new Set([...read('docs/sync-protocol.md').matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gmu)].map(([, rule]) => rule));
  expect(new Set(MUTATIONS.map(({rule}) => rule))).toEqual(rules);
});

test('what a mutation switches off is there exactly once', () => {
  const wrong = MUTATIONS.filter(({file, find}) => read(file).split(find).length !== 2).map(({rule, off}) => `${rule}: ${off}`);
  expect(wrong).toEqual([]);
});

test('a direct test that a mutation names is there', () => {
  const wrong = MUTATIONS.flatMap(({rule, noticedBy}) =>
    noticedBy === 'sim' ||
    read(noticedBy.test).includes(noticedBy.named) ||
    read('tests/contract/storage-contract-suite.ts').includes(noticedBy.named)
      ? []
      : [rule],
  );
  expect(wrong).toEqual([]);
});

/** Every file of ours that a file imports, and what those import. */
function standsOn(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [entry];
  const aliases: Readonly<Record<string, string>> = JSON.parse(read('package.json')).imports;
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const [, name = ''] of read(path).matchAll(/(?:from|import\()\s*'([#.][^']+)'/gu)) {
      const alias = Object.entries(aliases).find(([from]) => name.startsWith(from.slice(0, -1)));
      const file = alias ? alias[1].slice(2, -1) + name.slice(alias[0].length - 1) : relative(ROOT, join(ROOT, dirname(path), name));
      if (/\.tsx?$/u.test(file)) open.push(file);
    }
  }
  return seen;
}

test('the simulator imports the modules that production imports', () => {
  const simulator = standsOn('tests/simulation/schedule.ts');
  const app = standsOn('src/client/app/main.tsx');
  const server = standsOn('src/server/main.ts');
  for (const file of [
    'src/client/sync/sync-cycle.ts',
    ...['vault', 'folded-memory', 'base-records', 'pulled-vault', 'pending-ops'].map(name => `src/client/vault/${name}.ts`),
    ...['decide', 'write-field', 'shared/heads', 'young-persons-commands', 'commands'].map(name => `src/domain/${name}.ts`),
  ])
    expect([file, simulator.has(file), app.has(file)]).toEqual([file, true, true]);
  for (const file of [
    ...[
      'handle-hello',
      'handle-push',
      'handle-pull',
      'decide-op',
      'publish-changes',
      'exchange',
      'corrected-time',
      'recovered-records',
    ].map(name => `src/server/sync/${name}.ts`),
    'src/domain/decide.ts',
    'src/domain/commands.ts',
  ])
    expect([file, simulator.has(file), server.has(file)]).toEqual([file, true, true]);
});
