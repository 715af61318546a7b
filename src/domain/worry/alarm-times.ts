/** How long a worry may wait for somebody, as the authority has set it: what goes to young people's own devices too. */
import * as z from 'zod/mini';
import type {SettingsInForce} from '../authority/settings.ts';
import {WEEKDAYS, type CalendarDate} from '../shared/calendar-date.ts';
import {timeOfDaySchema} from '../shared/fields.ts';
import {WORRY_KINDS} from './codes.ts';

const minutes = z.int().check(z.minimum(0));
const stepsSchema = z.object({manager: minutes, duty: minutes});

export const alarmTimesSchema = z.object({
  hours: z.object({days: z.array(z.enum(WEEKDAYS)), opens: timeOfDaySchema, closes: timeOfDaySchema}),
  urgentKinds: z.array(z.enum(WORRY_KINDS)),
  /** Of urgent worries, in office hours and outside them; of others, in minutes of office hours. */
  urgent: stepsSchema,
  night: stepsSchema,
  other: stepsSchema,
});
export type AlarmTimes = z.infer<typeof alarmTimesSchema>;

export function alarmTimes(setting: SettingsInForce, on: CalendarDate): AlarmTimes {
  return {
    hours: {days: [...setting('officeDays', on)], opens: setting('officeOpens', on), closes: setting('officeCloses', on)},
    urgentKinds: [...setting('alarmUrgentKinds', on)],
    urgent: {manager: setting('alarmUrgentManagerMinutes', on), duty: setting('alarmUrgentDutyMinutes', on)},
    night: {manager: setting('alarmNightManagerMinutes', on), duty: setting('alarmNightDutyMinutes', on)},
    other: {manager: setting('alarmOtherManagerMinutes', on), duty: setting('alarmOtherDutyMinutes', on)},
  };
}
