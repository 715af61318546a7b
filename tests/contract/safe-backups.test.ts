/**
 * [E6] What was carried out and lies in a backup that was tried is forgotten by the device that wrote it, on disk too. What
 * is above it, refused, parked, or of another epoch is kept, so that a restored store can still be healed from the devices.
 */
import {beforeEach, describe, expect, test} from 'vitest';
import type {OutboxItem} from '#client/vault/contract.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF, type TestDevice} from '../support/case-world.ts';

let storage: MemoryStorage;
let world: CaseWorld;
let elin: TestDevice;
beforeEach(async () => {
  storage = new MemoryStorage();
  world = await CaseWorld.open(storage);
  elin = await world.device(STAFF.elin, 'adviser', 'Elin');
  await elin.sync();
});

const version = () => storage.snapshot(AUTHORITY.code, store => store.version());
const verified = async (upTo?: number) => {
  const safe = upTo ?? (await version());
  await storage.transaction(AUTHORITY.code, store => store.noteSafe(safe));
};
const kept = (): readonly OutboxItem['state'][] => elin.vault.outbox().map(({state}) => state);
const parked = () => storage.snapshot(AUTHORITY.code, store => store.parked());

describe('[E6] a verified backup', () => {
  test('lets a device forget what is in it, also on its disk, and nothing is sent twice or shown less', async () => {
    await elin.recordVisit(PEOPLE.cai, 'Yn y copi');
    await elin.sync();
    await elin.recordVisit(PEOPLE.cai, 'Yn y copi hefyd');
    await elin.sync();
    expect(kept()).toEqual(['accepted', 'accepted']);
    await verified();
    await elin.recordVisit(PEOPLE.cai, 'Ar ôl y copi');
    await elin.sync();
    expect(kept()).toEqual(['accepted']);
    await elin.reopen();
    expect(kept()).toEqual(['accepted']);
    expect(elin.notes(PEOPLE.cai)).toEqual(['Ar ôl y copi', 'Yn y copi', 'Yn y copi hefyd']);
    const seq = elin.vault.nextSeq;
    await elin.recordVisit(PEOPLE.cai, 'Y nesaf');
    expect(await elin.sync()).toEqual({ok: true});
    expect([elin.vault.nextSeq, kept()]).toEqual([seq + 1, ['accepted', 'accepted']]);
  });

  test('that goes less far leaves what came after it', async () => {
    await elin.recordVisit(PEOPLE.cai, 'Un');
    await elin.sync();
    await verified((await version()) - 1);
    await elin.sync();
    expect(kept()).toEqual(['accepted']);
  });

  test('takes both versions of a conflict along, and nothing that its author has still to see to', async () => {
    const other = await world.device(STAFF.elin, 'adviser', 'Elin 2');
    await other.sync();
    await other.writeRisk(PEOPLE.cai, 'Y naill');
    await elin.writeRisk(PEOPLE.cai, 'Y llall');
    await other.sync();
    // On a day that is to come, as a wrong clock writes it: refused.
    world.now += 90 * 86_400_000;
    await elin.recordVisit(PEOPLE.cai, 'Rhy gynnar');
    world.now -= 90 * 86_400_000;
    await elin.sync();
    expect(kept()).toEqual(['rejected', 'kept_beside_another']);
    await verified();
    await elin.sync();
    expect(kept()).toEqual(['rejected']);
    expect(elin.riskTexts(PEOPLE.cai)).toEqual(['Y llall', 'Y naill']);
  });
});

describe('[E6] in another epoch', () => {
  test('what was verified before it counts for nothing: all that is kept is sent again', async () => {
    await elin.recordVisit(PEOPLE.cai, 'Un');
    await elin.sync();
    await verified((await version()) - 1);
    const backup = storage.backup();
    await elin.recordVisit(PEOPLE.cai, 'Dau');
    await elin.sync();
    const upTo = await version();
    storage.restore(backup);
    await storage.mintEpoch(world.newId());
    await elin.sync();
    expect(elin.notes(PEOPLE.cai)).toEqual(['Dau', 'Un']);
    expect(kept()).toEqual(['accepted', 'accepted']);
    // Answered anew, and so in a backup of this epoch once one is verified.
    expect(await version()).toBeGreaterThanOrEqual(upTo);
    await verified();
    await elin.sync();
    expect(kept()).toEqual([]);
  });

  test('[E5] a store restored from before it gets what was forgotten back as a record, for a manager', async () => {
    const before = storage.backup();
    await elin.recordVisit(PEOPLE.cai, 'Wedi ei anghofio');
    await elin.sync();
    await verified();
    await elin.sync();
    expect(kept()).toEqual([]);
    storage.restore(before);
    await storage.mintEpoch(world.newId());
    await elin.sync();
    await elin.sync();
    expect((await parked()).map(({reason, body}) => [reason, body.kind])).toEqual([['recovered', 'record.recovered']]);
    expect(JSON.stringify((await parked())[0]?.body)).toContain('Wedi ei anghofio');
  });
});
