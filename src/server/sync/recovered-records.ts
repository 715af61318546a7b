/**
 * Records that devices bring back after a restored backup [E5]. They are what somebody's device held, not what the server
 * knows: kept for a manager, and closed by themselves once the ops of which they are made have come from their authors.
 */
import * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {recordSchema} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import type {Writing} from '#server/db/storage.ts';

const bodySchema = z.object({record: recordSchema});

export function recoveredRecord(op: Op): DomainRecord | undefined {
  const read = bodySchema.safeParse(op.body);
  return read.success && read.data.record.id === op.record && read.data.record.person === op.person
    ? (read.data.record as DomainRecord)
    : undefined;
}

const headOps = ({heads}: DomainRecord): readonly Id[] => Object.values(heads).flatMap(all => all.flatMap(({ops}) => ops));

/** The record is there, and each op whose words it holds is in it or in the log. */
export async function isKnownAgain(store: Writing, op: Op): Promise<boolean> {
  const held = recoveredRecord(op);
  const now = await store.record(op.record);
  if (!held || !now) return false;
  const there = new Set([now.made.op, ...headOps(now)]);
  for (const each of headOps(held)) if (!there.has(each) && !(await store.loggedOp(each))) return false;
  return true;
}
