/** Reads the past that the store keeps of everything: states of a record, and who opened a file. Authority in every query. */
import type {Role} from '#domain/access/roles.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Sql} from './sql.ts';

export interface StoredState {
  readonly at: string;
  readonly author: Id | null;
  readonly name: string | null;
  readonly body: DomainRecord;
}

export interface StoredLook {
  readonly at: string;
  readonly name: string | null;
  readonly role: Role | null;
}

/** More than anybody reads; the newest count. */
const STATES = 200;
const LOOKS = 100;

export class HistoryStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Oldest first. */
  async statesOf(authority: string, record: Id): Promise<readonly StoredState[]> {
    const newest = await this.#sql.query<StoredState & Record<string, unknown>>(
      `select h.at, h.author, a.name, h.body from record_history h
         left join account a on a.authority = h.authority and a.holder = h.author
        where h.authority = $1 and h.record = $2 order by h.number desc limit ${STATES}`,
      [authority, record],
    );
    return newest.toReversed();
  }

  /** `byThemselves`: as the young person reads it, without looks at alarms of which they do not know. */
  async looksAt(authority: string, person: Id, byThemselves: boolean): Promise<readonly StoredLook[]> {
    return this.#sql.query<StoredLook & Record<string, unknown>>(
      `select u.at, a.name, a.role from audit u left join account a on a.id = u.account and a.authority = u.authority
        where u.authority = $1 and u.person = $2 and u.action in ('file.open', 'alarm.open')
          and not ($3 and u.action = 'alarm.open' and coalesce(u.detail->>'shared', 'true') = 'false') order by u.id desc limit ${LOOKS}`,
      [authority, person, byThemselves],
    );
  }

  async hasLookedSince(authority: string, person: Id, account: Id, since: string): Promise<boolean> {
    const found = await this.#sql.query(
      "select 1 from audit where authority = $1 and person = $2 and account = $3 and action = 'file.open' and at >= $4 limit 1",
      [authority, person, account, since],
    );
    return found.length > 0;
  }
}
