/**
 * Wire shapes of settling what an import left to a person. They carry case content, so only who may settle gets them.
 * A group is what one decision can serve; its `mark` says which state of it somebody looked at.
 */
import * as z from 'zod/mini';
import {instantSchema, lineSchema, textSchema} from '#domain/shared/fields.ts';
import {idSchema} from '#domain/shared/ids.ts';

export const importGroupSchema = z.object({
  id: idSchema,
  mark: z.string(),
  /** held: nothing of the row is in the records. question: the row is, without one column. set_aside: decided, and can be taken up. */
  kind: z.enum(['held', 'question', 'set_aside']),
  file: z.string(),
  reason: z.string(),
  column: z.nullable(z.string()),
  /** The same cell in all rows of the group, where one answer serves them all. */
  value: z.nullable(z.string()),
  /** The rows wait for another: their person's, their plan's. */
  because: z.nullable(z.enum(['person', 'plan'])),
  rows: z.int(),
});
export type ImportGroup = z.infer<typeof importGroupSchema>;

export const importListSchema = z.object({groups: z.array(importGroupSchema), importedAt: z.nullable(instantSchema)});
export type ImportList = z.infer<typeof importListSchema>;

/** How a cell is read: what a screen asks with. */
const readingSchema = z.enum(['date', 'list', 'staff', 'flag', 'money', 'number', 'text', 'line']);
export const importCellSchema = z.object({
  /** Null for a column that the importer does not know; `heading` is the old system's own. */
  column: z.nullable(z.string()),
  heading: z.string(),
  text: z.string(),
  /** What a person wrote in its place since. */
  corrected: z.nullable(z.string()),
  /** What the importer reads in it: a date, a code, pence, true or false, words; null where it reads nothing. */
  read: z.nullable(z.string()),
  reading: readingSchema,
  /** Of a list: its name, and the codes with what is written for each. */
  list: z.nullable(z.string()),
  choices: z.array(z.object({code: z.string(), written: z.string()})),
});
export type ImportCell = z.infer<typeof importCellSchema>;

export const importRowSchema = z.object({
  file: z.string(),
  row: z.int(),
  /** Who it is about: the name in the same import, whether that person came in or not. */
  person: z.nullable(z.object({id: z.nullable(idSchema), name: z.string()})),
  cells: z.array(importCellSchema),
  /** The half of a pair that it cannot stand beside. */
  other: z.nullable(z.object({row: z.int(), outcome: z.string(), cells: z.array(importCellSchema)})),
  history: z.array(
    z.object({at: instantSchema, holder: idSchema, kind: z.string(), words: z.nullable(z.string()), values: z.array(z.string())}),
  ),
});
export type ImportRowView = z.infer<typeof importRowSchema>;

const SETTLE_KINDS = ['correct', 'as_it_is', 'blank', 'set_aside', 'take_up', 'keep_this'] as const;
export const importGroupViewSchema = z.object({
  group: importGroupSchema,
  choices: z.array(z.enum(SETTLE_KINDS)),
  rows: z.array(importRowSchema),
  /** Rows that are not among `rows`, because an answer holds no more. */
  more: z.int(),
});
export type ImportGroupView = z.infer<typeof importGroupViewSchema>;

export const ROWS_IN_A_VIEW = 50;

export const settleRequestSchema = z.object({
  /** Made by the device: the same request again has no second effect. */
  id: idSchema,
  group: idSchema,
  mark: z.string().check(z.maxLength(100)),
  /** One row of the group, or null for all of them. */
  row: z.nullable(z.int()),
  kind: z.enum(SETTLE_KINDS),
  corrections: z.array(z.object({column: lineSchema, value: textSchema})).check(z.maxLength(60)),
  words: z.nullable(textSchema),
});
export type SettleRequest = z.infer<typeof settleRequestSchema>;

/** `still_wrong`: what was written does not mend it, and nothing was changed; `reason` says what is wrong now. */
export const settleAnswerSchema = z.object({
  refused: z.nullable(z.enum(['state_moved', 'still_wrong', 'not_possible', 'words_missing'])),
  reason: z.nullable(z.string()),
  /** Rows that came into the records by this, also those that had waited for them; rows of the request that still wait. */
  imported: z.int(),
  waiting: z.int(),
});
export type SettleAnswer = z.infer<typeof settleAnswerSchema>;
