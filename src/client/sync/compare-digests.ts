/**
 * What this device holds, compared with what the server has [D1]: after the first complete pull of an epoch (an hour after the very first) and then once
 * a day. A scope that differs is loaded anew. Done in small pieces, so that the screen goes on answering.
 */
import {digestOf} from '#domain/shared/digest.ts';
import type {Id} from '#domain/shared/ids.ts';
import {DIGESTS_PER_ASK, type DigestsRequest} from '#protocol/digest-messages.ts';
import {PROTOCOL} from '#protocol/messages.ts';
import type {Base} from '#client/vault/base-records.ts';
import type {Vault} from '#client/vault/vault.ts';
import type {Transport} from './transport.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Records between two pauses. */
const RECORDS_AT_ONCE = 200;

const pause = () => new Promise(resolve => setTimeout(resolve));

/** True when something is to be pulled anew. An ask that failed is made again after an hour. */
export async function compareDigests(
  {vault, transport}: {readonly vault: Vault; readonly transport: Transport},
  epoch: Id,
): Promise<boolean> {
  const {base} = vault;
  const digests = await digestsOf(base);
  const differ: Id[] = [];
  for (let start = 0; start < digests.length; start += DIGESTS_PER_ASK) {
    const answered = await transport.digests?.({
      protocol: PROTOCOL,
      client: vault.device,
      account: vault.session.account,
      epoch,
      cursor: base.cursor,
      digests: digests.slice(start, start + DIGESTS_PER_ASK),
    });
    if (!answered?.ok) {
      await vault.settleDigests([], HOUR_MS);
      return false;
    }
    differ.push(...answered.value.differ);
  }
  await vault.settleDigests(differ, DAY_MS);
  return differ.length > 0;
}

/** Of the scopes that are here whole. */
async function digestsOf({scopes}: Base): Promise<DigestsRequest['digests']> {
  const digests: DigestsRequest['digests'] = [];
  let room = RECORDS_AT_ONCE;
  for (const {scope, done, stale, records} of scopes.values()) {
    if (!done || stale.size > 0) continue;
    digests.push({scope, ...digestOf(records.values())});
    room -= records.size;
    if (room > 0) continue;
    await pause();
    room = RECORDS_AT_ONCE;
  }
  return digests;
}
