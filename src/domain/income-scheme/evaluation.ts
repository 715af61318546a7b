/**
 * What leaves an authority for the evaluation of an income scheme: a line for each check-in of those who agreed to it, with a
 * pseudonym and coarse facts. No name, id, day or words of anybody, and nothing of who controls whose money.
 *
 * Nobody is known by being rare. With fewer than LEAST_PEOPLE there is nothing. What could be known of somebody from outside
 * (the columns OF_PERSON and OF_CHECK_IN) is held by at least SMALL_NUMBER people in every combination, and so is each value
 * of an answer; what is not says `suppressed`.
 */
import {presentActivity} from '../learning-work/present-activity.ts';
import type {DataOf, KindCode, RecordOf} from '../record-kinds.ts';
import type {CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import {isKind} from '../shared/is-kind.ts';
import {firstDayOf, monthOf, monthsBetween, type Month} from '../shared/month.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';
import {SMALL_NUMBER} from '../shared/small-numbers.ts';
import {careLeaverStanding, READ_FOR_STANDING} from '../young-person/standing.ts';
import type {ACTIVITIES} from '../young-person/codes.ts';
import {checkInsOf} from './check-ins.ts';
import {ANSWERS, EVALUATION_COLUMNS, LEAST_PEOPLE, OF_CHECK_IN, OF_PERSON, QUASI_IDENTIFIERS} from './evaluation-columns.ts';
import {monthNumber} from './payment-months.ts';

import {enrolmentIn, takesPart} from './taking-part.ts';

/** Kinds that the export is made of; `money-controlled` is none of them. */
export const READ_FOR_EVALUATION = [
  ...READ_FOR_STANDING,
  'activity',
  'income-enrolment',
  'income-check-in',
  'evaluation-consent',
] as const satisfies readonly KindCode[];

export const SUPPRESSED = 'suppressed';
const NOT_ANSWERED = 'not_answered';

type Cell = (typeof QUASI_IDENTIFIERS)[number] | (typeof ANSWERS)[number];
export type EvaluationRow = Readonly<Record<(typeof EVALUATION_COLUMNS)[number], string>>;

export interface EvaluationTable {
  /** Null: fewer than LEAST_PEOPLE agreed, and nobody is told how many. */
  readonly people: number | null;
  readonly rows: readonly EvaluationRow[];
}

type Cells = Record<Cell, string>;
type Enrolment = DataOf<'income-enrolment'>;
type CheckIn = DataOf<'income-check-in'>;

interface Line {
  readonly pseudonym: string;
  readonly cells: Cells;
}

/** What they did, as coarse as it is told. */
export type ActivityGroup = 'learning' | 'work_or_training' | 'neither' | 'not_known';
const ACTIVITY_GROUPS: Readonly<Record<(typeof ACTIVITIES)[number], ActivityGroup>> = {
  F1: 'learning',
  P1: 'learning',
  F2: 'learning',
  P2: 'learning',
  F4: 'work_or_training',
  P4: 'work_or_training',
  F5: 'work_or_training',
  P5: 'work_or_training',
  G4: 'neither',
  G5: 'neither',
  G6: 'neither',
  asylum_no_work: 'neither',
  volunteering: 'neither',
  carer: 'neither',
  custody_education: 'learning',
  awaiting_start: 'neither',
  not_known: 'not_known',
};
export const activityGroup = (activity: (typeof ACTIVITIES)[number] | null | undefined): ActivityGroup =>
  activity === null || activity === undefined ? 'not_known' : ACTIVITY_GROUPS[activity];

/** Whereabouts in their time in the scheme: the beginning, the first year, later, the last months, and after. */
function periodOf({on, monthNumber: number}: CheckIn, {firstPaymentMonth: first, finalPaymentMonth: last}: Enrolment): string {
  const left = last === null ? null : monthsBetween(monthOf(on), last);
  if (left !== null && left < LAST_MONTHS) return left < 0 ? 'after' : 'last_months';
  const month = first === null ? number : monthNumber(first, monthOf(on));
  if (month === null) return NOT_ANSWERED;
  return month <= 3 ? 'first_months' : month <= 12 ? 'first_year' : 'later';
}
const LAST_MONTHS = 4;

const quarterOf = (month: Month | null): string =>
  month === null ? NOT_ANSWERED : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
const flag = (value: boolean | null | undefined): string => (value === null || value === undefined ? NOT_ANSWERED : value ? 'yes' : 'no');
const code = (value: string | null | undefined): string => value ?? NOT_ANSWERED;
/** A number with the bounds above which it is the next band. */
function band(value: number | null, bands: readonly (readonly [most: number, band: string])[]): string {
  if (value === null) return NOT_ANSWERED;
  return must(
    bands.find(([most]) => value <= most),
    'the last band has no end',
  )[1];
}

/** One person's lines, before anything is suppressed; none where they did not agree, took it back, or have died. */
function linesOf(file: readonly DomainRecord[], scheme: Id, today: CalendarDate, pseudonymOf: (person: Id) => string): readonly Line[] {
  const of = <Kind extends KindCode>(kind: Kind) =>
    file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record));
  const person = of('young-person')[0];
  const enrolment = enrolmentIn(of('income-enrolment'), scheme);
  const agreed = of('evaluation-consent').filter(({data}) => data.scheme === scheme);
  if (!person || person.data.diedOn !== null || !enrolment || agreed.length === 0) return [];
  // One that was taken back speaks for all.
  if (!agreed.every(consent => takesPart(consent, today))) return [];
  const {decision, firstPaymentMonth} = enrolment.data;
  const began = firstPaymentMonth === null ? today : firstDayOf(firstPaymentMonth);
  const ofPerson = {
    ended: code(decision),
    category: careLeaverStanding(file, began).category,
    began: quarterOf(firstPaymentMonth),
    sex: code(person.data.sex),
  };
  return checkInsOf(enrolment, of('income-check-in'))
    .filter(({data}) => data.on <= today)
    .map(({data}) => ({
      pseudonym: pseudonymOf(person.id),
      cells: {
        ...ofPerson,
        activity: activityGroup(data.activity ?? presentActivity(file, data.on)?.data.code),
        period: periodOf(data, enrolment.data),
        paid_on_time: flag(data.paidOnTime),
        covers_essentials: flag(data.coversEssentials),
        rent_paid: code(data.rentPaid),
        arrears: band(data.arrearsPence, [
          [0, '0'],
          [50_000, 'to_500'],
          [Number.POSITIVE_INFINITY, 'over_500'],
        ]),
        savings: code(data.savings),
        debt: code(data.debt),
        home: code(data.home),
        benefits_change: flag(data.benefitsChange),
        wellbeing: band(data.wellbeing, [
          [4, '0_4'],
          [6, '5_6'],
          [8, '7_8'],
          [10, '9_10'],
        ]),
      },
    }));
}

