/**
 * Who somebody is: invitations, passwords, sessions. Every failure looks the same from outside, whether the account
 * does not exist, is disabled, or the password is wrong. No role is guessed from a job title.
 */
import {randomUUID} from 'node:crypto';
import type {Role} from '#domain/access/roles.ts';
import {isKeepableText} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {Account, AccountStore, InvitationPurpose, StoredSession} from '#server/db/account-store.ts';
import {canonicalToken, hashPassword, hashToken, isPassword, isStrongEnough, neutralSignInName, newToken, spokenCode} from './secrets.ts';

const DAY_MS = 86_400_000;
/** A device is signed in again by its cookie for as long as its lease can last; sync asks for nothing else. */
export const SESSION_DAYS = 30;

export interface NewSession {
  readonly token: string;
  readonly csrf: string;
  readonly expiresAt: Date;
  readonly account: Account;
}

export class Identity {
  readonly #accounts: AccountStore;
  readonly #clock: () => number;

  constructor(accounts: AccountStore, clock: () => number) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  #now(): string {
    return new Date(this.#clock()).toISOString();
  }

  /** Sign-in names are compared without case and outer spaces. */
  static signInName(typed: string): string {
    return typed.normalize('NFC').trim().toLowerCase();
  }

  /** A name that no database could keep is nobody's. */
  async #named(signInName: string): Promise<Account | undefined> {
    return isKeepableText(signInName) ? this.#accounts.bySignInName(Identity.signInName(signInName)) : undefined;
  }

  /** @returns the one-time token. An account that exists keeps its words; its role becomes the one named. */
  async invite(
    invited: {authority: string; holder: Id; role: Role; name: string; signInName: string},
    days: number,
    purpose: InvitationPurpose = 'join',
  ): Promise<string> {
    const known = await this.#accounts.byHolder(invited.authority, invited.holder);
    const account = known?.id ?? randomUUID();
    if (!known) await this.#accounts.add({...invited, id: account, signInName: Identity.signInName(invited.signInName)});
    else if (known.role !== invited.role) await this.#accounts.setRole(account, invited.role);
    const token = newToken();
    await this.#accounts.invite(account, hashToken(token), purpose, new Date(this.#clock() + days * DAY_MS).toISOString());
    return token;
  }

  /**
   * Invites a young person. Their account has a name of its own that says nothing about them; a code given anew (a new
   * telephone, a forgotten passphrase) leads to the same account. @returns the one-time code.
   */
  async inviteYoungPerson(invited: {authority: string; holder: Id; name: string}, expiresAt: Date): Promise<string> {
    const known = await this.#accounts.byHolder(invited.authority, invited.holder);
    const account = known?.id ?? randomUUID();
    if (!known) await this.#accounts.add({...invited, id: account, role: 'young_person', signInName: await this.#freeSignInName()});
    if (known?.disabled) await this.#accounts.setDisabled(account, null);
    const code = spokenCode();
    await this.#accounts.invite(account, hashToken(canonicalToken(code)), known ? 'reset' : 'join', expiresAt.toISOString());
    return code;
  }

  async #freeSignInName(): Promise<string> {
    for (;;) {
      const name = neutralSignInName();
      if (!(await this.#accounts.bySignInName(name))) return name;
    }
  }

  /** No session and no code of theirs works from now on. */
  async disable(authority: string, holder: Id): Promise<void> {
    const account = await this.#accounts.byHolder(authority, holder);
    if (account) await this.#accounts.setDisabled(account.id, this.#now());
  }

  async invitation(token: string): Promise<Account> {
    const account = await this.#accounts.invitation(hashToken(canonicalToken(token)), this.#now());
    if (!account) throw new ProtocolError('invitation_invalid');
    return account;
  }

  async accept(token: string, password: string): Promise<NewSession> {
    if (!isStrongEnough(password)) throw new ProtocolError('password_weak', {fields: ['password']});
    await this.invitation(token);
    const account = await this.#accounts.accept(hashToken(canonicalToken(token)), await hashPassword(password), this.#now());
    if (!account) throw new ProtocolError('invitation_invalid');
    return this.#open(account);
  }

  async signIn(signInName: string, password: string): Promise<NewSession> {
    const account = await this.#named(signInName);
    const matches = await isPassword(account?.passwordHash ?? null, password);
    if (!account || account.disabled || !matches) throw new ProtocolError('credentials_wrong');
    if (account.oneTime) throw new ProtocolError('choose_password', {token: await this.#spendOneTimePassword(account)});
    return this.#open(account);
  }

  /** The password that was read out opens only the choice of a new one, once and for an hour. */
  async #spendOneTimePassword(account: Account): Promise<string> {
    const token = newToken();
    await this.#accounts.setPassword(account.id, null, false);
    await this.#accounts.invite(account.id, hashToken(token), 'reset', new Date(this.#clock() + DAY_MS / 24).toISOString());
    return token;
  }

  async #open(account: Account): Promise<NewSession> {
    const token = newToken();
    const csrf = newToken();
    const expiresAt = new Date(this.#clock() + SESSION_DAYS * DAY_MS);
    await this.#accounts.endExpired(this.#now());
    await this.#accounts.addSession(hashToken(token), account.id, csrf, this.#now(), expiresAt.toISOString());
    return {token, csrf, expiresAt, account};
  }

  session(token: string): Promise<StoredSession | undefined> {
    return this.#accounts.session(hashToken(token), this.#now());
  }

  signOut(token: string): Promise<void> {
    return this.#accounts.endSession(hashToken(token));
  }

  /** Sets a password made at this moment; for the operator only. Sessions end. @returns false: no such account. */
  async setPassword(signInName: string, password: string, oneTime: boolean): Promise<boolean> {
    const account = await this.#named(signInName);
    if (!account) return false;
    await this.#accounts.setPassword(account.id, await hashPassword(password), oneTime);
    return true;
  }
}
