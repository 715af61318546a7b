/** A small authority, obviously fictional: Elin advises Cai, nobody advises Nia; Huw is another adviser; Mair manages. */
import {checkDraft, type RecordDraft} from '#domain/import/record-draft.ts';
import type {BodyOf} from '#domain/commands.ts';
import {date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {Storage} from '#server/db/storage.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {RecordImport} from '#server/sync/import-records.ts';
import {foundAuthority, grantByRole, idNamed} from '#server/sync/scopes.ts';

export const AUTHORITY = {code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire', sample: true} as const;
export const STAFF = {elin: idNamed('test', 'elin'), huw: idNamed('test', 'huw'), mair: idNamed('test', 'mair')} as const;
export const PEOPLE = {cai: idNamed('test', 'cai'), nia: idNamed('test', 'nia')} as const;

function staffDraft(id: Id, forename: string): RecordDraft<'staff-member'> {
  return {
    id,
    kind: 'staff-member',
    person: null,
    compartment: 'people',
    data: {
      legacyId: null,
      jobTitle: null,
      forename,
      surname: 'Prawf',
      email: null,
      phone: null,
      fullTimeEquivalent: null,
      welshLevel: null,
      manager: null,
      startOn: null,
      endOn: null,
    },
  };
}

function personDrafts(id: Id, forename: string, adviser: Id | null): RecordDraft[] {
  const person: RecordDraft<'young-person'> = {
    id,
    kind: 'young-person',
    person: id,
    compartment: 'shared',
    data: {
      legacyId: null,
      forename,
      surname: 'Ffug',
      knownAs: null,
      pronouns: null,
      birthDates: [{date: date('2007-05-04'), status: 'verified', heldFrom: date('2020-01-01')}],
      sex: null,
      genderNote: null,
      ethnicity: null,
      nationality: null,
      firstLanguage: null,
      speak: 'cy',
      write: 'cy',
      interpreter: null,
      disability: null,
      nhsNumber: null,
      nationalInsuranceNumber: null,
      phone: null,
      email: null,
      address: null,
      town: null,
      postcode: null,
      parent: null,
      toldUsOn: null,
      diedOn: null,
    },
  };
  const risk: RecordDraft<'risk-summary'> = {
    id: idNamed('risk', id),
    kind: 'risk-summary',
    person: id,
    compartment: 'staff',
    data: {words: null},
  };
  const allocation: RecordDraft<'allocation'>[] = adviser
    ? [
        {
          id: idNamed('allocation', id),
          kind: 'allocation',
          person: id,
          compartment: 'shared',
          data: {adviser, from: date('2026-01-01'), until: null},
        },
      ]
    : [];
  const alert: RecordDraft<'alert'> = {
    id: idNamed('alert', id),
    kind: 'alert',
    person: id,
    compartment: 'shared',
    data: {code: 'dog', text: 'Ci mawr yn y tŷ', startOn: null, reviewOn: null, endOn: null, enteredBy: null},
  };
  return [person, risk, alert, ...allocation] as unknown as RecordDraft[];
}

/** Makes it in an empty store that has an epoch. */
export async function foundSmallAuthority(storage: Storage, nowMs: number): Promise<void> {
  await foundAuthority(storage, AUTHORITY);
  const publisher = publisherAt(AUTHORITY.code, nowMs);
  const records = new RecordImport(storage, publisher, [STAFF.mair]);
  const drafts = [
    staffDraft(STAFF.elin, 'Elin'),
    staffDraft(STAFF.huw, 'Huw'),
    staffDraft(STAFF.mair, 'Mair'),
    ...personDrafts(PEOPLE.cai, 'Cai', STAFF.elin),
    ...personDrafts(PEOPLE.nia, 'Nia', null),
  ] as RecordDraft[];
  must(drafts.every(draft => checkDraft(draft).ok) || null, 'test drafts fit');
  await records.take([
    {kept: {file: 'test', row: 1, key: '', personKey: null, outcome: 'imported', reason: null, questions: [], original: {}}, drafts},
  ]);
  await records.finish();
  await storage.transaction(AUTHORITY.code, async store => {
    await grantByRole(store, AUTHORITY.code, STAFF.elin, 'adviser', publisher.today);
    await grantByRole(store, AUTHORITY.code, STAFF.huw, 'adviser', publisher.today);
    await grantByRole(store, AUTHORITY.code, STAFF.mair, 'manager', publisher.today);
  });
}

/** A home visit on a day, as the form writes it. */
export const visitBody = (on: CalendarDate, worker: Id, note: Words): BodyOf<'contact.record'> => ({
  on,
  at: null,
  worker,
  workerAsWritten: null,
  type: 'visit_at_accommodation',
  atAccommodation: true,
  seen: true,
  seenAlone: true,
  outcome: 'seen',
  markedAsVisit: null,
  note,
  nextContactOn: null,
  writtenUpOn: on,
  amends: null,
});