const byId = (one: DomainRecord, other: DomainRecord) => (one.id < other.id ? -1 : 1);
const peopleIn = (lines: readonly Line[]): number => new Set(lines.map(({pseudonym}) => pseudonym)).size;

/** Lines by what they have in common, the smallest group of people first. */
function groupsBy(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
): readonly {readonly key: string; readonly lines: readonly Line[]}[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups]
    .map(([key, members]) => ({key, lines: members}))
    .toSorted((one, other) => peopleIn(one.lines) - peopleIn(other.lines) || (one.key < other.key ? -1 : 1));
}

function suppress(lines: readonly Line[], columns: readonly Cell[]): void {
  for (const {cells} of lines) for (const column of columns) cells[column] = SUPPRESSED;
}

/**
 * Hides more people among those whose cells say nothing until they are enough: as many as are missing, out of a group that can
 * spare them, or else the whole of it. Which of them, their pseudonyms say: by chance, and the same in the next export.
 */
function takeIn(from: readonly Line[], hidden: readonly Line[], columns: readonly Cell[]): void {
  const there = new Set(hidden.map(({pseudonym}) => pseudonym));
  const missing = SMALL_NUMBER - there.size;
  const others = [...new Set(from.map(({pseudonym}) => pseudonym))].filter(each => !there.has(each)).toSorted();
  const spares = peopleIn(from) - missing >= SMALL_NUMBER && others.length >= missing;
  const taken = spares ? new Set(others.slice(0, missing)) : null;
  suppress(
    from.filter(({pseudonym}) => taken?.has(pseudonym) ?? true),
    columns,
  );
}

/**
 * Gives up one column after the other for those whose combination is rare, until every combination is held by enough people.
 * Where those who have given up all are still too few, others of the largest group are hidden with them.
 */
function suppressRareCombinations(lines: readonly Line[], columns: readonly Cell[]): void {
  const groups = () => groupsBy(lines, ({cells}) => columns.map(column => cells[column]).join('|'));
  for (const column of columns) for (const group of groups()) if (peopleIn(group.lines) < SMALL_NUMBER) suppress(group.lines, [column]);
  const isHidden = ({cells}: Line) => columns.every(column => cells[column] === SUPPRESSED);
  for (;;) {
    const hidden = lines.filter(isHidden);
    const largest = groups().findLast(group => !group.lines.every(isHidden));
    if (hidden.length === 0 || peopleIn(hidden) >= SMALL_NUMBER || !largest) return;
    takeIn(largest.lines, hidden, columns);
  }
}

/**
 * @param files the records of each person, in any order
 * @param pseudonymOf the same of a person in every export of the scheme
 */
export function evaluationTable(
  files: readonly (readonly DomainRecord[])[],
  scheme: Id,
  today: CalendarDate,
  pseudonymOf: (person: Id) => string,
): EvaluationTable {
  const lines = files.flatMap(file => linesOf(file.toSorted(byId), scheme, today, pseudonymOf));
  const people = peopleIn(lines);
  if (people < LEAST_PEOPLE) return {people: null, rows: []};
  // First each column by itself, so that one rare value takes no others of its line with it.
  for (const column of QUASI_IDENTIFIERS) suppressRareCombinations(lines, [column]);
  suppressRareCombinations(lines, OF_PERSON);
  // Within what is known of the person, so that no two lines of one tell together what each keeps back.
  for (const alike of groupsBy(lines, ({cells}) => OF_PERSON.map(column => cells[column]).join('|')))
    suppressRareCombinations(alike.lines, OF_CHECK_IN);
  for (const column of ANSWERS) suppressRareCombinations(lines, [column]);
  const rows = lines.map(({pseudonym, cells}): EvaluationRow => ({pseudonym, ...cells}));
  const orderOf = (row: EvaluationRow) => EVALUATION_COLUMNS.map(column => row[column]).join('|');
  return {people, rows: rows.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))};
}
