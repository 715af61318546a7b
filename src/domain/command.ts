/**
 * Commands are the only way to change anything. A command is decided by one pure function that runs twice: on the
 * device with its own clock and actor (provisional), on the server with the server's (final). It sees only the records
 * its definition says it reads, and answers with changed records and grants, or with a refusal that has a code.
 */
import type * as z from 'zod/mini';
import type {Action} from './access/permissions.ts';
import type {GrantWanted} from './access/allocation.ts';
import type {Role} from './access/roles.ts';
import type {SettingsInForce} from './authority/settings.ts';
import type {LedgerEntry} from './fund/ledger.ts';
import {calendarDateInWales, hoursBetween, type CalendarDate} from './shared/calendar-date.ts';
import type {WriteStatus} from './shared/heads.ts';
import type {Id} from './shared/ids.ts';
import type {AnyCompartment, DomainRecord} from './shared/record.ts';
import type {Result} from './shared/result.ts';

/** The closed list of reasons why a command is not carried out; screens show `errors.refusal.<code>`. */
export type RefusalCode =
  | 'body_invalid'
  | 'not_permitted'
  | 'unknown_kind'
  | 'unknown_record'
  | 'already_there'
  | 'state_moved'
  | 'holder_unknown'
  | 'holder_already'
  | 'dates_out_of_order'
  | 'date_past'
  | 'date_in_future'
  | 'out_of_range'
  | 'settings_contradict'
  | 'words_missing'
  | 'not_own_action'
  | 'own_last_day'
  | 'in_force_already'
  | 'overlaps'
  | 'unchanged'
  | 'plan_incomplete'
  | 'two_versions'
  | 'parked_full'
  // St David's Day Fund: whose request it is, how much may be given, and what the budget has.
  | 'own_request'
  | 'over_limit'
  | 'over_cap'
  | 'not_eligible'
  | 'duty_unanswered'
  | 'duty_covers'
  | 'paid_already'
  | 'no_budget'
  | 'budget_spent'
  | 'ledger_closed'
  // Income schemes: closed for good, fixed by whoever ran it, or not for this person.
  | 'scheme_closed'
  | 'scheme_fixed'
  | 'scheme_not_for_them'
  // Keeping in touch: never closed for category 2, and home again only after six months.
  | 'stays_open'
  | 'not_home_yet'
  // Help with the costs of learning: what the rule asks for, what it gives once, and what was granted.
  | 'programme_not_in_plan'
  | 'granted_already'
  | 'over_granted';

export interface Refusal {
  readonly code: RefusalCode;
  /** Names of fields of the body that the refusal is about. */
  readonly fields: readonly string[];
}

export interface Command<Body = unknown> {
  readonly op: Id;
  readonly kind: string;
  /** Version of the body as its author's app wrote it; the newest when absent. */
  readonly version?: number;
  readonly record: Id;
  readonly person: Id | null;
  /** When the device says it happened (ISO 8601); shown, never used for order. */
  readonly at: string;
  /** For text and decision fields: the ops of the heads that the author saw. */
  readonly bases?: Readonly<Record<string, readonly Id[]>>;
  /** For commands on a state: the op that made the state the author saw. */
  readonly expect?: Id;
  readonly body: Body;
}

export interface Actor {
  /** The staff member's or the young person's record id. */
  readonly holder: Id;
  readonly role: Role;
  readonly device: Id | null;
}

export interface DecideContext {
  readonly actor: Actor;
  /** Server: its own clock. Device: its own. ISO 8601. */
  readonly now: string;
  readonly today: CalendarDate;
  readonly settings: SettingsInForce;
  /** Server: whether a value may stand in a field of a kind that is settled by `conflict.settle`. */
  readonly fits?: (kind: string, field: string, value: unknown) => boolean;
}

