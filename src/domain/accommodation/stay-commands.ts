/**
 * Moving: one stay ends and the next begins, in one step, so that somebody always lives somewhere, even if nobody knows
 * where. Whoever enters a stay cannot lay it over one that they have in view; one that somebody else entered meanwhile, on
 * a device without a connection, is no reason to lose either: both stand, and a person is asked (spells.ts).
 */
import * as z from 'zod/mini';
import {commandKind, type CaseRecords, type Command, type DecideContext, type Refusal} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {addMonths, birthday, calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {optionalDate, optionalId, textSchema} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {stateOp} from '../shared/record.ts';
import {ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {aheadFault, happenedFault} from '../young-person/days-of-life.ts';
import {changeNamed, isAhead, isBlank, makeNew, refusalOf, type Fault} from '../young-person/profile-records.ts';
import {stayKind} from './accommodation.ts';
import {livedIn} from './kept-room.ts';
import {fosterCarerFault} from './ready-eligibility.ts';
import {overlapOf, type Stay} from './spells.ts';

/** A move can be planned; further ahead it is a mistyped year. */
const FURTHEST_MONTHS = 12;

const {startOn: _start, endOn: _end, tenancyStatus: _written, endReason: _reason, ...described} = stayKind.schema.shape;
const factsSchema = z.partial(z.object(described));
export type StayFacts = z.infer<typeof factsSchema>;

type Days = Pick<Stay['data'], 'startOn' | 'endOn'>;

const personOf = (records: CaseRecords, {person}: Command) =>
  records.ofPerson(person, 'young-person')[0] as RecordOf<'young-person'> | undefined;

/** Days of a stay lie in a life; somebody can move on the day of their death, and not after it. */
function daysFault(records: CaseRecords, command: Command, {startOn, endOn}: Days, {today}: DecideContext): Fault {
  const person = personOf(records, command)?.data;
  const born = person?.birthDates.at(-1)?.date;
  const died = person?.diedOn ?? null;
  const isBeyond = (on: CalendarDate | null) =>
    on !== null && (on > addMonths(today, FURTHEST_MONTHS) || (born !== undefined && on < born) || (died !== null && on > died));
  if (isBeyond(startOn)) return ['out_of_range', 'startOn'];
  if (startOn !== null && endOn !== null && endOn < startOn) return ['dates_out_of_order', 'endOn'];
  return isBeyond(endOn) && ['out_of_range', 'endOn'];
}

/** Over a stay that its author has in view, other than the one that it ends; `stays`: as they were lived in. */
function overlapFault(stays: readonly Stay[], command: Command, {startOn, endOn}: Days, known: readonly Id[], ends: Id | null): Fault {
  if (startOn === null) return false;
  const mine = {from: startOn, until: endOn};
  const over = stays.some(
    ({id, data}) =>
      known.includes(id) &&
      id !== command.record &&
      id !== ends &&
      data.startOn !== null &&
      overlapOf({from: data.startOn, until: data.endOn}, mine) !== null,
  );
  return over && ['overlaps', 'startOn'];
}

const staysOf = (records: CaseRecords, {person}: Command) => records.ofPerson(person, 'stay') as readonly Stay[];

const noticeFault = ({noticeOn, noticeEndsOn}: StayFacts): Fault =>
  !!noticeOn && !!noticeEndsOn && noticeEndsOn < noticeOn && ['dates_out_of_order', 'noticeEndsOn'];

/** What has happened is not ahead, and a notice ends on a day that can be waited for: more would be a mistyped year. */
const factDaysFault = (records: CaseRecords, command: Command, facts: StayFacts, context: DecideContext): Refusal | null =>
  refusalOf(isAhead(facts.landlordCheckedOn, context.today, 'landlordCheckedOn')) ??
  happenedFault(records, command, context, 'noticeOn', facts.noticeOn, {afterDeath: true}) ??
  aheadFault(context, 'noticeEndsOn', facts.noticeEndsOn);

/** When I am Ready begins at 18, with somebody who fostered them until then (edge case 20, domain.md 3.5). */
function readyFault(records: CaseRecords, command: Command, type: StayFacts['type'], startOn: CalendarDate): Fault {
  if (type !== 'when_i_am_ready') return false;
  const born = personOf(records, command)?.data.birthDates.at(-1)?.date;
  if (born !== undefined && startOn < birthday(born, 18)) return ['out_of_range', 'startOn'];
  return fosterCarerFault(records, command, 'type');
}

const knownSchema = z.array(idSchema).check(z.maxLength(500));

export const enterStay = commandKind({
  kind: 'stay.enter',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: z.object({
    startOn: calendarDateSchema,
    endOn: optionalDate,
    /**
     * The stay that this move ends; null where it goes back to a time between others, or is the first. `bases.ends`: the op
     * that made its state as the author saw it. Days that somebody has put right since stand beside the move, and are asked about.
     */
    ends: optionalId,
    /** Those that its author had in view. */
    known: knownSchema,
    facts: factsSchema,
  }),
  reads: ['young-person', 'stay', 'looked-after-period'],
  names: ({ends}) => (ends === null ? [] : [ends]),
  decide(records, command, context) {
    const {startOn, endOn, ends, known, facts} = command.body;
    const ended = ends === null ? null : ownRecord(records.get(ends), 'stay', command);
    if (ended && !ended.ok) return ended;
    const daysOfFacts = factDaysFault(records, command, facts, context);
    if (daysOfFacts) return refuse(daysOfFacts);
    const before = (ended?.value ?? null) as Stay | null;
    const isPutRight = before !== null && !(command.bases?.['ends'] ?? [stateOp(before)]).includes(stateOp(before));
    const made = makeNew(
      ['stay', 'shared'],
      records,
      command,
      context,
      {...NOTHING_SAID, ...given(facts), startOn, endOn, tenancyStatus: null, endReason: null},
      daysFault(records, command, {startOn, endOn}, context),
      !isPutRight && !!before?.data.startOn && startOn <= before.data.startOn && ['dates_out_of_order', 'startOn'],
      facts.keptWhileAway !== true && overlapFault(livedIn(staysOf(records, command)), command, {startOn, endOn}, known, ends),
      noticeFault(facts),
      readyFault(records, command, facts.type, startOn),
    );
    if (!made.ok || before === null) return made;
    // Of two moves away from one home the earlier one ended it, whichever came in first.
    const until = before.data.endOn;
    const isEnded = until !== null && (isPutRight || until <= startOn);
    return ok({...made.value, puts: [...made.value.puts, ...(isEnded ? [] : [{...before, data: {...before.data, endOn: startOn}}])]});
  },
});

/** Without what is undefined. */
const given = (facts: StayFacts) => facts as {[Field in keyof StayFacts]: NonNullable<StayFacts[Field]> | null};

const NOTHING_SAID = {
  type: null,
  providedByAuthority: null,
  address: null,
  town: null,
  postcode: null,
  landlord: null,
  weeklyRentPence: null,
} as const;

/** Only what is named is changed. */
export const changeStay = commandKind({
  kind: 'stay.change',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  body: factsSchema,
  reads: ['young-person', 'stay', 'looked-after-period'],
  decide(records, command, context) {
    const stay = records.get(command.record) as Stay | undefined;
    const {body} = command;
    const daysOfFacts = factDaysFault(records, command, body, context);
    if (daysOfFacts) return refuse(daysOfFacts);
    return changeNamed(
      'stay',
      {type: 'decision', providedByAuthority: 'decision'},
      records,
      command,
      context,
      noticeFault({noticeOn: stay?.data.noticeOn, noticeEndsOn: stay?.data.noticeEndsOn, ...body}),
      body.type !== stay?.data.type && readyFault(records, command, body.type, stay?.data.startOn ?? context.today),
    );
  },
});

/** The days of a stay, put right: also that somebody still lives where they were thought to have left. */
export const correctStay = commandKind({
  kind: 'stay.correct-days',
  version: 1,
  action: 'home.write',
  compartment: 'shared',
  movesState: true,
  body: z.object({startOn: z.optional(calendarDateSchema), endOn: z.optional(optionalDate), known: knownSchema}),
  reads: ['young-person', 'stay'],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'stay', command);
    if (!found.ok) return found;
    const {known, ...given} = command.body;
    const {data} = found.value as Stay;
    const days: Days = {startOn: given.startOn ?? data.startOn, endOn: given.endOn === undefined ? data.endOn : given.endOn};
    if (days.startOn === data.startOn && days.endOn === data.endOn) return refuse({code: 'unchanged', fields: []});
    // All as they would be lived in with these days: a kept room until the corrected first day away, and no longer.
    const lived = livedIn(
      staysOf(records, command).map(stay => (stay.id === command.record ? {...stay, data: {...stay.data, ...days}} : stay)),
    );
    const own = lived.find(({id}) => id === command.record)?.data;
    // An end that a move has set meanwhile, which the author had not in view, stands beside what they say, and is asked about.
    const isUnseen =
      given.endOn === undefined &&
      staysOf(records, command).some(({id, data: {startOn}}) => id !== command.record && !known.includes(id) && startOn === data.endOn);
    const fault = refusalOf(
      daysFault(records, command, isUnseen ? {...days, endOn: null} : days, context),
      own !== undefined && overlapFault(lived, command, own, known, null),
    );
    if (fault) return refuse(fault);
    return ok({status: 'applied', puts: [{...found.value, data: {...data, ...days}}], grants: []});
  },
});

/** A note of staff on a home. */
export const writeStayNote = commandKind({
  kind: 'stay-notes.write',
  version: 1,
  action: 'home.write',
  compartment: 'staff',
  body: z.object({stay: idSchema, words: textSchema}),
  reads: [],
  names: ({stay}) => [stay],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.body.stay), 'stay', command);
    if (!found.ok) return found;
    return makeNew(['stay-notes', 'staff'], records, command, context, command.body, isBlank(command.body.words, 'words'));
  },
});
