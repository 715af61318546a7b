/**
 * What rows must know of other rows: who exists, who is held, which stays and plans contradict each other. Built by
 * reading the small files once before any row is judged; it keeps dates and numbers, never texts, so that memory grows
 * with the people of an extract and not with what was written about them.
 */
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {ReturnHome} from '#domain/young-person/care-leaver-category.ts';
import type {LookedAfterPeriod} from '#domain/young-person/looked-after-days.ts';
import type {ExtractFile} from './extract-columns.ts';
import type {ExtractRows} from './extract-rows.ts';
import {categoryConflict, periodFault, periodOf, type PersonDates, returnsHomeOf} from './judge-categories.ts';
import {ownFaults} from './judge-own-row.ts';
import {type CurrentPlan, judgeCurrentPlans} from './judge-plans.ts';
import {type DatedStay, judgeStays} from './judge-stays.ts';
import type {CellValue, Question} from './judged-row.ts';
import {PeopleMatcher} from './match-people.ts';
import type {Reason} from './read-cell.ts';
import {type ReadRow, readRow} from './read-row.ts';

export interface Hold {
  readonly reason: Reason;
  readonly withRow?: number;
  /** The cell that says so, where one does. */
  readonly column?: string;
  /** The row itself may be sound: it waits for the person or the plan that it belongs to. */
  readonly because?: 'person' | 'plan';
}

export interface RegisteredPerson {
  readonly row: number;
  readonly hold: Hold | null;
  readonly dates: PersonDates | null;
}

export interface RegisteredPlan {
  readonly personKey: string;
  readonly hold: Hold | null;
}

export interface Register {
  readonly staff: ReadonlySet<string>;
  readonly people: ReadonlyMap<string, RegisteredPerson>;
  readonly plans: ReadonlyMap<string, RegisteredPlan>;
  readonly requests: ReadonlySet<string>;
  readonly holds: ReadonlyMap<ExtractFile, ReadonlyMap<number, Hold>>;
  readonly doubts: ReadonlyMap<ExtractFile, ReadonlyMap<number, Question>>;
}

export interface RegisterOptions {
  readonly extract: ExtractRows;
  readonly today: CalendarDate;
}

/** Whether a reason counts: not where a person has said that the row stands as it is. */
export const counts = ({raw}: ReadRow, reason: Reason | null): boolean => reason !== null && !(raw.settled?.stands.has(reason) ?? false);

/** Why a row cannot stand by itself. */
export function ownHold(file: ExtractFile, row: ReadRow, today: CalendarDate): Hold | null {
  if (row.raw.isTooLong && counts(row, 'UNKNOWN_COLUMN')) return {reason: 'UNKNOWN_COLUMN'};
  if (row.trouble) return row.trouble;
  const reason = ownFaults(file, row.values, today).holds.find(each => counts(row, each));
  return reason === undefined ? null : {reason};
}

interface PersonNotes {
  readonly row: number;
  readonly hold: Hold | null;
  readonly values: Readonly<Record<string, CellValue>>;
  readonly periods: LookedAfterPeriod[];
  readonly returnsHome: ReturnHome[];
  readonly stays: DatedStay[];
  /** Row and reason of stays that somebody has said are true beside another. */
  readonly standing: Set<string>;
  readonly currentPlans: CurrentPlan[];
  hasUnclearPeriod: boolean;
  hasUnclearStay: boolean;
}

