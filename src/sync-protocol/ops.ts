/**
 * What travels up: ops, one command each, and the one durable answer that each gets. Numbers in [brackets] are the
 * rules of docs/sync-protocol.md. An op is never refused for its age, its schema or a missing right; only the envelope can be.
 */
import * as z from 'zod/mini';
import {idSchema} from '#domain/shared/ids.ts';
import {instantSchema} from '#domain/shared/fields.ts';

export const OPS_PER_PUSH = 50;
/** Characters of one op as JSON: four times what a field of text may hold. */
const OP_LIMIT = 262_144;
/** Bytes of one push. */
export const PUSH_LIMIT_BYTES = 2_097_152;

const wholeOpSchema = z.object({
  op: idSchema,
  seq: z.int().check(z.minimum(1)),
  kind: z.string().check(z.minLength(1), z.maxLength(80)),
  version: z.int().check(z.minimum(1)),
  record: idSchema,
  person: z.nullable(idSchema),
  /** Where the author believed the record was; the server uses its own, and refuses words about a record that has moved [K1]. */
  scope: z.nullable(idSchema),
  at: instantSchema,
  /** The server's time when the device last heard it, and the milliseconds since then, for the corrected time [B1]. */
  heardAt: z.optional(instantSchema),
  sinceServerMs: z.nullable(z.number()),
  bases: z.optional(z.record(z.string(), z.array(idSchema))),
  expect: z.optional(idSchema),
  after: z.optional(z.array(idSchema).check(z.maxLength(20))),
  body: z.unknown(),
});
export type Op = z.infer<typeof wholeOpSchema>;
/** Whether it can travel at all. A device sees to it before the op takes a place in the queue: behind one that cannot, all others wait. */
export const isCarried = (op: Op): boolean => JSON.stringify(op).length <= OP_LIMIT;
export const opSchema = wholeOpSchema.check(z.refine(isCarried));

export const ANSWER_STATUSES = ['applied', 'merged', 'conflict', 'rejected', 'parked'] as const;
export const answerSchema = z.object({
  op: idSchema,
  seq: z.int(),
  status: z.enum(ANSWER_STATUSES),
  code: z.optional(z.string()),
  fields: z.optional(z.array(z.string())),
});
export type Answer = z.infer<typeof answerSchema>;

/** A draft whose person is no longer held: no command, always parked for a manager [V4]. */
export const HANDED_OVER_DRAFT = 'draft.handed-over';
/** A record, or words in it, that a device held and a restored store lacks: always parked until they are known again [E5]. */
export const RECOVERED_RECORD = 'record.recovered';
