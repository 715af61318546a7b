/** What a store says of its own life: its epochs, its versions, and which database it is, as far as the engine tells. */
import type {Id} from '#domain/shared/ids.ts';
import type {StoreIdentity, StoreLife} from './lost-time.ts';
import type {Query} from './sql.ts';

/** SQL states of a user who may not ask, and of an engine without such functions. */
const UNTOLD = ['42501', '42883'];

export class LifeStore {
  readonly #db: Query;

  constructor(db: Query) {
    this.#db = db;
  }

  async read(): Promise<StoreLife> {
    const epochs = await this.#db.query<{epoch: Id; system: string | null; timeline: number | null}>(
      'select epoch, system_identifier as system, timeline from server_epoch order by minted_at desc, epoch desc',
    );
    const versions = await this.#db.query<{authority: string; version: number}>('select authority, version from authority_version');
    const {epoch = null, system = null, timeline = null} = epochs[0] ?? {};
    return {
      epoch,
      epochs: new Set(epochs.map(row => row.epoch)),
      noted: system === null || timeline === null ? null : {system, timeline},
      identity: await this.#identity(),
      versions: new Map(versions.map(row => [row.authority, row.version])),
    };
  }

  async #identity(): Promise<StoreIdentity | null> {
    try {
      const [told] = await this.#db.query<StoreIdentity & Record<string, unknown>>(
        'select system_identifier::text as system, timeline_id as timeline from pg_control_system(), pg_control_checkpoint()',
      );
      return told ?? null;
    } catch (error) {
      if (UNTOLD.includes((error as {code?: string}).code ?? '')) return null;
      throw error;
    }
  }

  /** With the epoch that holds now. */
  async note({system, timeline}: StoreIdentity): Promise<void> {
    await this.#db.query(
      `update server_epoch set system_identifier = $1, timeline = $2
        where epoch = (select epoch from server_epoch order by minted_at desc, epoch desc limit 1) and (system_identifier, timeline) is distinct from ($1, $2)`,
      [system, timeline],
    );
  }
}
