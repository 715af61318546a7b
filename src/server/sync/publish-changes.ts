/**
 * The one way in which changed records reach the store: stored with history, grants brought up to date, summaries
 * worked out anew, everything entered in the index under one new version (commit order [C1]).
 */
import {isKind} from '#domain/record-kinds.ts';
import type {GrantWanted} from '#domain/access/allocation.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {summarise} from '#domain/young-person/summarise.ts';
import type {Writing} from '#server/db/storage.ts';
import {grantsWanted, idNamed, scopeId} from './scopes.ts';

/** A version never holds more entries than one page of a pull can carry. */
export const ENTRIES_PER_VERSION = 200;

export interface Publisher {
  readonly authority: string;
  readonly today: CalendarDate;
  readonly now: string;
}

/** The summary record as it should be now; undefined when it is already so or there is nothing to summarise. */
export async function freshSummary(store: Writing, {authority, today, now}: Publisher, person: Id): Promise<DomainRecord | undefined> {
  const file = await store.recordsOf(person);
  const data = summarise(file, today);
  if (!data) return undefined;
  const id = idNamed('summary', authority, person);
  const known = file.find(record => record.id === id);
  const made = known?.made ?? {author: person, device: null, at: now, op: id};
  return {id, kind: 'summary', scope: scopeId(authority, person, 'summary'), person, data, heads: {}, made};
}

/** Stores one op's records; the caller publishes once at the end of its transaction. */
export async function storeDecision(
  store: Writing,
  publisher: Publisher,
  puts: readonly DomainRecord[],
  grants: readonly GrantWanted[],
  op: Id,
  author: Id,
): Promise<void> {
  await store.putRecords(puts, op, author, publisher.now);
  await store.putGrants(grants.flatMap(wanted => grantsWanted(publisher.authority, wanted)));
}

/** Works out the summaries of the people concerned and publishes everything. Returns the last version taken. */
export async function publishChanges(store: Writing, publisher: Publisher, puts: readonly DomainRecord[]): Promise<number> {
  const people = new Set(puts.flatMap(record => record.person ?? []));
  const summaries: DomainRecord[] = [];
  for (const person of people) {
    const summary = await freshSummary(store, publisher, person);
    if (summary) summaries.push(...(await store.putRecords([summary], summary.id, null, publisher.now)));
  }
  return publishEntries(store, [...puts, ...summaries]);
}

export async function publishEntries(store: Writing, records: readonly DomainRecord[]): Promise<number> {
  const unique = [...new Map(records.map(record => [record.id, record])).values()];
  let version = await store.version();
  for (let start = 0; start < unique.length; start += ENTRIES_PER_VERSION) {
    version = await store.publish(unique.slice(start, start + ENTRIES_PER_VERSION).map(({scope, id}) => ({scope, id, present: true})));
  }
  return version;
}

/** Summaries are true of a day: brings those of another day up to date (run at start and each night). */
export async function refreshSummaries(store: Writing, publisher: Publisher): Promise<number> {
  const changed: DomainRecord[] = [];
  for (const person of await store.people()) {
    const [known] = await store.recordsOf(person, ['summary']);
    if (known && isKind(known, 'summary') && known.data.asOf === publisher.today) continue;
    const summary = await freshSummary(store, publisher, person);
    if (summary) changed.push(...(await store.putRecords([summary], summary.id, null, publisher.now)));
  }
  await publishEntries(store, changed);
  return changed.length;
}
