/**
 * A duty worker's shift: from when until when they answer for the alarms that come to duty. It is a record of the authority, so
 * that colleagues see who is on duty; what comes to them is theirs to see for the shift alone (domain.md 8).
 */
import * as z from 'zod/mini';
import type {RecordOf} from '../record-kinds.ts';
import {instantSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';

export const dutyShiftKind = recordKind({
  kind: 'duty-shift',
  compartments: ['people'],
  schema: z.object({worker: idSchema, startedAt: instantSchema, endsAt: instantSchema, endedAt: z.nullable(instantSchema)}),
  fields: {worker: 'fixed', startedAt: 'fixed', endsAt: 'command', endedAt: 'command'},
});

type Shift = RecordOf<'duty-shift'>;

/** Whether a shift is on at an instant. */
export function isOn({data}: Shift, at: string): boolean {
  const asked = Date.parse(at);
  const end = data.endedAt ?? data.endsAt;
  return Date.parse(data.startedAt) <= asked && asked < Math.min(Date.parse(end), Date.parse(data.endsAt));
}

/** Who is on shift at an instant, each once. */
export function onDutyAt(shifts: readonly Shift[], at: string): readonly string[] {
  return [...new Set(shifts.filter(shift => isOn(shift, at)).map(({data}) => data.worker))];
}
