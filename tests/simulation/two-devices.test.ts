/** The first journeys of sync, on the modules of production: what must hold whatever the network does. */
import {describe, expect, it} from 'vitest';
import {ADVISER_COMPARTMENTS} from '#domain/access/roles.ts';
import {date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {openFile} from '#server/sync/open-file.ts';
import {grantsWanted, idNamed, scopeId} from '#server/sync/scopes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF} from '../support/case-world.ts';

const {cai, nia} = PEOPLE;

async function twoOfElin() {
  const world = await CaseWorld.open();
  const phone = await world.device(STAFF.elin, 'adviser', 'Elin Prawf');
  const laptop = await world.device(STAFF.elin, 'adviser', 'Elin Prawf');
  await phone.sync();
  await laptop.sync();
  return {world, phone, laptop};
}

describe('a visit recorded offline', () => {
  it('[P1] is kept through a restart, sent once, and shown on the other device', async () => {
    const {phone, laptop} = await twoOfElin();
    phone.network.isCut = true;
    await phone.recordVisit(cai, 'Mae’r gwres yn y tŷ wedi torri.');
    expect((await phone.sync()).ok).toBe(false);
    await phone.reopen();
    expect(phone.vault.unsent).toBe(1);
    expect(phone.vault.outbox()[0]?.state).toBe('saved_here');
    expect(phone.notes(cai)).toEqual(['Mae’r gwres yn y tŷ wedi torri.']);
    phone.network.isCut = false;
    expect((await phone.sync()).ok).toBe(true);
    expect(phone.vault.outbox()[0]?.state).toBe('accepted');
    await laptop.sync();
    expect(laptop.notes(cai)).toEqual(['Mae’r gwres yn y tŷ wedi torri.']);
  });

  it('[P3] is one visit when the reply is lost and the push is sent again', async () => {
    const {phone, laptop} = await twoOfElin();
    await phone.recordVisit(cai, 'unwaith');
    phone.network.loseReplies = 1;
    expect((await phone.sync()).ok).toBe(false);
    expect(phone.vault.unsent).toBe(1);
    expect((await phone.sync()).ok).toBe(true);
    await laptop.sync();
    expect(laptop.notes(cai)).toEqual(['unwaith']);
  });

  it('[P3] is one visit when the push arrives twice', async () => {
    const {world, phone} = await twoOfElin();
    await phone.recordVisit(cai, 'dwbl');
    phone.network.doublePushes = 1;
    expect((await phone.sync()).ok).toBe(true);
    const contacts = await world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(cai, ['contact']));
    expect(contacts.length).toBe(1);
  });

  it('keeps the order of many, in batches', async () => {
    const {phone, laptop} = await twoOfElin();
    for (let n = 0; n < 120; n++) await phone.recordVisit(cai, String(n).padStart(3, '0'));
    expect((await phone.sync()).ok).toBe(true);
    expect(phone.vault.unsent).toBe(0);
    await laptop.sync();
    expect(laptop.notes(cai).length).toBe(120);
  });
});

describe('two people writing the same text', () => {
  it('[T4] keeps both texts and shows both to both', async () => {
    const {phone, laptop} = await twoOfElin();
    await phone.writeRisk(cai, 'testun y ffôn');
    await laptop.writeRisk(cai, 'testun y gliniadur');
    await phone.sync();
    await laptop.sync();
    await phone.sync();
    expect(phone.riskTexts(cai)).toEqual(['testun y ffôn', 'testun y gliniadur']);
    expect(laptop.riskTexts(cai)).toEqual(['testun y ffôn', 'testun y gliniadur']);
    expect(laptop.vault.outbox()[0]?.state).toBe('kept_beside_another');
  });

  it('[T3] never makes one person’s chain of offline edits a conflict', async () => {
    const {phone} = await twoOfElin();
    phone.network.isCut = true;
    for (const text of ['un', 'dau', 'tri']) await phone.writeRisk(cai, text);
    phone.network.isCut = false;
    await phone.sync();
    expect(phone.riskTexts(cai)).toEqual(['tri']);
  });

  it('[T2] is one text when both wrote the same words', async () => {
    const {phone, laptop} = await twoOfElin();
    await phone.writeRisk(cai, 'yr un geiriau');
    await laptop.writeRisk(cai, 'yr un geiriau');
    await phone.sync();
    await laptop.sync();
    expect(laptop.riskTexts(cai)).toEqual(['yr un geiriau']);
  });
});

