/** The watch over open worries: whatever is due to go on goes on, at the start and every few seconds (keep-alarms.ts). */
import type {Storage} from '#server/db/storage.ts';
import {isOpenWorry, passOnWorries} from './keep-alarms.ts';
import {publishChanges} from './publish-changes.ts';
import type {Publisher} from './publisher.ts';

/** @returns how many worries went a step. */
export async function keepAlarms(storage: Storage, publisher: Publisher): Promise<number> {
  return storage.transaction(publisher.authority, async store => {
    const open = (await store.recordsOfKinds(['worry'])).filter(isOpenWorry);
    const changed = await passOnWorries(store, publisher, open);
    if (changed.length > 0) await publishChanges(store, publisher, changed);
    return changed.length;
  });
}
