/**
 * Paper leaves the seal: whoever prints something from a file says so in the file, also without a connection. What they may
 * see themselves tells the young person (`shared`); what was printed for staff tells those who work with them (`staff`).
 */
import * as z from 'zod/mini';
import {instantSchema, languageSchema, optionalId} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';

export const PRINTED = ['plan', 'review', 'contact', 'chronology', 'summary', 'money', 'rights', 'council_tax'] as const;
export type Printed = (typeof PRINTED)[number];

/** Whose eyes the paper is for: `them`, with nothing but what the young person sees themselves; `staff`, with what staff see. */
export const PAPER_READERS = ['them', 'staff'] as const;
export type PaperReader = (typeof PAPER_READERS)[number];

export const paperCopyKind = recordKind({
  kind: 'paper-copy',
  compartments: ['shared', 'staff'],
  schema: z.object({
    what: z.enum(PRINTED),
    /** The plan, review or contact. */
    about: optionalId,
    reader: z.enum(PAPER_READERS),
    language: languageSchema,
    printedAt: instantSchema,
  }),
  fields: {what: 'fixed', about: 'fixed', reader: 'fixed', language: 'fixed', printedAt: 'fixed'},
});
