/** A young person of nineteen who was in care, a request of theirs and a budget: for tests of the fund's screens. */
import type {Role} from '#domain/access/roles.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {FakeDevice, type FakeOptions} from '#client/testing/fake-device.test-support.tsx';
import {
  COLLEAGUE,
  idFor,
  recordOf,
  SELF,
  staffRecord,
  summaryRecord,
  youngPersonRecord,
} from '#client/testing/fake-records.test-support.ts';

export const FFION = idFor(1);
export const REQUEST = idFor(40);
const OTHER_ADVISER = idFor(902);

/** Somebody else is their adviser, so that whoever reads has no part in it. */
export const people = (adviser: Id = COLLEAGUE): readonly DomainRecord[] => [
  staffRecord(SELF, 'Lowri', 'Haf'),
  staffRecord(COLLEAGUE, 'Catrin', 'Hafgan-Price'),
  staffRecord(OTHER_ADVISER, 'Elin', 'Sioned'),
  summaryRecord(FFION, {knownAs: 'Ffion', write: 'cy'}),
  youngPersonRecord(FFION, FFION, {birthDates: [{date: date('2007-05-04'), status: 'verified', heldFrom: date('2007-05-04')}]}),
  recordOf('looked-after-period', idFor(2), FFION, {
    startOn: date('2015-01-01'),
    endOn: date('2025-05-03'),
    legalStatus: 'care_order',
    reasonCeased: 'turned_18',
    authority: 'Sampl',
    lastPlacement: null,
    reviewsHeld: null,
    lastReviewOn: null,
  }),
  recordOf('allocation', idFor(3), FFION, {adviser, from: date('2025-01-01'), until: null}),
];

/** A hobby: no duty can owe it. */
export function requestRecord(changes: Partial<DataOf<'fund-request'>> = {}, id: Id = REQUEST): DomainRecord {
  const record = recordOf('fund-request', id, FFION, {
    reference: null,
    requestedOn: date('2026-11-10'),
    byYoungPerson: true,
    requestedBy: null,
    spendType: 'hobby_activity',
    purpose: 'well_being',
    askedPence: 12_000,
    words: {text: 'Gwersi gitâr', lang: 'cy'},
    urgency: 'normal',
    section: 'health',
    status: 'submitted',
    evidence: null,
    financialYear: '2026-27',
    ...changes,
  });
  return {...record, made: {...record.made, author: FFION}};
}

/** Of every year that a test can run in. */
export function budgetLines(pence: number): readonly DomainRecord[] {
  return Array.from({length: 12}, (_, index) => {
    const first = 2025 + index;
    return recordOf('budget-line', idFor(70 + index), null, {
      financialYear: `${first}-${String((first + 1) % 100).padStart(2, '0')}`,
      fundName: 'St David’s Day Fund',
      team: null,
      purpose: null,
      allocationPence: pence,
      overspendPence: 0,
      committedPence: 0,
      spentPence: 0,
      carriedInPence: 0,
      carriedOutPence: 0,
      importedOverspend: false,
    });
  });
}

export const deviceOf = (role: Role, records: readonly DomainRecord[], more: Partial<FakeOptions> = {}): FakeDevice =>
  new FakeDevice({role, records, ...more});
