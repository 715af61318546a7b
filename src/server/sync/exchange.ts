/** What every exchange is given: the store, whose session it is, and the clock. The actor is never taken from a body. */
import type {Role} from '#domain/access/roles.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {ClientRow, Reading, Storage} from '#server/db/storage.ts';
import type {Publisher} from './publish-changes.ts';

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
  const {account, authority} = signedIn;
  if ((client?.account ?? account) === account && (request.account ?? account) === account) return;
  await storage.transaction(authority, store =>
    store.audit({at: publisherOf(exchange).now, account, action: 'sync.client_not_yours', record: request.client}),
  );
  throw new ProtocolError('client_not_yours');
}
