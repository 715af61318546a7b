/**
 * Wire shapes of parked work: what reached the council from somebody who could not carry it out then. The words travel
 * whole, to managers and deputies only.
 */
import * as z from 'zod/mini';
import {instantSchema, textSchema} from '#domain/shared/fields.ts';
import {idSchema} from '#domain/shared/ids.ts';

const endSchema = z.enum(['filed', 'filed_words', 'closed', 'came_by_itself']);

export const parkedItemSchema = z.object({
  op: idSchema,
  kind: z.string(),
  author: idSchema,
  authorName: z.string(),
  /** `knownAs` is null where the council has nobody of that id. */
  person: z.nullable(z.object({id: idSchema, knownAs: z.nullable(z.string())})),
  reason: z.string(),
  writtenAt: instantSchema,
  parkedAt: instantSchema,
  owner: z.nullable(idSchema),
  body: z.unknown(),
  closed: z.nullable(z.object({at: instantSchema, by: z.nullable(idSchema), as: endSchema, words: z.nullable(z.string())})),
});
export type ParkedItem = z.infer<typeof parkedItemSchema>;

/** `owners`: whom a piece of work can be handed to. */
export const parkedListSchema = z.object({items: z.array(parkedItemSchema), owners: z.array(idSchema)});
export type ParkedList = z.infer<typeof parkedListSchema>;

/** `from`: the owner that somebody saw. */
export const parkedOwnerSchema = z.object({op: idSchema, from: z.nullable(idSchema), to: z.nullable(idSchema)});
export type ParkedOwner = z.infer<typeof parkedOwnerSchema>;

export const parkedSettleSchema = z.object({
  /** Made by the device: the same request again has no second effect. */
  id: idSchema,
  op: idSchema,
  kind: z.enum(['file', 'close']),
  words: z.nullable(textSchema),
});
export type ParkedSettle = z.infer<typeof parkedSettleSchema>;

export const parkedAnswerSchema = z.object({
  refused: z.nullable(
    z.enum(['state_moved', 'owned_by_another', 'owner_unknown', 'words_missing', 'nothing_to_file', 'already_there', 'no_person']),
  ),
  as: z.nullable(endSchema),
});
export type ParkedAnswer = z.infer<typeof parkedAnswerSchema>;
