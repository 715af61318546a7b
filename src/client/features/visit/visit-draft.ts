/** A day, a time and a place of a planned visit as they are typed. */
import * as z from 'zod/mini';

export const dayAndTime = z.object({
  on: z.object({day: z.string(), month: z.string(), year: z.string()}),
  at: z.object({hour: z.string(), minute: z.string()}),
});
