/**
 * A duty worker's shift: from when until when they answer for the alarms that come to duty. It is a record of the authority, so
 * that colleagues see who is on duty; what comes to them is theirs to see for the shift alone (domain.md 8).
 */
import * as z from 'zod/mini';
import {millisecondsOf} from '../shared/calendar-date.ts';
import {instantSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';

export const dutyShiftKind = recordKind({
  kind: 'duty-shift',
  compartments: ['people'],
  schema: z.object({worker: idSchema, startedAt: instantSchema, endsAt: instantSchema, endedAt: z.nullable(instantSchema)}),
  fields: {worker: 'fixed', startedAt: 'fixed', endsAt: 'command', endedAt: 'command'},
});

interface Shift {
  readonly data: z.infer<typeof dutyShiftKind.schema>;
}

const endOf = ({endsAt, endedAt}: Shift['data']): number => Math.min(millisecondsOf(endsAt), millisecondsOf(endedAt ?? endsAt));

/** Whether a shift is still on at an instant. It begins when it is said to, by the server's clock: a device's may be behind it. */
export const isOn = ({data}: Shift, at: string): boolean => millisecondsOf(at) < endOf(data);

/** What was written on a shift may arrive after it: by the device's own word, and so for a day and no longer. */
const LATE_MS = 86_400_000;
export const wasWrittenOn = (shift: Shift, written: string, now: string): boolean =>
  isOn(shift, written) && millisecondsOf(now) < endOf(shift.data) + LATE_MS;

/** Who is on shift at an instant, each once. */
export function onDutyAt(shifts: readonly Shift[], at: string): readonly string[] {
  return [...new Set(shifts.filter(shift => isOn(shift, at)).map(({data}) => data.worker))];
}
