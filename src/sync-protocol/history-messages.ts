/** What the server tells of a record's past: each state it was put in, and who looked at a person's file. */
import * as z from 'zod/mini';
import {ROLES} from '#domain/access/roles.ts';
import {idSchema} from '#domain/shared/ids.ts';

export const historyAnswerSchema = z.object({
  kind: z.string(),
  person: z.nullable(idSchema),
  /** Oldest first. `by` null: the server itself or an import. */
  states: z.array(
    z.object({at: z.string(), by: z.nullable(idSchema), name: z.nullable(z.string()), data: z.record(z.string(), z.unknown())}),
  ),
});
export type HistoryAnswer = z.infer<typeof historyAnswerSchema>;

/** Newest first; a file that is kept on an adviser's device is read without asking the server, and so is not listed. */
export const looksAnswerSchema = z.object({
  looks: z.array(z.object({at: z.string(), name: z.nullable(z.string()), role: z.nullable(z.enum(ROLES))})),
});
export type LooksAnswer = z.infer<typeof looksAnswerSchema>;

/**
 * When each colleague's devices last spoke to the server and how much they then still held, over all their devices: no
 * visit is never confused with not sent yet. `unsentSince`: when the
 * quietest device that still held unsent work was last heard.
 */
export const teamAnswerSchema = z.object({
  devices: z.array(
    z.object({
      holder: idSchema,
      role: z.enum(ROLES),
      lastSeenAt: z.nullable(z.string()),
      unsent: z.int(),
      attention: z.int(),
      unsentSince: z.nullable(z.string()),
    }),
  ),
});
export type TeamAnswer = z.infer<typeof teamAnswerSchema>;
