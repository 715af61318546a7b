/** Draft of a form that is mostly words: what is kept of it, read back whatever an older version stored. */
import * as z from 'zod/mini';
import {isTooLongText, keepableWords} from './keepable-words.ts';
import type {WordsInHand} from './words-field.tsx';

const draftSchema = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});

export function readWordsDraft(stored: unknown): WordsInHand | null {
  const read = draftSchema.safeParse(stored);
  return read.success ? read.data : null;
}

/** The words as they are saved; null when nothing was written. */
export function wordsOf({text, lang}: WordsInHand): WordsInHand | null {
  const kept = keepableWords(text);
  return kept.trim() === '' ? null : {text: kept, lang};
}

export const isTooLong = ({text}: WordsInHand): boolean => isTooLongText(text);
