/**
 * Records that devices bring back after a restored backup [E5]. They are what somebody's device held, not what the server
 * knows: kept for a manager, and closed by themselves once the ops of which they are made have come from their authors.
 */
import * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import {instantSchema, wordsSchema} from '#domain/shared/fields.ts';
import {PAID} from '#domain/fund/codes.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {fitsField, fitsSet, RECORD_KINDS, type KindCode} from '#domain/record-kinds.ts';
import type {DomainRecord, Head, RecordKind} from '#domain/shared/record.ts';
import {recordSchema} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import type {Writing} from '#server/db/storage.ts';

/**
 * Records that give somebody a right, those that move money, and those that the server works out itself. Whoever decides does
 * that by a command of their own, seen and noted as that: no device lends its word for it, and what it brings back shows no
 * values to judge by. The ledger has no entry for money that a device tells of.
 */
const NEVER_BROUGHT: ReadonlySet<string> = new Set([
  'allocation',
  'cover',
  'young-person-access',
  'summary',
  'who-helps',
  'entitlements',
  'fund-decision',
  'fund-payment',
  'fund-refund',
]);
const bodySchema = z.object({record: recordSchema});

export function recoveredRecord(op: Op): DomainRecord | undefined {
  const read = bodySchema.safeParse(op.body);
  return read.success && read.data.record.id === op.record && read.data.record.person === op.person
    ? (read.data.record as DomainRecord)
    : undefined;
}

const headOps = ({heads}: DomainRecord): readonly Id[] => Object.values(heads).flatMap(all => all.flatMap(({ops}) => ops));

/** The record is there, and each op whose words it holds is in it or in the log. */
export async function isKnownAgain(store: Writing, op: Op): Promise<boolean> {
  const held = recoveredRecord(op);
  const now = await store.record(op.record);
  if (!held || !now) return false;
  const there = new Set([now.made.op, ...headOps(now)]);
  for (const each of headOps(held)) if (!there.has(each) && !(await store.loggedOp(each))) return false;
  return true;
}

/**
 * The record as a manager puts it into the file: as the device held it, or, where the store has it, with the words that it
 * lacks beside those that it has. Undefined: it is not a record of this person that may lie where it says.
 */
export async function recovered(store: Writing, op: Op): Promise<DomainRecord | undefined> {
  const held = recoveredRecord(op);
  if (!held || !(await fits(store, held))) return undefined;
  const now = await store.lockRecord(held.id);
  if (!now) return withoutMoney(held);
  // In another scope other people would read what was written in this one.
  if (now.kind !== held.kind || now.person !== held.person || now.scope !== held.scope) return undefined;
  return Object.entries(held.heads).reduce((record, [field, heads]) => withMissing(record, field, heads), now);
}

/** A request that money was given for waits to be decided again: its decision does not come back with it. */
function withoutMoney(held: DomainRecord): DomainRecord {
  if (!isKind(held, 'fund-request') || !(held.data.status === 'approved' || PAID.includes(held.data.status))) return held;
  const {paid: _paid, ...data} = held.data;
  return {...held, data: {...data, status: 'submitted'}};
}

function withMissing(record: DomainRecord, field: string, held: readonly Head[]): DomainRecord {
  const there = record.heads[field] ?? [];
  const missing = held.filter(head => !head.ops.some(op => there.some(known => known.ops.includes(op))));
  return missing.length === 0 ? record : {...record, heads: {...record.heads, [field]: [...there, ...missing]}};
}

/** A record of a person, with data of its kind and versions of its fields, in a scope of theirs in which records of the kind may lie. */
async function fits(store: Writing, {kind, scope, person, data, heads}: DomainRecord): Promise<boolean> {
  if (!Object.hasOwn(RECORD_KINDS, kind) || NEVER_BROUGHT.has(kind) || person === null) return false;
  const {compartments, schema} = RECORD_KINDS[kind as KindCode] as unknown as RecordKind;
  const place = (await store.scopesOf(person)).find(({id}) => id === scope);
  if (place === undefined || !compartments.includes(place.compartment) || !schema.safeParse(data).success) return false;
  return Object.entries(heads).every(([field, all]) => all.every(head => isHeadOf(kind, field, head)));
}

/** What no command would have written there is not put there: every screen that shows the record relies on it. */
function isHeadOf(kind: string, field: string, {value, at}: Head): boolean {
  if (!instantSchema.safeParse(at).success) return false;
  if (field === 'state') return typeof value === 'string';
  if (field === 'struck') return wordsSchema.safeParse(value).success;
  if (field === 'reopened') return typeof value === 'string' || wordsSchema.safeParse(value).success;
  return fitsField(kind, field, value) || fitsSet(kind, field, value);
}
