/**
 * What a manager decides of a person's standing: the day of a death (edge case 21), and a category other than the one that is worked out,
 * with the reason. And the day on which somebody over 21 told us of education or training.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalDate, textSchema} from '../shared/fields.ts';
import {struckOut} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {CATEGORIES} from './codes.ts';
import {happenedFault} from './days-of-life.ts';
import {isBlank, refusalOf, setOnce} from './profile-records.ts';

/** Nothing is asked for any more, and nobody is reminded. A day that was put down for the wrong person is taken back with null. */
export const recordDeath = commandKind({
  kind: 'death.record',
  version: 1,
  action: 'death.record',
  compartment: 'shared',
  movesState: true,
  audited: true,
  body: z.object({diedOn: optionalDate}),
  reads: [],
  decide(records, command, {today}) {
    const found = ownRecord(records.get(command.record), 'young-person', command);
    if (!found.ok) return found;
    const {diedOn} = command.body;
    const {data} = found.value as RecordOf<'young-person'>;
    if (diedOn === data.diedOn) return refuse({code: 'unchanged', fields: ['diedOn']});
    if (diedOn !== null && diedOn > today) return refuse({code: 'date_in_future', fields: ['diedOn']});
    const born = must(data.birthDates.at(-1), 'a young person has a date of birth').date;
    if (diedOn !== null && diedOn < born) return refuse({code: 'out_of_range', fields: ['diedOn']});
    return ok({status: 'applied', puts: [{...found.value, data: {...data, diedOn}}], grants: []});
  },
});

/** from 21 the duty follows the day on which they told us. Told anew, the later day stands. */
export const setToldUs = commandKind({
  kind: 'told-us.set',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({toldUsOn: optionalDate}),
  reads: ['young-person'],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'young-person', command);
    if (!found.ok) return found;
    const fault = happenedFault(records, command, context, 'toldUsOn', command.body.toldUsOn);
    if (fault) return refuse(fault);
    return ok({status: 'applied', puts: [{...found.value, data: {...found.value.data, ...command.body}}], grants: []});
  },
});

/** One at a time: who decides otherwise ends the one before. */
export const decideCategory = commandKind({
  kind: 'category.decide',
  version: 1,
  action: 'category.decide',
  compartment: 'staff',
  audited: true,
  body: z.object({category: z.enum(CATEGORIES), since: calendarDateSchema, reason: textSchema}),
  reads: ['category-override', 'young-person'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {category, since, reason} = command.body;
    const fault = happenedFault(records, command, context, 'since', since) ?? refusalOf(isBlank(reason, 'reason'));
    if (fault) return refuse(fault);
    const standing = records
      .ofPerson(command.person, 'category-override')
      .filter(each => !struckOut(each) && each.data['endedOn'] === null);
    if (standing.length > 0) return refuse({code: 'overlaps', fields: ['since']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    const data: DataOf<'category-override'> = {category, since, reason, endedOn: null};
    return ok({status: 'applied', puts: [newRecord('category-override', command, scope, data, context)], grants: []});
  },
});

/** From that day the category is worked out again. */
export const endCategoryDecision = commandKind({
  kind: 'category.end-decision',
  version: 1,
  action: 'category.decide',
  compartment: 'staff',
  movesState: true,
  audited: true,
  body: z.object({endedOn: calendarDateSchema}),
  reads: [],
  decide: (records, command, context) => setOnce('category-override', 'endedOn', 'since', records, command, context),
});
