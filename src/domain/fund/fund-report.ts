/**
 * What the fund did in a financial year: requests by the day of asking, money by what was awarded for them and what was paid for
 * them. Counts and sums only. What leaves the team has its small numbers taken out (edge case 29), so that nobody can be
 * known by being the only one.
 */
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {daysBetween, type CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import type {Pence} from '../shared/money.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {isSmall, linesToHide} from '../shared/small-numbers.ts';
import {PURPOSE_OF, UNDECIDED} from './codes.ts';
import {fundEligibility, READ_FOR_ELIGIBILITY} from './eligibility.ts';
import {financialYearOf} from './ledger.ts';
import {latestDecision} from './which-decision.ts';

/** Kinds that the report is made of. */
export const READ_FOR_REPORT = [
  ...READ_FOR_ELIGIBILITY,
  'fund-request',
  'fund-decision',
  'fund-payment',
  'fund-refund',
] as const satisfies readonly KindCode[];

export const AGE_BANDS = ['under_18', '18_20', '21_24', '25_plus', 'not_known'] as const;
type AgeBand = (typeof AGE_BANDS)[number];

/** One line of a table. Null: too few people to tell. */
export interface ReportRow {
  /** A code of the list that the table is by; `not_stated` where nobody said. */
  readonly key: string;
  readonly requests: number | null;
  readonly awardedPence: Pence | null;
  readonly paidPence: Pence | null;
}

export interface FundReport {
  readonly financialYear: string;
  /** Null, here as in a line: too few people to tell. */
  readonly requests: number | null;
  readonly people: number | null;
  readonly waiting: number | null;
  readonly askedPence: Pence | null;
  readonly awardedPence: Pence | null;
  readonly paidPence: Pence | null;
  readonly bySpend: readonly ReportRow[];
  readonly byPurpose: readonly ReportRow[];
  readonly byAge: readonly ReportRow[];
  readonly byCategory: readonly ReportRow[];
  readonly byOutcome: readonly ReportRow[];
  /** Why requests were not agreed to. */
  readonly refusals: readonly ReportRow[];
  /** Calendar days from the asking to the first decision; null: nothing was decided. */
  readonly decisionDays: {readonly decided: number; readonly median: number | null; readonly longest: number | null};
  /** People whom the fund is for today, and those of them who never asked, in any year. */
  readonly eligible: number;
  readonly neverAsked: number | null;
}

interface Counted {
  readonly request: RecordOf<'fund-request'>;
  readonly outcome: string;
  readonly refusal: string | null;
  readonly age: AgeBand;
  readonly category: string;
  readonly awarded: Pence;
  readonly paid: Pence;
  readonly days: number | null;
}

const NOT_STATED = 'not_stated';

function bandOf(age: number | null): AgeBand {
  if (age === null) return 'not_known';
  return age < 18 ? 'under_18' : age < 21 ? '18_20' : age < 25 ? '21_24' : '25_plus';
}

/** One person's requests of the year, each with what became of it. */
function countedOf(file: readonly DomainRecord[], financialYear: string): readonly Counted[] {
  const of = <Kind extends KindCode>(kind: Kind) =>
    file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record));
  const decisions = of('fund-decision');
  return of('fund-request')
    .filter(({data}) => financialYearOf(data.requestedOn) === financialYear)
    .map(request => {
      const {requestedOn, status, standing} = request.data;
      const decision = latestDecision(decisions, request.id)?.data;
      const first = decisions
        .filter(({data}) => data.request === request.id && data.decidedOn !== null)
        .map(({data}) => data.decidedOn as CalendarDate)
        .toSorted()[0];
      const then = standing ?? fundEligibility(file, requestedOn);
      const payments = of('fund-payment').filter(({data}) => data.request === request.id);
      const back = of('fund-refund').filter(({data}) => data.request === request.id);
      const awarded = decision?.awardedPence ?? 0;
      const paid = payments.reduce((sum, {data}) => sum + (data.pence ?? awarded), 0) - back.reduce((sum, {data}) => sum + data.pence, 0);
      const isOpen = UNDECIDED.includes(status) || status === 'draft';
      return {
        request,
        outcome: isOpen ? 'waiting' : status === 'refused' || status === 'withdrawn' ? status : (decision?.outcome ?? 'approved'),
        refusal: status === 'refused' ? (decision?.refusal ?? NOT_STATED) : null,
        age: bandOf(then.category === 'none' && then.age === 0 ? null : then.age),
        category: then.category,
        awarded: status === 'withdrawn' || status === 'refused' ? 0 : awarded,
        paid,
        days: first === undefined ? null : daysBetween(requestedOn, first),
      };
    });
}

