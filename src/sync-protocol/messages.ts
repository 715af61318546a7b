/**
 * The three exchanges of sync: hello, push, pull. Every answer carries the epoch; a client that meets another epoch
 * stops and starts over [E1]. Bodies of records are checked by the domain's own schemas on both sides.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '#domain/shared/calendar-date.ts';
import {instantSchema} from '#domain/shared/fields.ts';
import {idSchema} from '#domain/shared/ids.ts';
import {AUTHORITY_COMPARTMENTS, COMPARTMENTS} from '#domain/shared/record.ts';
import {answerSchema, opSchema, OPS_PER_PUSH} from './ops.ts';

export const PROTOCOL = 1;
const count = z.int().check(z.minimum(0));
const cursor = count;
/** Whose vault is asking [P9]. A device of before this was said is known by its client alone. */
const account = z.optional(idSchema);

export const helloRequestSchema = z.object({
  protocol: z.literal(PROTOCOL),
  client: idSchema,
  account,
  epoch: z.nullable(idSchema),
  cursor,
  nextSeq: z.int().check(z.minimum(1)),
  deviceNow: instantSchema,
  /** What this device holds that is not settled: pieces of work not sent yet, and answers that its user has to see to. */
  waiting: z.optional(z.object({unsent: count, attention: count})),
});
export const helloAnswerSchema = z.object({
  epoch: idSchema,
  lastSeq: z.int(),
  serverNow: instantSchema,
  leaseUntil: instantSchema,
  /** Up to which version a verified backup of this epoch holds everything [E6]. */
  safeVersion: z.optional(count),
});

export const pushRequestSchema = z.object({
  protocol: z.literal(PROTOCOL),
  client: idSchema,
  account,
  epoch: idSchema,
  deviceNow: instantSchema,
  ops: z.array(opSchema).check(z.minLength(1), z.maxLength(OPS_PER_PUSH)),
});
export const pushAnswerSchema = z.object({
  epoch: idSchema,
  version: z.int(),
  lastSeq: z.int(),
  serverNow: instantSchema,
  answers: z.array(answerSchema),
});

export const viewSchema = z.object({scope: idSchema, grant: idSchema, done: z.boolean(), pageKey: z.nullable(z.string())});
export type View = z.infer<typeof viewSchema>;

/** Records come as they are, with what a newer server keeps in them: a device that left it out would hold something else [D1]. */
export const headSchema = z.looseObject({
  ops: z.array(idSchema),
  value: z.unknown(),
  author: idSchema,
  device: z.nullable(idSchema),
  at: z.string(),
  overtaken: z.optional(z.literal(true)),
});
export const recordSchema = z.looseObject({
  id: idSchema,
  kind: z.string(),
  scope: idSchema,
  person: z.nullable(idSchema),
  data: z.record(z.string(), z.unknown()),
  heads: z.record(z.string(), z.array(headSchema)),
  made: z.looseObject({
    author: idSchema,
    device: z.nullable(idSchema),
    at: z.string(),
    op: idSchema,
    original: z.optional(z.looseObject({by: z.nullable(z.string()), on: z.nullable(z.string())})),
  }),
});

/** One change of a scope: the record as it is now, or that it has left the scope. */
export const changeSchema = z.object({scope: idSchema, id: idSchema, version: z.int(), record: z.nullable(recordSchema)});
export type Change = z.infer<typeof changeSchema>;

export const grantedScopeSchema = z.object({
  scope: idSchema,
  grant: idSchema,
  person: z.nullable(idSchema),
  compartment: z.enum([...COMPARTMENTS, ...AUTHORITY_COMPARTMENTS]),
  until: z.nullable(calendarDateSchema),
});
export type GrantedScope = z.infer<typeof grantedScopeSchema>;

export const pullRequestSchema = z.object({
  protocol: z.literal(PROTOCOL),
  client: idSchema,
  account,
  epoch: idSchema,
  cursor,
  views: z.array(viewSchema),
});
export const pullAnswerSchema = z.object({
  epoch: idSchema,
  version: z.int(),
  lastSeq: z.int(),
  /** Scopes no longer granted: their records go [V1]. Scopes newly granted, or granted anew: replace, never merge [V2]. */
  drop: z.array(idSchema),
  add: z.array(grantedScopeSchema),
  changes: z.array(changeSchema),
  /** Keyset page of each scope still loading; null when the scope is complete. */
  pages: z.array(z.object({scope: idSchema, pageKey: z.nullable(z.string())})),
  cursor,
  complete: z.boolean(),
});
export type HelloRequest = z.infer<typeof helloRequestSchema>;
export type HelloAnswer = z.infer<typeof helloAnswerSchema>;
export type PushRequest = z.infer<typeof pushRequestSchema>;
export type PushAnswer = z.infer<typeof pushAnswerSchema>;
export type PullRequest = z.infer<typeof pullRequestSchema>;
export type PullAnswer = z.infer<typeof pullAnswerSchema>;

/** Something changed. `within`: milliseconds, of which each device waits a random part, when many are told at once. */
export const pokeSchema = z.object({version: count, within: z.optional(count)});
export type Poke = z.infer<typeof pokeSchema>;

/** A whole file, opened online by somebody who holds it on demand; nothing of it is kept on the device. */
export const fileAnswerSchema = z.object({person: idSchema, records: z.array(recordSchema), scopes: z.array(grantedScopeSchema)});
export type FileAnswer = z.infer<typeof fileAnswerSchema>;
