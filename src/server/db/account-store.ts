/** Accounts, invitations and sessions in SQL. Tokens are stored as hashes only; nothing here decides, it only keeps. */
import type {Role} from '#domain/access/roles.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Sql} from './sql.ts';

export interface Account {
  readonly id: Id;
  readonly authority: string;
  readonly holder: Id;
  readonly role: Role;
  readonly name: string;
  readonly signInName: string;
  readonly passwordHash: string | null;
  readonly oneTime: boolean;
  readonly disabled: boolean;
}

export interface StoredSession {
  readonly account: Account;
  readonly csrf: string;
  readonly expiresAt: string;
}

/** Over all devices of an account. `unsentSince`: when the quietest of those that still held unsent work was last heard. */
export interface DevicesHeard {
  readonly lastSeenAt: string | null;
  readonly unsent: number;
  readonly attention: number;
  readonly unsentSince: string | null;
}

export type InvitationPurpose = 'join' | 'reset';

type AccountRow = Omit<Account, 'disabled'> & {disabledAt: string | null} & Record<string, unknown>;
const ACCOUNT =
  'a.id, a.authority, a.holder, a.role, a.name, a.sign_in_name as "signInName", a.password_hash as "passwordHash", a.one_time as "oneTime", a.disabled_at as "disabledAt"';
const accountOf = ({disabledAt, ...row}: AccountRow): Account => ({...(row as Omit<Account, 'disabled'>), disabled: disabledAt !== null});

const instant = (at: string | null) => (at === null ? null : new Date(at).toISOString());