function rowsBy(counted: readonly Counted[], keyOf: (each: Counted) => string): readonly ReportRow[] {
  const rows = new Map<string, {requests: number; awardedPence: number; paidPence: number}>();
  for (const each of counted) {
    const key = keyOf(each);
    const row = rows.get(key) ?? {requests: 0, awardedPence: 0, paidPence: 0};
    rows.set(key, {requests: row.requests + 1, awardedPence: row.awardedPence + each.awarded, paidPence: row.paidPence + each.paid});
  }
  return [...rows]
    .map(([key, row]) => ({key, ...row}))
    .toSorted((one, other) => other.requests - one.requests || (one.key < other.key ? -1 : 1));
}

function middleOf(days: readonly number[]): number | null {
  const sorted = days.toSorted((one, other) => one - other);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/** @param files the records of each person; @param today a day in Wales, on which eligibility is asked */
export function fundReport(files: readonly (readonly DomainRecord[])[], financialYear: string, today: CalendarDate): FundReport {
  const ofPeople = files.map(file => countedOf(file, financialYear));
  const counted = ofPeople.flat();
  const days = counted.flatMap(each => each.days ?? []);
  const sum = (pence: (each: Counted) => Pence) => counted.reduce((total, each) => total + pence(each), 0);
  const eligible = files.filter(file => fundEligibility(file, today).answer === 'yes');
  return {
    financialYear,
    requests: counted.length,
    people: ofPeople.filter(each => each.length > 0).length,
    waiting: counted.filter(({outcome}) => outcome === 'waiting').length,
    askedPence: sum(({request}) => request.data.askedPence ?? 0),
    awardedPence: sum(({awarded}) => awarded),
    paidPence: sum(({paid}) => paid),
    bySpend: rowsBy(counted, ({request}) => request.data.spendType ?? NOT_STATED),
    byPurpose: rowsBy(counted, ({request: {data}}) => data.purpose ?? (data.spendType === null ? NOT_STATED : PURPOSE_OF[data.spendType])),
    byAge: rowsBy(counted, ({age}) => age),
    byCategory: rowsBy(counted, ({category}) => category),
    byOutcome: rowsBy(counted, ({outcome}) => outcome),
    refusals: rowsBy(
      counted.filter(({refusal}) => refusal !== null),
      ({refusal}) => refusal ?? NOT_STATED,
    ),
    decisionDays: {decided: days.length, median: middleOf(days), longest: days.length === 0 ? null : Math.max(...days)},
    eligible: eligible.length,
    neverAsked: eligible.filter(file => !file.some(record => record.kind === 'fund-request')).length,
  };
}

/**
 * The report as it may leave the team: a line of too few says nothing but its name, and where one line alone would follow from
 * the total, the next smallest says nothing either. A year in which few asked has no totals.
 */
export function withoutSmallNumbers(report: FundReport): FundReport {
  const isFew = isSmall(report.people) || isSmall(report.requests);
  const pounds = (pence: Pence | null) => (isFew ? null : pence);
  return {
    ...report,
    requests: isFew ? null : report.requests,
    people: isFew ? null : report.people,
    waiting: isFew || isSmall(report.waiting) ? null : report.waiting,
    askedPence: pounds(report.askedPence),
    awardedPence: pounds(report.awardedPence),
    paidPence: pounds(report.paidPence),
    bySpend: hidden(report.bySpend),
    byPurpose: hidden(report.byPurpose),
    byAge: hidden(report.byAge),
    byCategory: hidden(report.byCategory),
    byOutcome: hidden(report.byOutcome),
    refusals: hidden(report.refusals),
    neverAsked: isSmall(report.neverAsked) ? null : report.neverAsked,
  };
}

function hidden(rows: readonly ReportRow[]): readonly ReportRow[] {
  const hides = linesToHide(rows, ({requests}) => requests);
  return rows.map(row => (hides.has(row.key) ? {key: row.key, requests: null, awardedPence: null, paidPence: null} : row));
}
