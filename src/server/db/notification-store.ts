/** Addresses of browsers' push services by session, and what has yet to be sent to them. A session that ends takes its address with it. */
import type {JsonWebKey} from 'node:crypto';
import {must} from '#domain/shared/result.ts';
import type {Sql} from './sql.ts';

export interface DueNotification {
  readonly endpoint: string;
  readonly nextAt: string;
  /** How often it was tried before. */
  readonly tries: number;
}

export class NotificationStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** One for each session: a browser that was given another, or to which somebody else has signed in, leaves none behind. */
  async keepAddress(endpoint: string, sessionHash: string, at: string): Promise<void> {
    await this.#sql.transaction('read committed', async db => {
      await db.query('delete from notification_address where session = $1 and endpoint <> $2', [sessionHash, endpoint]);
      await db.query(
        `insert into notification_address (endpoint, session, given_at) values ($1, $2, $3)
         on conflict (endpoint) do update set session = excluded.session, given_at = excluded.given_at`,
        [endpoint, sessionHash, at],
      );
    });
  }

  /** Of whoever asks: another's address is not touched. */
  async dropAddressOf(sessionHash: string): Promise<void> {
    await this.#sql.query('delete from notification_address where session = $1', [sessionHash]);
  }

  /** The push service knows it no more. */
  async dropAddress(endpoint: string): Promise<void> {
    await this.#sql.query('delete from notification_address where endpoint = $1', [endpoint]);
  }

  /** Of accounts that may still sign in, the longest due first. */
  async due(now: string, limit: number): Promise<readonly DueNotification[]> {
    return this.#sql.query<DueNotification & Record<string, unknown>>(
      `select d.endpoint, d.next_at as "nextAt", d.tries from notification_due d
         join notification_address n on n.endpoint = d.endpoint join session s on s.token_hash = n.session join account a on a.id = s.account
        where d.next_at <= $1 and s.expires_at > $1 and a.disabled_at is null order by d.next_at, d.endpoint limit $2`,
      [now, limit],
    );
  }

  /** Unless there is something newer to tell meanwhile. */
  async end({endpoint, nextAt}: DueNotification): Promise<void> {
    await this.#sql.query('delete from notification_due where endpoint = $1 and next_at = $2', [endpoint, nextAt]);
  }

  async tryAgain({endpoint, nextAt, tries}: DueNotification, at: string): Promise<void> {
    await this.#sql.query('update notification_due set next_at = $3, tries = $4 where endpoint = $1 and next_at = $2', [
      endpoint,
      nextAt,
      at,
      tries + 1,
    ]);
  }

  /** `fresh` the first time, and for ever after what was kept then. */
  async privateKey(fresh: JsonWebKey, at: string): Promise<JsonWebKey> {
    await this.#sql.query('insert into notification_key (private_key, made_at) values ($1, $2) on conflict do nothing', [
      JSON.stringify(fresh),
      at,
    ]);
    const [kept] = await this.#sql.query<{key: JsonWebKey}>('select private_key as key from notification_key');
    return must(kept, 'it was just kept, if it was not there').key;
  }
}