export async function buildRegister(options: RegisterOptions): Promise<Register> {
  const {today} = options;
  const staff = new Set<string>();
  const requests = new Set<string>();
  for await (const row of firstRows(options, 'staff.csv')) staff.add(row.key);
  const people = await peopleOf(options);
  for await (const row of firstRows(options, 'looked_after_periods.csv')) notePeriod(people, row, today);
  for await (const row of firstRows(options, 'accommodation.csv')) noteStay(people, row, today);
  const plans = await plansOf(options, people);
  for await (const row of firstRows(options, 'fund_requests.csv')) requests.add(row.key);
  const holds = pairHolds(people);
  const registered = new Map([...people].map(([key, notes]) => [key, registeredPerson(notes)]));
  return {
    staff,
    requests,
    people: registered,
    holds,
    plans: new Map(
      [...plans].map(([key, plan]) => [
        key,
        {personKey: plan.personKey, hold: plan.hold ?? holds.get('pathway_plans.csv')?.get(plan.row) ?? null},
      ]),
    ),
    doubts: doubtsOf(options, people, registered),
  };
}

/** Rows that are neither cut off nor the second under their key: those are judged by themselves. */
async function* firstRows({extract, today}: RegisterOptions, file: ExtractFile): AsyncGenerator<ReadRow> {
  const seen = new Set<string>();
  for await (const raw of extract.rows(file)) {
    if (raw.isCutOff || raw.settled?.isSetAside) continue;
    const row = readRow(file, raw, today);
    if (seen.has(row.key)) continue;
    seen.add(row.key);
    yield row;
  }
}

const UNKNOWN_PERSON: Hold = {reason: 'UNKNOWN_PERSON', column: 'legacy_id'};

/** Of a person's cells, those that other rows are judged by. */
const NEEDED = ['dob', 'date_of_death', 'told_us_date', 'sch3_flag', 'category_old', 'in_touch'] as const;

async function peopleOf(options: RegisterOptions): Promise<Map<string, PersonNotes>> {
  const people = new Map<string, PersonNotes>();
  const matcher = new PeopleMatcher();
  for await (const row of firstRows(options, 'young_people.csv')) {
    const earlier = matcher.meet(row.raw.row, row.values);
    const own = row.values['legacy_id'] === null ? UNKNOWN_PERSON : ownHold('young_people.csv', row, options.today);
    const hold = own ?? (earlier !== null && counts(row, 'DUPLICATE_PERSON') ? {reason: 'DUPLICATE_PERSON', withRow: earlier} : null);
    people.set(row.key, {
      row: row.raw.row,
      hold,
      values: Object.fromEntries(NEEDED.map(column => [column, row.values[column] ?? null])),
      periods: [],
      returnsHome: [],
      stays: [],
      standing: new Set(),
      currentPlans: [],
      hasUnclearPeriod: false,
      hasUnclearStay: false,
    });
  }
  return people;
}

const personOf = (people: ReadonlyMap<string, PersonNotes>, row: ReadRow) => people.get(String(row.values['legacy_id'] ?? ''));

function notePeriod(people: ReadonlyMap<string, PersonNotes>, row: ReadRow, today: CalendarDate): void {
  const person = personOf(people, row);
  if (!person) return;
  const period = ownHold('looked_after_periods.csv', row, today) === null ? periodOf(row.values) : null;
  const dateOfBirth = (person.values['dob'] ?? null) as CalendarDate | null;
  const isPossible = dateOfBirth === null || periodFault(dateOfBirth, row.values, today).hold === null;
  if (period && isPossible) person.periods.push(period);
  else person.hasUnclearPeriod = true;
}

function noteStay(people: ReadonlyMap<string, PersonNotes>, row: ReadRow, today: CalendarDate): void {
  const person = personOf(people, row);
  if (!person) return;
  if (ownHold('accommodation.csv', row, today) !== null) {
    person.hasUnclearStay = true;
    return;
  }
  const startOn = row.values['start_date'] as CalendarDate;
  const end = (row.values['end_date'] ?? null) as CalendarDate | null;
  const endOn = end !== null && end > today ? null : end;
  person.stays.push({row: row.raw.row, startOn, endOn});
  for (const reason of row.raw.settled?.stands ?? []) person.standing.add(`${row.raw.row} ${reason}`);
  if (row.values['type_text'] === 'parents') person.returnsHome.push({startOn, endOn});
}

