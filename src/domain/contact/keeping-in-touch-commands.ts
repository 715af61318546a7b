/** Saying whether we are in touch, and putting down a step that was taken to get back in touch. */
import * as z from 'zod/mini';
import {commandKind, newRecord} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalWords, wordsSchema} from '../shared/fields.ts';
import type {DomainRecord} from '../shared/record.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import {careLeaverStanding, categoryFacts, READ_FOR_STANDING} from '../young-person/standing.ts';
import {TOUCH_SAID} from './keeping-in-touch.ts';

const HOME_MONTHS = 6;

export const setInTouch = commandKind({
  kind: 'in-touch.set',
  version: 1,
  action: 'in-touch.set',
  compartment: 'staff',
  body: z.object({status: z.enum(TOUCH_SAID), since: calendarDateSchema, words: optionalWords}),
  reads: READ_FOR_STANDING,
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {since, status} = command.body;
    const fault = happenedFault(records, command, context, 'since', since);
    if (fault) return refuse(fault);
    const file = READ_FOR_STANDING.flatMap(kind => records.ofPerson(command.person, kind));
    // for category 2 it is never closed, whatever somebody has said.
    if (status === 'no_longer_requires' && careLeaverStanding(file, context.today).category === 'C2')
      return refuse({code: 'stays_open', fields: ['status']});
    if (status === 'returned_home' && !hasReturnedHome(file, since)) return refuse({code: 'not_home_yet', fields: ['status']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    const data: DataOf<'in-touch'> = command.body;
    return ok({status: 'applied', puts: [newRecord('in-touch', command, scope, data, context)], grants: []});
  },
});

/** With a parent for six months without a break (R-05, domain.md 4.3). */
function hasReturnedHome(file: readonly DomainRecord[], since: CalendarDate): boolean {
  return categoryFacts(file).returnsHome.some(
    ({startOn, endOn}) => addMonths(startOn, HOME_MONTHS) <= since && (endOn === null || endOn > since),
  );
}

/** Rang an aunt, wrote to the last address, asked the hostel: dated, and never taken back. */
export const noteTouchStep = commandKind({
  kind: 'touch-step.note',
  version: 1,
  action: 'in-touch.set',
  compartment: 'staff',
  body: z.object({on: calendarDateSchema, words: wordsSchema}),
  reads: ['young-person'],
  decide(records, command, context) {
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const {on, words} = command.body;
    const fault = happenedFault(records, command, context, 'on', on);
    if (fault) return refuse(fault);
    if (words.text.trim() === '') return refuse({code: 'words_missing', fields: ['words']});
    const scope = must(records.scope(command.person, 'staff'), 'a person has a staff scope');
    return ok({status: 'applied', puts: [newRecord('touch-step', command, scope, command.body, context)], grants: []});
  },
});
