/** Wire shapes of the statutory extract: what is to be mended before it is made, and the file itself, in codes and without names. */
import * as z from 'zod/mini';
import {calendarDateSchema} from '#domain/shared/calendar-date.ts';
import {idSchema} from '#domain/shared/ids.ts';

export const returnViewSchema = z.object({
  year: z.string(),
  /** Of the year that still goes on: its later days are not in it yet. */
  isOpen: z.boolean(),
  people: z.int(),
  rows: z.int(),
  /** Rows of each day that is asked of, in their order. */
  points: z.array(z.object({point: z.string(), rows: z.int()})),
  bases: z.array(z.object({basis: z.string(), rows: z.int()})),
  /** Whether the authority has set a table of codes of its own. */
  hasOwnCodes: z.boolean(),
  questions: z.array(
    z.object({
      check: z.string(),
      person: idSchema,
      localId: z.string(),
      /** Null for whoever may not open a file. */
      name: z.nullable(z.string()),
      point: z.nullable(z.string()),
      on: z.nullable(calendarDateSchema),
      records: z.array(idSchema),
      where: z.string(),
    }),
  ),
});
export type ReturnView = z.infer<typeof returnViewSchema>;

export const returnExportSchema = z.object({
  year: z.string(),
  people: z.int(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type ReturnExport = z.infer<typeof returnExportSchema>;
