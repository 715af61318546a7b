/** What is held and what was agreed: documents that say who somebody is, consents, and the offer of an advocate. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {refuse} from '../shared/result.ts';
import {ADVOCACY_RESPONSES, IDENTITY_DOCUMENTS} from './profile-codes.ts';
import {changeNamed, isAhead, isBlank, makeNew} from './profile-records.ts';

export type IdentityDocument = (typeof IDENTITY_DOCUMENTS)[number];

/** One record for each document of a person, on every device alike. */
export const identityDocumentId = (person: Id, document: IdentityDocument): Id => partId(person, `document ${document}`);

/** Whether it is held now, from a day. What came with an import has an id of its own. */
export const noteIdentityDocument = commandKind({
  kind: 'identity-document.note',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  makesPart: true,
  body: z.object({document: z.enum(IDENTITY_DOCUMENTS), held: z.boolean(), notedOn: calendarDateSchema}),
  reads: ['young-person'],
  decide(records, command, context) {
    const {document, notedOn} = command.body;
    const before = records.get(command.record);
    const isRight = before
      ? before.data['document'] === document
      : command.person !== null && command.record === identityDocumentId(command.person, document);
    if (!isRight) return refuse({code: 'unknown_record', fields: []});
    const fault = isAhead(notedOn, context.today, 'notedOn');
    if (!before) return makeNew(['identity-document', 'shared'], records, command, context, command.body, fault);
    const {document: _which, ...noted} = command.body;
    return changeNamed('identity-document', {}, records, {...command, body: noted}, context, fault);
  },
});

export const giveConsent = commandKind({
  kind: 'consent.give',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({purpose: lineSchema, givenOn: calendarDateSchema}),
  reads: [],
  decide: (records, command, context) =>
    makeNew(
      ['consent', 'shared'],
      records,
      command,
      context,
      {...command.body, withdrawnOn: null},
      isBlank(command.body.purpose, 'purpose'),
      isAhead(command.body.givenOn, context.today, 'givenOn'),
    ),
});

export const recordAdvocacyOffer = commandKind({
  kind: 'advocacy-offer.record',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({offeredOn: calendarDateSchema, response: z.enum(ADVOCACY_RESPONSES)}),
  reads: [],
  decide: (records, command, context) =>
    makeNew(
      ['advocacy-offer', 'shared'],
      records,
      command,
      context,
      {...command.body, offeredBy: context.actor.holder},
      isAhead(command.body.offeredOn, context.today, 'offeredOn'),
    ),
});

/** What they said to an offer, when they say it later. */
export const answerAdvocacyOffer = commandKind({
  kind: 'advocacy-offer.answer',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({response: z.enum(ADVOCACY_RESPONSES)}),
  reads: [],
  decide: (records, command, context) => changeNamed('advocacy-offer', {}, records, command, context),
});
