/**
 * The one way in which changed records reach the store: stored with history, grants brought up to date, summaries
 * worked out anew, everything entered in the index under one new version (commit order [C1]).
 */
import {helpOfAuthority} from '#domain/authority/help-of-authority.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {snapshotsToFreeze} from '#domain/learning-work/freeze-snapshots.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {Decision, Refusal} from '#domain/command.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Compartment, DomainRecord} from '#domain/shared/record.ts';
import {ok, type Result} from '#domain/shared/result.ts';
import {summarise} from '#domain/young-person/summarise.ts';
import {entitlementsOf} from '#domain/entitlements/entitlements.ts';
import {whoHelps} from '#domain/young-person/find-who-helps.ts';
import type {Writing} from '#server/db/storage.ts';
import {passOnWorries} from './keep-alarms.ts';
import {enterLedger} from './keep-ledger.ts';
import type {Publisher} from './publisher.ts';
import {grantsWanted, idNamed, scopeId} from './scopes.ts';

/** A version never holds more entries than one page of a pull can carry. */
export const ENTRIES_PER_VERSION = 200;

/** The records that the server keeps of everybody, as they should be now, and the snapshots whose day has come: those are made once. */
function freshRecords(
  file: readonly DomainRecord[],
  {authority, now, today}: Publisher,
  person: Id,
  ofAuthority: readonly DomainRecord[],
): readonly DomainRecord[] {
  const settings = ofAuthority.filter(record => isKind(record, 'setting') || isKind(record, 'income-scheme'));
  const data = summarise(file, today, settings);
  if (!data) return [];
  const record = (id: Id, kind: string, compartment: Compartment, body: object, author = person): DomainRecord => {
    const made = file.find(known => known.id === id)?.made ?? {author, device: null, at: now, op: id};
    return {id, kind, scope: scopeId(authority, person, compartment), person, data: body as DomainRecord['data'], heads: {}, made};
  };
  const kept = (kind: 'summary' | 'who-helps' | 'entitlements', compartment: Compartment, body: object) =>
    record(idNamed(kind, authority, person), kind, compartment, body);
  const help = whoHelps(file, person, scopeId(authority, person, 'shared'), ofAuthority, helpOfAuthority(ofAuthority, today), today);
  const frozen = snapshotsToFreeze(file, person, settingsInForce(ofAuthority), today);
  return [
    kept('summary', 'summary', data),
    kept('who-helps', 'shared', help),
    kept('entitlements', 'shared', entitlementsOf(file, settings, today)),
    // Nobody wrote it: no colleague and no young person is named by it.
    ...frozen.map(({id, data: snapshot}) => record(id, 'snapshot', 'staff', snapshot, id)),
  ];
}

/**
 * Brings them up to date for these people. Returns those that changed. Of a file that the domain has a fault with they stay as
 * they were, and the operator hears of it: it keeps nobody's words out, and no server from starting [P6].
 */
export async function keepTrue(store: Writing, publisher: Publisher, people: Iterable<Id>): Promise<DomainRecord[]> {
  const ofAuthority = await store.recordsOf(null, ['staff-member', 'setting', 'income-scheme']);
  const changed: DomainRecord[] = [];
  for (const person of people) {
    const file = await store.recordsOf(person);
    const fresh = orFault(() => freshRecords(file, publisher, person, ofAuthority));
    if (!fresh) await noteFault(store, publisher, person);
    for (const record of fresh ?? []) changed.push(...(await store.putRecords([record], record.id, null, publisher.now)));
  }
  return changed;
}

function orFault<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

async function noteFault(store: Writing, {now, today}: Publisher, person: Id): Promise<void> {
  await store.audit({at: now, account: null, action: 'sync.summary_failed', person});
  await store.raiseAlarm('summary_failed', today, now);
}

/**
 * Stores what one op decided, and enters its money into the ledger first: what the budget has not is refused, and nothing of the
 * op is stored. Returns all records that changed; the caller publishes once at the end of its transaction.
 */
export async function storeDecision(
  store: Writing,
  publisher: Publisher,
  {puts, grants, entries = []}: Decision,
  op: Id,
  author: Id,
): Promise<Result<readonly DomainRecord[], Refusal>> {
  const lines = await enterLedger(store, publisher, entries, {op, by: author, at: publisher.now});
  if (!lines.ok) return lines;
  const all = [...puts, ...lines.value];
  await store.putRecords(all, op, author, publisher.now);
  await store.putGrants(grants.flatMap(wanted => grantsWanted(publisher.authority, wanted)));
  return ok(all);
}

/** A place that a record has left: to be told to those who hold it. */
export interface Left {
  readonly scope: Id;
  readonly id: Id;
}

/** Works out the summaries of the people concerned and publishes everything. Takes a version in any case, and returns the last. */
export async function publishChanges(
  store: Writing,
  publisher: Publisher,
  changed: readonly DomainRecord[],
  left: readonly Left[] = [],
): Promise<number> {
  // A worry is received, and goes to whoever is told first, with the change that it came with.
  const puts = [...changed, ...(await passOnWorries(store, publisher, changed))];
  // A setting, a scheme or a colleague's telephone number concerns what everybody's own device shows of who helps.
  const isForAll = puts.some(({kind}) => kind === 'setting' || kind === 'income-scheme' || kind === 'staff-member');
  const people = isForAll ? await store.people() : new Set(puts.flatMap(record => record.person ?? []));
  const records = [...puts, ...(await keepTrue(store, publisher, people))];
  return records.length > 0 ? publishEntries(store, records, left) : store.publish([]);
}

/** [V7] A record that has moved is entered as gone from the scope that it left and as present in the other, in one version. */
export async function publishEntries(store: Writing, records: readonly DomainRecord[], left: readonly Left[] = []): Promise<number> {
  const moves = [...new Map(records.map(record => [record.id, record])).values()].map(({scope, id}) => [
    ...left.filter(place => place.id === id && place.scope !== scope).map(place => ({...place, present: false})),
    {scope, id, present: true},
  ]);
  let version = await store.version();
  while (moves.length > 0) {
    const entries = moves.splice(0, 1).flat();
    while (moves[0] && entries.length + moves[0].length <= ENTRIES_PER_VERSION) entries.push(...(moves.shift() ?? []));
    version = await store.publish(entries);
  }
  return version;
}

/** Summaries are true of a day: brings those of another day up to date (run at start and each night). */
export async function refreshSummaries(store: Writing, publisher: Publisher): Promise<number> {
  const behind: Id[] = [];
  for (const person of await store.people()) {
    const kept = await store.recordsOf(person, ['summary', 'who-helps', 'entitlements']);
    const isTrue = kept.some(record => isKind(record, 'summary') && record.data.asOf === publisher.today);
    const isWhole = (['who-helps', 'entitlements'] as const).every(kind => kept.some(record => isKind(record, kind)));
    if (!isTrue || !isWhole) behind.push(person);
  }
  const changed = await keepTrue(store, publisher, behind);
  await publishEntries(store, changed);
  return changed.length;
}
