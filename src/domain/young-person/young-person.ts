/**
 * The young person and what is known of them, divided by audience: what they share with staff, what staff need,
 * what is restricted (immigration, live risks). Rules of the dates; alerts: domain.md 3.1.
 */
import * as z from 'zod/mini';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {
  languageSchema,
  lineSchema,
  optionalDate,
  optionalFlag,
  optionalId,
  optionalLine,
  optionalText,
  optionalWords,
  textSchema,
  wordsSchema,
} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';
import {ADVOCACY_RESPONSES, IDENTITY_DOCUMENTS} from './profile-codes.ts';

/** Each date of birth ever held, with who settled it: compliance is judged by the date in force (edge case 18). */
export const birthDateSchema = z.object({
  date: calendarDateSchema,
  status: z.enum(codes.BIRTH_DATE_STATUSES),
  heldFrom: calendarDateSchema,
});

export const youngPersonKind = recordKind({
  kind: 'young-person',
  compartments: ['shared'],
  schema: z.object({
    legacyId: optionalLine,
    forename: lineSchema,
    surname: lineSchema,
    knownAs: optionalLine,
    pronouns: optionalLine,
    birthDates: z.array(birthDateSchema).check(z.minLength(1)),
    sex: z.nullable(z.enum(codes.SEXES)),
    genderNote: optionalText,
    ethnicity: optionalLine,
    nationality: optionalLine,
    firstLanguage: optionalLine,
    speak: z.nullable(languageSchema),
    write: z.nullable(languageSchema),
    interpreter: optionalLine,
    disability: optionalText,
    nhsNumber: optionalLine,
    nationalInsuranceNumber: optionalLine,
    phone: optionalLine,
    email: optionalLine,
    address: optionalText,
    town: optionalLine,
    postcode: optionalLine,
    parent: optionalFlag,
    /** Date the person told the authority about education or training after 21. */
    toldUsOn: optionalDate,
    diedOn: optionalDate,
  }),
  fields: {
    legacyId: 'fixed',
    forename: 'decision',
    surname: 'decision',
    knownAs: 'plain',
    pronouns: 'plain',
    birthDates: 'command',
    sex: 'decision',
    genderNote: 'text',
    ethnicity: 'plain',
    nationality: 'plain',
    firstLanguage: 'plain',
    speak: 'plain',
    write: 'plain',
    interpreter: 'plain',
    disability: 'text',
    nhsNumber: 'plain',
    nationalInsuranceNumber: 'plain',
    phone: 'plain',
    email: 'plain',
    address: 'plain',
    town: 'plain',
    postcode: 'plain',
    parent: 'decision',
    toldUsOn: 'command',
    diedOn: 'command',
  },
});

export const lookedAfterPeriodKind = recordKind({
  kind: 'looked-after-period',
  compartments: ['shared'],
  schema: z.object({
    startOn: calendarDateSchema,
    endOn: optionalDate,
    legalStatus: z.nullable(z.enum(codes.LEGAL_STATUSES)),
    authority: lineSchema,
    lastPlacement: optionalLine,
    reasonCeased: z.nullable(z.enum(codes.REASONS_CEASED)),
    reviewsHeld: z.nullable(z.int().check(z.minimum(0))),
    lastReviewOn: optionalDate,
  }),
  fields: {
    startOn: 'command',
    endOn: 'command',
    legalStatus: 'decision',
    authority: 'fixed',
    lastPlacement: 'plain',
    reasonCeased: 'decision',
    reviewsHeld: 'plain',
    lastReviewOn: 'plain',
  },
});

export const immigrationKind = recordKind({
  kind: 'immigration',
  compartments: ['restricted'],
  schema: z.object({
    unaccompanied: optionalFlag,
    status: z.nullable(z.enum(codes.IMMIGRATION_STATUSES)),
    leaveExpiresOn: optionalDate,
    appealRightsExhaustedOn: optionalDate,
    schedule3: optionalFlag,
  }),
  fields: {unaccompanied: 'plain', status: 'decision', leaveExpiresOn: 'plain', appealRightsExhaustedOn: 'plain', schedule3: 'decision'},
});