async function plansOf(
  options: RegisterOptions,
  people: ReadonlyMap<string, PersonNotes>,
): Promise<Map<string, RegisteredPlan & {readonly row: number}>> {
  const plans = new Map<string, RegisteredPlan & {readonly row: number}>();
  for await (const row of firstRows(options, 'pathway_plans.csv')) {
    const person = personOf(people, row);
    const own = ownHold('pathway_plans.csv', row, options.today);
    const hold = person ? (person.hold ?? own) : UNKNOWN_PERSON;
    plans.set(row.key, {row: row.raw.row, personKey: String(row.values['legacy_id'] ?? ''), hold});
    if (!person || own !== null || row.values['status'] !== 'current') continue;
    const planOn = (row.values['plan_date'] ?? null) as CalendarDate | null;
    // Of one that somebody has said stands beside another, nothing more is asked.
    if (counts(row, 'TWO_CURRENT_PLANS')) person.currentPlans.push({row: row.raw.row, version: Number(row.values['version']), planOn});
  }
  return plans;
}

function pairHolds(people: ReadonlyMap<string, PersonNotes>): Map<ExtractFile, Map<number, Hold>> {
  const stays = new Map<number, Hold>();
  const plans = new Map<number, Hold>();
  const persons = new Map<number, Hold>();
  for (const person of people.values()) {
    if (person.hold) persons.set(person.row, person.hold);
    for (const {row, reason, withRow} of judgeStays(person.stays).held)
      if (!person.standing.has(`${row} ${reason}`)) stays.set(row, {reason, withRow});
    for (const {row, withRow} of judgeCurrentPlans(person.currentPlans)) plans.set(row, {reason: 'TWO_CURRENT_PLANS', withRow});
  }
  return new Map([
    ['young_people.csv', persons],
    ['accommodation.csv', stays],
    ['pathway_plans.csv', plans],
  ]);
}

function registeredPerson(notes: PersonNotes): RegisteredPerson {
  const date = (column: string) => (notes.values[column] ?? null) as CalendarDate | null;
  const dateOfBirth = date('dob');
  if (dateOfBirth === null) return {row: notes.row, hold: notes.hold, dates: null};
  return {
    row: notes.row,
    hold: notes.hold,
    dates: {
      dateOfBirth,
      diedOn: date('date_of_death'),
      toldUsOn: date('told_us_date'),
      schedule3: notes.values['sch3_flag'] === true,
      periods: notes.periods,
      returnsHome: returnsHomeOf(notes.periods, notes.returnsHome, notes.stays.length > 0 || notes.hasUnclearStay),
    },
  };
}

function doubtsOf(
  {extract, today}: RegisterOptions,
  people: ReadonlyMap<string, PersonNotes>,
  registered: ReadonlyMap<string, RegisteredPerson>,
): Map<ExtractFile, Map<number, Question>> {
  const gaps = new Map<number, Question>();
  const conflicts = new Map<number, Question>();
  const {exportedOn} = extract;
  const days = [today, exportedOn !== null && exportedOn < today ? exportedOn : addDays(today, -1)];
  const hasPeriods = extract.files.includes('looked_after_periods.csv');
  for (const [key, person] of people) {
    if (!person.hasUnclearStay) {
      for (const row of judgeStays(person.stays).gaps) gaps.set(row, {column: 'start_date', reason: 'SPELL_GAP'});
    }
    const dates = registered.get(key)?.dates;
    const diesUndated = person.values['in_touch'] === 'died' && person.values['date_of_death'] === null;
    if (!dates || !hasPeriods || person.hasUnclearPeriod || diesUndated) continue;
    const reason = categoryConflict(dates, person.values['category_old'] ?? null, days);
    if (reason !== null) conflicts.set(person.row, {column: 'category_old', reason});
  }
  return new Map([
    ['accommodation.csv', gaps],
    ['young_people.csv', conflicts],
  ]);
}
