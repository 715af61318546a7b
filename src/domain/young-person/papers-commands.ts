/** What is held and what was agreed: documents that say who somebody is, consents, and the offer of an advocate. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields} from '../write-field.ts';
import {ADVOCACY_RESPONSES, IDENTITY_DOCUMENTS} from './profile-codes.ts';

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
    const {document, held, notedOn} = command.body;
    if (notedOn > context.today) return refuse({code: 'date_in_future', fields: ['notedOn']});
    const before = records.get(command.record);
    if (before === undefined) {
      if (command.person === null || command.record !== identityDocumentId(command.person, document))
        return refuse({code: 'unknown_record', fields: []});
      const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
      const data: DataOf<'identity-document'> = command.body;
      return ok({status: 'applied', puts: [newRecord('identity-document', command, scope, data, context)], grants: []});
    }
    const found = ownRecord(before, 'identity-document', command);
    if (!found.ok) return found;
    const known = found.value as RecordOf<'identity-document'>;
    if (known.data.document !== document) return refuse({code: 'unknown_record', fields: []});
    return ok(writeFields(known, {held: {way: 'plain', value: held}, notedOn: {way: 'plain', value: notedOn}}, command, context));
  },
});

export const giveConsent = commandKind({
  kind: 'consent.give',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({purpose: lineSchema, givenOn: calendarDateSchema}),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (command.body.purpose.trim() === '') return refuse({code: 'words_missing', fields: ['purpose']});
    if (command.body.givenOn > context.today) return refuse({code: 'date_in_future', fields: ['givenOn']});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'consent'> = {...command.body, withdrawnOn: null};
    return ok({status: 'applied', puts: [newRecord('consent', command, scope, data, context)], grants: []});
  },
});

export const recordAdvocacyOffer = commandKind({
  kind: 'advocacy-offer.record',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({offeredOn: calendarDateSchema, response: z.enum(ADVOCACY_RESPONSES)}),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    if (command.body.offeredOn > context.today) return refuse({code: 'date_in_future', fields: ['offeredOn']});
    const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
    const data: DataOf<'advocacy-offer'> = {...command.body, offeredBy: context.actor.holder};
    return ok({status: 'applied', puts: [newRecord('advocacy-offer', command, scope, data, context)], grants: []});
  },
});

/** What they said to an offer, when they say it later. */
export const answerAdvocacyOffer = commandKind({
  kind: 'advocacy-offer.answer',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({response: z.enum(ADVOCACY_RESPONSES)}),
  reads: [],
  decide(records, command, context) {
    const offer = ownRecord(records.get(command.record), 'advocacy-offer', command);
    if (!offer.ok) return offer;
    return ok(writeFields(offer.value, {response: {way: 'plain', value: command.body.response}}, command, context));
  },
});
