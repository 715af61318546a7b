/**
 * What screens know of the network: signing in, and the honest state of sync. All of it works when offline, by saying so.
 */
import type {Id} from '#domain/shared/ids.ts';
import type {InvitationView, Session} from '#protocol/account-messages.ts';
import type {ErrorCode} from '#protocol/errors.ts';

export {PASSWORD_MINIMUM} from '#protocol/account-messages.ts';

export type ExchangeFailure = {
  readonly ok: false;
  readonly code: ErrorCode | 'offline';
  /** With `choose_password`: the token of /invitation#token. */ readonly token?: string;
};
export type Exchange<Value> = {readonly ok: true; readonly value: Value} | ExchangeFailure;

export interface Accounts {
  readonly signIn: (signInName: string, password: string) => Promise<Exchange<Session>>;
  /** The session of the browser's cookie, if the server still knows it. */
  readonly current: () => Promise<Exchange<Session>>;
  readonly signOut: () => Promise<void>;
  readonly invitation: (token: string) => Promise<Exchange<InvitationView>>;
  readonly accept: (token: string, password: string) => Promise<Exchange<Session>>;
}

export interface SyncState {
  readonly connection: 'unknown' | 'online' | 'offline';
  /** The server no longer knows this session: writing goes on, sending waits until signed in again. */
  readonly signedOut: boolean;
  readonly working: boolean;
  readonly unsent: number;
  readonly needsAttention: number;
  /** ISO 8601; null when this device has never reached the server. */
  readonly lastSentAt: string | null;
  readonly lastReceivedAt: string | null;
  /** First sync, in people; null when it is over. */
  readonly firstSync: {readonly received: number; readonly expected: number} | null;
  /** The lease has ended: reading is locked until the server is reached, writing is not. */
  readonly leaseEnded: boolean;
  readonly storagePersisted: boolean | null;
}

export interface Syncing {
  readonly state: () => SyncState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly syncNow: () => Promise<void>;
  /** Opens one person's whole file online, into memory only (manager, deputy). */
  readonly openFile: (person: Id) => Promise<Exchange<true>>;
}
