/**
 * Digests [D1]: whether a device holds what the server has, scope by scope. Worked out from the records themselves, so
 * that an index that left something out is found as well; what changed since the device's cursor is not judged. A scope
 * that differs is a fault of sync: noticed, and loaded anew by the device.
 */
import {digestOf} from '#domain/shared/digest.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {DigestsAnswer, DigestsRequest} from '#protocol/digest-messages.ts';
import type {HeldScope, Reading} from '#server/db/storage.ts';
import {type Exchange, demandEpoch, demandOwnClient, heldOnDevice, notice, publisherOf} from './exchange.ts';

/** Scopes whose records are read at once. */
const SCOPES_AT_ONCE = 25;

export async function handleDigests(exchange: Exchange, request: DigestsRequest): Promise<DigestsAnswer> {
  const {storage, signedIn} = exchange;
  const {today} = publisherOf(exchange);
  await demandOwnClient(exchange, request);
  const {epoch, differ} = await storage.snapshot(signedIn.authority, async store => ({
    epoch: await demandEpoch(store, request.epoch, await store.client(request.client)),
    differ: await differing(store, await heldOnDevice(store, signedIn, today), request),
  }));
  if (differ.length > 0) await notice(exchange, 'digest_differs', {detail: countsOf(differ)});
  return {epoch, differ: differ.map(({id}) => id)};
}

async function differing(store: Reading, held: ReadonlyMap<Id, HeldScope>, request: DigestsRequest): Promise<readonly HeldScope[]> {
  const changed = await store.changedSince([...held.keys()], request.cursor);
  const judged = request.digests.filter(({scope}) => held.has(scope) && !changed.has(scope));
  const differ = new Set<Id>();
  for (let start = 0; start < judged.length; start += SCOPES_AT_ONCE) {
    const some = judged.slice(start, start + SCOPES_AT_ONCE);
    const records = new Map<Id, DomainRecord[]>(some.map(({scope}) => [scope, []]));
    for (const record of await store.recordsIn([...records.keys()])) records.get(record.scope)?.push(record);
    for (const {scope, count, sum} of some) {
      const here = digestOf(records.get(scope) ?? []);
      if (here.count !== count || here.sum !== sum) differ.add(scope);
    }
  }
  return [...differ].flatMap(scope => held.get(scope) ?? []);
}

/** How many scopes, by compartment. */
function countsOf(scopes: readonly HeldScope[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const {compartment} of scopes) counts[compartment] = (counts[compartment] ?? 0) + 1;
  return counts;
}
