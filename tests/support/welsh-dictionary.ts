/**
 * Whether a word is Welsh: the dictionary that Welsh spelling checkers use, and a short list of words that it lacks or
 * that are names. Words are taken out of a text as a reader sees them, without addresses and numbers.
 */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import nspell from 'nspell';

const FOLDER = dirname(createRequire(import.meta.url).resolve('dictionary-cy'));
let speller: ReturnType<typeof nspell> | undefined;

/** Right, and not in the dictionary: compounds, formal verb forms, names of schemes, and names of languages in themselves. */
export const ALLOWED: ReadonlySet<string> = new Set([
  // Dosbarth X of council tax.
  'x',
  'gwarcheidiaeth',
  'cyn-ofalwyr',
  'cyn-gydweithiwr',
  'camfanteisio',
  'gamfanteisio',
  'lled-annibynnol',
  'foyer',
  'english',
  'cyfrinymadrodd',
  'gyfrinymadrodd',
  'mewngofnodwch',
  'gellir',
  'arhoswch',
  'gyrhaeddodd',
  'llwybr',
  'meic',
  'gŵyn',
  'gadwad',
  'esempt',
  'esemptiad',
  'diystyriadau',
  // Short names of what is paid: ISA, PIP, LCA.
  'isa',
  'pip',
  'iphone',
  'ipad',
  'lca',
]);

/** Of the Latin alphabet: a name in another is a name. */
const WORD = /\p{Script=Latin}+(?:['-]\p{Script=Latin}+)*/gu;
/** Short forms that lean on the word before: mae’n, a’i, i’ch, o’r. */
const LEANING = /'(?:n|r|i|w|u|m|ch|th|ll|d)$/u;

/** Words of a text in the order in which they stand; addresses, e-mails, codes and placeholders are no words. */
export function wordsIn(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .replaceAll('’', "'")
    .replaceAll(/\{\{\w+\}\}|https?:\S+|\S+@\S+|\S*\d\S*/gu, ' ');
  return (plain.match(WORD) ?? []).map(word => word.replace(LEANING, ''));
}

export function isWelsh(word: string): boolean {
  speller ??= nspell(readFileSync(join(FOLDER, 'index.aff')), readFileSync(join(FOLDER, 'index.dic')));
  const lower = word.toLowerCase();
  return ALLOWED.has(lower) || speller.correct(word) || speller.correct(lower);
}

export function unknownWords(text: string): readonly string[] {
  return [...new Set(wordsIn(text).filter(word => !isWelsh(word)))];
}
