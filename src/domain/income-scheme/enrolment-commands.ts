/**
 * Somebody's time in an income scheme, as staff put it down: an offer, what they said to it, a pause, what was paid, and how it
 * ended. A closed scheme takes nobody in, and no payment is noted for a month that has not come or that the scheme does not pay.
 * Every month is worked out from the scheme and the dates; nobody types one that the rules already say.
 */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting, type CaseRecords, type Command, type Refusal} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {monthSchema, optionalDate, optionalFlag} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {addToMonth, firstDayOf, monthOf} from '../shared/month.ts';
import {ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {isAhead, makeNew, refusalOf} from '../young-person/profile-records.ts';
import * as codes from './codes.ts';
import {instalments, paymentMonths, paysFor, type Pause} from './payment-months.ts';
import {READ_FOR_STANDING} from '../young-person/standing.ts';
import {schemeEligibility} from './scheme-eligibility.ts';
import {isClosed, PILOT_ID, schemeOf, type KnownScheme} from './scheme.ts';

type Enrolment = RecordOf<'income-enrolment'>;

const ofAuthority = {readsOfAuthority: ['income-scheme'] as const};

function knownScheme(records: CaseRecords, id: Id | null | undefined): Result<KnownScheme, Refusal> {
  const scheme = schemeOf(records.ofPerson(null, 'income-scheme'), id);
  return scheme ? ok(scheme) : refuse({code: 'unknown_record', fields: ['scheme']});
}

const eligibilityOf = (records: CaseRecords, command: Command, scheme: KnownScheme, on: CalendarDate) =>
  schemeEligibility(
    scheme,
    READ_FOR_STANDING.flatMap(kind => records.ofPerson(command.person, kind)),
    on,
  );

/** Whoever was eligible and has died is taken in by nothing that is said to have happened after it. */
const diedBefore = (records: CaseRecords, {person}: Command, on: CalendarDate): boolean =>
  (records.ofPerson(person, 'young-person') as readonly RecordOf<'young-person'>[]).some(
    ({data}) => data.diedOn !== null && data.diedOn < on,
  );

interface Joined {
  readonly enrolment: Enrolment;
  readonly scheme: KnownScheme;
}

/** Somebody who is in the scheme now: joined, and nobody has said that it ended. */
function joined(records: CaseRecords, command: Command): Result<Joined, Refusal> {
  const found = ownRecord(records.get(command.record), 'income-enrolment', command);
  if (!found.ok) return found;
  const enrolment = found.value as Enrolment;
  if (enrolment.data.decision !== 'joined' || enrolment.data.closingReason !== null) return refuse({code: 'state_moved', fields: []});
  const scheme = knownScheme(records, enrolment.data.scheme);
  return scheme.ok ? ok({enrolment, scheme: scheme.value}) : scheme;
}

const withData = (enrolment: Enrolment, data: Partial<Enrolment['data']>) =>
  ok({status: 'applied' as const, puts: [{...enrolment, data: {...enrolment.data, ...data}}], grants: []});

export const offerIncome = commandKind({
  kind: 'income-enrolment.offer',
  version: 1,
  action: 'income-scheme.enrol',
  compartment: 'shared',
  body: z.object({scheme: idSchema, offeredOn: calendarDateSchema, adviceOn: optionalDate}),
  reads: [...READ_FOR_STANDING, 'income-enrolment'],
  ...ofAuthority,
  onePersonAtATime: true,
  decide(records, command, context) {
    const {scheme: id, offeredOn, adviceOn} = command.body;
    const scheme = knownScheme(records, id);
    if (!scheme.ok) return scheme;
    const on = dayOfWriting(command, context);
    if (isClosed(scheme.value, on)) return refuse({code: 'scheme_closed', fields: ['scheme']});
    if (eligibilityOf(records, command, scheme.value, on).answer === 'no' || diedBefore(records, command, offeredOn))
      return refuse({code: 'scheme_not_for_them', fields: ['scheme']});
    const others = records.ofPerson(command.person, 'income-enrolment') as readonly Enrolment[];
    if (others.some(({data}) => (data.scheme ?? PILOT_ID) === id)) return refuse({code: 'already_there', fields: ['scheme']});
    return makeNew(
      ['income-enrolment', 'shared'],
      records,
      command,
      context,
      {
        scheme: id,
        offeredOn,
        adviceOn,
        decision: null,
        joinedOn: null,
        declinedOn: null,
        firstPaymentMonth: null,
        finalPaymentMonth: null,
        paymentsMade: null,
        frequency: null,
        grossMonthPence: null,
        netMonthPence: null,
        accountSetUp: null,
        pauseNote: null,
        pauses: [],
        closingReason: null,
        closedOn: null,
      },
      isAhead(offeredOn, context.today, 'offeredOn'),
      isAhead(adviceOn, context.today, 'adviceOn'),
    );
  },
});

/** Whoever said no can still say yes, while the scheme is open. */
export const answerIncomeOffer = commandKind({
  kind: 'income-enrolment.answer',
  version: 1,
  action: 'income-scheme.enrol',
  compartment: 'shared',
  movesState: true,
  body: z.object({
    decision: z.enum(['joined', 'declined']),
    on: calendarDateSchema,
    frequency: z.nullable(z.enum(codes.PAYMENT_FREQUENCIES)),
    accountSetUp: optionalFlag,
  }),
  reads: READ_FOR_STANDING,
  ...ofAuthority,
  decide(records, command, context) {
    const {decision, on, frequency, accountSetUp} = command.body;
    const found = ownRecord(records.get(command.record), 'income-enrolment', command);
    if (!found.ok) return found;
    const enrolment = found.value as Enrolment;
    const {data} = enrolment;
    if (data.decision !== null && !(data.decision === 'declined' && decision === 'joined'))
      return refuse({code: 'state_moved', fields: []});
    const fault = refusalOf(
      isAhead(on, context.today, 'on'),
      data.offeredOn !== null && on < data.offeredOn && ['dates_out_of_order', 'on'],
    );
    if (fault) return refuse(fault);
    if (decision === 'declined') return withData(enrolment, {decision, declinedOn: on});
    const scheme = knownScheme(records, data.scheme);
    if (!scheme.ok) return scheme;
    const day = dayOfWriting(command, context);
    if (isClosed(scheme.value, day)) return refuse({code: 'scheme_closed', fields: []});
    const {answer, birthday} = eligibilityOf(records, command, scheme.value, day);
    if (answer === 'no' || birthday === null || diedBefore(records, command, on)) return refuse({code: 'scheme_not_for_them', fields: []});
    if (frequency === null || !scheme.value.frequencies.includes(frequency)) return refuse({code: 'out_of_range', fields: ['frequency']});
    const months = paymentMonths(scheme.value, birthday, on);
    if (months === null) return refuse({code: 'scheme_closed', fields: []});
    return withData(enrolment, {
      decision,
      joinedOn: on,
      declinedOn: null,
      frequency,
      accountSetUp,
      firstPaymentMonth: months.first,
      finalPaymentMonth: months.last,
      paymentsMade: 0,
      monthsPromised: scheme.value.payments,
      grossMonthPence: scheme.value.grossPence,
      netMonthPence: scheme.value.netPence,
    });
  },
});

/**
 * The months after a change of pauses; the first payment stays the first, also where a date of birth is put right later, and the
 * last one moves where the scheme says so. While a pause has no end nobody knows the last one: resting is not the end.
 */
function withPauses({enrolment, scheme}: Joined, pauses: readonly Pause[]) {
  const {firstPaymentMonth: first, finalPaymentMonth: last} = enrolment.data;
  if (pauses.some(({until}) => until === null)) return withData(enrolment, {pauses: [...pauses], finalPaymentMonth: null});
  const monthBefore = first === null ? null : firstDayOf(addToMonth(first, -1));
  const months = monthBefore === null ? null : paymentMonths(paysFor(scheme, enrolment.data), monthBefore, monthBefore, pauses);
  return withData(enrolment, {pauses: [...pauses], finalPaymentMonth: months?.last ?? last});
}

export const pauseIncome = commandKind({
  kind: 'income-enrolment.pause',
  version: 1,
  action: 'income-scheme.enrol',
  compartment: 'shared',
  movesState: true,
  body: z.object({from: monthSchema, until: z.nullable(monthSchema), reason: z.enum(codes.PAUSE_REASONS)}),
  reads: [],
  ...ofAuthority,
  decide(records, command, context) {
    const found = joined(records, command);
    if (!found.ok) return found;
    const {from, until} = command.body;
    const {firstPaymentMonth: first, pauses = []} = found.value.enrolment.data;
    if (isClosed(found.value.scheme, dayOfWriting(command, context))) return refuse({code: 'scheme_closed', fields: []});
    const overlaps = pauses.some(other => (other.until === null || from <= other.until) && (until === null || other.from <= until));
    const fault = refusalOf(
      until !== null && until < from && ['dates_out_of_order', 'until'],
      first !== null && from < first && ['out_of_range', 'from'],
      overlaps && ['overlaps', 'from'],
    );
    if (fault) return refuse(fault);
    return withPauses(found.value, [...pauses, command.body]);
  },
});

export const resumeIncome = commandKind({
  kind: 'income-enrolment.resume',
  version: 1,
  action: 'income-scheme.enrol',
  compartment: 'shared',
  movesState: true,
  body: z.object({until: monthSchema}),
  reads: [],
  ...ofAuthority,
  decide(records, command) {
    const found = joined(records, command);
    if (!found.ok) return found;
    const {until} = command.body;
    const pauses = found.value.enrolment.data.pauses ?? [];
    const open = pauses.find(pause => pause.until === null);
    if (!open) return refuse({code: 'state_moved', fields: []});
    if (until < open.from) return refuse({code: 'dates_out_of_order', fields: ['until']});
    return withPauses(
      found.value,
      pauses.map(pause => (pause === open ? {...pause, until} : pause)),
    );
  },
});

/** Why no payment can stand for this month, if so. */
function paymentFault({enrolment, scheme}: Joined, month: string, made: number, today: CalendarDate): Refusal | null {
  const {firstPaymentMonth: first, frequency} = enrolment.data;
  if (scheme.lastPaymentMonth !== null && month > scheme.lastPaymentMonth) return {code: 'scheme_closed', fields: ['lastMonth']};
  return refusalOf(
    month > monthOf(today) && ['date_in_future', 'lastMonth'],
    first !== null && month < first && ['dates_out_of_order', 'lastMonth'],
    made > instalments(paysFor(scheme, enrolment.data).payments, frequency) && ['out_of_range', 'made'],
  );
}

const paid = {
  /** Transfers so far: two a month for whoever is paid twice a month. */
  made: z.int().check(z.minimum(0), z.maximum(120)),
  lastMonth: monthSchema,
};

export const noteIncomePayments = commandKind({
  kind: 'income-enrolment.note-payments',
  version: 1,
  action: 'income-scheme.enrol',
  compartment: 'shared',
  movesState: true,
  body: z.object(paid),
  reads: [],
  ...ofAuthority,
  decide(records, command, context) {
    const found = joined(records, command);
    if (!found.ok) return found;
    const {made, lastMonth} = command.body;
    const fault = paymentFault(found.value, lastMonth, made, context.today);
    return fault ? refuse(fault) : withData(found.value.enrolment, {paymentsMade: made});
  },
});

/** How it ended, and what had been paid by then. */
export const endIncome = commandKind({
  kind: 'income-enrolment.end',
  version: 1,
  action: 'income-scheme.enrol',
  compartment: 'shared',
  movesState: true,
  body: z.object({reason: z.enum(codes.CLOSING_REASONS), on: calendarDateSchema, made: paid.made, lastMonth: z.nullable(monthSchema)}),
  reads: [],
  ...ofAuthority,
  decide(records, command, context) {
    const found = joined(records, command);
    if (!found.ok) return found;
    const {enrolment} = found.value;
    const {reason, on, made, lastMonth} = command.body;
    const fault =
      refusalOf(
        isAhead(on, context.today, 'on'),
        enrolment.data.joinedOn !== null && on < enrolment.data.joinedOn && ['dates_out_of_order', 'on'],
        (lastMonth === null) !== (made === 0) && ['out_of_range', 'lastMonth'],
      ) ?? (lastMonth === null ? null : paymentFault(found.value, lastMonth, made, context.today));
    if (fault) return refuse(fault);
    return withData(enrolment, {
      decision: reason === 'left' ? 'left_early' : 'joined',
      closingReason: reason,
      closedOn: on,
      paymentsMade: made,
      finalPaymentMonth: lastMonth,
    });
  },
});