describe('who may see whom', () => {
  it('[V1] shows an adviser without a grant nothing of a person', async () => {
    const {world} = await twoOfElin();
    const huw = await world.device(STAFF.huw, 'adviser', 'Huw Prawf');
    await huw.sync();
    expect(huw.vault.memory.people()).toEqual([]);
  });

  it('[V1] [V4] gives cover with dates, and at its end takes the file away and parks what was unsent', async () => {
    const {world} = await twoOfElin();
    const mair = await world.device(STAFF.mair, 'manager', 'Mair Prawf');
    const huw = await world.device(STAFF.huw, 'adviser', 'Huw Prawf');
    await mair.sync();
    await huw.sync();
    const cover = mair.vault.newId();
    mair.vault.openFile(await openFile(world.exchange(STAFF.mair, 'manager'), cai));
    expect(
      await mair.vault.save([
        {kind: 'cover.give', record: cover, person: cai, body: {holder: STAFF.huw, from: world.today, until: date('2026-12-05')}},
      ]),
    ).toEqual({ok: true});
    expect((await mair.sync()).ok).toBe(true);
    await huw.sync();
    expect(huw.vault.memory.people()).toEqual([cai]);
    huw.network.isCut = true;
    await huw.recordVisit(cai, 'heb ei anfon');
    await huw.vault.saveDraft(`contact:${cai}`, {person: cai, words: 'hanner brawddeg'});
    mair.vault.openFile(await openFile(world.exchange(STAFF.mair, 'manager'), cai));
    expect(await mair.vault.save([{kind: 'cover.end', record: cover, person: cai, body: {on: world.today}}])).toEqual({ok: true});
    await mair.sync();
    huw.network.isCut = false;
    expect((await huw.sync()).ok).toBe(true);
    expect(huw.vault.memory.people()).toEqual([]);
    expect(huw.notes(cai)).toEqual([]);
    expect(huw.vault.drafts()).toEqual([]);
    await huw.sync();
    await huw.reopen();
    expect(huw.vault.memory.people()).toEqual([]);
    expect(huw.vault.outbox()).toEqual([]);
    const parked = await world.storage.snapshot(AUTHORITY.code, store => store.parked());
    expect(parked.map(({body}) => JSON.stringify(body)).join()).toContain('heb ei anfon');
    expect(parked.map(({body}) => JSON.stringify(body)).join()).toContain('hanner brawddeg');
  });

  it('[V1] takes a file that was opened online off the screens, when its person is no longer held', async () => {
    const {world} = await twoOfElin();
    const mair = await world.device(STAFF.mair, 'manager', 'Mair Prawf');
    await mair.sync();
    mair.vault.openFile(await openFile(world.exchange(STAFF.mair, 'manager'), cai));
    expect(mair.vault.memory.holdsFile(cai)).toBe(true);
    const scope = scopeId(AUTHORITY.code, cai, 'summary');
    const [day, holder] = [date('2026-11-20'), STAFF.mair];
    const ended = {id: idNamed('grant', AUTHORITY.code, holder, holder, scope), cause: holder, holder, scope, from: day, until: day};
    await world.storage.transaction(AUTHORITY.code, store => store.putGrants([ended]));
    expect(await mair.sync()).toEqual({ok: true});
    expect(mair.vault.memory.holdsFile(cai)).toBe(false);
    expect(mair.vault.memory.records(cai, 'young-person')).toEqual([]);
    expect(mair.vault.openedBehind()).toEqual([]);
  });

  it('[V4] hands over a draft that names no more than a record of the person, and forgets that they were looked at', async () => {
    const {world, phone} = await twoOfElin();
    const asked = phone.vault.newId();
    await phone.vault.save([{kind: 'review.ask', record: asked, person: cai, body: {words: null}}]);
    await phone.sync();
    await phone.vault.saveDraft(`review-answer/${asked}`, {text: 'hanner ateb', lang: 'cy'});
    await phone.vault.saveDraft('setting/idleLockMinutes', {text: 'am neb', lang: 'cy'});
    await phone.vault.noteLook(cai);
    const wanted = {cause: idNamed('allocation', cai), holder: STAFF.elin, person: cai, compartments: ADVISER_COMPARTMENTS};
    const until = date('2026-11-20');
    await world.storage.transaction(AUTHORITY.code, store =>
      store.putGrants(grantsWanted(AUTHORITY.code, {...wanted, from: until, until})),
    );
    await phone.sync();
    await phone.sync();
    expect(phone.vault.drafts().map(({key}) => key)).toEqual(['setting/idleLockMinutes']);
    expect(phone.vault.lastLook(cai)).toBe(null);
    expect(JSON.stringify(phone.vault.state)).not.toContain(cai);
    const parked = await world.storage.snapshot(AUTHORITY.code, store => store.parked());
    expect(parked.map(({person, body}) => [person, JSON.stringify(body).includes('hanner ateb')])).toEqual([[cai, true]]);
  });

  it.each([true, false])(
    '[V4] hands over what is typed on about somebody when they have left already (a draft before: %s)',
    async hasBegun => {
      const {world, phone} = await twoOfElin();
      const key = `message/${cai}`;
      if (hasBegun) await phone.vault.saveDraft(key, {text: 'hanner', lang: 'cy'});
      const wanted = {cause: idNamed('allocation', cai), holder: STAFF.elin, person: cai, compartments: ADVISER_COMPARTMENTS};
      const until = date('2026-11-20');
      await world.storage.transaction(AUTHORITY.code, store =>
        store.putGrants(grantsWanted(AUTHORITY.code, {...wanted, from: until, until})),
      );
      await phone.sync();
      await phone.vault.saveDraft(key, {text: 'hanner brawddeg arall', lang: 'cy'});
      if (hasBegun) await phone.reopen();
      for (let n = 0; n < 2; n++) await phone.sync();
      expect(phone.vault.drafts()).toEqual([]);
      const parked = await world.storage.snapshot(AUTHORITY.code, store => store.parked());
      expect(JSON.stringify(parked)).toContain('hanner brawddeg arall');
      expect(phone.vault.outbox()).toEqual([]);
    },
  );

  it('[P10] lets work on a file that is held again come in, whatever is still parked from before', async () => {
    const {world, phone, laptop} = await twoOfElin();
    const grant = async (from: CalendarDate, until: CalendarDate | null) => {
      const wanted = {cause: idNamed('allocation', cai), holder: STAFF.elin, person: cai, compartments: ADVISER_COMPARTMENTS, from, until};
      await world.storage.transaction(AUTHORITY.code, store => store.putGrants(grantsWanted(AUTHORITY.code, wanted)));
    };
    await phone.writeRisk(cai, 'cyn colli’r ffeil');
    await grant(date('2026-11-19'), date('2026-11-20'));
    await phone.sync();
    expect(phone.vault.memory.people()).toEqual([]);
    await grant(world.today, null);
    await phone.sync();
    await phone.writeRisk(cai, 'wedi ei chael yn ôl');
    await phone.sync();
    await laptop.sync();
    expect(laptop.riskTexts(cai)).toEqual(['wedi ei chael yn ôl']);
  });

  it('[P7] answers the same for somebody else’s person and for nobody', async () => {
    const {world, phone} = await twoOfElin();
    const push = (person: string, n: number) =>
      handlePush(world.exchange(STAFF.huw, 'adviser'), {
        protocol: 1,
        client: client,
        epoch: must(phone.vault.base.epoch, 'synced'),
        deviceNow: new Date(world.now).toISOString(),
        ops: [
          {
            op: world.newId(),
            seq: n,
            kind: 'risk-summary.write',
            version: 1,
            record: world.newId(),
            person,
            scope: null,
            at: new Date(world.now).toISOString(),
            sinceServerMs: null,
            body: {words: {text: 'x', lang: 'cy'}},
          },
        ],
      });
    const client = world.newId();
    const [known] = (await push(nia, 1)).answers;
    const [unknown] = (await push(world.newId(), 2)).answers;
    expect({...known, op: '', seq: 0}).toEqual({...unknown, op: '', seq: 0});
    expect(known?.status).toBe('parked');
  });
});

