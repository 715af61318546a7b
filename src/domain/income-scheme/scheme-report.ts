/**
 * What became of an income scheme (domain.md 7, report 8): who could join, joined, declined and left, when payments ended, which
 * check-ins were held of those that were due, and how things stand with those whose payments have ended. Counts of people only.
 */
import {homeStatus, presentStay} from '../accommodation/present-stay.ts';
import {presentActivity} from '../learning-work/present-activity.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {addMonths, birthday, date, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {isSmall, linesToHide, rounded} from '../shared/small-numbers.ts';
import {careLeaverStanding} from '../young-person/standing.ts';
import {activityGroup, READ_FOR_EVALUATION} from './evaluation.ts';
import {schemeOf} from './evaluation-scheme.ts';

export const READ_FOR_SCHEME_REPORT = [...READ_FOR_EVALUATION, 'homeless-episode'] as const satisfies readonly KindCode[];

/** What the report needs to know of a scheme. */
export interface SchemeTerms {
  readonly id: Id;
  /** Whoever turned 18 on one of these days or between them. */
  readonly birthdayFrom: CalendarDate;
  readonly birthdayUntil: CalendarDate;
  readonly payments: number;
  readonly checkInMonths: readonly number[];
}

/** Null, here as everywhere in the report: too few people to tell. */
export interface PeopleLine {
  readonly key: string;
  readonly people: number | null;
}
export interface CheckInLine {
  readonly month: number;
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
  readonly declined: number | null;
  readonly leftEarly: number | null;
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
  'declined',
  'leftEarly',
  'ended',
] as const satisfies readonly (keyof SchemeReport)[];
export const SCHEME_TABLES = ['finalMonths', 'activity', 'arrears', 'home'] as const satisfies readonly (keyof SchemeReport)[];

/** Always in this order, so that nothing is told by where a line stands. */
export const POSITIONS = {
  activity: ['learning', 'work_or_training', 'neither', 'not_known'],
  arrears: ['arrears', 'none', 'not_known'],
  home: ['homeless_now', 'homeless_since', 'not_homeless', 'not_known'],
} as const;

const monthOf = (on: CalendarDate): string => on.slice(0, 7);

interface Position {
  readonly activity: (typeof POSITIONS)['activity'][number];
  readonly arrears: (typeof POSITIONS)['arrears'][number];
  readonly home: (typeof POSITIONS)['home'][number];
}
interface Counted {
  readonly isEligible: boolean;
  readonly isOffered: boolean;
  readonly decision: 'joined' | 'declined' | 'left_early' | null;
  readonly finalMonth: string | null;
  /** By month number: whether a check-in was held. */
  readonly due: ReadonlyMap<number, boolean>;
  /** Null: payments have not ended. */
  readonly position: Position | null;
}

const NOBODY: Counted = {isEligible: false, isOffered: false, decision: null, finalMonth: null, due: new Map(), position: null};

function countedOf(file: readonly DomainRecord[], terms: SchemeTerms, today: CalendarDate): Counted {
  const of = <Kind extends KindCode>(kind: Kind) =>
    file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record));
  const person = of('young-person')[0];
  const born = person?.data.birthDates.at(-1)?.date;
  if (!person || !born) return NOBODY;
  const enrolment = of('income-enrolment').find(each => schemeOf(each) === terms.id)?.data;
  const eighteen = birthday(born, 18);
  const isInWindow = eighteen >= terms.birthdayFrom && eighteen <= terms.birthdayUntil;
  const {diedOn} = person.data;
  const decision = enrolment?.decision ?? null;
  const hasJoined = decision === 'joined' || decision === 'left_early';
  const finalMonth = hasJoined ? (enrolment?.finalPaymentMonth ?? null) : null;
  const isOver = finalMonth !== null && finalMonth < monthOf(today) && diedOn === null;
  const checkIns = of('income-check-in').filter(({data}) => data.on <= today);
  return {
    // An offer says that somebody found them eligible, whatever the dates in the file lack.
    isEligible: isInWindow && (enrolment !== undefined || careLeaverStanding(file, eighteen).category === 'C3'),
    isOffered: enrolment !== undefined,
    decision,
    finalMonth,
    due: hasJoined ? dueOf(enrolment?.firstPaymentMonth ?? null, decision === 'left_early' ? finalMonth : null) : new Map(),
    position: isOver ? positionOf(finalMonth) : null,
  };

  /** Nobody who left is asked after they left, and nobody who died after they died. */
  function dueOf(first: string | null, left: string | null): ReadonlyMap<number, boolean> {
    if (first === null) return new Map();
    const held = new Set(checkIns.map(({data}) => data.monthNumber));
    const last = [monthOf(today), left, diedOn === null ? null : monthOf(diedOn)].filter(month => month !== null).toSorted()[0] ?? '';
    return new Map(
      terms.checkInMonths
        .filter(month => monthOf(addMonths(date(`${first}-01`), month - 1)) <= last)
        .map(month => [month, held.has(month)] as const),
    );
  }

  function positionOf(until: string): Position {
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
export function schemeReport(files: readonly (readonly DomainRecord[])[], terms: SchemeTerms, today: CalendarDate): SchemeReport {
  const counted = files.map(file => countedOf(file, terms, today));
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
    checkIns: terms.checkInMonths.map(month => ({
      month,
      due: count(({due}) => due.has(month)),
      held: count(({due}) => due.get(month) === true),
    })),
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
    checkIns: report.checkIns.map(({month, due, held}) => ({month, due: rounded(due), held: beside(held, due)})),
    activity: lines(report.activity),
    arrears: lines(report.arrears),
    home: lines(report.home),
  };
}

/** A part of a whole that is told as well: neither the part nor what it leaves over may be few. */
const beside = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || isSmall(whole) || isSmall(whole - part) ? null : rounded(part);
