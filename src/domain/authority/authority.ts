/**
 * The authority: its people and teams, and its settings. Settings are effective-dated rows, never overwritten: a rule is
 * judged by the setting in force on the date it concerns (edge case 30). Later rules read them, so defaults live here.
 */
import * as z from 'zod/mini';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalId, optionalLine} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind, type DomainRecord} from '../shared/record.ts';

/** ONS code of one of the 22 Welsh authorities, or W06999999 for the fictional sample authority. */
export const authorityCodeSchema = z.string().check(z.regex(/^W06\d{6}$/));

export const staffMemberKind = recordKind({
  kind: 'staff-member',
  compartments: ['people'],
  schema: z.object({
    legacyId: optionalLine,
    jobTitle: optionalLine,
    forename: lineSchema,
    surname: lineSchema,
    email: optionalLine,
    phone: optionalLine,
    fullTimeEquivalent: z.nullable(z.number()),
    welshLevel: z.nullable(z.int().check(z.minimum(0), z.maximum(5))),
    manager: optionalId,
    startOn: optionalDate,
    endOn: optionalDate,
  }),
  fields: {
    legacyId: 'fixed',
    jobTitle: 'plain',
    forename: 'plain',
    surname: 'plain',
    email: 'plain',
    phone: 'plain',
    fullTimeEquivalent: 'plain',
    welshLevel: 'plain',
    manager: 'decision',
    startOn: 'plain',
    endOn: 'command',
  },
});
export type StaffMember = z.infer<typeof staffMemberKind.schema>;

export const teamKind = recordKind({
  kind: 'team',
  compartments: ['people'],
  schema: z.object({nameCy: lineSchema, nameEn: lineSchema, manager: optionalId, members: z.array(idSchema)}),
  fields: {nameCy: 'plain', nameEn: 'plain', manager: 'decision', members: 'set'},
});

/** Every setting of an authority with its schema and the value in force where the authority has set none. */
export const SETTINGS = {
  reviewIntervalMonths: {schema: z.int().check(z.minimum(1), z.maximum(12)), fallback: 6},
  accommodationReviewDays: {schema: z.int().check(z.minimum(1), z.maximum(182)), fallback: 28},
  requestedReviewDays: {schema: z.int().check(z.minimum(1), z.maximum(182)), fallback: 28},
  planAfterAssessmentDays: {schema: z.int().check(z.minimum(1), z.maximum(182)), fallback: 14},
  contactEveryWeeks: {schema: z.int().check(z.minimum(1), z.maximum(52)), fallback: 8},
  adviserFundLimitPence: {schema: z.int().check(z.minimum(0), z.maximum(10_000_000)), fallback: 0},
  managerFundLimitPence: {schema: z.int().check(z.minimum(0), z.maximum(10_000_000)), fallback: 50_000},
  deviceLeaseDays: {schema: z.int().check(z.minimum(1), z.maximum(90)), fallback: 14},
  hiddenLockSeconds: {schema: z.int().check(z.minimum(0), z.maximum(300)), fallback: 60},
  idleLockMinutes: {schema: z.int().check(z.minimum(1), z.maximum(15)), fallback: 5},
  invitationDays: {schema: z.int().check(z.minimum(1), z.maximum(30)), fallback: 7},
  youngPersonCodeHours: {schema: z.int().check(z.minimum(1), z.maximum(72)), fallback: 24},
} as const;
export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export const settingKind = recordKind({
  kind: 'setting',
  compartments: ['settings'],
  schema: z.object({
    name: z.enum(SETTING_NAMES as [SettingName, ...SettingName[]]),
    value: z.number(),
    from: calendarDateSchema,
    reason: optionalLine,
  }),
  fields: {name: 'fixed', value: 'fixed', from: 'fixed', reason: 'fixed'},
});
export type Setting = z.infer<typeof settingKind.schema>;

export type SettingsInForce = (name: SettingName, on: CalendarDate) => number;

/** The value in force on a date: the latest row from on or before it; of two from the same day, the later made. */
export function settingsInForce(rows: readonly DomainRecord[]): SettingsInForce {
  return (name, on) => {
    let found: DomainRecord<Setting> | undefined;
    for (const row of rows) {
      if (row.kind !== 'setting') continue;
      const setting = row as DomainRecord<Setting>;
      if (setting.data.name !== name || setting.data.from > on) continue;
      if (!found || [setting.data.from, setting.made.at].join() > [found.data.from, found.made.at].join()) found = setting;
    }
    return found?.data.value ?? SETTINGS[name].fallback;
  };
}
