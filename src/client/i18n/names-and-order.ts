/**
 * Lists of names, order and search, all without the browser's own Welsh (it has none). People's names sort alike in
 * both languages so that two colleagues see one order; lists of Welsh words sort by the Welsh alphabet (welsh.md 8).
 */
import type {Language} from './language-choice.ts';

/** Base letters only: no accents, capitals, apostrophes or hyphens. "Tŷ Llŷn" and "ty llyn" are one. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´-]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function byCodePoint(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** People's names: base letters decide, then accents, so that the order never wavers. */
export function compareNames(left: string, right: string): number {
  return byCodePoint(foldForSearch(left), foldForSearch(right)) || byCodePoint(left, right);
}

const DIGRAPHS = ['ch', 'dd', 'ff', 'ng', 'll', 'ph', 'rh', 'th'];
/** Words where n and g stand for themselves; no rule finds them. */
const NOT_DIGRAPH = /bangor|bangladesh|hwngar|ungor/u;

function welshKey(text: string): string {
  let key = foldForSearch(text);
  for (const digraph of DIGRAPHS) {
    if (digraph === 'ng' && NOT_DIGRAPH.test(key)) continue;
    // ng follows g in the alphabet; the others follow their first letter. A private-use letter sorts after any other.
    key = key.replaceAll(digraph, `${digraph === 'ng' ? 'g' : digraph.slice(0, 1)}\uE000`);
  }
  return key;
}

/** Words of a list: by the Welsh alphabet in Welsh (c, ch, d, dd, ...), by plain letters in English. */
export function compareTerms(left: string, right: string, language: Language): number {
  if (language === 'en') return compareNames(left, right);
  return byCodePoint(welshKey(left), welshKey(right)) || byCodePoint(left, right);
}

/** "a" or "ac" before a name. I and Y count as vowels even when sounded as consonants; W before a vowel does not. */
function welshAnd(name: string): string {
  const start = foldForSearch(name);
  if (/^w[aeiouy]/u.test(start)) return 'a';
  return /^[aeiouwy]/u.test(start) ? 'ac' : 'a';
}

/** "Cai, Mali ac Owain". Names only: other words would have to mutate after a. */
export function listNames(names: readonly string[], language: Language): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  if (names.length === 1) return last;
  const and = language === 'cy' ? welshAnd(last) : 'and';
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}
