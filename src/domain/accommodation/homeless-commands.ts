/**
 * An episode of homelessness, opened by whoever hears of it, on the day: who came to which housing authority, whether
 * anybody asked if they had been in care, what that authority said, the meeting of everybody who has to act, and its end.
 */
import * as z from 'zod/mini';
import {commandKind, type CaseRecords, type Command} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalFlag, optionalText, textSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {aheadFault, happenedFault} from '../young-person/days-of-life.ts';
import {isBlank, makeNew, refusalOf} from '../young-person/profile-records.ts';
import * as codes from './codes.ts';

type Episode = RecordOf<'homeless-episode'>;

const said = {
  housingAuthority: lineSchema,
  nowhereTonight: optionalFlag,
  because: z.nullable(z.enum(codes.HOMELESS_REASONS)),
  appliedOn: optionalDate,
  homelessFrom: optionalDate,
  askedIfCareExperienced: optionalFlag,
  interim: optionalText,
};

export const openHomelessEpisode = commandKind({
  kind: 'homeless-episode.open',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.object({presentedOn: calendarDateSchema, ...said}),
  reads: ['young-person'],
  decide(records, command, context) {
    const {body} = command;
    const fault =
      happenedFault(records, command, context, 'presentedOn', body.presentedOn) ??
      happenedFault(records, command, context, 'appliedOn', body.appliedOn) ??
      aheadFault(context, 'homelessFrom', body.homelessFrom);
    if (fault) return refuse(fault);
    // Two devices that open one on the same day keep both: a person says which stands.
    return makeNew(['homeless-episode', 'shared'], records, command, context, {
      ...body,
      dutyAccepted: null,
      priorityNeedGround: null,
      reviewHeldOn: null,
      outcome: null,
      endOn: null,
    });
  },
});

const WAYS: Readonly<Record<string, FieldWrite['way']>> = {dutyAccepted: 'decision', duty: 'decision', ground: 'decision', interim: 'text'};

export const changeHomelessEpisode = commandKind({
  kind: 'homeless-episode.change',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.partial(
    z.object({
      ...said,
      dutyAccepted: optionalFlag,
      duty: z.nullable(z.enum(codes.HOUSING_DUTIES)),
      ground: z.nullable(z.enum(codes.PRIORITY_DECISIONS)),
    }),
  ),
  reads: ['young-person'],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'homeless-episode', command);
    if (!found.ok) return found;
    const {body} = command;
    const fault =
      happenedFault(records, command, context, 'appliedOn', body.appliedOn) ?? aheadFault(context, 'homelessFrom', body.homelessFrom);
    if (fault) return refuse(fault);
    const writes = Object.entries(body).map(([field, value]): [string, FieldWrite] => [field, {way: WAYS[field] ?? 'plain', value}]);
    return ok(writeFields(found.value, Object.fromEntries(writes), command, context));
  },
});

export const endHomelessEpisode = commandKind({
  kind: 'homeless-episode.end',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({endOn: calendarDateSchema, endedHow: z.enum(codes.HOMELESS_OUTCOMES), outcome: textSchema}),
  reads: ['young-person'],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'homeless-episode', command);
    if (!found.ok) return found;
    const {data} = found.value as Episode;
    const {endOn, endedHow, outcome} = command.body;
    const happened = happenedFault(records, command, context, 'endOn', endOn);
    if (happened) return refuse(happened);
    const fault = refusalOf(
      data.endOn !== null && ['state_moved', 'endOn'],
      endOn < data.presentedOn && ['dates_out_of_order', 'endOn'],
      isBlank(outcome, 'outcome'),
    );
    if (fault) return refuse(fault);
    const ended = {...found.value, data: {...data, endOn, endedHow}};
    return ok(writeFields(ended, {outcome: {way: 'text', value: outcome}}, command, context));
  },
});

const MOST_NAMED = 40;

export const recordMultiAgencyReview = commandKind({
  kind: 'multi-agency-review.record',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.object({
    episode: idSchema,
    heldOn: calendarDateSchema,
    attendees: z.array(z.object({name: lineSchema, from: lineSchema})).check(z.maxLength(MOST_NAMED)),
    theyTookPart: optionalFlag,
    decisions: z.array(z.object({what: textSchema, who: lineSchema, by: optionalDate})).check(z.maxLength(MOST_NAMED)),
    words: optionalText,
  }),
  reads: ['young-person'],
  names: ({episode}) => [episode],
  decide(records: CaseRecords, command, context) {
    const {body} = command;
    const found = ownRecord(records.get(body.episode), 'homeless-episode', command as Command);
    if (!found.ok) return found;
    const happened = happenedFault(records, command, context, 'heldOn', body.heldOn);
    if (happened) return refuse(happened);
    const {presentedOn} = (found.value as Episode).data;
    return makeNew(
      ['multi-agency-review', 'shared'],
      records,
      command,
      context,
      body,
      body.heldOn < presentedOn && ['dates_out_of_order', 'heldOn'],
      body.attendees.length === 0 && ['words_missing', 'attendees'],
      body.attendees.some(({name}) => name.trim() === '') && ['words_missing', 'attendees'],
      body.decisions.some(({what, who}) => what.trim() === '' || who.trim() === '') && ['words_missing', 'decisions'],
    );
  },
});
