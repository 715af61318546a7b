/** Who lives in the home: said by the young person alone, or with their adviser; with no connection too. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, newRecord} from '../command.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {householdId, householdKind} from './household.ts';

const {asOf: _day, ...said} = householdKind.schema.shape;

export const sayHousehold = commandKind({
  kind: 'household.say',
  version: 1,
  makesPart: true,
  action: 'household.say',
  compartment: 'shared',
  body: z.object(said),
  reads: [],
  decide(records, command, context) {
    const known = records.get(command.record);
    const asOf = dayOfWriting(command, context);
    if (!known && (command.person === null || command.record !== householdId(command.person)))
      return refuse({code: 'unknown_record', fields: []});
    const found = known && ownRecord(known, 'household', command);
    if (found && !found.ok) return found;
    const scope = must(records.scope(command.person, 'shared'), 'a person has every scope');
    // Each number is written as somebody's, so that of two who begin apart both are kept.
    const household = found?.value ?? (newRecord('household', command, scope, {...command.body, asOf}, context) as DomainRecord);
    const writes = Object.entries(command.body)
      .filter(([field, value]) => !known || household.data[field] !== value)
      .map(([field, value]): [string, FieldWrite] => [field, {way: 'decision', value}]);
    return ok(writeFields(household, {...Object.fromEntries(writes), asOf: {way: 'plain', value: asOf}}, command, context));
  },
});
