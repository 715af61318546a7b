/**
 * Words that a young person reads, in both languages: short sentences, everyday words, and none that young people in care
 * have asked us not to use (welsh.md 15 and 16). The measures are counts: they find a heavy text, they prove no good one.
 */
import {describe, expect, test} from 'vitest';
import {everyWord} from './locale-files.ts';

type Language = 'cy' | 'en';
/** Whole screens of theirs, and what they meet on the way there. */
const THEIRS = /^young:|^money-plan:|^together:|^details:|^sign-in:join|^common:nav\.(?:my|help)/u;
const textsOf = (language: Language) => [...everyWord(language)].filter(([key]) => THEIRS.test(key));

const sentencesOf = (text: string) =>
  text
    .replaceAll(/\{\{\w+\}\}/gu, 'X')
    .split(/(?<=[.!?])\s+/u)
    .filter(Boolean);
const wordsOf = (text: string) => text.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu) ?? [];
/** Letters that make a word long to read; the mark between two words that are said as one does not count. */
const lettersIn = (word: string) => Math.max(...word.split(/[’']/u).map(part => part.length));

const MOST_WORDS = 15;

/** LIX: words a sentence and the share of words over six letters. Under 30 is a children's book, over 40 a newspaper. */
function lix(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf).filter(sentence => wordsOf(sentence).length > 3);
  const words = sentences.flatMap(wordsOf);
  return words.length / sentences.length + (100 * words.filter(word => lettersIn(word) > 6).length) / words.length;
}

const vowelGroups = (word: string) =>
  word
    .toLowerCase()
    .replace(/e$/u, '')
    .match(/[aeiouy]+/gu)?.length ?? 1;

/** Flesch-Kincaid: the American school year; the year and five is the age. English only. */
function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf).filter(sentence => wordsOf(sentence).length > 3);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, vowelGroups(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

describe.each(['cy', 'en'] as const)('%s', language => {
  test('there is something to read', () => {
    expect(textsOf(language).length).toBeGreaterThan(120);
  });

  test(`no sentence has more than ${MOST_WORDS} words`, () => {
    const long = textsOf(language).flatMap(([key, text]) =>
      sentencesOf(text).flatMap(sentence => (wordsOf(sentence).length > MOST_WORDS ? [`${key}: ${wordsOf(sentence).length}`] : [])),
    );
    expect(long).toEqual([]);
  });

  test('reads as easily as a children’s book', () => {
    expect(lix(textsOf(language).map(([, text]) => text))).toBeLessThan(30);
  });
});

test('English is for a reading age of 11 or less', () => {
  expect(gradeOf(textsOf('en').map(([, text]) => text)) + 5).toBeLessThan(11);
});

test('the measures notice a heavy text', () => {
  const heavy =
    'The responsible authority will undertake a comprehensive assessment of the accommodation requirements identified within your pathway documentation.';
  expect(lix([heavy])).toBeGreaterThan(60);
  expect(gradeOf([heavy]) + 5).toBeGreaterThan(20);
  expect(lix(['Bydd yr awdurdod cyfrifol yn cynnal asesiad cynhwysfawr o’r gofynion llety perthnasol sydd wedi’u nodi.'])).toBeGreaterThan(
    45,
  );
});

/** welsh.md 15, left column, with what stands for it in Welsh. Homes and spending are named by lists that they see too. */
const UNKIND: Readonly<Record<Language, RegExp>> = {
  en: /\b(LAC|CLA|PDG|care leaver|leaving care|placement|unit|residential|siblings?|birth parents?|biological|foster carer|respite|care plan|NEET|abscond\w*|challenging behaviour|DNA|failed visit|not engaging|case|caseload|allocated|overdue|non-compliant|declined|refused|unsuitable|corporate parent|vulnerable|at risk)\b/iu,
  cy: /\b(PDG|LAC|ymadawr gofal|ymadawyr gofal|gadael gofal|lleoliad|uned|preswyl|rhieni biolegol|gofalwr maeth|seibiant|cynllun gofal|NEET|dianc|ymddygiad heriol|achos|llwyth achosion|neilltuo|neilltuwyd|hwyr|gwrthodwyd|anaddas|rhiant corfforaethol|agored i niwed|mewn perygl o)\b/iu,
};

test.each(['cy', 'en'] as const)('%s: none of the words that young people asked us not to use', language => {
  const found = textsOf(language).flatMap(([key, text]) => {
    const word = UNKIND[language].exec(text)?.[0];
    return word === undefined ? [] : [`${key}: ${word}`];
  });
  expect(found).toEqual([]);
});

test('the list of words bites', () => {
  expect(UNKIND.en.test('Your placement has ended')).toBe(true);
  expect(UNKIND.cy.test('Mae eich lleoliad wedi dod i ben')).toBe(true);
});
