/** What a duty worker on shift is told of the alarms with duty: whose, and how far each has come; what is in them is opened one by one. */
import * as z from 'zod/mini';
import {instantSchema} from '#domain/shared/fields.ts';
import {idSchema} from '#domain/shared/ids.ts';

export const dutyListSchema = z.object({
  /** Until when the shift of whoever asks goes; null: they are not on shift, and see nothing. */
  shift: z.nullable(instantSchema),
  /** `steps`: how much has happened to it, so that a device knows when to open it anew. */
  alarms: z.array(z.object({worry: idSchema, person: idSchema, steps: z.int()})),
});
export type DutyList = z.infer<typeof dutyListSchema>;
