/**
 * A young person's first screen finds its words in the file that is loaded before it is drawn: everything else that they
 * read waits in young-page.json, and in young-fund.json what is about their money (first-load.spec.ts). A text that stood in the wrong file would be empty on a phone.
 */
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {words} from './locale-files.ts';

const CLIENT = join(import.meta.dirname, '../../src/client');
/** Screens that are opened with the words of the first alone. */
const FIRST = ['features/young/home-page.tsx'];

/** The file and all that it imports at once: what is only asked for later brings its own words. */
function reached(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^;]*? from '([^']+)';/gmu))
    if (from.startsWith('#client/')) reached(join(CLIENT, from.slice('#client/'.length)), seen);
    else if (from.startsWith('.')) reached(join(dirname(file), from), seen);
  return seen;
}

const used = (key: RegExp): readonly string[] => [
  ...new Set(
    FIRST.flatMap(file => [...reached(join(CLIENT, file))]).flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(key)].map(([, name = '']) => name),
    ),
  ),
];

test.each(['cy', 'en'] as const)('%s: every text of the first screen is in the first file', language => {
  const first = Object.keys(words(language, 'young.json'));
  const later = ['young-page.json', 'young-fund.json', 'young-evaluation.json'].flatMap(file => Object.keys(words(language, file)));
  expect(new Set(later).size).toBe(later.length);
  const named = used(/'young:([\w.-]+)'/gu);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(key => !first.includes(key))).toEqual([]);
  const prefixes = used(/`young:([\w.-]+)\$\{/gu);
  expect(prefixes).toContain('status.');
  expect(prefixes.filter(prefix => !first.some(key => key.startsWith(prefix)) || later.some(key => key.startsWith(prefix)))).toEqual([]);
  expect(first.filter(key => later.includes(key))).toEqual([]);
  const codes = Object.keys(words(language, 'codes.json'));
  expect(used(/[`']codes:([\w-]+)\./gu).filter(list => !codes.some(code => code.startsWith(`${list}.`)))).toEqual([]);
});
