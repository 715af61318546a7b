/** A missing text, value or plural form is an error in tests, never a word of the other language (welsh.md 12, row 4). */
import {expect, test} from 'vitest';
import {wordsIn, type TextKey} from '../../src/client/i18n/text.ts';

test('a key that does not exist throws, though the other language is loaded too', async () => {
  await wordsIn('en');
  const {t} = await wordsIn('cy');
  expect(() => t('common:noSuchKey' as TextKey)).toThrow(/no text for common:noSuchKey/u);
});

test('a value that was not given throws', async () => {
  const {t} = await wordsIn('cy');
  expect(() => t('common:age')).toThrow(/no value for/u);
});

test('a Welsh count above ten takes its own form', async () => {
  const {t} = await wordsIn('cy');
  expect([10, 11, 25].map(count => t('counts:youngPerson', {count}))).toEqual(['10 person ifanc', '11 o bobl ifanc', '25 o bobl ifanc']);
});
