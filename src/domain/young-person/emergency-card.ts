/**
 * The emergency contact card: all that a duty worker sees of somebody beside what they asked for. Name, telephone and language
 * are read from the profile when the card is opened, so that they are never old; how it is safe to call is the adviser's to
 * write, and all that is kept of it (domain.md 8).
 */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {optionalText} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {writeFields} from '../write-field.ts';

/** One a person: an imported one keeps its own id, any other has this. */
export const emergencyCardId = (person: Id): Id => partId(person, 'emergency card');

/** As it reads now; null while the file has no profile. */
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
  reads: ['emergency-card', 'young-person'],
  makesPart: true,
  decide(records, command, context) {
    const person = must(command.person, 'a card is somebody’s');
    const kept = records.ofPerson(person, 'emergency-card')[0];
    const file = [...records.ofPerson(person, 'emergency-card'), ...records.ofPerson(person, 'young-person')];
    const data = emergencyCard(file);
    if (!kept && (!data || records.get(command.record))) return refuse({code: 'unknown_record', fields: []});
    if (command.record !== (kept?.id ?? emergencyCardId(person))) return refuse({code: 'unknown_record', fields: []});
    const scope = must(records.scope(person, 'summary'), 'a person has every scope');
    const card = kept ?? newRecord('emergency-card', command, scope, {...data}, context);
    return ok(writeFields(card, {safeWayToCall: {way: 'text', value: command.body.safeWayToCall}}, command, context));
  },
});
