/** Important people and professionals: put down, changed, and with a last day when they are no longer there. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {holdsMoreThanIsShown} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {knownOfPerson} from './important-person.ts';
import {changeNamed, isAhead, isBlank, makeNew, setOnce} from './profile-records.ts';

/** `to`: staff alone, or the young person as well. */
export const addImportantPerson = commandKind({
  kind: 'important-person.add',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({...knownOfPerson, to: z.enum(['staff', 'shared'])}),
  reads: [],
  decide(records, command, context) {
    const {to, ...said} = command.body;
    return makeNew(
      ['important-person', to],
      records,
      command,
      context,
      {...said, endOn: null},
      isBlank(said.name, 'name'),
      isAhead(said.startOn, context.today, 'startOn'),
    );
  },
});

/** Only what is named is changed. */
export const changeImportantPerson = commandKind({
  kind: 'important-person.change',
  version: 1,
  action: 'profile.write',
  compartment: 'of_record',
  body: z.partial(z.object(knownOfPerson)),
  reads: [],
  decide: (records, command, context) =>
    changeNamed(
      'important-person',
      {mayContact: 'decision', notes: 'text'},
      records,
      command,
      context,
      isBlank(command.body.name, 'name'),
      isAhead(command.body.startOn, context.today, 'startOn'),
    ),
});

/**
 * Who sees them is corrected: it leaves the young person's device, or comes to it. What comes is what was shown: none comes that
 * was ever struck out, whose reason stays with it, nor one of which another version stands, until somebody has chosen.
 */
export const moveImportantPerson = commandKind({
  kind: 'important-person.move',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  movesState: true,
  body: z.object({to: z.enum(['staff', 'shared'])}),
  reads: [],
  decide(records, command) {
    const person = ownRecord(records.get(command.record), 'important-person', command);
    if (!person.ok) return person;
    const scope = must(records.scope(command.person, command.body.to), 'a person has both scopes');
    const hasMore = command.body.to === 'shared' && holdsMoreThanIsShown(person.value);
    if (person.value.scope === scope || hasMore) return refuse({code: 'state_moved', fields: []});
    return ok({status: 'applied', puts: [{...person.value, scope}], grants: []});
  },
});

export const endImportantPerson = commandKind({
  kind: 'important-person.end',
  version: 1,
  action: 'profile.write',
  compartment: 'of_record',
  movesState: true,
  body: z.object({endOn: calendarDateSchema}),
  reads: [],
  decide: (records, command, context) => setOnce('important-person', 'endOn', 'startOn', records, command, context),
});
