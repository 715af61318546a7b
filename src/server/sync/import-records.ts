/**
 * Takes imported records in: the `import.*` commands. Batches are small transactions that can be repeated: a record that
 * is there already is left alone (somebody may have worked on it), so a crash half way is mended by running it again.
 */
import {grantOf} from '#domain/access/allocation.ts';
import {checkDraft, type RecordDraft} from '#domain/import/record-draft.ts';
import type {Id} from '#domain/shared/ids.ts';
import {InvariantError} from '#domain/shared/result.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {ImportRow, Storage, Writing} from '#server/db/storage.ts';
import {enterWhatCame} from './keep-ledger.ts';
import {keepTrue, publishEntries} from './publish-changes.ts';
import type {Publisher} from './publisher.ts';
import {grantsWanted, idNamed, scopeId, scopesOfPerson} from './scopes.ts';

export interface ImportedRow {
  readonly kept: Omit<ImportRow, 'records'>;
  readonly drafts: readonly RecordDraft[];
}

/** The actor of imported history. */
export const OPERATOR: Id = idNamed('operator');
const PEOPLE_PER_BATCH = 25;

export class RecordImport {
  readonly #storage: Storage;
  readonly #publisher: Publisher;
  /** Who holds every person's summary by role (managers), looked up once. */
  readonly #summaryHolders: readonly Id[];
  #imported = 0;

  constructor(storage: Storage, publisher: Publisher, summaryHolders: readonly Id[]) {
    this.#storage = storage;
    this.#publisher = publisher;
    this.#summaryHolders = summaryHolders;
  }

  /** Records that were not there before. */
  get imported(): number {
    return this.#imported;
  }

  /** Stores one batch of rows with their records; all or nothing. */
  async take(rows: readonly ImportedRow[]): Promise<void> {
    await this.#storage.transaction(this.#publisher.authority, async store => {
      const records = await this.takeInto(store, rows, OPERATOR, OPERATOR);
      if (records.length > 0) await publishEntries(store, records);
      this.#imported += records.length;
    });
  }

  /** The same inside a transaction of the caller's, who publishes. Returns the records that were not there before. */
  async takeInto(store: Writing, rows: readonly ImportedRow[], op: Id, author: Id): Promise<readonly DomainRecord[]> {
    const {authority, now} = this.#publisher;
    const drafts = rows.flatMap(row => row.drafts);
    const known = await store.known(drafts.map(({id}) => id));
    const records = drafts.filter(({id}) => !known.has(id)).map(draft => this.recordOf(draft));
    await this.#prepare(store, records);
    await store.putRecords(records, op, author, now);
    await store.putGrants(
      records.flatMap(record => {
        const wanted = grantOf(record);
        return wanted ? grantsWanted(authority, wanted) : [];
      }),
    );
    await store.keepImportRows(
      rows.map(({kept, drafts: made}) => ({...kept, records: made.map(({id}) => id)})),
      now,
    );
    return records;
  }

  /** Works out the summaries of everybody and enters the money that came, when all rows are in. */
  async finish(): Promise<void> {
    const {authority} = this.#publisher;
    const people = await this.#storage.snapshot(authority, store => store.people());
    for (let start = 0; start < people.length; start += PEOPLE_PER_BATCH) {
      await this.#storage.transaction(authority, async store => {
        const changed = await keepTrue(store, this.#publisher, people.slice(start, start + PEOPLE_PER_BATCH));
        if (changed.length > 0) await publishEntries(store, changed);
      });
    }
    await this.#storage.transaction(authority, async store => publishEntries(store, await enterWhatCame(store, this.#publisher)));
  }

  /** Scopes of people who come in now, and their summaries to the managers. */
  async #prepare(store: Writing, records: readonly DomainRecord[]): Promise<void> {
    const {authority, today} = this.#publisher;
    const people = records.filter(record => record.kind === 'young-person').map(record => record.id);
    if (people.length === 0) return;
    await store.addScopes(people.flatMap(person => scopesOfPerson(authority, person)));
    await store.putGrants(
      people.flatMap(person =>
        this.#summaryHolders.map(holder => {
          const scope = scopeId(authority, person, 'summary');
          return {id: idNamed('grant', authority, holder, holder, scope), cause: holder, holder, scope, from: today, until: null};
        }),
      ),
    );
  }

  recordOf(draft: RecordDraft): DomainRecord {
    const checked = checkDraft(draft);
    // The judge lets only readable values through: a draft that does not fit is a bug, and nothing is half stored.
    if (!checked.ok)
      throw new InvariantError(`an imported ${draft.kind} does not fit its kind: ${checked.refusal.kind} ${checked.refusal.fields.join()}`);
    const op = idNamed('import', this.#publisher.authority, draft.id);
    const at = this.#publisher.now;
    // No heads: a field without any stands for its imported value, which the first to write it has seen (T6).
    return {
      id: draft.id,
      kind: draft.kind,
      scope: scopeId(this.#publisher.authority, draft.person, draft.compartment),
      person: draft.person,
      data: draft.data as Record<string, unknown>,
      heads: {},
      made: {author: OPERATOR, device: null, at, op, ...(draft.original ? {original: draft.original} : {})},
    };
  }
}
