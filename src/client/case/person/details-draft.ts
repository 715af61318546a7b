/** The draft of changed contact details: only what somebody changed is sent, with what they had seen (fields-draft.ts). */
import type {Id} from '#domain/shared/ids.ts';
import {seenOps} from '#domain/shared/record.ts';
import {fieldsOfDraft, type FieldsDraft} from '#client/forms/fields-draft.ts';
import {isTooLongLine, isTooLongText, isWrongEmail, keepableWords} from '#client/forms/keepable-words.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';

export const DETAILS = ['knownAs', 'pronouns', 'phone', 'email', 'address', 'town', 'postcode', 'speak', 'write'] as const;
/** Chosen, not written. Staff choose them in the profile. */
export const CHOSEN: readonly string[] = ['speak', 'write'];
export type Detail = (typeof DETAILS)[number];
export type DetailsDraft = FieldsDraft<Detail>;

const details = fieldsOfDraft(DETAILS);
export const readDetailsDraft = details.read;
export const changedIn = details.changed;

export const detailsOf = (record: Folded<'young-person'>): DetailsDraft =>
  details.begin(
    detail => record.data[detail] ?? '',
    detail => seenOps(record, detail),
  );

export type DetailFault = 'tooLong' | 'emailWrong';

/** Numbers and postcodes are taken as they are given: people write them in many ways, and a colleague can read them all. */
export function faultOf(detail: Detail, text: string): DetailFault | null {
  if (detail === 'address' ? isTooLongText(text) : isTooLongLine(text)) return 'tooLong';
  return detail === 'email' && isWrongEmail(text) ? 'emailWrong' : null;
}

export function detailsCommand(draft: DetailsDraft, record: Id, person: Id | null): NewCommand<'details.change'> {
  const changed = changedIn(draft);
  const kept = (text: string) => (text.trim() === '' ? null : keepableWords(text).trim());
  return {
    kind: 'details.change',
    record,
    person,
    body: Object.fromEntries(changed.map(detail => [detail, kept(draft.values[detail])])),
    bases: Object.fromEntries(changed.map(detail => [detail, draft.bases[detail]])),
  };
}
