/**
 * Accounts of staff, for the administrator: who may sign in, as what, and when they were last heard of. With how long
 * each allocation of a young person lasts, and not whose it is: nobody who leaves leaves people behind unseen.
 */
import * as z from 'zod/mini';
import {STAFF_ROLES} from '#domain/access/roles.ts';
import {optionalDate} from '#domain/shared/fields.ts';
import {idSchema} from '#domain/shared/ids.ts';

export const staffRoleSchema = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof staffRoleSchema>;

export const staffAccountsSchema = z.object({
  accounts: z.array(
    z.object({
      holder: idSchema,
      role: staffRoleSchema,
      signInName: z.string(),
      disabled: z.boolean(),
      joined: z.boolean(),
      lastSeenAt: z.nullable(z.string()),
    }),
  ),
  allocations: z.optional(z.array(z.object({adviser: idSchema, until: optionalDate}))),
});
export type StaffAccounts = z.infer<typeof staffAccountsSchema>;

export const inviteStaffSchema = z.object({role: staffRoleSchema});
/** Shown once: the token is kept nowhere in the clear. */
export const staffInvitationSchema = z.object({token: z.string(), signInName: z.string(), expiresAt: z.string()});
export type StaffInvitation = z.infer<typeof staffInvitationSchema>;
export const switchAccountSchema = z.object({disabled: z.boolean()});
