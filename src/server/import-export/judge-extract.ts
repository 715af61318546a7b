/**
 * Judges every row of an extract, files in the order of dependence, so that a person comes before what hangs from them.
 * Files are read in streams: first the small ones for what rows must know of each other, then each row is judged once.
 * The same folder, authority and day give the same rows in the same order.
 */
import {readdir} from 'node:fs/promises';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {COLUMNS, type ExtractFile, FILES} from './extract-columns.ts';
import {ExtractError} from './extract-error.ts';
import {buildRegister, counts, type Hold, ownHold, type Register} from './extract-register.ts';
import {type ExtractRows, rowsOfFolder} from './extract-rows.ts';
import {type ExtractSource, openSource, type RawRow} from './extract-source.ts';
import {basicIncomeFault, periodFault} from './judge-categories.ts';
import {isVisitAfterDeath, ownFaults} from './judge-own-row.ts';
import type {JudgedRow, JudgeOptions, Question} from './judged-row.ts';
import {type ReadmeFacts, readmeFacts} from './readme-row-counts.ts';
import {type ReadRow, readRow} from './read-row.ts';

export interface OpenExtract {
  readonly sources: ReadonlyMap<ExtractFile, ExtractSource>;
  readonly readme: ReadmeFacts;
}

/** @throws ExtractError when there is no folder, no people file, or a file without a heading. */
export async function openExtract(folder: string): Promise<OpenExtract> {
  try {
    await readdir(folder);
  } catch {
    throw new ExtractError('no-folder');
  }
  const readme = await readmeFacts(folder);
  const sources = new Map<ExtractFile, ExtractSource>();
  for (const file of FILES) {
    const source = await openSource(folder, file, readme.rows.get(file) ?? null);
    if (source) sources.set(file, source);
  }
  if (!sources.has('young_people.csv')) throw new ExtractError('no-people', 'young_people.csv');
  return {sources, readme};
}

export async function* judgeExtract(options: JudgeOptions, opened?: OpenExtract): AsyncGenerator<JudgedRow> {
  const extract = rowsOfFolder(opened ?? (await openExtract(options.folder)));
  yield* judgeRows(extract, options.today, options.onProgress);
}

/** The one judge, of rows in a folder and of rows that the store keeps. */
export async function* judgeRows(
  extract: ExtractRows,
  today: CalendarDate,
  onProgress?: JudgeOptions['onProgress'],
): AsyncGenerator<JudgedRow> {
  const register = await buildRegister({extract, today});
  for (const file of extract.files) {
    const judge = new FileJudge(file, register, today);
    for await (const raw of extract.rows(file, onProgress)) yield judge.judge(raw);
  }
}

/** Judges the rows of one file; remembers only keys, to know a doubled row. */
class FileJudge {
  readonly #file: ExtractFile;
  readonly #register: Register;
  readonly #today: CalendarDate;
  readonly #seen = new Map<string, {readonly row: number; readonly digest: string}>();

  constructor(file: ExtractFile, register: Register, today: CalendarDate) {
    this.#file = file;
    this.#register = register;
    this.#today = today;
  }

