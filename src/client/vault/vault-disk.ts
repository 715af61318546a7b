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
    await this.#db.transaction('rw', [segments, outbox, drafts, meta], async () => {
      if ((await meta.get('fence'))?.value !== this.#fence) throw new FencedError('another tab holds this vault');
      if (write.dropOutbox) await outbox.bulkDelete([...write.dropOutbox]);
      if (write.outbox) await outbox.bulkPut([...write.outbox]);
      if (write.segments) await segments.bulkPut([...write.segments]);
      if (write.dropSegments) await segments.bulkDelete([...write.dropSegments]);
      if (write.drafts) await drafts.bulkPut([...write.drafts]);
      if (write.dropDrafts) await drafts.bulkDelete([...write.dropDrafts]);
      if (write.state) await meta.put({name: 'state', value: write.state});
      if (write.nextSeq !== undefined) await meta.put({name: 'nextSeq', value: write.nextSeq});
    });
  }

  close(): void {
    this.#db.close();
  }
}
