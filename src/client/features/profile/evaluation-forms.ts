/** Forms of the consent to a scheme's evaluation, for staff whom the young person told. */
import {EVALUATION_WAYS} from '#domain/income-scheme/evaluation-consent.ts';
import {enrolmentIn, evaluationConsentId} from '#domain/income-scheme/taking-part.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {MemoryStore} from '#client/vault/contract.ts';
import {codesOf} from '#client/forms/entry-choices.ts';
import {send, type EntryForm} from '#client/forms/entry-form.ts';

/** What somebody does on their own device nobody records for them. */
const TOLD_WAYS = EVALUATION_WAYS.filter(way => way !== 'own_device');

/** The address names the scheme: the one record there is of it, or null where they never said yes. */
function consentFor(memory: MemoryStore, person: Id, scheme: string) {
  if (!enrolmentIn(memory.records(person, 'income-enrolment'), scheme)) return undefined;
  return memory.records(person, 'evaluation-consent').find(({id}) => id === evaluationConsentId(person, scheme)) ?? null;
}

export const EVALUATION_FORMS = {
  'evaluation-give': {
    action: 'evaluation.consent',
    changes: 'evaluation-consent',
    find: consentFor,
    fields: [
      {name: 'givenHow', as: 'radio', needed: true, choices: codesOf('evaluationWay', TOLD_WAYS)},
      {name: 'givenOn', as: 'date', needed: true},
    ],
    begin: ({today}) => ({givenOn: today}),
    commands: (entry, {person, of}) => [
      send<'evaluation-consent.give'>({
        kind: 'evaluation-consent.give',
        record: evaluationConsentId(person, of),
        person,
        body: {
          scheme: of,
          givenHow: must(entry.code('givenHow', TOLD_WAYS), 'the form asks for it'),
          givenOn: must(entry.date('givenOn'), 'the form asks for it'),
        },
      }),
    ],
    refusals: {'dates_out_of_order givenOn': 'profile:refusal.endBeforeStart'},
  },
  'evaluation-end': {
    action: 'evaluation.consent',
    changes: 'evaluation-consent',
    find: (memory, person, of) => consentFor(memory, person, of) ?? undefined,
    fields: [
      {name: 'withdrawnHow', as: 'radio', needed: true, choices: codesOf('evaluationWay', TOLD_WAYS)},
      {name: 'withdrawnOn', as: 'date', needed: true},
    ],
    begin: ({today}) => ({withdrawnOn: today}),
    commands: (entry, {record, person}) => [
      send<'evaluation-consent.withdraw'>({
        kind: 'evaluation-consent.withdraw',
        record: must(record, 'there is a consent').id,
        person,
        body: {
          withdrawnHow: must(entry.code('withdrawnHow', TOLD_WAYS), 'the form asks for it'),
          withdrawnOn: must(entry.date('withdrawnOn'), 'the form asks for it'),
        },
      }),
    ],
  },
} satisfies Readonly<Record<string, EntryForm>>;