  judge(raw: RawRow): JudgedRow {
    const row = readRow(this.#file, raw, this.#today);
    if (raw.settled?.isSetAside) return this.#ended(row, 'held', {reason: 'SET_ASIDE'});
    if (raw.isCutOff) return this.#ended(row, 'rejected', {reason: 'ROW_CUT_OFF'});
    const first = this.#seen.get(row.key);
    if (!first) this.#seen.set(row.key, {row: raw.row, digest: row.digest});
    else if (first.digest === row.digest) return this.#ended(row, 'rejected', {reason: 'DUPLICATE_ROW', withRow: first.row});
    else
      return this.#ended(row, 'held', {
        reason: this.#file === 'young_people.csv' ? 'DUPLICATE_PERSON' : 'DUPLICATE_ROW',
        withRow: first.row,
      });
    const hold = this.#holdOf(row);
    return hold ? this.#ended(row, 'held', hold) : this.#imported(row);
  }

  #holdOf(row: ReadRow): Hold | null {
    const {people, plans, holds} = this.#register;
    if (row.values['legacy_id'] !== undefined && this.#file !== 'young_people.csv') {
      const person = people.get(String(row.values['legacy_id'] ?? ''));
      if (!person) return {reason: 'UNKNOWN_PERSON', column: 'legacy_id'};
      if (person.hold) return {reason: person.hold.reason, because: 'person'};
    } else if (row.values['plan_id'] !== undefined) {
      const plan = plans.get(String(row.values['plan_id'] ?? ''));
      if (!plan) return {reason: 'UNKNOWN_PLAN', column: 'plan_id'};
      if (plan.hold) return {reason: plan.hold.reason, because: 'plan'};
    }
    const pair = holds.get(this.#file)?.get(row.raw.row);
    if (pair) return pair;
    const own = ownHold(this.#file, row, this.#today);
    if (own) return own;
    const reason = this.#faultWithPerson(row);
    return reason !== null && counts(row, reason) ? {reason} : null;
  }

  /** What only the person's own dates can tell. */
  #faultWithPerson(row: ReadRow): string | null {
    const dates = this.#register.people.get(String(row.values['legacy_id'] ?? ''))?.dates;
    if (!dates) return null;
    if (this.#file === 'contacts.csv') return isVisitAfterDeath(row.values, dates.diedOn) ? 'VISIT_AFTER_DEATH' : null;
    if (this.#file === 'income_scheme.csv') return basicIncomeFault(dates);
    if (this.#file === 'looked_after_periods.csv') return periodFault(dates.dateOfBirth, row.values, this.#today).hold;
    return null;
  }

  #imported(row: ReadRow): JudgedRow {
    const questions = this.#questionsOf(row);
    const waiting = new Set(questions.filter(({reason}) => reason !== 'SPELL_GAP').map(({column}) => column));
    const isOpen = (column: string) => waiting.has(column) || (row.raw.settled?.blank.has(column) ?? false);
    const values = Object.fromEntries(Object.entries(row.values).map(([column, value]) => [column, isOpen(column) ? null : value]));
    return {...this.#base(row), outcome: 'imported', reason: null, questions, values};
  }

  /** One question a column, in the order of the columns. */
  #questionsOf(row: ReadRow): Question[] {
    const {settled} = row.raw;
    const all = [
      ...row.questions,
      ...this.#unknownReferences(row),
      ...ownFaults(this.#file, row.values, this.#today).questions,
      ...this.#doubts(row),
    ];
    const open = all.filter(({column}) => !settled?.blank.has(column) && !settled?.keeps.has(column));
    return COLUMNS[this.#file].flatMap(({name}) => open.find(({column}) => column === name) ?? []);
  }

  #unknownReferences(row: ReadRow): Question[] {
    const {staff, requests} = this.#register;
    return COLUMNS[this.#file].flatMap(({name: column, reading: {as}}) => {
      const value = row.values[column] ?? null;
      if (value === null || value === 'YP') return [];
      if ((as === 'staff' || as === 'staff or YP') && !staff.has(String(value))) return [{column, reason: 'UNKNOWN_STAFF'}];
      return as === 'request' && !requests.has(String(value)) ? [{column, reason: 'UNKNOWN_REQUEST'}] : [];
    });
  }

  #doubts(row: ReadRow): Question[] {
    const doubt = this.#register.doubts.get(this.#file)?.get(row.raw.row);
    if (doubt) return [doubt];
    const dates =
      this.#file === 'looked_after_periods.csv' ? this.#register.people.get(String(row.values['legacy_id'] ?? ''))?.dates : null;
    return dates && periodFault(dates.dateOfBirth, row.values, this.#today).asksEnd ? [{column: 'end_date', reason: 'DATE_ORDER'}] : [];
  }

  #ended(row: ReadRow, outcome: 'held' | 'rejected', hold: Hold): JudgedRow {
    return {...this.#base(row), outcome, ...hold, questions: [], values: row.values};
  }

  #base(row: ReadRow): Pick<JudgedRow, 'file' | 'row' | 'key' | 'personKey' | 'planKey' | 'original' | 'facts'> {
    const plan = row.values['plan_id'];
    const planKey = typeof plan === 'string' ? plan : null;
    const ofPlan = planKey === null ? undefined : this.#register.plans.get(planKey)?.personKey;
    const {others, doubled, isTooLong, isCutOff} = row.raw;
    const person = row.values['legacy_id'];
    const personKey = typeof person === 'string' ? person : (ofPlan ?? null);
    return {
      file: this.#file,
      row: row.raw.row,
      key: row.key,
      personKey,
      planKey,
      original: row.raw.original,
      facts: {others, doubled, isTooLong, isCutOff},
    };
  }
}