describe('a reason for striking out, written where the young person does not read', () => {
  const alert = idNamed('alert', cai);
  async function withHiddenAlert() {
    const all = await twoOfElin();
    const {world, phone, laptop} = all;
    const move = (device: typeof phone, to: 'shared' | 'restricted') =>
      device.vault.save([{kind: 'alert.move', record: alert, person: cai, body: {to}}]);
    const strike = (device: typeof phone) =>
      device.vault.save([{kind: 'record.strike-out', record: alert, person: cai, body: {reason: {text: 'i staff yn unig', lang: 'cy'}}}]);
    const told = async () => {
      const record = must(await world.storage.snapshot(AUTHORITY.code, store => store.record(alert)), 'it is there');
      return record.scope === scopeId(AUTHORITY.code, cai, 'shared') ? JSON.stringify(record) : '';
    };
    expect(await move(phone, 'restricted')).toEqual({ok: true});
    await phone.sync();
    await laptop.sync();
    return {...all, move, strike, told};
  }

  it('[K1] stays with its author when the record has been moved to the young person meanwhile', async () => {
    const {phone, laptop, move, strike, told} = await withHiddenAlert();
    expect(await strike(phone)).toEqual({ok: true});
    expect(await move(laptop, 'shared')).toEqual({ok: true});
    await laptop.sync();
    await phone.sync();
    expect(await told()).not.toBe('');
    expect(await told()).not.toContain('i staff yn unig');
    expect(phone.vault.outbox()[0]).toMatchObject({state: 'rejected', code: 'state_moved', body: {reason: {text: 'i staff yn unig'}}});
  });

  it('[K1] keeps the record there when it comes before the move', async () => {
    const {phone, laptop, move, strike, told} = await withHiddenAlert();
    expect(await move(laptop, 'shared')).toEqual({ok: true});
    expect(await strike(phone)).toEqual({ok: true});
    await phone.sync();
    await laptop.sync();
    expect(await told()).toBe('');
    expect(laptop.vault.outbox()[0]).toMatchObject({state: 'rejected', code: 'state_moved'});
  });
});

