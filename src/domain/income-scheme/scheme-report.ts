/**
 * What became of an income scheme (domain.md 7, report 8): who could join, joined, declined and left, when payments ended, which
 * check-ins were held of those that were due, and how things stand with those whose payments have ended. Counts of people only.
 */
import {homeStatus, presentStay} from '../accommodation/present-stay.ts';
import {presentActivity} from '../learning-work/present-activity.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import {monthOf, monthsBetween, type Month} from '../shared/month.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {isSmall, linesToHide, rounded} from '../shared/small-numbers.ts';
import {checkInsOf, checkInTimetable} from './check-ins.ts';
import {activityGroup, READ_FOR_EVALUATION} from './evaluation.ts';
import {schemeEligibility} from './scheme-eligibility.ts';
import {PILOT_ID, type KnownScheme} from './scheme.ts';

export const READ_FOR_SCHEME_REPORT = [...READ_FOR_EVALUATION, 'homeless-episode'] as const satisfies readonly KindCode[];

/** Null, here as everywhere in the report: too few people to tell. */
export interface PeopleLine {
  readonly key: string;
  readonly people: number | null;
}
export interface CheckInLine {
  /** Of the scheme, or after the last payment. */
  readonly month: number;
  readonly isAfter: boolean;
  readonly due: number | null;
  readonly held: number | null;
}
export interface SchemeReport {
  /** Young people of the authority whom the scheme was for, by their dates. */
  readonly eligible: number | null;
  /** Of them, those in whose file there is no offer. */
  readonly noOffer: number | null;
  /** Those who left early are among them. */
  readonly joined: number | null;
  readonly leftEarly: number | null;
  readonly declined: number | null;
  /** Joined, and the last payment's month is past. */
  readonly ended: number | null;
  /** By the month of the last payment, as 'YYYY-MM'. */
  readonly finalMonths: readonly PeopleLine[];
  readonly checkIns: readonly CheckInLine[];
  /** Of those whose payments have ended, as their files say today. */
  readonly activity: readonly PeopleLine[];
  readonly arrears: readonly PeopleLine[];
  readonly home: readonly PeopleLine[];
}
export const SCHEME_SUMS = [
  'eligible',
  'noOffer',
  'joined',
  'leftEarly',
  'declined',
  'ended',
] as const satisfies readonly (keyof SchemeReport)[];
export const SCHEME_TABLES = ['finalMonths', 'activity', 'arrears', 'home'] as const satisfies readonly (keyof SchemeReport)[];

/** Always in this order, so that nothing is told by where a line stands. */
export const POSITIONS = {
  activity: ['learning', 'work_or_training', 'neither', 'not_known'],
  arrears: ['arrears', 'none', 'not_known'],
  home: ['homeless_now', 'homeless_since', 'not_homeless', 'not_known'],
} as const;

interface Position {
  readonly activity: (typeof POSITIONS)['activity'][number];
  readonly arrears: (typeof POSITIONS)['arrears'][number];
  readonly home: (typeof POSITIONS)['home'][number];
}
interface Counted {
  readonly isEligible: boolean;
  readonly isOffered: boolean;
  readonly decision: 'joined' | 'declined' | 'left_early' | null;
  readonly finalMonth: Month | null;
  /** By the line that it counts in: whether a check-in was held. */
  readonly due: ReadonlyMap<string, boolean>;
  /** Null: payments have not ended. */
  readonly position: Position | null;
}

const lineOf = ({month, isAfter}: Pick<CheckInLine, 'month' | 'isAfter'>): string => `${isAfter ? 'after' : 'month'} ${month}`;

const NOBODY: Counted = {isEligible: false, isOffered: false, decision: null, finalMonth: null, due: new Map(), position: null};