/** What the old system said of category and last change: kept, never trusted over the dates. */
export const formerSystemKind = recordKind({
  kind: 'former-system',
  compartments: ['staff'],
  schema: z.object({
    category: optionalLine,
    categorySince: optionalDate,
    firstLookedAfterOn: optionalDate,
    lastLookedAfterOn: optionalDate,
    periods: z.nullable(z.int()),
    lastUpdatedOn: optionalDate,
  }),
  fields: {
    category: 'fixed',
    categorySince: 'fixed',
    firstLookedAfterOn: 'fixed',
    lastLookedAfterOn: 'fixed',
    periods: 'fixed',
    lastUpdatedOn: 'fixed',
  },
});

export const inTouchKind = recordKind({
  kind: 'in-touch',
  compartments: ['staff'],
  schema: z.object({status: z.enum(codes.IN_TOUCH), since: optionalDate, words: z.optional(optionalWords)}),
  fields: {status: 'decision', since: 'plain', words: 'fixed'},
});

export const alertKind = recordKind({
  kind: 'alert',
  compartments: ['shared', 'restricted'],
  schema: z.object({
    code: z.enum(codes.ALERTS),
    text: textSchema,
    startOn: optionalDate,
    reviewOn: optionalDate,
    endOn: optionalDate,
    enteredBy: optionalId,
  }),
  fields: {code: 'fixed', text: 'text', startOn: 'plain', reviewOn: 'plain', endOn: 'command', enteredBy: 'fixed'},
});

/** What to know before a visit: one text a person; two people's words are both kept until somebody resolves them. */
export const riskSummaryKind = recordKind({
  kind: 'risk-summary',
  compartments: ['staff'],
  schema: z.object({words: z.nullable(wordsSchema)}),
  fields: {words: 'text'},
});

export const emergencyCardKind = recordKind({
  kind: 'emergency-card',
  compartments: ['summary'],
  schema: z.object({knownAs: lineSchema, phone: optionalLine, language: z.nullable(languageSchema), safeWayToCall: optionalText}),
  fields: {knownAs: 'command', phone: 'command', language: 'command', safeWayToCall: 'text'},
});

export const identityDocumentKind = recordKind({
  kind: 'identity-document',
  compartments: ['shared'],
  schema: z.object({document: z.enum(IDENTITY_DOCUMENTS), held: z.boolean(), notedOn: calendarDateSchema}),
  fields: {document: 'fixed', held: 'plain', notedOn: 'plain'},
});

export const consentKind = recordKind({
  kind: 'consent',
  compartments: ['shared'],
  schema: z.object({purpose: lineSchema, givenOn: calendarDateSchema, withdrawnOn: optionalDate}),
  fields: {purpose: 'fixed', givenOn: 'fixed', withdrawnOn: 'command'},
});

export const advocacyOfferKind = recordKind({
  kind: 'advocacy-offer',
  compartments: ['shared'],
  schema: z.object({offeredOn: calendarDateSchema, offeredBy: idSchema, response: z.enum(ADVOCACY_RESPONSES)}),
  fields: {offeredOn: 'fixed', offeredBy: 'fixed', response: 'plain'},
});

/** Own child: a separate data subject, so it never lies in `shared` (edge case 19). */
export const ownChildKind = recordKind({
  kind: 'own-child',
  compartments: ['staff'],
  schema: z.object({name: optionalLine, bornOrDueOn: optionalDate, socialWorker: optionalLine, note: optionalText}),
  fields: {name: 'plain', bornOrDueOn: 'plain', socialWorker: 'plain', note: 'text'},
});

export const detentionKind = recordKind({
  kind: 'detention',
  compartments: ['staff'],
  schema: z.object({
    place: lineSchema,
    convicted: z.boolean(),
    startOn: calendarDateSchema,
    expectedReleaseOn: optionalDate,
    releasedOn: optionalDate,
  }),
  fields: {place: 'plain', convicted: 'decision', startOn: 'fixed', expectedReleaseOn: 'plain', releasedOn: 'command'},
});

/** A manager's recorded decision that the computed category is not the right one, with the reason (R-01 borderline). */
export const categoryOverrideKind = recordKind({
  kind: 'category-override',
  compartments: ['staff'],
  schema: z.object({category: z.enum(codes.CATEGORIES), since: calendarDateSchema, reason: textSchema, endedOn: optionalDate}),
  fields: {category: 'fixed', since: 'fixed', reason: 'fixed', endedOn: 'command'},
});

/** What young people have asked to be called things, for example "my house", never "placement" (welsh.md 15). */
export const preferredWordsKind = recordKind({
  kind: 'preferred-words',
  compartments: ['shared'],
  schema: z.object({words: z.nullable(wordsSchema)}),
  fields: {words: 'text'},
});
