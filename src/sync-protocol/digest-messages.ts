/**
 * Digests [D1]: after a complete pull a device says what it holds, in a few figures a scope, and hears which scopes the
 * server has otherwise. Scopes that changed since its cursor are not judged.
 */
import * as z from 'zod/mini';
import {idSchema} from '#domain/shared/ids.ts';
import {PROTOCOL} from './messages.ts';

/** Scopes of one request. */
export const DIGESTS_PER_ASK = 500;
const count = z.int().check(z.minimum(0));

export const digestsRequestSchema = z.object({
  protocol: z.literal(PROTOCOL),
  client: idSchema,
  account: z.optional(idSchema),
  epoch: idSchema,
  cursor: count,
  digests: z
    .array(z.object({scope: idSchema, count, sum: z.string().check(z.regex(/^[0-9a-f]{16}$/))}))
    .check(z.minLength(1), z.maxLength(DIGESTS_PER_ASK)),
});
export const digestsAnswerSchema = z.object({epoch: idSchema, differ: z.array(idSchema)});
export type DigestsRequest = z.infer<typeof digestsRequestSchema>;
export type DigestsAnswer = z.infer<typeof digestsAnswerSchema>;
