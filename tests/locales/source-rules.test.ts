/**
 * What the sources must not do if both languages are to be equal (welsh.md rule 10 and section 12, row 4): no browser
 * locale, no native widget that speaks the browser's language, no sentence glued from pieces, no word outside locales/.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {everyWord, PLURAL_ENDING} from './locale-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const sources = readdirSync(join(ROOT, 'src/client'), {recursive: true, encoding: 'utf8'})
  .map(file => `src/client/${file.replaceAll('\\', '/')}`)
  .filter(file => /\.tsx?$/u.test(file) && !/\.(test|test-support)\.tsx?$/u.test(file))
  .toSorted();
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly example: string;
  readonly allowedIn?: RegExp;
}

const RULES: readonly Rule[] = [
  {
    name: 'Intl and toLocale outside the calendar of Wales',
    pattern: /\bIntl\.|\.toLocale(?:Date|Time)?String\(/u,
    example: 'new Intl.DateTimeFormat("cy")',
    // Plural rules alone are right in every browser (welsh.md 7).
    allowedIn: /^src\/client\/i18n\/counted-form\.ts$/u,
  },
  {
    name: 'native date, time and month pickers',
    pattern: /type="(?:date|time|month|week|datetime-local)"/u,
    example: '<input type="date" />',
  },
  {
    name: 'required and pattern bubbles of the browser',
    pattern: /<(?:input|textarea|select)[^>]*\s(?:required|pattern=)/u,
    example: '<input id="a" required />',
  },
  {
    name: 'browser dialogues',
    pattern: /(?:^|[^.\w])(?:confirm|alert|prompt)\(|window\.(?:confirm|alert|prompt)\(/mu,
    example: 'if (confirm(sure)) go()',
  },
  {name: 'sentences glued from two texts', pattern: /\bt\([^()]*\)\s*\+|\+\s*t\(|\$\{t\([^()]*\)\}[^`]*\$\{t\(/u, example: 't(a) + t(b)'},
  {name: 'a general yes or no', pattern: /t\('[\w-]+:(?:yes|no)'\)/u, example: "t('common:yes')"},
  {
    name: 'a visible word in an attribute',
    pattern: /\b(?:aria-label|placeholder|title|label|hint|summary)="[^"]*[A-Za-z]{2}/u,
    example: '<nav aria-label="Menu">',
  },
  {
    name: 'plain browser storage outside the choice of language',
    pattern: /\b(?:localStorage|sessionStorage)\b/u,
    example: 'localStorage.setItem(a, b)',
    allowedIn: /^src\/client\/i18n\/language-choice\.ts$/u,
  },
];

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
});

describe.each(RULES)('$name', ({pattern, example, allowedIn}) => {
  test('bites on its own example', () => {
    expect(pattern.test(example)).toBe(true);
  });

  test('is found nowhere', () => {
    const found = sources.filter(
      file => !(allowedIn?.test(file) ?? false) && pattern.test(withoutComments(readFileSync(join(ROOT, file), 'utf8'))),
    );
    expect(found).toEqual([]);
  });
});

test('every text is used by a screen', () => {
  const code = sources.map(file => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  const prefixes = [...code.matchAll(/`([\w-]+:[\w.-]*)\$\{/gu)].map(([, prefix = '']) => prefix);
  const unused = [...everyWord('en').keys()]
    .filter(key => !/^(?:codes|counts):/u.test(key))
    .map(key => key.replace(PLURAL_ENDING, ''))
    .filter(key => !code.includes(`'${key}'`) && !prefixes.some(prefix => key.startsWith(prefix)));
  expect([...new Set(unused)]).toEqual([]);
});
