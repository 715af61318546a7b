/** Being detained: where, since when, and until when. It turns the plan to the matters of Schedule 2. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate} from '../shared/fields.ts';
import {changeNamed, isAhead, isBlank, makeNew, setOnce, type Fault} from './profile-records.ts';

/** Thirty years: longer than this an expected release is a mistyped year. */
const LONGEST_MONTHS = 30 * 12;

function releaseFault(startOn: CalendarDate, expected: CalendarDate | null | undefined, today: CalendarDate): Fault {
  if (expected === null || expected === undefined) return false;
  if (expected < startOn) return ['dates_out_of_order', 'expectedReleaseOn'];
  return expected > addMonths(today, LONGEST_MONTHS) && ['out_of_range', 'expectedReleaseOn'];
}

export const enterDetention = commandKind({
  kind: 'detention.enter',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({place: lineSchema, convicted: z.boolean(), startOn: calendarDateSchema, expectedReleaseOn: optionalDate}),
  reads: [],
  decide(records, command, context) {
    const {body} = command;
    return makeNew(
      ['detention', 'staff'],
      records,
      command,
      context,
      {...body, releasedOn: null},
      isBlank(body.place, 'place'),
      isAhead(body.startOn, context.today, 'startOn'),
      releaseFault(body.startOn, body.expectedReleaseOn, context.today),
    );
  },
});

/** Only what is named is changed. */
export const changeDetention = commandKind({
  kind: 'detention.change',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({place: z.optional(lineSchema), convicted: z.optional(z.boolean()), expectedReleaseOn: z.optional(optionalDate)}),
  reads: [],
  decide(records, command, context) {
    const {place, expectedReleaseOn} = command.body;
    const startOn = records.get(command.record)?.data['startOn'] as CalendarDate;
    return changeNamed(
      'detention',
      {convicted: 'decision'},
      records,
      command,
      context,
      isBlank(place, 'place'),
      releaseFault(startOn, expectedReleaseOn, context.today),
    );
  },
});

export const noteRelease = commandKind({
  kind: 'detention.release',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  movesState: true,
  body: z.object({releasedOn: calendarDateSchema}),
  reads: [],
  decide: (records, command, context) => setOnce('detention', 'releasedOn', 'startOn', records, command, context),
});
