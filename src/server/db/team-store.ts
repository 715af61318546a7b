/** The worklists of a team manager in one transaction with the records that they change. */
import {importHolds, type ImportHolds, type Settlings} from './import-hold-store.ts';
import {parkedWork, type ParkedWorkStore} from './parked-store.ts';
import {isPassing, TRIES} from './sql-storage.ts';
import {sqlReading} from './sql-reading.ts';
import {sqlWriting} from './sql-writing.ts';
import type {Sql} from './sql.ts';
import type {Reading, Writing} from './storage.ts';

export interface TeamReading {
  readonly store: Reading;
  readonly holds: ImportHolds;
  readonly parked: ParkedWorkStore;
}
export interface TeamWriting extends TeamReading {
  readonly store: Writing;
}

export class TeamStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async transaction<Value>(authority: string, work: (team: TeamWriting) => Promise<Value>): Promise<Value> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#sql.transaction('read committed', db =>
          work({store: sqlWriting(db, authority), holds: importHolds(db, authority), parked: parkedWork(db, authority)}),
        );
      } catch (error) {
        if (tried === TRIES || !isPassing(error)) throw error;
      }
    }
  }

  snapshot<Value>(authority: string, work: (team: TeamReading) => Promise<Value>): Promise<Value> {
    return this.#sql.transaction('repeatable read', db =>
      work({store: sqlReading(db, authority), holds: importHolds(db, authority), parked: parkedWork(db, authority)}),
    );
  }

  settlings(authority: string): Promise<Settlings> {
    return importHolds(this.#sql, authority).settlings();
  }
}
