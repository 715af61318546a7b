/**
 * What the server noticed that smells of a fault or an attack, for a person to see: kinds, days and counts, never whose.
 * A kind that a device does not know is still shown, as something that was noticed.
 */
import * as z from 'zod/mini';
import {instantSchema} from '#domain/shared/fields.ts';

export const ALARM_KINDS = [
  'digest_differs',
  'index_differs',
  'rolled_back',
  'op_reused',
  'client_not_yours',
  'op_failed',
  'summary_failed',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** One a kind and day, the newest first. */
export const alarmListSchema = z.object({
  alarms: z.array(z.object({kind: z.string(), firstAt: instantSchema, lastAt: instantSchema, times: z.int().check(z.minimum(1))})),
});
export type AlarmList = z.infer<typeof alarmListSchema>;
