/**
 * What the mappings from rows to records share: ids that follow from the row they came from, so that a second import
 * finds the same records, and typed access to a row's values. A code that is not in a list of the domain is null here;
 * the reading before has already asked about it.
 */
import {createHash} from 'node:crypto';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {RecordDraft} from '#domain/import/record-draft.ts';
import type {DataOf, KindCode} from '#domain/record-kinds.ts';
import {type Id, namedId} from '#domain/shared/ids.ts';
import type {AnyCompartment} from '#domain/shared/record.ts';
import {foldHeading} from './extract-columns.ts';
import type {JudgedRow} from './judged-row.ts';
import {tidy} from './read-cell.ts';

/** What a plan's sections and actions must know of it. */
export interface PlanContext {
  readonly isApproved: boolean;
  readonly isCopyGiven: boolean;
  readonly language: 'cy' | 'en' | null;
}

export interface DraftContext {
  readonly authority: string;
  readonly plan: (planKey: string) => PlanContext | null;
}

type Original = NonNullable<RecordDraft['original']>;
type Language = Words['lang'];

export class RowDrafts {
  readonly #context: DraftContext;
  readonly #row: JudgedRow;
  readonly #drafts: RecordDraft[] = [];
  readonly original: Original;

  constructor(row: JudgedRow, context: DraftContext, by: string | null, on: string | null) {
    this.#row = row;
    this.#context = context;
    this.original = {by: by === null ? null : this.text(by), on: on === null ? null : this.text(on)};
  }

  get drafts(): readonly RecordDraft[] {
    return this.#drafts;
  }

  get plan(): PlanContext {
    const unknown: PlanContext = {isApproved: false, isCopyGiven: false, language: null};
    return (this.#row.planKey ? this.#context.plan(this.#row.planKey) : null) ?? unknown;
  }

  /** Id of the record of a part of this row. */
  id(part: KindCode): Id {
    return recordId(this.#context.authority, this.#row.file, this.#row.key, part);
  }

  get personId(): Id | null {
    return this.#row.personKey === null ? null : recordId(this.#context.authority, 'young_people.csv', this.#row.personKey, 'young-person');
  }

  get planId(): Id | null {
    return this.#row.planKey ? recordId(this.#context.authority, 'pathway_plans.csv', this.#row.planKey, 'pathway-plan') : null;
  }

  add<Kind extends KindCode>(kind: Kind, compartment: AnyCompartment, data: DataOf<Kind>): void {
    const isOfAuthority = compartment === 'people' || compartment === 'budgets' || compartment === 'settings';
    const draft: RecordDraft<Kind> = {
      id: this.id(kind),
      kind,
      person: isOfAuthority ? null : this.personId,
      compartment,
      data,
      original: this.original,
    };
    this.#drafts.push(draft as RecordDraft);
  }

  text(column: string): string | null {
    const value = this.#row.values[column] ?? null;
    return value === null ? null : String(value);
  }

  day(column: string): CalendarDate | null {
    return this.text(column) as CalendarDate | null;
  }

  number(column: string): number | null {
    const value = this.#row.values[column] ?? null;
    return typeof value === 'number' ? value : null;
  }

  flag(column: string): boolean | null {
    const value = this.#row.values[column] ?? null;
    return typeof value === 'boolean' ? value : null;
  }

  oneOf<const Codes extends readonly string[]>(codes: Codes, column: string): Codes[number] | null {
    const value = this.#row.values[column] ?? null;
    return codes.find(code => code === value) ?? null;
  }

  /** Somebody's words; where the export does not say in which language, nobody claims one. */
  words(column: string, language: Language | null): Words | null {
    const text = this.text(column);
    return text === null ? null : {text, lang: language ?? 'not_stated'};
  }

  /** The record of a worker that another cell names. */
  staff(column: string): Id | null {
    const key = this.text(column);
    return key === null || key === 'YP' ? null : recordId(this.#context.authority, 'staff.csv', key, 'staff-member');
  }

  /** The cell as it came, for a reference that waits. */
  asWritten(column: string): string | null {
    const heading = Object.keys(this.#row.original).find(name => foldHeading(name) === foldHeading(column));
    return (heading === undefined ? '' : tidy(this.#row.original[heading] ?? '')) || null;
  }

  hasAny(...columns: readonly string[]): boolean {
    return columns.some(column => this.text(column) !== null);
  }
}

/** The same row part, the same id, whenever and however often it is imported. */
export function recordId(authority: string, file: string, key: string, part: KindCode): Id {
  return namedId(createHash('sha256').update(`${authority}|${file}|${key}|${part}`).digest());
}
