/** Who lives in the home: said by the young person alone, or with their adviser; with no connection too. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, newRecord} from '../command.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import type {WriteStatus} from '../shared/heads.ts';
import {ownRecord, settleField, writeField, writeFields} from '../write-field.ts';
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
    // Each number is written as somebody's, so that of two who begin apart both are kept; whoever says it again with both in view settles it.
    const household = found?.value ?? (newRecord('household', command, scope, {...command.body, asOf}, context) as DomainRecord);
    let status: WriteStatus = 'applied';
    let put = household;
    for (const [field, value] of Object.entries(command.body)) {
      const heads = household.heads[field] ?? [];
      if (heads.length <= 1 && known && household.data[field] === value) continue;
      const written =
        heads.length > 1
          ? settleField(put, field, value, command, context)
          : writeField(put, field, {way: 'decision', value}, command, context);
      put = written.record;
      if (written.status === 'conflict') status = 'conflict';
    }
    const dated = writeFields(put, {asOf: {way: 'plain', value: asOf}}, command, context);
    return ok(status === 'conflict' ? {...dated, status} : dated);
  },
});
