/** The authority: its people and its teams. What it has set for itself is in settings.ts. */
import * as z from 'zod/mini';
import {lineSchema, optionalDate, optionalId, optionalLine} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';

/** ONS code of one of the 22 Welsh authorities, or W06999999 for the fictional sample authority. */
export const authorityCodeSchema = z.string().check(z.regex(/^W06\d{6}$/));

/** Welsh as somebody rates it themselves: 0 is none, 5 is fluent. */
export const WELSH_LEVELS = [0, 1, 2, 3, 4, 5] as const;
export const welshLevelSchema = z.literal(WELSH_LEVELS);

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
    welshLevel: z.nullable(welshLevelSchema),
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
export type Team = z.infer<typeof teamKind.schema>;
