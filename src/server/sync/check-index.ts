/**
 * The server's own look at its index [D2]: devices are told what the index says, so each record must stand in it, present
 * and in its scope, and nothing else. Run at the start and once a day; a difference is an alarm with two counts.
 */
import type {Storage} from '#server/db/storage.ts';
import type {Publisher} from './publisher.ts';

/** @returns false when the index is wrong; it has then been noted. */
export async function checkIndex(storage: Storage, {authority, now, today}: Publisher): Promise<boolean> {
  const faults = await storage.snapshot(authority, store => store.indexFaults());
  if (faults.missing + faults.astray === 0) return true;
  await storage.transaction(authority, async store => {
    await store.audit({at: now, account: null, action: 'sync.index_differs', detail: faults});
    await store.raiseAlarm('index_differs', today, now, faults);
  });
  return false;
}
