/**
 * The draft of changed details: what stood in each field when the form opened, and by which ops, so that only what somebody
 * changed is sent, and what came in meanwhile is not taken for seen.
 */
import {readAs} from '#client/features/use-draft.ts';
import * as z from 'zod/mini';
import {TEXT_LIMIT_BYTES} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import {seenOps} from '#domain/shared/record.ts';
import {isTooLongLine, isTooLongText, keepableWords} from '#client/features/keepable-words.ts';
import type {Folded, NewCommand} from '#client/vault/contract.ts';

export const DETAILS = ['knownAs', 'pronouns', 'phone', 'email', 'address', 'town', 'postcode'] as const;
export type Detail = (typeof DETAILS)[number];

const textsSchema = z.record(z.enum(DETAILS), z.string().check(z.maxLength(TEXT_LIMIT_BYTES * 2)));
const draftSchema = z.object({opened: textsSchema, values: textsSchema, bases: z.record(z.enum(DETAILS), z.array(z.string()))});
export type DetailsDraft = z.infer<typeof draftSchema>;

export const readDetailsDraft = readAs(draftSchema);

const ofEach = <Value>(make: (detail: Detail) => Value) =>
  Object.fromEntries(DETAILS.map(detail => [detail, make(detail)])) as Record<Detail, Value>;

export function detailsOf(record: Folded<'young-person'>): DetailsDraft {
  const opened = ofEach(detail => record.data[detail] ?? '');
  return {opened, values: opened, bases: ofEach(detail => seenOps(record, detail))};
}

export const changedIn = ({opened, values}: DetailsDraft): readonly Detail[] =>
  DETAILS.filter(detail => values[detail].trim() !== opened[detail].trim());

export type DetailFault = 'tooLong' | 'emailWrong';

/** Numbers and postcodes are taken as they are given: people write them in many ways, and a colleague can read them all. */
export function faultOf(detail: Detail, text: string): DetailFault | null {
  if (detail === 'address' ? isTooLongText(text) : isTooLongLine(text)) return 'tooLong';
  const email = text.trim();
  return detail === 'email' && email !== '' && !/^\S+@\S+$/u.test(email) ? 'emailWrong' : null;
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
