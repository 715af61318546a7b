/**
 * What a record is. A young person's file is a set of records, each in one permission scope (young person ×
 * compartment); the row, not the field, is the unit of permission. A kind says once, for every field, how two people's
 * changes meet (sync.md B5); TypeScript refuses a kind that leaves a field out.
 */
import type * as z from 'zod/mini';
import type {Id} from './ids.ts';

/** What one young person's records are divided into by audience (domain.md 8). */
export const COMPARTMENTS = ['shared', 'staff', 'restricted', 'money', 'summary'] as const;
export type Compartment = (typeof COMPARTMENTS)[number];

/** Scopes that belong to the whole authority: its settings, its people and teams, its budgets. */
export const AUTHORITY_COMPARTMENTS = ['settings', 'people', 'budgets'] as const;
export type AuthorityCompartment = (typeof AUTHORITY_COMPARTMENTS)[number];

export type AnyCompartment = Compartment | AuthorityCompartment;

/** A scope: one young person's compartment, or (person null) an authority-wide one. Its id is opaque. */
export interface Scope {
  readonly id: Id;
  readonly person: Id | null;
  readonly compartment: AnyCompartment;
}

/**
 * fixed: written once, corrections are new records. text and decision: every value that nobody has replaced is kept
 * and shown (multi-value). plain: the last to arrive wins, the loser is listed. set: items are added and removed.
 * command: moved only by a command that names the state it expects.
 */
export type FieldClass = 'fixed' | 'text' | 'decision' | 'plain' | 'set' | 'command';

/** One value of a text or decision field that nobody has replaced, known by every op that wrote the same words. */
export interface Head {
  readonly ops: readonly Id[];
  readonly value: unknown;
  readonly author: Id;
  readonly device: Id | null;
  readonly at: string;
  /** A plain value that another took the place of, whose author had not seen it [T7]. */
  readonly overtaken?: true;
}

/** state: which op made the state that a command expects. struck: taken out of use, newest reason first. reopened: who changed it after that, then the reasons. */
export const MARKS = ['state', 'struck', 'reopened'] as const;
export type Mark = (typeof MARKS)[number];

/** Who made a record, when; for history that was imported, who the old system says it was. */
export interface Authorship {
  readonly author: Id;
  readonly device: Id | null;
  readonly at: string;
  readonly op: Id;
  readonly original?: {readonly by: string | null; readonly on: string | null};
}

export interface DomainRecord<Data = Record<string, unknown>> {
  readonly id: Id;
  readonly kind: string;
  readonly scope: Id;
  readonly person: Id | null;
  readonly data: Data;
  /**
   * Who wrote what stands there: for text, decision and plain fields (`data` mirrors the first head), for each member of a
   * set, and under the names of MARKS for what happened to the record as a whole.
   */
  readonly heads: Readonly<Record<string, readonly Head[]>>;
  readonly made: Authorship;
}

/** The op that a command on the record's state names as expected. */
export function stateOp(record: DomainRecord): Id {
  return record.heads['state']?.[0]?.ops[0] ?? record.made.op;
}

/** What the author of a change has seen of a field: its heads, or the value that came with the record [T6]. */
export function seenOps(record: Pick<DomainRecord, 'heads' | 'made'>, field: string): Id[] {
  const heads = record.heads[field];
  return heads ? heads.flatMap(({ops}) => ops) : [record.made.op];
}

/** The reason why it was struck out; undefined when it stands. */
export function struckOut(record: Pick<DomainRecord, 'heads'>): Head | undefined {
  return record.heads['struck']?.[0];
}

/** Beside what is shown: other versions, values that were passed, reasons for striking out. Whoever moves a record may not have read them. */
export function holdsMoreThanIsShown({heads}: Pick<DomainRecord, 'heads'>): boolean {
  return Object.entries(heads).some(([field, values]) =>
    field === 'struck' || field === 'reopened' ? values.length > 0 : values.length > 1 || values.some(({overtaken}) => overtaken),
  );
}

export type RecordSchema = z.ZodMiniObject;

export interface RecordKind<Schema extends RecordSchema = RecordSchema> {
  readonly kind: string;
  /** The compartments in which a record of this kind may lie. */
  readonly compartments: readonly AnyCompartment[];
  readonly schema: Schema;
  readonly fields: {readonly [Field in keyof z.infer<Schema>]-?: FieldClass};
}

/** Declares a kind; the compiler demands a class for each field of the schema. */
export function recordKind<const Kind extends string, Schema extends RecordSchema>(
  definition: RecordKind<Schema> & {readonly kind: Kind},
): RecordKind<Schema> & {readonly kind: Kind} {
  return definition;
}
