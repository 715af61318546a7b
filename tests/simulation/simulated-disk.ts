/**
 * One vault's disk in the simulator. A change waits until the schedule lets it reach the disk; it can find the disk full,
 * find another tab's fence there, or be under way when the process dies: then it is there whole or not at all.
 */
import type {BaseScope} from '#client/vault/base-records.ts';
import type {Draft} from '#client/vault/contract.ts';
import type {PendingOp} from '#client/vault/pending-ops.ts';
import {FencedError, type VaultChange, type VaultContents, type VaultState, type VaultStore} from '#client/vault/vault-state.ts';
import type {Points} from './points.ts';

class NoRoomError extends Error {
  override name = 'QuotaExceededError';
}

const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

export class SimulatedDisk {
  #state: VaultState;
  readonly #scopes = new Map<string, BaseScope>();
  readonly #outbox = new Map<number, PendingOp>();
  readonly #drafts = new Map<string, Draft>();
  #nextSeq: number;
  fence = 0;

  constructor(contents: VaultContents) {
    this.#state = contents.state;
    this.#nextSeq = contents.nextSeq;
  }

  get outbox(): readonly PendingOp[] {
    return [...this.#outbox.values()];
  }

  copy(): SimulatedDisk {
    const copy = new SimulatedDisk(this.contents());
    copy.fence = this.fence;
    const {scopes, pending, drafts, state, nextSeq} = this.contents();
    copy.commit({scopes, outbox: pending, drafts, state, nextSeq});
    return copy;
  }

  /** Everything that is written on it. */
  words(): string {
    const scopes = [...this.#scopes.values()].map(({records, before}) => [[...records.values()], [...(before?.values() ?? [])]]);
    return JSON.stringify([this.outbox, [...this.#drafts.values()], scopes]);
  }

  commit(change: VaultChange): void {
    for (const seq of change.dropOutbox ?? []) this.#outbox.delete(seq);
    for (const entry of change.outbox ?? []) this.#outbox.set(entry.op.seq, copied(entry));
    for (const scope of change.scopes ?? []) this.#scopes.set(scope.scope, scope);
    for (const id of change.dropScopes ?? []) this.#scopes.delete(id);
    for (const draft of change.drafts ?? []) this.#drafts.set(draft.key, copied(draft));
    for (const key of change.dropDrafts ?? []) this.#drafts.delete(key);
    if (change.state) this.#state = copied(change.state);
    if (change.nextSeq !== undefined) this.#nextSeq = change.nextSeq;
  }

  contents(): VaultContents {
    return {
      state: this.#state,
      scopes: this.#state.scopes.flatMap(id => this.#scopes.get(id) ?? []),
      pending: this.outbox,
      drafts: [...this.#drafts.values()],
      nextSeq: Math.max(this.#nextSeq, ...[...this.#outbox.keys()].map(seq => seq + 1)),
    };
  }
}

export class SimulatedStore implements VaultStore {
  readonly #disk: SimulatedDisk;
  readonly #points: Points;
  readonly #owner: string;
  readonly #fence: number;
  #inFlight: VaultChange | undefined;

  /** Takes the vault from whoever had it [F1]. */
  constructor(disk: SimulatedDisk, points: Points, owner: string) {
    this.#disk = disk;
    this.#points = points;
    this.#owner = owner;
    this.#fence = disk.fence += 1;
  }

  async write(change: VaultChange): Promise<void> {
    this.#inFlight = change;
    const fate = await this.#points.reach(this.#owner, 'disk');
    this.#inFlight = undefined;
    if (fate === 'fail') throw new NoRoomError();
    if (this.#disk.fence !== this.#fence) throw new FencedError('another tab holds this vault');
    this.#disk.commit(change);
  }

  /** The process dies: what was under way has reached the disk, or it has not. */
  die(hasReached: boolean): void {
    if (this.#inFlight && hasReached && this.#disk.fence === this.#fence) this.#disk.commit(this.#inFlight);
    this.#inFlight = undefined;
  }

  read(): Promise<VaultContents> {
    return Promise.resolve(this.#disk.contents());
  }

  close(): void {
    // Nothing is held open.
  }
}
