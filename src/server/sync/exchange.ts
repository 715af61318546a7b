/** What every exchange is given: the store, whose session it is, and the clock. The actor is never taken from a body. */
import {compartmentsOf, type Role} from '#domain/access/roles.ts';
import {calendarDateInWales, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {AlarmKind} from '#protocol/alarm-messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {Alarm, ClientRow, HeldScope, Reading, Storage} from '#server/db/storage.ts';
import type {Publisher} from './publisher.ts';

export interface SignedIn {
  readonly account: Id;
  readonly authority: string;
  readonly holder: Id;
  readonly role: Role;
}

export interface Exchange {
  readonly storage: Storage;
  readonly signedIn: SignedIn;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export function publisherAt(authority: string, nowMs: number): Publisher {
  return {authority, now: new Date(nowMs).toISOString(), today: calendarDateInWales(nowMs)};
}

export function publisherOf({signedIn, clock}: Exchange): Publisher {
  return publisherAt(signedIn.authority, clock());
}

/**
 * What smells of a fault or an attack is kept twice: in the audit (who, when, how many) and as an alarm that a person sees
 * (what and how often, not whose). In a transaction of its own, so that the refusal that follows does not undo it.
 */
export async function notice(
  exchange: Exchange,
  kind: AlarmKind,
  {record, detail = {}}: {readonly record?: Id; readonly detail?: Alarm['detail']} = {},
): Promise<void> {
  const {storage, signedIn} = exchange;
  const {now, today} = publisherOf(exchange);
  await storage.transaction(signedIn.authority, async store => {
    await store.audit({at: now, account: signedIn.account, action: `sync.${kind}`, detail, ...(record ? {record} : {})});
    await store.raiseAlarm(kind, today, now, detail);
  });
}

/** The scopes that this account's devices hold on a day. */
export async function heldOnDevice(store: Reading, {holder, role}: SignedIn, today: CalendarDate): Promise<ReadonlyMap<Id, HeldScope>> {
  const onDevice = new Set(compartmentsOf(role, 'held'));
  const held = (await store.heldBy(holder, today)).filter(scope => onDevice.has(scope.compartment));
  return new Map(held.map(scope => [scope.id, scope]));
}

/** [E1] Another epoch: nothing is done. */
export async function demandEpoch(store: Reading, epoch: Id, client: ClientRow | undefined): Promise<Id> {
  const current = await store.epoch();
  if (epoch !== current) throw new ProtocolError('epoch_changed', {epoch: current, lastSeq: client?.lastSeq ?? 0});
  return current;
}

/**
 * [P9] A client belongs to one account, and a vault's words are its owner's: a session of somebody else, in the same browser
 * or anywhere, learns nothing and sends nothing. @throws ProtocolError
 */
export async function demandOwnClient(
  exchange: Exchange,
  request: {readonly client: Id; readonly account?: Id | undefined},
): Promise<void> {
  const {storage, signedIn} = exchange;
  const client = await storage.snapshot(signedIn.authority, store => store.client(request.client));
  const {account} = signedIn;
  if ((client?.account ?? account) === account && (request.account ?? account) === account) return;
  await notice(exchange, 'client_not_yours', {record: request.client});
  // [P4] The vault is theirs, and its client is taken: they go on as another. Everybody who reads a record knows its device.
  throw new ProtocolError(request.account === account ? 'op_reused' : 'client_not_yours');
}