function countedOf(file: readonly DomainRecord[], scheme: KnownScheme, today: CalendarDate): Counted {
  const of = <Kind extends KindCode>(kind: Kind) =>
    file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record));
  const person = of('young-person')[0];
  if (!person) return NOBODY;
  const enrolment = of('income-enrolment').find(({data}) => (data.scheme ?? PILOT_ID) === scheme.id);
  const {diedOn} = person.data;
  const decision = enrolment?.data.decision ?? null;
  const hasJoined = decision === 'joined' || decision === 'left_early';
  const finalMonth = hasJoined ? (enrolment?.data.finalPaymentMonth ?? null) : null;
  const isOver = finalMonth !== null && finalMonth < monthOf(today) && diedOn === null;
  const checkIns = enrolment ? checkInsOf(enrolment, of('income-check-in')).filter(({data}) => data.on <= today) : [];
  const timetable = enrolment && hasJoined ? checkInTimetable(scheme, enrolment, checkIns, today, diedOn) : [];
  return {
    // An offer says that somebody found them eligible, whatever the dates in the file lack.
    isEligible: enrolment !== undefined || schemeEligibility(scheme, file, today).answer === 'yes',
    isOffered: enrolment !== undefined,
    decision,
    finalMonth,
    due: new Map(
      timetable
        .filter(({state}) => state !== 'ahead')
        .map(({number, month, isAfter, state}) => [
          lineOf({month: isAfter && finalMonth !== null ? monthsBetween(finalMonth, month) : number, isAfter}),
          state === 'held',
        ]),
    ),
    position: isOver ? positionOf(finalMonth) : null,
  };

  function positionOf(until: Month): Position {
    const after = checkIns
      .filter(({data}) => monthOf(data.on) > until)
      .toSorted((one, other) => (one.data.on < other.data.on ? 1 : -1))
      .map(({data}) => data);
    const latest = after.find(({arrearsPence, rentPaid}) => arrearsPence !== null || rentPaid !== null);
    const inArrears = latest && ((latest.arrearsPence ?? 0) > 0 || (latest.arrearsPence === null && latest.rentPaid === 'no'));
    const episodes = of('homeless-episode').map(({data}) => data);
    const status = homeStatus(presentStay(of('stay'), today)?.data.type ?? null);
    const isHomeless = status === 'homeless' || episodes.some(({presentedOn, endOn}) => presentedOn <= today && endOn === null);
    const wasHomeless = episodes.some(({presentedOn, endOn}) => monthOf(endOn ?? presentedOn) > until);
    return {
      activity: activityGroup(presentActivity(file, today)?.data.code ?? after.find(({activity}) => activity !== null)?.activity),
      arrears: latest === undefined ? 'not_known' : inArrears ? 'arrears' : 'none',
      home: isHomeless ? 'homeless_now' : wasHomeless ? 'homeless_since' : status === 'not_known' ? 'not_known' : 'not_homeless',
    };
  }
}

/** @param files the records of each person */
export function schemeReport(files: readonly (readonly DomainRecord[])[], scheme: KnownScheme, today: CalendarDate): SchemeReport {
  const counted = files.map(file => countedOf(file, scheme, today));
  const count = (is: (each: Counted) => boolean) => counted.filter(is).length;
  const months = [...new Set(counted.flatMap(({finalMonth}) => finalMonth ?? []))].toSorted();
  const position = <Table extends keyof Position>(table: Table): readonly PeopleLine[] =>
    POSITIONS[table].map(key => ({key, people: count(each => each.position?.[table] === key)}));
  return {
    eligible: count(({isEligible}) => isEligible),
    noOffer: count(({isEligible, isOffered}) => isEligible && !isOffered),
    joined: count(({decision}) => decision === 'joined' || decision === 'left_early'),
    declined: count(({decision}) => decision === 'declined'),
    leftEarly: count(({decision}) => decision === 'left_early'),
    ended: count(each => each.position !== null),
    finalMonths: months.map(key => ({key, people: count(({finalMonth}) => finalMonth === key)})),
    checkIns: [
      ...scheme.checkIns.map(month => ({month, isAfter: false})),
      ...scheme.checkInsAfter.map(month => ({month, isAfter: true})),
    ].map(line => ({...line, due: count(({due}) => due.has(lineOf(line))), held: count(({due}) => due.get(lineOf(line)) === true)})),
    activity: position('activity'),
    arrears: position('arrears'),
    home: position('home'),
  };
}

/**
 * The report as it may leave the team: rounded to five, too few say nothing, and nothing follows from what else is told. Of a
 * check-in neither those who came nor those who did not may be few.
 */
export function withoutSmallSchemeNumbers(report: SchemeReport): SchemeReport {
  const lines = (table: readonly PeopleLine[]): readonly PeopleLine[] => {
    const hides = linesToHide(table, ({people}) => people);
    return table.map(({key, people}) => ({key, people: hides.has(key) ? null : rounded(people)}));
  };
  const {joined, leftEarly, eligible, noOffer} = report;
  return {
    ...report,
    eligible: rounded(eligible),
    noOffer: beside(noOffer, eligible),
    joined: rounded(joined),
    declined: rounded(report.declined),
    leftEarly: beside(leftEarly, joined),
    ended: rounded(report.ended),
    finalMonths: lines(report.finalMonths),
    checkIns: report.checkIns.map(({due, held, ...line}) => ({...line, due: rounded(due), held: beside(held, due)})),
    activity: lines(report.activity),
    arrears: lines(report.arrears),
    home: lines(report.home),
  };
}

/** A part of a whole that is told as well: neither the part nor what it leaves over may be few. */
const beside = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || isSmall(whole) || isSmall(whole - part) ? null : rounded(part);
