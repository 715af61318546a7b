/**
 * Periods of being looked after, entered, corrected and ended: the category rests on their days, so no two of them
 * take the same days, none begins before its person, and none is dated far ahead by a slip of the hand.
 */
import * as z from 'zod/mini';
import {commandKind, type CaseRecords, type Command} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addMonths, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {lineSchema, optionalDate, optionalLine} from '../shared/fields.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut} from '../shared/record.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {LEGAL_STATUSES, REASONS_CEASED} from './codes.ts';
import {changeNamed, isBlank, makeNew, refusalOf, type Fault} from './profile-records.ts';

/** An order can be known to end; further ahead it is a mistyped year. */
const FURTHEST_MONTHS = 24;

type Period = RecordOf<'looked-after-period'>;
type Days = Pick<Period['data'], 'startOn' | 'endOn'>;

/** One may begin on the day on which another ends, as when the legal status changes: a day in two counts once. */
const overlap = (one: Days, other: Days): boolean =>
  one.startOn === other.startOn ||
  ((other.endOn === null || one.startOn < other.endOn) && (one.endOn === null || other.startOn < one.endOn));

/** Not among those that were struck out. */
function overlapFault(records: CaseRecords, command: Command, days: Days): Fault {
  const others = records
    .ofPerson(command.person, 'looked-after-period')
    .filter((period): period is Period => isKind(period, 'looked-after-period') && period.id !== command.record && !struckOut(period))
    .map(({data}) => data);
  return others.some(other => overlap(days, other)) && ['overlaps', 'startOn'];
}

/** `before`: the days that stood there; one that stays is not judged again, as when a later date of birth was settled meanwhile. */
function daysFault(records: CaseRecords, command: Command, days: Days, today: CalendarDate, before: Days | null = null): Fault {
  const {startOn, endOn} = days;
  const [isNewStart, isNewEnd] = [startOn !== before?.startOn, before === null || endOn !== before.endOn];
  if (isNewStart && startOn > today) return ['date_in_future', 'startOn'];
  if ((isNewStart || isNewEnd) && endOn !== null && endOn < startOn) return ['dates_out_of_order', isNewEnd ? 'endOn' : 'startOn'];
  if (isNewEnd && endOn !== null && endOn > addMonths(today, FURTHEST_MONTHS)) return ['out_of_range', 'endOn'];
  const person = records.ofPerson(command.person, 'young-person')[0] as RecordOf<'young-person'> | undefined;
  const bornOn = person?.data.birthDates.at(-1)?.date;
  if (isNewStart && bornOn !== undefined && startOn < bornOn) return ['out_of_range', 'startOn'];
  return overlapFault(records, command, days);
}

const described = {
  legalStatus: z.nullable(z.enum(LEGAL_STATUSES)),
  lastPlacement: optionalLine,
  reasonCeased: z.nullable(z.enum(REASONS_CEASED)),
};

export const addLookedAfterPeriod = commandKind({
  kind: 'looked-after-period.add',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({startOn: calendarDateSchema, endOn: optionalDate, authority: lineSchema, ...described}),
  reads: ['young-person', 'looked-after-period'],
  decide: (records, command, context) =>
    makeNew(
      ['looked-after-period', 'shared'],
      records,
      command,
      context,
      {...command.body, reviewsHeld: null, lastReviewOn: null},
      isBlank(command.body.authority, 'authority'),
      daysFault(records, command, command.body, context.today),
    ),
});

/** Its days, also to end it: one person at a time, who has seen the days that stood there. Only what is named is changed. */
export const correctLookedAfterPeriod = commandKind({
  kind: 'looked-after-period.correct',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({startOn: z.optional(calendarDateSchema), endOn: z.optional(optionalDate)}),
  reads: ['young-person', 'looked-after-period'],
  decide(records, command, context) {
    const period = ownRecord(records.get(command.record), 'looked-after-period', command);
    if (!period.ok) return period;
    const {data} = period.value as Period;
    const {startOn = data.startOn, endOn = data.endOn} = command.body;
    if (command.body.startOn === undefined && command.body.endOn === undefined) return refuse({code: 'unchanged', fields: ['endOn']});
    const fault = refusalOf(daysFault(records, command, {startOn, endOn}, context.today, data));
    if (fault) return refuse(fault);
    return ok({status: 'applied', puts: [{...period.value, data: {...data, startOn, endOn}}], grants: []});
  },
});

/** What is said of it beside its days. Only what is named is changed. One that was struck out stands again, where its days are free. */
export const changeLookedAfterPeriod = commandKind({
  kind: 'looked-after-period.change',
  version: 1,
  action: 'profile.write',
  compartment: 'shared',
  body: z.object({
    legalStatus: z.optional(described.legalStatus),
    lastPlacement: z.optional(described.lastPlacement),
    reasonCeased: z.optional(described.reasonCeased),
  }),
  reads: ['looked-after-period'],
  decide(records, command, context) {
    const period = records.get(command.record);
    return changeNamed(
      'looked-after-period',
      {legalStatus: 'decision', reasonCeased: 'decision'},
      records,
      command,
      context,
      period !== undefined &&
        isKind(period, 'looked-after-period') &&
        struckOut(period) !== undefined &&
        overlapFault(records, command, period.data),
    );
  },
});