export class AccountStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async bySignInName(signInName: string): Promise<Account | undefined> {
    const [row] = await this.#sql.query<AccountRow>(`select ${ACCOUNT} from account a where a.sign_in_name = $1`, [signInName]);
    return row && accountOf(row);
  }

  async byHolder(authority: string, holder: Id): Promise<Account | undefined> {
    const [row] = await this.#sql.query<AccountRow>(`select ${ACCOUNT} from account a where a.authority = $1 and a.holder = $2`, [
      authority,
      holder,
    ]);
    return row && accountOf(row);
  }

  /** Holders of an authority's accounts in one of these roles. */
  async holdersIn(authority: string, roles: readonly Role[]): Promise<readonly Id[]> {
    return (
      await this.#sql.query<{holder: Id}>('select holder from account where authority = $1 and role = any($2)', [authority, [...roles]])
    ).map(row => row.holder);
  }

  async add(account: Omit<Account, 'disabled' | 'passwordHash' | 'oneTime'>): Promise<void> {
    await this.#sql.query('insert into account (id, authority, holder, role, name, sign_in_name) values ($1, $2, $3, $4, $5, $6)', [
      account.id,
      account.authority,
      account.holder,
      account.role,
      account.name,
      account.signInName,
    ]);
  }

  async setRole(account: Id, role: Role): Promise<void> {
    await this.#sql.query('update account set role = $2 where id = $1', [account, role]);
  }

  async invite(account: Id, tokenHash: string, purpose: InvitationPurpose, expiresAt: string): Promise<void> {
    // A new link makes the older ones worthless.
    await this.#sql.transaction('read committed', async db => {
      await db.query('update invitation set used_at = now() where account = $1 and used_at is null', [account]);
      await db.query('insert into invitation (token_hash, account, purpose, expires_at) values ($1, $2, $3, $4)', [
        tokenHash,
        account,
        purpose,
        expiresAt,
      ]);
    });
  }

  async invitation(tokenHash: string, now: string): Promise<Account | undefined> {
    const [row] = await this.#sql.query<AccountRow>(
      `select ${ACCOUNT} from invitation i join account a on a.id = i.account where i.token_hash = $1 and i.used_at is null and i.expires_at > $2 and a.disabled_at is null`,
      [tokenHash, now],
    );
    return row && accountOf(row);
  }

  /** Uses up the invitation and sets the password, once: of two at the same moment one gets nothing. All sessions end. */
  async accept(tokenHash: string, passwordHash: string, now: string): Promise<Account | undefined> {
    return this.#sql.transaction('read committed', async db => {
      const [used] = await db.query<{account: Id}>(
        'update invitation set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning account',
        [tokenHash, now],
      );
      if (!used) return undefined;
      await db.query('update account set password_hash = $2, one_time = false where id = $1', [used.account, passwordHash]);
      await db.query('delete from session where account = $1', [used.account]);
      const [row] = await db.query<AccountRow>(`select ${ACCOUNT} from account a where a.id = $1 and a.disabled_at is null`, [
        used.account,
      ]);
      return row && accountOf(row);
    });
  }

  /** Takes away the secret and every open invitation; sessions stay. */
  async closeDoor(account: Id, at: string): Promise<void> {
    await this.#sql.transaction('read committed', async db => {
      await db.query('update account set password_hash = null, one_time = false where id = $1', [account]);
      await db.query('update invitation set used_at = $2 where account = $1 and used_at is null', [account, at]);
    });
  }

  /** Null: enabled again. Sessions and open invitations of a disabled account end with it. */
  async setDisabled(account: Id, at: string | null): Promise<void> {
    await this.#sql.transaction('read committed', async db => {
      await db.query('update account set disabled_at = $2 where id = $1', [account, at]);
      if (at === null) return;
      await db.query('delete from session where account = $1', [account]);
      await db.query('update invitation set used_at = $2 where account = $1 and used_at is null', [account, at]);
    });
  }

  /** Every account of an authority, with what its devices said when they last spoke to the server. */
  async accountsOf(authority: string): Promise<readonly (Account & DevicesHeard)[]> {
    const rows = await this.#sql.query<AccountRow & DevicesHeard>(
      `select ${ACCOUNT}, heard.*
         from account a cross join lateral (
           select max(c.last_seen_at) as "lastSeenAt", coalesce(sum(c.unsent), 0) as unsent,
                  coalesce(sum(c.attention), 0) as attention,
                  min(c.last_seen_at) filter (where c.unsent > 0) as "unsentSince"
             from client c where c.authority = a.authority and c.account = a.id
         ) heard
        where a.authority = $1 order by a.name, a.id`,
      [authority],
    );
    return rows.map(({lastSeenAt, unsent, attention, unsentSince, ...row}) => ({
      ...accountOf(row as AccountRow),
      lastSeenAt: instant(lastSeenAt),
      unsent,
      attention,
      unsentSince: instant(unsentSince),
    }));
  }

  async setPassword(account: Id, passwordHash: string | null, oneTime: boolean): Promise<void> {
    await this.#sql.query('update account set password_hash = $2, one_time = $3 where id = $1', [account, passwordHash, oneTime]);
    await this.#sql.query('delete from session where account = $1', [account]);
  }

  async addSession(tokenHash: string, account: Id, csrf: string, now: string, expiresAt: string): Promise<void> {
    await this.#sql.query('insert into session (token_hash, account, csrf, created_at, expires_at) values ($1, $2, $3, $4, $5)', [
      tokenHash,
      account,
      csrf,
      now,
      expiresAt,
    ]);
  }

  async session(tokenHash: string, now: string): Promise<StoredSession | undefined> {
    const [row] = await this.#sql.query<AccountRow & {csrf: string; expiresAt: string}>(
      `select ${ACCOUNT}, s.csrf, s.expires_at as "expiresAt" from session s join account a on a.id = s.account where s.token_hash = $1 and s.expires_at > $2 and a.disabled_at is null`,
      [tokenHash, now],
    );
    if (!row) return undefined;
    const {csrf, expiresAt, ...account} = row;
    return {account: accountOf(account as AccountRow), csrf, expiresAt};
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.#sql.query('delete from session where token_hash = $1', [tokenHash]);
  }

  async endExpired(now: string): Promise<void> {
    await this.#sql.query('delete from session where expires_at <= $1', [now]);
  }
}
