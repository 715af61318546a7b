/**
 * Alerts from the first word to the last day. Who may read one is said when it is written and can be moved (commands.ts);
 * its review date falls due with everything else, and one that is over stays in the file with its last day.
 */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, type Command, type DecideContext} from '../command.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalDate, textSchema} from '../shared/fields.ts';
import {ALERTS} from './codes.ts';
import {changeNamed, isAhead, isBlank, makeNew, setOnce, type Fault} from './profile-records.ts';

/** An alert that nobody looks at again for longer is a mistyped year. */
const FURTHEST_MONTHS = 24;

function reviewFault(on: CalendarDate | null | undefined, command: Command, context: DecideContext): Fault {
  if (on === null || on === undefined) return false;
  if (on < dayOfWriting(command, context)) return ['date_past', 'reviewOn'];
  return on > addMonths(context.today, FURTHEST_MONTHS) && ['out_of_range', 'reviewOn'];
}

export const writeAlert = commandKind({
  kind: 'alert.write',
  version: 1,
  action: 'alert.write',
  compartment: 'restricted',
  body: z.object({
    code: z.enum(ALERTS),
    text: textSchema,
    startOn: calendarDateSchema,
    reviewOn: calendarDateSchema,
    to: z.enum(['shared', 'restricted']),
  }),
  reads: [],
  decide(records, command, context) {
    const {to, ...said} = command.body;
    return makeNew(
      ['alert', to],
      records,
      command,
      context,
      {...said, endOn: null, enteredBy: context.actor.holder},
      isBlank(said.text, 'text'),
      isAhead(said.startOn, context.today, 'startOn'),
      reviewFault(said.reviewOn, command, context),
    );
  },
});

/** Only what is named is changed. */
export const changeAlert = commandKind({
  kind: 'alert.change',
  version: 1,
  action: 'alert.write',
  compartment: 'of_record',
  body: z.object({text: z.optional(textSchema), reviewOn: z.optional(optionalDate)}),
  reads: [],
  decide(records, command, context) {
    const {text, reviewOn} = command.body;
    return changeNamed('alert', {text: 'text'}, records, command, context, isBlank(text, 'text'), reviewFault(reviewOn, command, context));
  },
});

/** Its last day: until then it is in force, and it stays in the file. */
export const endAlert = commandKind({
  kind: 'alert.end',
  version: 1,
  action: 'alert.write',
  compartment: 'of_record',
  movesState: true,
  body: z.object({endOn: calendarDateSchema}),
  reads: [],
  decide: (records, command, context) => setOnce('alert', 'endOn', 'startOn', records, command, context),
});