/** What the function may look at. On a device that is what the device holds; on the server, what is stored. */
export interface CaseRecords {
  get(id: Id): DomainRecord | undefined;
  /** Null: the authority's own. */
  ofPerson(person: Id | null, kind: string): readonly DomainRecord[];
  /** The id of a person's (or, null, the authority's) scope. */
  scope(person: Id | null, compartment: AnyCompartment): Id | undefined;
}

export interface Decision {
  readonly status: WriteStatus;
  readonly puts: readonly DomainRecord[];
  /** Grants that come into being or change their dates; the server alone acts on them. */
  readonly grants: readonly GrantWanted[];
  /** What the ledger of the authority's budgets is to do, all of it or nothing; the server alone acts on it. */
  readonly entries?: readonly LedgerEntry[];
  /** Scopes that a record has left, when it was moved to another. */
  readonly left?: readonly {readonly scope: Id; readonly id: Id}[];
}

export interface CommandKind<Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly kind: string;
  /** Schema version of the body; older ones are brought up by casters, never rewritten on a device [U1]. */
  readonly version: number;
  /** By the version that they raise to the next; one for each older version. */
  readonly casters?: Readonly<Record<number, (body: unknown) => unknown>>;
  readonly action: Action;
  /** The compartment whose grant the actor needs, and whose scope the command concerns; of_record: the one in which the record lies. */
  readonly compartment: AnyCompartment | 'of_record';
  /** Moves the record's state: an op that expects another state than there is, is refused. */
  readonly movesState?: boolean;
  readonly body: Schema;
  /** Noted in the audit when it is applied: who, what and when, never words. */
  readonly audited?: boolean;
  /** Kinds of the person's records that `decide` looks through, beside the record itself. */
  readonly reads: readonly string[];
  /** Kinds of the authority's own records that it looks through as well, as `ofPerson(null, kind)`. */
  readonly readsOfAuthority?: readonly string[];
  /** Further records that the body names and `decide` looks at, for example the colleague who gets cover, or what may stand where it puts a part. */
  readonly names?: (body: z.infer<Schema>, record: Id) => readonly Id[];
  /** Of two such ops about one person the second waits until the first is carried out: it adds up what the first may change. */
  readonly onePersonAtATime?: boolean;
  /** Makes a part of what the body names, under an id that every device works out alike (`partId`); `decide` sees that it is that one. */
  readonly makesPart?: boolean;
  readonly decide: (records: CaseRecords, command: Command<z.infer<Schema>>, context: DecideContext) => Result<Decision, Refusal>;
}

export function commandKind<const Kind extends string, Schema extends z.ZodMiniType>(
  definition: CommandKind<Schema> & {readonly kind: Kind},
): CommandKind<Schema> & {readonly kind: Kind} {
  return definition;
}

/** No device says that it was earlier, unless its clock is none. */
const EPOCH = '1970-01-01T00:00:00.000Z';

/**
 * The day on which a command was written, to judge what had passed by then: written offline, it may arrive days later. Never
 * after today, whatever the device's clock says; a clock that says nothing sensible says today.
 */
export function dayOfWriting({at}: Pick<Command, 'at'>, {today}: Pick<DecideContext, 'today'>): CalendarDate {
  if (!(hoursBetween(EPOCH, at) >= 0)) return today;
  const written = calendarDateInWales(at);
  return written < today ? written : today;
}

/** The young person's own doing, also where a manager puts into the file, with a right of their own, what they wrote. */
export const isTheirOwn = ({person}: Pick<Command, 'person'>, {actor}: Pick<DecideContext, 'actor'>): boolean =>
  actor.role === 'young_person' || actor.holder === person;

/** A new record as its author made it. */
export function newRecord<Data>(kind: string, command: Command, scope: Id, data: Data, context: DecideContext): DomainRecord<Data> {
  return {
    id: command.record,
    kind,
    scope,
    person: command.person,
    data,
    heads: {},
    made: {author: context.actor.holder, device: context.actor.device, at: command.at, op: command.op},
  };
}
