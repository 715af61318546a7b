/** Draft of a form that is mostly words: what is kept of it, read back whatever an older version stored. */
import {readAs} from './use-draft.ts';
import * as z from 'zod/mini';
import {isTooLongText, keepableWords} from './keepable-words.ts';
import type {WordsInHand} from './words-field.tsx';

const draftSchema = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});

export const readWordsDraft = readAs(draftSchema);

/** The words as they are saved; null when nothing was written. */
export function wordsOf({text, lang}: WordsInHand): WordsInHand | null {
  const kept = keepableWords(text);
  return kept.trim() === '' ? null : {text: kept, lang};
}

export const isTooLong = ({text}: WordsInHand): boolean => isTooLongText(text);

/** What stands in a field, to be written on; what no language was stated for is taken to be in that of the screen. */
export function wordsInHand(value: {readonly text: string; readonly lang: string} | null | undefined, language: 'cy' | 'en'): WordsInHand {
  const lang = value?.lang;
  return {text: value?.text ?? '', lang: lang === 'cy' || lang === 'en' || lang === 'mixed' ? lang : language};
}
