/** The outbox in the words of the sync page. */
import type {CommandCode} from '#domain/commands.ts';
import {HANDED_OVER_DRAFT, RECOVERED_RECORD} from '#protocol/ops.ts';
import type {OutboxItem} from './contract.ts';
import {needsAttention, type PendingOp} from './pending-ops.ts';
import type {OutboxRowState} from './vault-database.ts';

const ACCEPTED_SHOWN = 100;

/** Everything that is not accepted, however old, and the newest of what is. */
export function outboxItems(pending: readonly PendingOp[]): readonly OutboxItem[] {
  const items = pending
    .filter(({op}) => op.kind !== RECOVERED_RECORD)
    .map(outboxItem)
    .toReversed();
  let accepted = 0;
  return items.filter(({state}) => state !== 'accepted' || ++accepted <= ACCEPTED_SHOWN);
}

/** One of them. */
export function outboxItem(entry: PendingOp): OutboxItem {
  const {op, state, answer} = entry;
  const shown: Readonly<Record<OutboxRowState, OutboxItem['state']>> = {
    queued: 'saved_here',
    sending: 'sending',
    answered: 'sent',
    settled: 'accepted',
  };
  const isPutAway = answer?.status === 'rejected' && entry.putAway === true;
  const outcome = isPutAway
    ? 'put_away'
    : answer?.status === 'rejected' || answer?.status === 'parked'
      ? answer.status
      : answer?.status === 'conflict'
        ? 'kept_beside_another'
        : shown[state];
  return {
    op: op.op,
    kind: op.kind === HANDED_OVER_DRAFT ? null : (op.kind as CommandCode),
    person: op.person,
    record: op.record,
    at: op.at,
    state: outcome,
    ...(answer?.code ? {code: answer.code} : {}),
    ...(needsAttention(entry) || isPutAway ? {body: op.body} : {}),
  };
}
