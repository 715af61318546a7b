/**
 * What a row says against itself: dates in the wrong order, money paid before or decided by the one who asked, a call
 * marked as a visit. A row that breaks a control or whose length in time is unknown is held; where the rest stands
 * without the doubtful column, only that column waits.
 */
import {birthday, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {CONTACT_TYPES, FACE_TO_FACE} from '#domain/contact/codes.ts';
import type {ExtractFile} from './extract-columns.ts';
import type {CellValue, Question} from './judged-row.ts';
import type {Reason} from './read-cell.ts';

export interface OwnFaults {
  /** The gravest first. */
  readonly holds: readonly Reason[];
  readonly questions: readonly Question[];
}

type Values = Readonly<Record<string, CellValue>>;

const FINE: OwnFaults = {holds: [], questions: []};
const ask = (column: string, reason: Reason): OwnFaults => ({holds: [], questions: [{column, reason}]});
const hold = (reason: Reason): OwnFaults => ({holds: [reason], questions: []});

/** True when both are known and `second` comes before `first`; ISO dates and months compare as text. */
function isTurned(values: Values, first: string, second: string): boolean {
  const [a, b] = [values[first], values[second]];
  return typeof a === 'string' && typeof b === 'string' && b < a;
}

const askIfTurned = (values: Values, first: string, second: string, column = second): OwnFaults =>
  isTurned(values, first, second) ? ask(column, 'DATE_ORDER') : FINE;

const merge = (...faults: readonly OwnFaults[]): OwnFaults => ({
  holds: faults.flatMap(fault => fault.holds),
  questions: faults.flatMap(fault => fault.questions),
});

export function ownFaults(file: ExtractFile, values: Values, today: CalendarDate): OwnFaults {
  switch (file) {
    case 'staff.csv':
      return askIfTurned(values, 'start_date', 'end_date');
    case 'young_people.csv':
      return ofPerson(values);
    case 'looked_after_periods.csv':
      return isTurned(values, 'start_date', 'end_date') ? hold('DATE_ORDER') : notAfter(values, 'end_date', today);
    case 'accommodation.csv':
      return ofStay(values, today);
    case 'pathway_plans.csv':
      return merge(
        askIfTurned(values, 'assessment_date', 'plan_date', 'assessment_date'),
        askIfTurned(values, 'plan_date', 'approved_date'),
        askIfTurned(values, 'plan_date', 'copy_given_date'),
      );
    case 'contacts.csv':
      return merge(
        ofVisitFlag(values),
        askIfTurned(values, 'contact_date', 'next_contact_date'),
        askIfTurned(values, 'contact_date', 'written_up_date'),
      );
    case 'fund_requests.csv':
      return ofRequest(values);
    case 'income_scheme.csv':
      return merge(askIfTurned(values, 'offered_date', 'join_date'), askIfTurned(values, 'first_payment_month', 'final_payment_month'));
    case 'alerts.csv':
      return merge(askIfTurned(values, 'start_date', 'review_date'), askIfTurned(values, 'start_date', 'end_date'));
    case 'plan_sections.csv':
    case 'plan_actions.csv':
    case 'fund_budgets.csv':
    case 'income_checkins.csv':
      return FINE;
  }
}

function ofPerson(values: Values): OwnFaults {
  if (isContradictoryBirth(values)) return hold('DATE_ORDER');
  const died = values['in_touch'] === 'died' && values['date_of_death'] === null ? ask('date_of_death', 'DATE_MISSING') : FINE;
  return merge(died, askIfTurned(values, 'dob', 'date_of_death'), askIfTurned(values, 'lac_first_start', 'lac_last_end'));
}

/** The front sheet contradicts itself on the date that drives every duty: nobody enters care before birth or at 18. */
function isContradictoryBirth(values: Values): boolean {
  const [born, first] = [values['dob'], values['lac_first_start']];
  if (typeof born !== 'string' || typeof first !== 'string') return false;
  return first < born || first >= birthday(born as CalendarDate, 18);
}

/** A last day that lies ahead has not happened: the period or stay is still open until somebody says otherwise. */
function notAfter(values: Values, column: string, today: CalendarDate): OwnFaults {
  const value = values[column];
  return typeof value === 'string' && value > today ? ask(column, 'DATE_FUTURE') : FINE;
}

function ofStay(values: Values, today: CalendarDate): OwnFaults {
  if (isTurned(values, 'start_date', 'end_date')) return hold('DATE_ORDER');
  const start = values['start_date'];
  if (typeof start === 'string' && start > today) return hold('DATE_FUTURE');
  return notAfter(values, 'end_date', today);
}

function isFaceToFace(values: Values): boolean {
  const type = CONTACT_TYPES.find(code => code === values['contact_type']);
  return type !== undefined && FACE_TO_FACE.includes(type);
}

function ofVisitFlag(values: Values): OwnFaults {
  return values['visit_flag'] === true && values['contact_type'] !== null && !isFaceToFace(values)
    ? ask('visit_flag', 'PHONE_AS_VISIT')
    : FINE;
}

/** A visit to somebody who had died cannot be true; a call with the family is a proper record. */
export function isVisitAfterDeath(values: Values, diedOn: CalendarDate | null): boolean {
  if (diedOn === null || typeof values['contact_date'] !== 'string' || values['contact_date'] <= diedOn) return false;
  return isFaceToFace(values) || values['visit_flag'] === true || values['seen'] === true;
}

function ofRequest(values: Values): OwnFaults {
  const {requested_by: by, decided_by: decider, paid_date: paid, decided_date: decided} = values;
  const isPaidTooSoon = paid !== null && (decided === null || isTurned(values, 'decided_date', 'paid_date'));
  return merge(
    by !== null && by !== 'YP' && by === decider ? hold('SELF_APPROVED') : FINE,
    isPaidTooSoon ? hold('PAID_BEFORE_DECIDED') : FINE,
    isTurned(values, 'requested_date', 'decided_date') ? hold('DATE_ORDER') : FINE,
  );
}
