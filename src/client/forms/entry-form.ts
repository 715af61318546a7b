/** What a form about a person's file is: its fields, what stands in them when it opens, and the commands that it becomes. */
import type {ComponentType} from 'react';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Action} from '#domain/access/permissions.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {KindCode} from '#domain/record-kinds.ts';
import type {TextKey} from '#client/i18n/text.ts';
import type {Folded, MemoryStore, NewCommand, OpenVault} from '#client/vault/contract.ts';
import type {Entry} from './entry.ts';

/** Whose words a form takes: of the profile, of homes. */
export type FormWords = 'profile' | 'home';

/** The keys of the words of a set of forms, by the name of a form or of a field's label; hints and intros need not be there. */
export interface FormKeys {
  /** What the window says of any of them. */
  readonly window: TextKey;
  readonly form: (name: string) => string;
  readonly intro: (name: string) => string;
  readonly field: (label: string) => string;
  readonly hint: (label: string) => string;
}

export interface EntryField {
  readonly name: string;
  /** amount: pounds. count: a whole number. checks: several of the choices. */
  readonly as: 'line' | 'tel' | 'email' | 'text' | 'words' | 'date' | 'radio' | 'select' | 'amount' | 'count' | 'checks';
  /** Its words: `<words>:field.<label>`, the hint and the sentence for when it is missing beside them. Its name when not said. */
  readonly label?: string;
  readonly needed?: boolean | ((entry: Entry) => boolean);
  /** Of a count, the most that can be. */
  readonly most?: number;
  readonly choices?: (entry: EntryContext) => readonly {readonly value: string; readonly label: TextKey | {readonly written: string}}[];
  /** Asked only when something else was answered so. */
  readonly when?: (entry: Entry) => boolean;
}

export interface EntryContext {
  readonly vault: OpenVault;
  readonly person: Id;
  readonly own: Folded<'young-person'>;
  /** What is being changed; null when the form makes something new. */
  readonly record: DomainRecord | null;
  /** What the address names beside the form: a record's id, or a code. */
  readonly of: string;
  readonly today: CalendarDate;
  readonly language: 'cy' | 'en';
}

export interface EntryForm {
  readonly action: Action;
  /** The kind that its record must be of; without one the form makes something new. */
  readonly changes?: KindCode;
  /** Saving it is a step in itself: what stands in the fields when it opens may be saved as it is. */
  readonly isStep?: true;
  /** Finds its record by something else than an id: null where there is none yet, undefined where the address is wrong. */
  readonly find?: (memory: MemoryStore, person: Id, of: string, today: CalendarDate) => DomainRecord | null | undefined;
  /** Its heading where the form’s own name does not tell enough. */
  readonly title?: (context: EntryContext) => TextKey;
  readonly fields: readonly EntryField[];
  /** What stands in the fields when the form opens: nothing where it does not say. */
  readonly begin: (context: EntryContext) => Readonly<Record<string, unknown>>;
  readonly commands: (entry: Entry, context: EntryContext) => readonly NewCommand[];
  /** By code and field, or by code alone: what the domain refuses, in the words of this form. */
  readonly refusals?: Readonly<Record<string, TextKey>>;
  /** What it is about, where somebody cannot answer without having it in view. */
  readonly Above?: ComponentType<{readonly context: EntryContext}>;
  /** What comes of it, before it is saved. */
  readonly Preview?: ComponentType<{readonly entry: Entry; readonly context: EntryContext}>;
}

/** A command with its kind's own body, in a list of any. */
export const send = <Code extends NewCommand['kind']>(command: NewCommand<Code>): NewCommand => command;

/** Forms that lead back to one screen. */
export interface FormSet {
  /** The first part of the keys of its drafts, as `today/draft-places.ts` reads them. */
  readonly name: FormWords;
  readonly keys: FormKeys;
  readonly forms: Readonly<Record<string, EntryForm>>;
  /** Where one of them leads back to. */
  readonly back: (person: Id, record: DomainRecord | null) => string;
}
