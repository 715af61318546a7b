/** What is kept of the two forms on a plan while somebody writes: read back whatever an older version stored. */
import * as z from 'zod/mini';
import {PLAN_RESPONSES} from '#domain/pathway-plan/codes.ts';

/** The first word of each form's key; the plan is the second. */
export const OWN_WORDS = 'own-words';
export const MY_ANSWER = 'my-answer';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const seen = z.array(z.string());

const ownWordsSchema = z.object({words, rating: z.nullable(z.enum(['1', '2', '3', '4', '5', 'none'])), seenWords: seen, seenRating: seen});
export type OwnWordsDraft = z.infer<typeof ownWordsSchema>;

const myAnswerSchema = z.object({
  response: z.nullable(z.enum(PLAN_RESPONSES)),
  said: words,
  views: words,
  signature: z.nullable(z.string()),
  seenViews: seen,
});
export type MyAnswerDraft = z.infer<typeof myAnswerSchema>;

export function readOwnWordsDraft(stored: unknown): OwnWordsDraft | null {
  const read = ownWordsSchema.safeParse(stored);
  return read.success ? read.data : null;
}

export function readMyAnswerDraft(stored: unknown): MyAnswerDraft | null {
  const read = myAnswerSchema.safeParse(stored);
  return read.success ? read.data : null;
}

const written = (...texts: readonly (string | undefined)[]): readonly string[] =>
  texts.flatMap(text => (text === undefined || text.trim() === '' ? [] : [text]));

export const ownWordsTexts = (stored: unknown): readonly string[] => written(readOwnWordsDraft(stored)?.words.text);

export function myAnswerTexts(stored: unknown): readonly string[] {
  const read = readMyAnswerDraft(stored);
  return written(read?.said.text, read?.views.text);
}