describe('an epoch change', () => {
  it('[E2] sends again what the store has forgotten, and pulls everything anew', async () => {
    const {phone} = await twoOfElin();
    await phone.recordVisit(cai, 'cyn y copi');
    await phone.sync();
    // A store restored from before the visit: here a fresh one with the same people.
    const restored = await CaseWorld.open();
    const moved = phone.meeting(restored);
    expect((await moved.sync()).ok).toBe(true);
    const contacts = await restored.storage.snapshot(AUTHORITY.code, store => store.recordsOf(cai, ['contact']));
    expect(contacts.map(record => (record.data['note'] as {text: string}).text)).toEqual(['cyn y copi']);
    expect(moved.notes(cai)).toEqual(['cyn y copi']);
  });
});

describe('two tabs of one vault', () => {
  it('[F1] lets only the newer one write; the older closes and changes nothing', async () => {
    const {phone} = await twoOfElin();
    const older = phone.vault;
    await phone.reopen();
    await expect(older.saveDraft('x', 'hen dab')).rejects.toThrow('another tab');
    await expect(older.saveDraft('x', 'eto')).rejects.toThrow('locked');
    await phone.vault.saveDraft('x', 'tab newydd');
    await phone.reopen();
    expect(phone.vault.drafts().map(({value}) => value)).toEqual(['tab newydd']);
  });
});
