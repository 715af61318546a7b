/** What is true of the product's files as a whole: lists are complete, answers of tests stay in tests, headers say why. */
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {describe, expect, test} from 'vitest';
import {COMMANDS} from '#domain/commands.ts';
import {RECORD_KINDS} from '#domain/record-kinds.ts';
import {migrationFiles} from '#server/db/migrate.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const files = readdirSync(join(ROOT, 'src'), {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile())
  .map(entry => relative(ROOT, join(entry.parentPath, entry.name)));
const sources = files.filter(path => /\.tsx?$/.test(path));
const product = sources.filter(path => !/\.(test|test-support)\.tsx?$/.test(path));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('there is a product to look at', () => {
  expect(product.length).toBeGreaterThan(150);
});

test('no product code knows the answers of the tests, or reads anything of theirs', () => {
  expect(product.filter(path => /expected\.json|fixtures\/|\.\.\/tests\/|vitest/.test(textOf(path)))).toEqual([]);
});

test('every kind of record and every command that the domain declares is in its list, and the other way round', () => {
  const declared = (call: string) =>
    product
      .filter(path => path.startsWith('src/domain/'))
      .flatMap(path => [...textOf(path).matchAll(new RegExp(`= ${call}\\(\\{\\s*kind: '([^']+)'`, 'g'))].map(([, code = '']) => code))
      .toSorted();
  expect(declared('recordKind')).toEqual(Object.keys(RECORD_KINDS).toSorted());
  expect(declared('commandKind')).toEqual(Object.keys(COMMANDS).toSorted());
});

test('every file opens with what it promises', () => {
  expect(product.filter(path => !path.endsWith('.d.ts') && !/^(?:#!.*\n)?\/(?:\*\*|\/) ?/.test(textOf(path)))).toEqual([]);
});

test('names are kebab-case, and say what is in them', () => {
  const names = sources.map(path => path.slice(path.lastIndexOf('/') + 1));
  expect(names.filter(name => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*\.tsx?$/.test(name))).toEqual([]);
  expect(sources.filter(path => /\/(index|utils?|misc|helpers?|common)\.tsx?$/.test(path))).toEqual([]);
});

test('nothing is written to the console, and no lint rule is switched off for a whole product file', () => {
  expect(product.filter(path => /\bconsole\.\w+\(/.test(textOf(path)))).toEqual([]);
  expect(product.filter(path => /^\/[/*] *(?:oxlint|eslint)-disable(?!-next-line|-line)/m.test(textOf(path)))).toEqual([]);
});

describe('migrations', () => {
  /** In order, for ever: one that has run somewhere is never renamed, renumbered or taken out. */
  const MIGRATIONS = [
    '0001_foundation.sql',
    '0002_import_settling.sql',
    '0003_parked_work.sql',
    '0004_unsent_work.sql',
    '0005_identity_of_the_store.sql',
    '0006_alarms_and_safe_backups.sql',
    '0007_ledger.sql',
    '0008_evaluation_secret.sql',
    '0009_notifications.sql',
  ];
  test('are those of this list, numbered without gaps', () => {
    expect(migrationFiles().map(({name}) => name)).toEqual(MIGRATIONS);
    expect(migrationFiles().map(({number}) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });
  test('are all that lies in their folder', () => {
    expect(readdirSync(join(ROOT, 'src/server/db/migrations')).toSorted()).toEqual(MIGRATIONS);
  });
  test('name the authority in the key of every table that holds what is an authority’s', () => {
    const script = MIGRATIONS.map(name => textOf(`src/server/db/migrations/${name}`)).join('\n');
    const tables = [...script.matchAll(/create table (\w+) \(([\s\S]*?)\n\)/g)].map(([, name = '', body = '']) => ({
      name,
      key: /primary key \(([^)]*)\)/.exec(body)?.[1] ?? '',
      body,
    }));
    expect(tables.length).toBeGreaterThan(15);
    const ownedByAccount = [
      'account',
      'invitation',
      'session',
      'server_epoch',
      'authority',
      'authority_version',
      'notification_address',
      'notification_due',
      'notification_key',
    ];
    expect(tables.filter(({name, key}) => !ownedByAccount.includes(name) && !key.startsWith('authority,')).map(({name}) => name)).toEqual(
      [],
    );
  });
});
