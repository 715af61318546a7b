/** Own children, who are people of their own and never lie where others read, and the right to stay, which is restricted. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {addMonths, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalDate, optionalFlag, optionalLine, optionalText} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {refuse} from '../shared/result.ts';
import {IMMIGRATION_STATUSES} from './codes.ts';
import {changeNamed, isBlank, makeNew, type Fault} from './profile-records.ts';

/** A child is expected within the year; further ahead the year is mistyped. */
const FURTHEST_BIRTH_MONTHS = 12;
const birthFault = (on: CalendarDate | null | undefined, today: CalendarDate): Fault =>
  on !== null && on !== undefined && on > addMonths(today, FURTHEST_BIRTH_MONTHS) && ['out_of_range', 'bornOrDueOn'];

const child = {name: optionalLine, bornOrDueOn: optionalDate, socialWorker: optionalLine, note: optionalText};

export const addOwnChild = commandKind({
  kind: 'own-child.add',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object(child),
  reads: [],
  decide(records, command, context) {
    const {name, bornOrDueOn} = command.body;
    return makeNew(
      ['own-child', 'staff'],
      records,
      command,
      context,
      command.body,
      bornOrDueOn === null && isBlank(name, 'name'),
      birthFault(bornOrDueOn, context.today),
    );
  },
});

/** Only what is named is changed. A name or a date stays. */
export const changeOwnChild = commandKind({
  kind: 'own-child.change',
  version: 1,
  action: 'profile.write',
  compartment: 'staff',
  body: z.object({
    name: z.optional(child.name),
    bornOrDueOn: z.optional(child.bornOrDueOn),
    socialWorker: z.optional(child.socialWorker),
    note: z.optional(child.note),
  }),
  reads: [],
  decide(records, command, context) {
    const known = records.get(command.record)?.data as DataOf<'own-child'> | undefined;
    const {body} = command;
    const {name = known?.name ?? null, bornOrDueOn = known?.bornOrDueOn ?? null} = body;
    // An imported child may have had neither; a note of it can be written all the same.
    const isAsked = body.name !== undefined || body.bornOrDueOn !== undefined;
    return changeNamed(
      'own-child',
      {note: 'text'},
      records,
      command,
      context,
      isAsked && bornOrDueOn === null && isBlank(name, 'name'),
      birthFault(body.bornOrDueOn, context.today),
    );
  },
});

/** One record a person, on every device alike. What came with an import has an id of its own. */
export const immigrationId = (person: Id): Id => partId(person, 'immigration');

const NOTHING_KNOWN: DataOf<'immigration'> = {
  unaccompanied: null,
  status: null,
  leaveExpiresOn: null,
  appealRightsExhaustedOn: null,
  schedule3: null,
};

/** Only what is named is changed. The status and whether Schedule 3 stands in the way are decisions: two are both kept. */
export const writeImmigration = commandKind({
  kind: 'immigration.write',
  version: 1,
  action: 'profile.write',
  compartment: 'restricted',
  makesPart: true,
  body: z.object({
    unaccompanied: z.optional(optionalFlag),
    status: z.optional(z.nullable(z.enum(IMMIGRATION_STATUSES))),
    leaveExpiresOn: z.optional(optionalDate),
    appealRightsExhaustedOn: z.optional(optionalDate),
    schedule3: z.optional(optionalFlag),
  }),
  reads: [],
  decide(records, command, context) {
    if (records.get(command.record))
      return changeNamed('immigration', {status: 'decision', schedule3: 'decision'}, records, command, context);
    if (command.person === null || command.record !== immigrationId(command.person)) return refuse({code: 'unknown_record', fields: []});
    const named = Object.fromEntries(Object.entries(command.body).filter(([, value]) => value !== undefined));
    return makeNew(['immigration', 'restricted'], records, command, context, {...NOTHING_KNOWN, ...named});
  },
});
