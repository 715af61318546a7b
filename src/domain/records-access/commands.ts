/** Somebody asks for a copy of their records: asked, extended once with a reason that they read, answered. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalWords, textSchema} from '../shared/fields.ts';
import {isAhead, isBlank, makeNew, setOnce} from '../young-person/profile-records.ts';

export const recordAccessRequest = commandKind({
  kind: 'access-request.record',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  body: z.object({askedOn: calendarDateSchema, words: optionalWords}),
  reads: [],
  decide: (records, command, context) =>
    makeNew(
      ['access-request', 'shared'],
      records,
      command,
      context,
      {...command.body, extendedOn: null, extendedBecause: null, answeredOn: null},
      isAhead(command.body.askedOn, context.today, 'askedOn'),
    ),
});

export const extendAccessRequest = commandKind({
  kind: 'access-request.extend',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({extendedOn: calendarDateSchema, extendedBecause: textSchema}),
  reads: [],
  decide(records, command, context) {
    // What has been answered needs no more time.
    const isAnswered = (records.get(command.record)?.data['answeredOn'] ?? null) !== null;
    return setOnce(
      'access-request',
      'extendedOn',
      'askedOn',
      records,
      command,
      context,
      isAnswered && ['state_moved', 'answeredOn'],
      isBlank(command.body.extendedBecause, 'extendedBecause'),
    );
  },
});

export const answerAccessRequest = commandKind({
  kind: 'access-request.answer',
  version: 1,
  action: 'rights.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({answeredOn: calendarDateSchema}),
  reads: [],
  decide: (records, command, context) => setOnce('access-request', 'answeredOn', 'askedOn', records, command, context),
});
