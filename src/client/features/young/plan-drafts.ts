/** What is kept of the two forms on a plan while somebody writes: read back whatever an older version stored. */
import {readAs} from '#client/forms/use-draft.ts';
import * as z from 'zod/mini';
import {PLAN_RESPONSES} from '#domain/pathway-plan/codes.ts';

/** The first word of each form's key; the plan is the second. */
export const OWN_WORDS = 'own-words';
export const MY_ANSWER = 'my-answer';

const words = z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])});
const seen = z.array(z.string());

const rating = z.nullable(z.enum(['1', '2', '3', '4', '5', 'none']));

/** `began`: what stood there when they began. Only what they changed themselves goes out, also days later. */
const ownWordsSchema = z.object({words, rating, began: z.object({words, rating}), seenWords: seen, seenRating: seen});
export type OwnWordsDraft = z.infer<typeof ownWordsSchema>;

const myAnswerSchema = z.object({
  response: z.nullable(z.enum(PLAN_RESPONSES)),
  said: words,
  views: words,
  beganViews: words,
  signature: z.nullable(z.string()),
  seenViews: seen,
});
export type MyAnswerDraft = z.infer<typeof myAnswerSchema>;

export const readOwnWordsDraft = readAs(ownWordsSchema);

export const readMyAnswerDraft = readAs(myAnswerSchema);

export const isSame = (one: OwnWordsDraft['words'], other: OwnWordsDraft['words']): boolean =>
  one.text === other.text && (one.lang === other.lang || one.text.trim() === '');

const written = (...texts: readonly (string | undefined)[]): readonly string[] =>
  texts.flatMap(text => (text === undefined || text.trim() === '' ? [] : [text]));

export function ownWordsTexts(stored: unknown): readonly string[] {
  const read = readOwnWordsDraft(stored);
  return read === null || isSame(read.words, read.began.words) ? [] : written(read.words.text);
}

export function myAnswerTexts(stored: unknown): readonly string[] {
  const read = readMyAnswerDraft(stored);
  return read === null ? [] : written(read.said.text, isSame(read.views, read.beganViews) ? undefined : read.views.text);
}
