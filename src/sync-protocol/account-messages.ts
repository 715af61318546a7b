/** Wire shapes of signing in and accepting an invitation. A password is 12 characters or more; no other rule. */
import * as z from 'zod/mini';
import {roleSchema} from '#domain/access/roles.ts';
import {authorityCodeSchema} from '#domain/authority/authority.ts';
import {idSchema} from '#domain/shared/ids.ts';

export const PASSWORD_MINIMUM = 12;
const password = z.string().check(z.maxLength(1024));

export const signInSchema = z.object({signInName: z.string().check(z.minLength(1), z.maxLength(254)), password});
export const invitationSchema = z.object({token: z.string().check(z.minLength(1), z.maxLength(200))});
export const acceptSchema = z.object({token: z.string().check(z.minLength(1), z.maxLength(200)), password});

export const authorityNameSchema = z.object({code: authorityCodeSchema, cy: z.string(), en: z.string(), sample: z.boolean()});
export const sessionSchema = z.object({
  account: idSchema,
  holder: idSchema,
  role: roleSchema,
  name: z.string(),
  signInName: z.string(),
  authority: authorityNameSchema,
  /** Sent back as header x-llwybr-csrf with every change. */
  csrf: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;
/** Whose session the browser's cookie is; null: nobody's. Asking is no failure. */
export const currentSessionSchema = z.object({session: z.nullable(sessionSchema)});
export const invitationViewSchema = z.object({name: z.string(), signInName: z.string(), role: roleSchema, authority: authorityNameSchema});
export type InvitationView = z.infer<typeof invitationViewSchema>;

/**
 * A young person's sign-in name says nothing about them. Their device sends a secret made of it and their passphrase
 * (decision 012), so the server never learns the passphrase that opens the device.
 */
export const YOUNG_PERSON_SIGN_IN_NAME = /^[a-z]+-[a-z]+-\d{4}$/;

/** What an adviser reads out: it works once, for a short time, in whatever case and with or without the dash. */
export const youngPersonInvitationSchema = z.object({code: z.string(), expiresAt: z.string()});
export type YoungPersonInvitation = z.infer<typeof youngPersonInvitationSchema>;
