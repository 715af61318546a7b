/**
 * Who helps a young person: what their own device needs to know of other people. It is one record in `shared`, kept by
 * the server alone (find-who-helps.ts), because the young person holds neither the people nor the settings of the
 * authority: their adviser and cover, the names of those who wrote or promised something in their file, the numbers
 * to call, the authority's own words and pages about benefits, and what it has set of the fund. Nobody else's name, and no
 * words from a file, can enter it.
 */
import * as z from 'zod/mini';
import {SPEND_TYPES} from '../fund/codes.ts';
import {CHECK_IN_QUESTIONS} from '../income-scheme/codes.ts';
import {BENEFITS} from '../money-plan/codes.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, monthSchema, optionalDate, optionalLine, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import {alarmTimesSchema} from '../worry/alarm-times.ts';

const helperSchema = z.object({id: idSchema, name: lineSchema, phone: optionalLine});
const bothLanguages = z.object({cy: textSchema, en: textSchema});
const numberSchema = z.object({cy: lineSchema, en: lineSchema, number: lineSchema, whenCy: optionalLine, whenEn: optionalLine});

export const whoHelpsKind = recordKind({
  kind: 'who-helps',
  compartments: ['shared'],
  schema: z.object({
    adviser: z.nullable(helperSchema),
    cover: z.array(z.object({id: idSchema, name: lineSchema, phone: optionalLine, from: calendarDateSchema, until: calendarDateSchema})),
    /** The next day that was agreed to meet or speak: the contacts themselves are staff's records. */
    nextContactOn: optionalDate,
    /** Names of staff who stand in this person's shared records, and of nobody else. */
    names: z.array(z.object({id: idSchema, name: lineSchema})),
    numbers: z.array(numberSchema),
    helpText: z.nullable(bothLanguages),
    complaintText: z.nullable(bothLanguages),
    welcomeText: z.nullable(bothLanguages),
    hiddenLockSeconds: z.int(),
    idleLockMinutes: z.int(),
    /** Pages about benefits that it has chosen. Records of before the field was there have none. */
    benefitLinks: z.optional(z.array(z.object({benefit: z.enum(BENEFITS), cy: lineSchema, en: lineSchema}))),
    /** For whoever asks the fund for money. Records of before the field was there say nothing of it. */
    fund: z.optional(
      z.object({
        /** What the authority pays for. */
        spendTypes: z.array(z.enum(SPEND_TYPES)),
        /** What it does not pay for, in its own words. */
        exclusions: z.nullable(bothLanguages),
        capRequestPence: penceSchema,
        /** Up to this much nobody need show a receipt. */
        evidenceAbovePence: penceSchema,
      }),
    ),
    /** What the authority pays for a course of higher education. Records of before the field was there say nothing of it. */
    higherEducationPence: z.optional(penceSchema),
    /** Of the income schemes that they are in: what a check-in asks, and when. */
    schemes: z.optional(
      z.array(
        z.object({
          id: idSchema,
          name: bothLanguages,
          payments: z.int(),
          closedOn: optionalDate,
          lastPaymentMonth: z.nullable(monthSchema),
          checkIns: z.array(z.int()),
          checkInsAfter: z.array(z.int()),
          questions: z.array(z.enum(CHECK_IN_QUESTIONS)),
          ownQuestions: z.array(bothLanguages),
        }),
      ),
    ),
    /** When somebody reads what they write, and how soon it goes on to somebody else. */
    alarms: z.optional(alarmTimesSchema),
  }),
  fields: {
    adviser: 'command',
    cover: 'command',
    nextContactOn: 'command',
    names: 'command',
    numbers: 'command',
    helpText: 'command',
    complaintText: 'command',
    welcomeText: 'command',
    hiddenLockSeconds: 'command',
    idleLockMinutes: 'command',
    benefitLinks: 'command',
    fund: 'command',
    higherEducationPence: 'command',
    schemes: 'command',
    alarms: 'command',
  },
});
export type WhoHelps = z.infer<typeof whoHelpsKind.schema>;

/** What the authority's settings give to it. */
export type HelpOfAuthority = Pick<
  WhoHelps,
  | 'numbers'
  | 'helpText'
  | 'complaintText'
  | 'welcomeText'
  | 'hiddenLockSeconds'
  | 'idleLockMinutes'
  | 'benefitLinks'
  | 'fund'
  | 'higherEducationPence'
  | 'alarms'
>;
