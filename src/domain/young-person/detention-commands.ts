/** Being detained: where, since when, and until when; in one place at a time. It turns the plan to the matters of Schedule 2. */
import * as z from 'zod/mini';
import {commandKind, type CaseRecords, type Command} from '../command.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate} from '../shared/fields.ts';
import {struckOut} from '../shared/record.ts';
import {changeNamed, isAhead, isBlank, makeNew, setOnce, type Fault} from './profile-records.ts';

/** Thirty years: longer than this an expected release is a mistyped year. */
const LONGEST_MONTHS = 30 * 12;

function releaseFault(startOn: CalendarDate, expected: CalendarDate | null | undefined, today: CalendarDate): Fault {
  if (expected === null || expected === undefined) return false;
  if (expected < startOn) return ['dates_out_of_order', 'expectedReleaseOn'];
  return expected > addMonths(today, LONGEST_MONTHS) && ['out_of_range', 'expectedReleaseOn'];
}

/** Another that goes on. */
const openFault = (records: CaseRecords, {person, record}: Command): Fault =>
  records.ofPerson(person, 'detention').some(other => other.id !== record && !struckOut(other) && other.data['releasedOn'] === null) && [
    'overlaps',
    'startOn',
  ];

export const enterDetention = commandKind({
  kind: 'detention.enter',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({place: lineSchema, convicted: z.boolean(), startOn: calendarDateSchema, expectedReleaseOn: optionalDate}),
  reads: ['detention'],
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
      openFault(records, command),
    );
  },
});

/** Only what is named is changed. One that was struck out stands again, unless another goes on. */
export const changeDetention = commandKind({
  kind: 'detention.change',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({place: z.optional(lineSchema), convicted: z.optional(z.boolean()), expectedReleaseOn: z.optional(optionalDate)}),
  reads: ['detention'],
  decide(records, command, context) {
    const {place, expectedReleaseOn} = command.body;
    const known = records.get(command.record);
    const startOn = known?.data['startOn'] as CalendarDate;
    const isOpenAgain = known !== undefined && struckOut(known) !== undefined && known.data['releasedOn'] === null;
    return changeNamed(
      'detention',
      {convicted: 'decision'},
      records,
      command,
      context,
      isBlank(place, 'place'),
      releaseFault(startOn, expectedReleaseOn, context.today),
      isOpenAgain && openFault(records, command),
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
