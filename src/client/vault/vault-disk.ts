/**
 * The vault's disk: what each kind of write must do in one transaction, and nothing else. Values arrive sealed; a
 * promise resolves when the transaction is complete on disk. Every write first checks the fence, so that a frozen tab
 * that wakes up behind a newer one changes nothing.
 */
import type {Sealed} from './sealing.ts';
import type {DraftRow, OutboxRow, SegmentRow, VaultDatabase} from './vault-database.ts';

export class FencedError extends Error {
  override name = 'FencedError';
}

export interface DiskWrite {
  readonly segments?: readonly SegmentRow[];
  readonly dropSegments?: readonly string[];
  readonly outbox?: readonly OutboxRow[];
  readonly dropOutbox?: readonly number[];
  readonly drafts?: readonly DraftRow[];
  readonly dropDrafts?: readonly string[];
  readonly state?: Sealed;
  readonly nextSeq?: number;
}

export class VaultDisk {
  readonly #db: VaultDatabase;
  readonly #fence: string;

  constructor(db: VaultDatabase, fence: string) {
    this.#db = db;
    this.#fence = fence;
  }

  /** All of it or none of it. @throws FencedError, or the browser's own error when there is no room. */
  async write(write: DiskWrite): Promise<void> {
    const {segments, outbox, drafts, meta} = this.#db;
    const touched = [
      meta,
      ...(write.outbox?.length || write.dropOutbox?.length ? [outbox] : []),
      ...(write.segments?.length || write.dropSegments?.length ? [segments] : []),
      ...(write.drafts?.length || write.dropDrafts?.length ? [drafts] : []),
    ];
    await this.#db.transaction('rw', touched, async () => {
      // All requests are given at once (they run in this order); a wrong fence undoes them all.
      const fence = meta.get('fence');
      await Promise.all([
        write.dropOutbox?.length ? outbox.bulkDelete([...write.dropOutbox]) : undefined,
        write.outbox?.length ? outbox.bulkPut([...write.outbox]) : undefined,
        write.segments?.length ? segments.bulkPut([...write.segments]) : undefined,
        write.dropSegments?.length ? segments.bulkDelete([...write.dropSegments]) : undefined,
        write.drafts?.length ? drafts.bulkPut([...write.drafts]) : undefined,
        write.dropDrafts?.length ? drafts.bulkDelete([...write.dropDrafts]) : undefined,
        write.state ? meta.put({name: 'state', value: write.state}) : undefined,
        write.nextSeq === undefined ? undefined : meta.put({name: 'nextSeq', value: write.nextSeq}),
      ]);
      if ((await fence)?.value !== this.#fence) throw new FencedError('another tab holds this vault');
    });
  }

  close(): void {
    this.#db.close();
  }
}
