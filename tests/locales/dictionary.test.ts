/** Every Welsh word of the files is in the Welsh dictionary or on the short list beside it (welsh.md 12, row 8). */
import {expect, test} from 'vitest';
import {ALLOWED, unknownWords, wordsIn} from '../support/welsh-dictionary.ts';
import {everyWord} from './locale-files.ts';

/** What is English on purpose: the way to English, said in English (welsh.md 3). */
const ENGLISH_ON_PURPOSE = new Set(['common:language.changeToEn', 'common:language.en']);

test('the dictionary knows Welsh and does not know English', () => {
  expect(unknownWords('Mae’r cynllun wedi’i gadw; rhowch gynnig arall arni, yng Nghaerdydd.')).toEqual([]);
  expect(unknownWords('Your changes have been saved')).toEqual(['Your', 'changes', 'have', 'been', 'saved']);
  // Reading the dictionary is work, and the first to ask waits for it.
}, 30_000);

test('every word is known', () => {
  const unknown = [...everyWord('cy')].flatMap(([key, text]) =>
    ENGLISH_ON_PURPOSE.has(key) ? [] : unknownWords(text).map(word => `${key}: ${word}`),
  );
  expect(unknown).toEqual([]);
});

test('the short list holds no word that nothing needs', () => {
  const used = new Set([...everyWord('cy').values()].flatMap(wordsIn).map(word => word.toLowerCase()));
  expect([...ALLOWED].filter(word => !used.has(word))).toEqual([]);
});
