/** Words that no screen of the app shows: the manifests with which it is installed, and the page for when it is not there. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {unknownWords} from '../support/welsh-dictionary.ts';

const PUBLIC = join(import.meta.dirname, '../../public');

interface Manifest {
  readonly lang: string;
  readonly description: string;
  readonly icons: readonly {readonly src: string}[];
  readonly shortcuts: readonly {readonly name: string; readonly url: string}[];
}
const manifest = (language: 'cy' | 'en') => JSON.parse(readFileSync(join(PUBLIC, `manifest-${language}.webmanifest`), 'utf8')) as Manifest;
const wordsOf = ({description, shortcuts}: Manifest) => [description, ...shortcuts.map(({name}) => name)];

test('both manifests are one app with the same doors, each in its own language', () => {
  const [cy, en] = [manifest('cy'), manifest('en')];
  const bare = (each: Manifest) => ({...each, lang: null, description: null, shortcuts: each.shortcuts.map(({url}) => url)});
  expect(bare(cy)).toEqual(bare(en));
  expect([cy.lang, en.lang]).toEqual(['cy', 'en']);
  expect(unknownWords(wordsOf(cy).join('. '))).toEqual([]);
  expect(wordsOf(cy).filter(words => wordsOf(en).includes(words))).toEqual([]);
  expect(cy.icons.filter(({src}) => !existsSync(join(PUBLIC, src)))).toEqual([]);
});

test('the page for when the app is not there says the same in both languages, each marked', () => {
  const page = readFileSync(join(PUBLIC, 'offline.html'), 'utf8');
  expect(page).toMatch(/<html lang="cy">/u);
  const [welsh = '', english = ''] = page.match(/<section[\s\S]*?<\/section>/gu) ?? [];
  expect([welsh.includes('lang='), english.includes('lang="en"')]).toEqual([false, true]);
  const plain = (html: string) => html.replaceAll(/<[^>]*>/gu, ' ');
  expect(unknownWords(plain(welsh))).toEqual([]);
  const elements = (html: string) => (html.match(/<(?:h2|p|a)\b/gu) ?? []).join('');
  expect(elements(welsh)).toBe(elements(english));
});
