/**
 * What a vault keeps on disk. A change is sealed first and stored after, in one transaction: all of it or none of it, and
 * no cipher runs inside the transaction. Every change first checks the fence, so that a frozen tab that wakes up behind a
 * newer one changes nothing [F1]. The simulator has another such store, with crashes, full disks and no ciphers.
 */
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {BaseScope} from './base-records.ts';
import type {Draft} from './contract.ts';
import type {VaultKeys} from './keys.ts';
import type {PendingOp} from './pending-ops.ts';
import {DamagedRowError, open, seal} from './sealing.ts';
import type {DraftRow, OutboxRow, SegmentRow, VaultDatabase} from './vault-database.ts';
import {FencedError, type VaultChange, type VaultContents, type VaultState, type VaultStore} from './vault-state.ts';

type StoredScope = Omit<BaseScope, 'records' | 'versions' | 'stale' | 'before'> & {
  readonly records: DomainRecord[];
  readonly versions?: [Id, number][];
  readonly stale: Id[];
  readonly before?: DomainRecord[];
};

export class SealedStore implements VaultStore {
  readonly #db: VaultDatabase;
  readonly #keys: VaultKeys;
  readonly #fence: string;

  constructor(db: VaultDatabase, keys: VaultKeys, fence: string) {
    this.#db = db;
    this.#keys = keys;
    this.#fence = fence;
  }

  async write(change: VaultChange): Promise<void> {
    const version = change.state?.cursor ?? 0;
    const [outboxRows, draftRows, lostDrafts, segmentRows, lostSegments, state] = await Promise.all([
      this.#outbox(change.outbox ?? []),
      Promise.all((change.drafts ?? []).map(draft => this.#draft(draft))),
      Promise.all((change.dropDrafts ?? []).map(key => this.#draftTag(key))),
      Promise.all((change.scopes ?? []).map(scope => this.#segment(scope, version))),
      Promise.all((change.dropScopes ?? []).map(id => this.#segmentTag(id))),
      change.state && this.#keys.state().then(key => seal(key, 'state', change.state)),
    ]);
    const {segments, outbox, drafts, meta} = this.#db;
    const touched = [
      meta,
      ...(outboxRows.length > 0 || change.dropOutbox?.length ? [outbox] : []),
      ...(segmentRows.length > 0 || lostSegments.length > 0 ? [segments] : []),
      ...(draftRows.length > 0 || lostDrafts.length > 0 ? [drafts] : []),
    ];
    await this.#db.transaction('rw', touched, async () => {
      // All requests are given at once (they run in this order); a wrong fence undoes them all.
      const fence = meta.get('fence');
      await Promise.all([
        change.dropOutbox?.length ? outbox.bulkDelete([...change.dropOutbox]) : undefined,
        outboxRows.length > 0 ? outbox.bulkPut(outboxRows) : undefined,
        segmentRows.length > 0 ? segments.bulkPut(segmentRows) : undefined,
        lostSegments.length > 0 ? segments.bulkDelete(lostSegments) : undefined,
        draftRows.length > 0 ? drafts.bulkPut(draftRows) : undefined,
        lostDrafts.length > 0 ? drafts.bulkDelete(lostDrafts) : undefined,
        state ? meta.put({name: 'state', value: state}) : undefined,
        change.nextSeq === undefined ? undefined : meta.put({name: 'nextSeq', value: change.nextSeq}),
      ]);
      if ((await fence)?.value !== this.#fence) throw new FencedError('another tab holds this vault');
    });
  }

  /** Reads first, opens after. @throws DamagedRowError when the vault's own state does not open. */
  async read(): Promise<VaultContents> {
    const db = this.#db;
    const [meta, segments, outbox, drafts] = await db.transaction('r', [db.meta, db.segments, db.outbox, db.drafts], () =>
      Promise.all([db.meta.toArray(), db.segments.toArray(), db.outbox.toArray(), db.drafts.toArray()]),
    );
    const byName = new Map(meta.map(row => [row.name, row.value]));
    const state = await open<VaultState>(await this.#keys.state(), 'state', byName.get('state') as never);
    const outboxKey = await this.#keys.outbox();
    // A row that does not open stays on disk as it is; the others go on.
    const pending = await opened(
      outbox.map(async (row): Promise<PendingOp> => {
        const stored = await open<Omit<PendingOp, 'state'>>(outboxKey, `outbox|${row.seq}`, row);
        return {...stored, state: row.state};
      }),
    );
    const draftKey = await this.#keys.drafts();
    const kept = await opened(drafts.map(row => open<Draft>(draftKey, `draft|${row.tag}`, row)));
    const rows = new Map(segments.map(row => [row.tag, row]));
    const scopes = await opened(state.scopes.map(id => this.#scope(id, rows)));
    return {state, scopes, pending, drafts: kept, nextSeq: Math.max(Number(byName.get('nextSeq') ?? 1), ...outbox.map(({seq}) => seq + 1))};
  }

  close(): void {
    this.#db.close();
  }

  async #scope(id: Id, rows: ReadonlyMap<string, SegmentRow>): Promise<BaseScope> {
    const tag = await this.#segmentTag(id);
    const row = rows.get(tag);
    if (!row) throw new DamagedRowError('a segment is missing');
    const stored = await open<StoredScope>(await this.#keys.scope(id), `segment|${tag}|${row.version}`, row, true);
    const {before, ...rest} = stored;
    return {
      ...rest,
      records: byId(stored.records),
      versions: new Map(stored.versions),
      stale: new Set(stored.stale),
      ...(before ? {before: byId(before)} : {}),
    };
  }

  async #outbox(pending: readonly PendingOp[]): Promise<OutboxRow[]> {
    if (pending.length === 0) return [];
    const key = await this.#keys.outbox();
    return Promise.all(
      pending.map(async ({state, ...stored}) => ({seq: stored.op.seq, state, ...(await seal(key, `outbox|${stored.op.seq}`, stored))})),
    );
  }

  async #segment(scope: BaseScope, version: number): Promise<SegmentRow> {
    const tag = await this.#segmentTag(scope.scope);
    const {before, ...rest} = scope;
    const stored: StoredScope = {
      ...rest,
      records: [...scope.records.values()],
      versions: [...scope.versions],
      stale: [...scope.stale],
      ...(before ? {before: [...before.values()]} : {}),
    };
    return {tag, version, ...(await seal(await this.#keys.scope(scope.scope), `segment|${tag}|${version}`, stored, true))};
  }

  #segmentTag(scope: Id): Promise<string> {
    return this.#keys.tag(`scope|${scope}`);
  }

  #draftTag(key: string): Promise<string> {
    return this.#keys.tag(`draft|${key}`);
  }

  async #draft(draft: Draft): Promise<DraftRow> {
    const tag = await this.#draftTag(draft.key);
    return {tag, ...(await seal(await this.#keys.drafts(), `draft|${tag}`, draft))};
  }
}

const byId = (records: readonly DomainRecord[]) => new Map(records.map(record => [record.id, record]));

async function opened<Value>(rows: readonly Promise<Value>[]): Promise<Value[]> {
  return (await Promise.allSettled(rows)).flatMap(row => (row.status === 'fulfilled' ? [row.value] : []));
}
