/**
 * The emergency contact card: all that a duty worker sees of somebody beside what they asked for. Name, telephone and language
 * are kept by the server alone, from the profile; how it is safe to call is the adviser's to write (domain.md 8).
 */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {optionalText} from '../shared/fields.ts';
import {isKind} from '../shared/is-kind.ts';
import type {DomainRecord} from '../shared/record.ts';
import {ok} from '../shared/result.ts';
import {ownRecord, writeFields} from '../write-field.ts';

/** As it should be now; null while the file has no profile. */
export function emergencyCard(file: readonly DomainRecord[]): DataOf<'emergency-card'> | null {
  const person = file.find((record): record is RecordOf<'young-person'> => isKind(record, 'young-person'));
  if (!person) return null;
  const card = file.find((record): record is RecordOf<'emergency-card'> => isKind(record, 'emergency-card'));
  const {knownAs, forename, phone, speak} = person.data;
  return {knownAs: knownAs ?? forename, phone, language: speak, safeWayToCall: card?.data.safeWayToCall ?? null};
}

export const writeSafeCall = commandKind({
  kind: 'safe-call.write',
  version: 1,
  action: 'profile.write',
  compartment: 'summary',
  body: z.object({safeWayToCall: optionalText}),
  reads: [],
  decide(records, command, context) {
    const card = ownRecord(records.get(command.record), 'emergency-card', command);
    if (!card.ok) return card;
    return ok(writeFields(card.value, {safeWayToCall: {way: 'text', value: command.body.safeWayToCall}}, command, context));
  },
});
