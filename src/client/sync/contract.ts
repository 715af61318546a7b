/**
 * What screens know of the network: signing in, and the honest state of sync. All of it works when offline, by saying so.
 */
import type {Id} from '#domain/shared/ids.ts';
import {YOUNG_PERSON_SIGN_IN_NAME, type InvitationView, type Session, type YoungPersonInvitation} from '#protocol/account-messages.ts';
import type {AlarmList} from '#protocol/alarm-messages.ts';
import type {DutyList} from '#protocol/duty-messages.ts';
import type {ErrorCode} from '#protocol/errors.ts';
import type {HistoryAnswer, LooksAnswer, TeamAnswer} from '#protocol/history-messages.ts';
import type {ImportGroupView, ImportList, SettleAnswer, SettleRequest} from '#protocol/import-messages.ts';
import type {EvaluationExport, SchemeReportAnswer} from '#protocol/evaluation-messages.ts';
import type {FundAnswer, FundLedger, FundPayment, FundRefund, FundReportAnswer, FundWork} from '#protocol/fund-messages.ts';
import type {NotificationKey} from '#protocol/notification-messages.ts';
import type {ParkedAnswer, ParkedList, ParkedOwner, ParkedSettle} from '#protocol/parked-messages.ts';
import type {ReturnExport, ReturnView} from '#protocol/return-messages.ts';
import type {StaffAccounts, StaffInvitation, StaffRole} from '#protocol/staff-messages.ts';
import type {UnlockFailure} from '#client/vault/contract.ts';

export {PASSWORD_MINIMUM} from '#protocol/account-messages.ts';

/** Whether a sign-in name is a young person's: then a passphrase goes with it, and no password. */
export const isYoungPersonsName = (signInName: string): boolean => YOUNG_PERSON_SIGN_IN_NAME.test(signInName);

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
  /**
   * A young person's whole way in, with one passphrase: it accepts the code at the server and protects this device. The
   * passphrase itself never leaves the device.
   */
  readonly join: (
    code: string,
    passphrase: string,
  ) => Promise<{readonly ok: true} | ExchangeFailure | {readonly ok: false; readonly code: UnlockFailure}>;
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
  /** Until when what is kept may be read without the server; null when it was never reached. */
  readonly leaseUntil: string | null;
  readonly storagePersisted: boolean | null;
  /** Whole minutes by which this device's clock is ahead of the server's (behind: below 0), when last heard [B2]. */
  readonly clockAheadMinutes: number;
}

/** Asked of the server while a screen is looked at, and kept nowhere (people-online.ts). */
export interface PeopleOnline {
  readonly inviteYoungPerson: (person: Id) => Promise<Exchange<YoungPersonInvitation>>;
  readonly endAccess: (person: Id) => Promise<Exchange<object>>;
  readonly history: (record: Id) => Promise<Exchange<HistoryAnswer>>;
  readonly looks: (person: Id) => Promise<Exchange<LooksAnswer>>;
  readonly team: () => Promise<Exchange<TeamAnswer>>;
  readonly accounts: () => Promise<Exchange<StaffAccounts>>;
  readonly inviteStaff: (member: Id, role: StaffRole) => Promise<Exchange<StaffInvitation>>;
  /** What the server noticed; for the administrator. */
  readonly alarms: () => Promise<Exchange<AlarmList>>;
  readonly switchAccount: (member: Id, disabled: boolean) => Promise<Exchange<object>>;
}
export type {StaffAccounts, StaffInvitation, StaffRole} from '#protocol/staff-messages.ts';
export type {YoungPersonInvitation} from '#protocol/account-messages.ts';
export type {DutyList} from '#protocol/duty-messages.ts';
export type {AlarmList} from '#protocol/alarm-messages.ts';
export type {HistoryAnswer, LooksAnswer, TeamAnswer} from '#protocol/history-messages.ts';

/** Being woken for an alarm (decision 027). */
export interface NotificationsOnline {
  /** Null: this server wakes no devices. */
  readonly notificationKey: () => Promise<Exchange<NotificationKey>>;
  readonly keepNotificationAddress: (endpoint: string) => Promise<Exchange<object>>;
  /** Of the session of this browser. */
  readonly dropNotificationAddress: () => Promise<Exchange<object>>;
}

/** The worklists of a team manager and of finance, asked of the server while they are looked at, and kept nowhere (teamwork.ts). */
export interface Teamwork extends NotificationsOnline {
  /** A duty worker's: whose alarms are with duty, on their shift alone. */
  readonly duty: () => Promise<Exchange<DutyList>>;
  readonly importWaiting: () => Promise<Exchange<ImportList>>;
  readonly importGroup: (group: Id) => Promise<Exchange<ImportGroupView>>;
  readonly settleImport: (request: SettleRequest) => Promise<Exchange<SettleAnswer>>;
  readonly parked: (state: 'open' | 'closed') => Promise<Exchange<ParkedList>>;
  readonly ownParked: (request: ParkedOwner) => Promise<Exchange<ParkedAnswer>>;
  readonly settleParked: (request: ParkedSettle) => Promise<Exchange<ParkedAnswer>>;
  readonly fundWork: () => Promise<Exchange<FundWork>>;
  /** 'now': of the financial year of today. */
  readonly fundReport: (year: string) => Promise<Exchange<FundReportAnswer>>;
  readonly fundLedger: () => Promise<Exchange<FundLedger>>;
  readonly payRequest: (request: FundPayment) => Promise<Exchange<FundAnswer>>;
  readonly refundPayment: (request: FundRefund) => Promise<Exchange<FundAnswer>>;
  readonly schemeReport: (scheme: Id) => Promise<Exchange<SchemeReportAnswer>>;
  /** What leaves the authority: made and noted each time that it is asked for. */
  readonly exportEvaluation: (scheme: Id) => Promise<Exchange<EvaluationExport>>;
  /** The statutory extract of a year, up to an age: what is to be mended in it, and the file, which is noted each time. */
  readonly lookAtReturn: (year: string, ages: string) => Promise<Exchange<ReturnView>>;
  readonly exportReturn: (year: string, ages: string) => Promise<Exchange<ReturnExport>>;
}
export type {
  ImportCell,
  ImportGroup,
  ImportGroupView,
  ImportList,
  ImportRowView,
  SettleAnswer,
  SettleRequest,
} from '#protocol/import-messages.ts';
export type {ParkedAnswer, ParkedItem, ParkedList} from '#protocol/parked-messages.ts';
export type {ReturnExport, ReturnView} from '#protocol/return-messages.ts';
export type {EvaluationExport, SchemeReportAnswer} from '#protocol/evaluation-messages.ts';
export type {
  FundAnswer,
  FundLedger,
  FundPayment,
  FundRefund,
  FundReportAnswer,
  FundWork,
  PaidRequest,
  Payable,
} from '#protocol/fund-messages.ts';

export interface Syncing {
  readonly state: () => SyncState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly syncNow: () => Promise<void>;
  /** Opens one person's whole file online, into memory only (manager, deputy). */
  readonly openFile: (person: Id) => Promise<Exchange<true>>;
  readonly online: PeopleOnline;
  readonly teamwork: Teamwork;
  /** Asks the browser once more not to clear what is kept here. */
  readonly askToKeep: () => Promise<void>;
}
