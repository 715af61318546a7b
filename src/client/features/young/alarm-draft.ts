/** What is kept of an alarm while it is written, and what it is as a command. Words are never needed; what it is about is. */
import * as z from 'zod/mini';
import {WORRY_KINDS, type WorryKind} from '#domain/worry/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {readAs} from '#client/forms/use-draft.ts';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import type {Translate} from '#client/i18n/text.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import type {FormError} from '#client/ui/error-summary.tsx';

const draftSchema = z.object({
  about: z.nullable(z.enum(WORRY_KINDS)),
  words: z.object({text: z.string(), lang: z.enum(['cy', 'en', 'mixed'])}),
});
export type AlarmDraft = z.infer<typeof draftSchema>;
export const readAlarmDraft = readAs(draftSchema);
/** One begun about something else is not sent by whoever has nowhere to stay tonight: it waits, unsent, for the form that asks. */
export const alarmKey = (about: WorryKind | null): string => (about === null ? 'alarm/own' : `alarm/own/${about}`);

export function alarmFaults({about, words}: AlarmDraft, t: Translate): readonly FormError[] {
  return [
    ...(about === null ? [{field: 'about', message: t('young:alarm.about.missing')}] : []),
    ...(isTooLong(words) ? [{field: 'words', message: t('common:words.tooLong')}] : []),
  ];
}

export function alarmCommand({about, words}: AlarmDraft, person: Id, record: Id): readonly NewCommand[] {
  return about === null ? [] : [{kind: 'worry.raise', record, person, body: {about, words: wordsOf(words)}}];
}
