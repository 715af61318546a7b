/**
 * The draft of a form over a record: what stood in each field when the form opened, and by which ops, so that only what
 * somebody changed is sent, and what came in meanwhile is not taken for seen. Every field is kept as the text in it.
 */
import * as z from 'zod/mini';
import {TEXT_LIMIT_BYTES} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import {readAs} from './use-draft.ts';
import type {NewCommand} from '#client/vault/contract.ts';

export interface FieldsDraft<Name extends string = string> {
  readonly opened: Readonly<Record<Name, string>>;
  readonly values: Readonly<Record<Name, string>>;
  readonly bases: Readonly<Record<Name, Id[]>>;
  /** Where the record lay and what had made its state when the form opened. */
  readonly seen?: Seen;
}

export type Seen = NonNullable<NewCommand['seen']>;

export interface FieldsOfDraft<Name extends string> {
  /** As the form opens: what stands there, and by which ops. */
  readonly begin: (textOf: (name: Name) => string, seenOf: (name: Name) => Id[], seen?: Seen) => FieldsDraft<Name>;
  /** On what stands there now: what somebody typed stays, with what they had seen of it; everything else is as it is now. */
  readonly rebase: (draft: FieldsDraft<Name>, now: FieldsDraft<Name>) => FieldsDraft<Name>;
  /** What an older version stored counts only when it has these fields and no others. */
  readonly read: (stored: unknown) => FieldsDraft<Name> | null;
  readonly changed: (draft: FieldsDraft<Name>) => readonly Name[];
}

export function fieldsOfDraft<const Name extends string>(names: readonly Name[]): FieldsOfDraft<Name> {
  const texts = z.record(z.enum(names), z.string().check(z.maxLength(TEXT_LIMIT_BYTES * 2)));
  const schema = z.object({
    opened: texts,
    values: texts,
    bases: z.record(z.enum(names), z.array(z.string())),
    seen: z.optional(z.object({scope: z.string(), state: z.string()})),
  });
  const isChanged = ({opened, values}: FieldsDraft<Name>, name: Name) => values[name].trim() !== opened[name].trim();
  const ofEach = <Value>(make: (name: Name) => Value) => Object.fromEntries(names.map(name => [name, make(name)])) as Record<Name, Value>;
  return {
    begin: (textOf, seenOf, seen) => ({opened: ofEach(textOf), values: ofEach(textOf), bases: ofEach(seenOf), ...(seen ? {seen} : {})}),
    rebase: (draft, now) => ({
      ...now,
      values: ofEach(name => (isChanged(draft, name) ? draft.values[name] : now.values[name])),
      bases: ofEach(name => (isChanged(draft, name) ? draft.bases[name] : now.bases[name])),
    }),
    read: readAs(schema) as (stored: unknown) => FieldsDraft<Name> | null,
    changed: draft => names.filter(name => isChanged(draft, name)),
  };
}
