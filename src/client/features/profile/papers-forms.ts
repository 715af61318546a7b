/** Forms of documents held, consents and the offer of an advocate. */
import {ADVOCACY_RESPONSES, IDENTITY_DOCUMENTS} from '#domain/young-person/profile-codes.ts';
import {identityDocumentId} from '#domain/young-person/papers-commands.ts';
import type {TextKey} from '#client/i18n/text.ts';
import {must} from '#domain/shared/result.ts';
import {codesOf, yesOrNo} from '#client/forms/entry-choices.ts';
import {send, type EntryForm} from '#client/forms/entry-form.ts';

export const PAPERS_FORMS = {
  document: {
    action: 'profile.write',
    changes: 'identity-document',
    /** The address names the document, of which there may be no record yet. */
    find: (memory, person, of) => {
      const document = IDENTITY_DOCUMENTS.find(each => each === of);
      if (document === undefined) return undefined;
      return memory.records(person, 'identity-document').findLast(({data}) => data.document === document) ?? null;
    },
    title: ({of}) => `codes:identityDocument.${of}` as TextKey,
    fields: [
      {name: 'held', as: 'radio', needed: true, choices: yesOrNo('held')},
      {name: 'notedOn', as: 'date', needed: true},
    ],
    begin: ({record, today}) => ({...record?.data, notedOn: today}),
    commands: (entry, {record, person, of}) => {
      const document = must(
        IDENTITY_DOCUMENTS.find(each => each === of),
        'the address names a document',
      );
      return [
        send<'identity-document.note'>({
          kind: 'identity-document.note',
          record: record?.id ?? identityDocumentId(person, document),
          person,
          body: {document, held: entry.flag('held') === true, notedOn: must(entry.date('notedOn'), 'the form asks for it')},
          ...(record === null ? {} : {bases: entry.seen('held', 'notedOn')}),
        }),
      ];
    },
  },
  'new-consent': {
    action: 'profile.write',
    fields: [
      {name: 'purpose', as: 'line', needed: true},
      {name: 'givenOn', as: 'date', needed: true},
    ],
    begin: ({today}) => ({givenOn: today}),
    commands: (entry, {vault, person}) => [
      send<'consent.give'>({
        kind: 'consent.give',
        record: vault.newId(),
        person,
        body: {purpose: entry.name('purpose'), givenOn: must(entry.date('givenOn'), 'the form asks for it')},
      }),
    ],
  },
  'consent-end': {
    action: 'consent.withdraw',
    changes: 'consent',
    fields: [{name: 'withdrawnOn', as: 'date', needed: true}],
    begin: () => ({}),
    commands: (entry, {record, person}) => [
      send<'consent.withdraw'>({
        kind: 'consent.withdraw',
        record: must(record, 'there is a consent').id,
        person,
        body: {withdrawnOn: must(entry.date('withdrawnOn'), 'the form asks for it')},
      }),
    ],
    refusals: {'dates_out_of_order withdrawnOn': 'profile:refusal.endBeforeStart'},
  },
  'new-advocacy': {
    action: 'profile.write',
    fields: [
      {name: 'offeredOn', as: 'date', needed: true},
      {name: 'response', as: 'radio', label: 'advocacyResponse', needed: true, choices: codesOf('advocacy', ADVOCACY_RESPONSES)},
    ],
    begin: ({today}) => ({offeredOn: today}),
    commands: (entry, {vault, person}) => [
      send<'advocacy-offer.record'>({
        kind: 'advocacy-offer.record',
        record: vault.newId(),
        person,
        body: {
          offeredOn: must(entry.date('offeredOn'), 'the form asks for it'),
          response: must(entry.code('response', ADVOCACY_RESPONSES), 'the form asks for it'),
        },
      }),
    ],
  },
  advocacy: {
    action: 'profile.write',
    changes: 'advocacy-offer',
    fields: [{name: 'response', as: 'radio', label: 'advocacyResponse', needed: true, choices: codesOf('advocacy', ADVOCACY_RESPONSES)}],
    begin: ({record}) => record?.data ?? {},
    commands: (entry, {record, person}) => [
      send<'advocacy-offer.answer'>({
        kind: 'advocacy-offer.answer',
        record: must(record, 'there is an offer').id,
        person,
        body: {response: must(entry.code('response', ADVOCACY_RESPONSES), 'the form asks for it')},
        bases: entry.seen('response'),
      }),
    ],
  },
} satisfies Readonly<Record<string, EntryForm>>;
