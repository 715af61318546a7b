/**
 * What of a record is the young person's own to choose between two versions of: exactly what their own commands write
 * (young-persons-commands.ts), and nothing that staff say beside it in the same scope. any-record/own-fields.test.ts holds it to them.
 */
import type {CaseRecords, Command} from '../command.ts';
import {isOwnAction} from '../pathway-plan/own-action.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import type {DomainRecord} from '../shared/record.ts';
import {sameValue} from '../shared/heads.ts';

const OWN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'own-words': ['words', 'rating'],
  'plan-views': ['words', 'how'],
  'young-person': ['knownAs', 'pronouns', 'speak', 'write', 'phone', 'email', 'address', 'town', 'postcode'],
  'plan-action': ['status'],
  'money-line': ['amount', 'words', 'wish', 'takenOutOn'],
  'benefit-check': ['state', 'wish'],
  'money-help': ['words'],
  household: ['careLeavers', 'students', 'severelyImpaired', 'notCounted', 'adults', 'payer'],
  'when-i-am-ready': ['youngPersonWants', 'toDecide'],
};

/** Whether a field is theirs at all; of an action it must be their own promise as well. */
export const isOwnField = (kind: string, field: string): boolean =>
  (Object.hasOwn(OWN_FIELDS, kind) ? (OWN_FIELDS[kind] ?? []) : []).includes(field);

/** What the tick of their own promise says. */
const TICKED: readonly unknown[] = ['done', 'in_progress'] satisfies readonly DataOf<'plan-action'>['status'][];

/** Of their own promise they say what its tick says, or keep what stands there. */
export function maySettleOwn(records: CaseRecords, record: DomainRecord, {body}: Command<{field: string; value?: unknown}>): boolean {
  if (!isOwnField(record.kind, body.field)) return false;
  if (record.kind !== 'plan-action') return true;
  const person = records.ofPerson(record.person, 'young-person')[0] as RecordOf<'young-person'> | undefined;
  if (!person || !isOwnAction((record as RecordOf<'plan-action'>).data, person.data)) return false;
  return TICKED.includes(body.value) || (record.heads['status'] ?? []).some(({value}) => sameValue(value, body.value));
}
