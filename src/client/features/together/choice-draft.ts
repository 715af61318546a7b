/**
 * The draft of a choice between versions: the versions that were on the screen when it opened, so that what is saved takes
 * the place of those and of no others, and what somebody is writing instead of them.
 */
import {readAs} from '#client/forms/use-draft.ts';
import * as z from 'zod/mini';
import type {Head} from '#domain/shared/record.ts';
import {isWords} from '#client/case/records/version-words.tsx';
import type {WordsInHand} from '#client/forms/words-field.tsx';
import type {Clash} from '#client/vault/contract.ts';

export type FieldRecord = Clash['record'];

const headSchema = z.object({
  ops: z.array(z.string()),
  value: z.unknown(),
  author: z.string(),
  device: z.nullable(z.string()),
  at: z.string(),
});

const draftSchema = z.object({
  /** Whose file it is: a draft about somebody whose file is no longer held leaves the device with it. */
  person: z.nullable(z.string()),
  seen: z.array(headSchema),
  writing: z.boolean(),
  text: z.string(),
  lang: z.enum(['cy', 'en', 'mixed']),
});
export interface ChoiceDraft extends WordsInHand {
  readonly person: string | null;
  readonly seen: readonly Head[];
  readonly writing: boolean;
}

export const readChoiceDraft = readAs(draftSchema);

const isSeen = ({ops}: Head, seen: readonly Head[]) => seen.some(other => other.ops.some(op => ops.includes(op)));

/** What has come since, and whether something that was seen stands no longer: somebody else has chosen or written. */
export function changesSince(seen: readonly Head[], now: readonly Head[]): {readonly arrived: readonly Head[]; readonly hasMoved: boolean} {
  return {arrived: now.filter(head => !isSeen(head, seen)), hasMoved: seen.some(head => !isSeen(head, now))};
}

/** All versions one under the other, each once; in one language where all are. */
export function bothTogether(heads: readonly Head[], language: 'cy' | 'en'): WordsInHand {
  const versions = heads
    .map(({value}) => (isWords(value) ? value : {text: typeof value === 'string' ? value : '', lang: 'not_stated' as const}))
    .filter(({text}) => text.trim() !== '');
  const langs = new Set(versions.flatMap(({lang}) => (lang === 'not_stated' ? [] : [lang])));
  const [only] = langs;
  return {text: [...new Set(versions.map(({text}) => text.trim()))].join('\n\n'), lang: langs.size > 1 ? 'mixed' : (only ?? language)};
}
