/** What a form makes of words before they are saved: no key press is lost, and what cannot be kept is said at its field. */
import {isKeepableText} from '#domain/shared/fields.ts';

/** A line (a name) is shorter than a text. */
const LINE_LIMIT = 1_000;

/** Without NUL and halves of a character, which a paste can bring, nobody sees and no store gives back. */
export function keepableWords(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(/[\ud800-\udfff]/gu, '');
}

export function isTooLongText(text: string): boolean {
  return !isKeepableText(keepableWords(text));
}

export function isTooLongLine(text: string): boolean {
  return keepableWords(text).length > LINE_LIMIT;
}

/** An address has an at sign with something on both sides; none at all is none. */
export const isWrongEmail = (text: string): boolean => text.trim() !== '' && !/^\S+@\S+$/u.test(text.trim());
