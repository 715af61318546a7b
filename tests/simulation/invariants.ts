/**
 * What must be true whatever happened (the numbers are those of docs/sync-protocol.md, Invariants). Looked at when
 * everybody has come to rest, from the server's own store and from what each device holds and shows.
 */
import {isDeepStrictEqual} from 'node:util';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {compartmentsOf} from '#domain/access/roles.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {AUTHORITY} from '../support/small-authority.ts';
import {DEVICES, type Schedule} from './schedule.ts';

interface Kept {
  readonly records: readonly DomainRecord[];
  readonly parked: string;
}

export async function violationsOf(schedule: Schedule): Promise<readonly string[]> {
  const found = [...schedule.violations, ...schedule.server.faults.map(fault => `server: ${fault}`)];
  for (const device of schedule.devices.values()) found.push(...device.faults);
  const {store} = schedule.server;
  const kept = await store.snapshot(AUTHORITY.code, async (reading): Promise<Kept> => {
    const people = await reading.people();
    const records = [...(await reading.recordsOf(null)), ...(await Promise.all(people.map(person => reading.recordsOf(person)))).flat()];
    return {records, parked: JSON.stringify((await reading.parked()).map(({body}) => body))};
  });
  found.push(...lostWords(schedule, kept), ...doubledWords(kept));
  found.push(...(await answersOf(schedule)), ...(await alarmsOf(schedule)));
  for (const name of DEVICES) found.push(...(await heldBy(schedule, name)));
  return found;
}

/** Commands whose words make way for those of somebody who has seen them. */
const REPLACEABLE = new Set(['risk-summary.write', 'conflict.settle', 'details.change', 'team.set', 'money-help.write']);
const textsOf = (record: DomainRecord): string => JSON.stringify([record.data, record.heads]);

/** I2, I8: a word that somebody was told is saved is in the file, with a manager, or refused to its author's face; or replaced by who saw it. */
function lostWords(schedule: Schedule, {records, parked}: Kept): string[] {
  const inFile = records.map(textsOf).join('\n');
  const refused = [...schedule.devices.values()]
    .flatMap(device => device.disk.outbox.filter(({answer}) => answer?.status === 'rejected' || answer?.status === 'parked'))
    .map(({op}) => JSON.stringify(op.body))
    .join('\n');
  const drafts = [...schedule.devices.values()].map(device => JSON.stringify(device.vault.drafts())).join();
  const lost: string[] = [];
  for (const {words, by, kind} of schedule.promised) {
    const quoted = `"${words}"`;
    if (inFile.includes(quoted) || parked.includes(quoted) || refused.includes(quoted)) continue;
    if ((REPLACEABLE.has(kind) && schedule.seen.has(words)) || schedule.gone.has(words)) continue;
    const [own, ...later] = draftsFrom(schedule, words, kind);
    if (
      own &&
      [own, ...later].some(each => [drafts, inFile, parked, refused].some(where => where.includes(`"${each}"`)) || schedule.gone.has(each))
    )
      continue;
    lost.push(`I2: lost “${words}” of ${kind} by ${by}`);
  }
  return lost;
}

/** This draft and those that were begun after it on the same device about the same person: the last to reach the disk is there. */
function draftsFrom({drafts}: Schedule, words: string, kind: string): string[] {
  const ofKind = drafts.filter(each => each.kind === kind).map(each => each.words);
  return ofKind.slice(ofKind.lastIndexOf(words)).filter(() => ofKind.includes(words));
}

/** I3: what was written once is there once. */
function doubledWords({records}: Kept): string[] {
  const made = new Map<string, number>();
  for (const record of records) {
    if (
      !['contact', 'message', 'plan-action', 'review-request', 'money-line', 'fund-request', 'stay', 'home-news', 'worry'].includes(
        record.kind,
      )
    )
      continue;
    made.set(record.made.op, (made.get(record.made.op) ?? 0) + 1);
  }
  return [...made].filter(([, times]) => times > 1).map(([op, times]) => `I3: ${times} records of one op ${op}`);
}

/** D1: devices and server have compared what they hold, and it was the same. D2: so is the index. */
async function alarmsOf({server}: Schedule): Promise<string[]> {
  return server.store.snapshot(AUTHORITY.code, async reading => {
    const alarms = (await reading.alarms()).filter(({kind}) => kind === 'digest_differs');
    const {missing, astray} = await reading.indexFaults();
    return [
      ...alarms.map(({times}) => `D1: ${times} times a device held something else than the server`),
      ...(missing + astray > 0 ? [`D2: ${missing} records are not in the index, ${astray} entries lead nowhere`] : []),
    ];
  });
}

/** I1: every op that is anywhere on a disk has its one answer, and it is the server's. I10: in its author's name. */
async function answersOf(schedule: Schedule): Promise<string[]> {
  const found: string[] = [];
  await schedule.server.store.transaction(AUTHORITY.code, async writing => {
    for (const device of schedule.devices.values()) {
      for (const {op, state, answer} of device.disk.outbox) {
        const logged = await writing.loggedOp(op.op);
        if (!logged) found.push(`I1: ${device.name}: the server does not know ${op.kind} (${state})`);
        else if (answer === null) found.push(`I1: ${device.name}: ${op.kind} has no answer on the device (${state})`);
        else if (logged.answer.status !== answer.status)
          found.push(`I1: ${device.name}: ${op.kind} was answered ${answer.status} and ${logged.answer.status}`);
        if (logged && logged.account !== device.session.account) found.push(`I10: ${device.name}: ${op.kind} was sent as somebody else`);
      }
    }
  });
  return found;
}

/** I4, I5: exactly what is granted, as the server has it. */
async function heldBy(schedule: Schedule, name: (typeof DEVICES)[number]): Promise<string[]> {
  const device = schedule.device(name);
  const {holder, role} = device.session;
  const onDevice = new Set<string>(compartmentsOf(role, 'held'));
  const found: string[] = [];
  const granted = await schedule.server.store.snapshot(AUTHORITY.code, async reading => {
    const scopes = new Map<Id, readonly DomainRecord[]>();
    for (const scope of await reading.heldBy(holder, calendarDateInWales(schedule.now))) {
      if (!onDevice.has(scope.compartment)) continue;
      scopes.set(
        scope.id,
        (await reading.page(scope.id, null, 10_000)).flatMap(({record}) => record ?? []),
      );
    }
    return scopes;
  });
  const {scopes} = device.vault.base;
  for (const id of scopes.keys()) if (!granted.has(id)) found.push(`I5: ${name} holds a scope that is not granted`);
  for (const [id, records] of granted) {
    const local = [...(scopes.get(id)?.records.values() ?? [])].toSorted(byId);
    if (!scopes.get(id)?.done) found.push(`I4: ${name} has not loaded a scope`);
    else if (!isDeepStrictEqual(local, records.map(plain).toSorted(byId)))
      found.push(`I4: ${name} holds a scope otherwise than the server`);
  }
  return found;
}

const plain = (record: DomainRecord) => JSON.parse(JSON.stringify(record)) as DomainRecord;
const byId = (one: DomainRecord, other: DomainRecord) => (one.id < other.id ? -1 : 1);
