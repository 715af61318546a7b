/** How a device of staff asks to be woken when an alarm has come to whoever is signed in on it. */
import * as z from 'zod/mini';

/** Null: this server wakes no devices. Otherwise what the browser asks its push service for an address with. */
export const notificationKeySchema = z.object({key: z.nullable(z.string())});
export type NotificationKey = z.infer<typeof notificationKeySchema>;

const ENDPOINT_LIMIT = 1_000;
export const notificationAddressSchema = z.object({endpoint: z.string().check(z.maxLength(ENDPOINT_LIMIT))});
