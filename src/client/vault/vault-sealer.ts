/** Seals what a vault writes: rows of the outbox, segments of scopes, drafts and the vault's own state. */
import type {Id} from '#domain/shared/ids.ts';
import type {BaseScope} from './base-records.ts';
import type {Draft} from './contract.ts';
import type {VaultKeys} from './keys.ts';
import type {PendingOp} from './pending-ops.ts';
import {seal, type Sealed} from './sealing.ts';
import type {DraftRow, OutboxRow, SegmentRow} from './vault-database.ts';
import type {VaultState} from './vault-state.ts';

export class VaultSealer {
  readonly #keys: VaultKeys;

  constructor(keys: VaultKeys) {
    this.#keys = keys;
  }

  async outbox(pending: readonly PendingOp[]): Promise<OutboxRow[]> {
    const key = await this.#keys.outbox();
    return Promise.all(
      pending.map(async ({op, state, answer}) => ({seq: op.seq, state, ...(await seal(key, `outbox|${op.seq}`, {op, answer}))})),
    );
  }

  async segment(scope: BaseScope, version: number): Promise<SegmentRow> {
    const tag = await this.segmentTag(scope.scope);
    const stored = {...scope, records: [...scope.records.values()], versions: [...scope.versions], stale: [...scope.stale]};
    return {tag, version, ...(await seal(await this.#keys.scope(scope.scope), `segment|${tag}|${version}`, stored, true))};
  }

  segmentTag(scope: Id): Promise<string> {
    return this.#keys.tag(`scope|${scope}`);
  }

  draftTag(key: string): Promise<string> {
    return this.#keys.tag(`draft|${key}`);
  }

  async draft(draft: Draft): Promise<DraftRow> {
    const tag = await this.draftTag(draft.key);
    return {tag, ...(await seal(await this.#keys.drafts(), `draft|${tag}`, draft))};
  }

  async state(state: VaultState): Promise<Sealed> {
    return seal(await this.#keys.state(), 'state', state);
  }
}
