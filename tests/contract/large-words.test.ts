/**
 * Words that are more than one message carries. A form keeps whatever was typed or pasted, however much; what goes up of it,
 * and of a record that a restored store lacks, goes in as many ops as it takes, and nothing behind it waits for ever.
 */
import {expect, test} from 'vitest';
import {addDays} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {HANDED_OVER_DRAFT} from '#protocol/ops.ts';
import {publishEntries} from '#server/sync/publish-changes.ts';
import {grantsWanted, idNamed} from '#server/sync/scopes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF} from '../support/case-world.ts';

const {cai} = PEOPLE;
/** 400,000 characters, of which none is like its neighbours and some are pairs. */
const MUCH = Array.from({length: 40_000}, (_, at) => `${at}🌧 "ŵ"\n`)
  .join('')
  .slice(0, 400_000);

async function elin() {
  const world = await CaseWorld.open();
  const phone = await world.device(STAFF.elin, 'adviser', 'Elin Prawf');
  await phone.sync();
  return {world, phone};
}

/** Another adviser works with Cai from now on. */
async function reassign(world: CaseWorld): Promise<void> {
  const until = addDays(world.today, -1);
  const compartments = ['shared', 'staff', 'restricted', 'summary'] as const;
  const wanted = {cause: idNamed('allocation', cai), holder: STAFF.elin, person: cai, compartments, from: addDays(until, -1), until};
  await world.storage.transaction(AUTHORITY.code, store => store.putGrants(grantsWanted(AUTHORITY.code, wanted)));
}

test('[V4] a draft of any length about somebody who is no longer held goes to a manager whole, and what is written after it is sent', async () => {
  const {world, phone} = await elin();
  await phone.vault.saveDraft(`contact/${phone.vault.newId()}`, {person: cai, note: {text: MUCH, lang: 'cy'}});
  await reassign(world);
  expect((await phone.sync()).ok).toBe(true);
  expect(phone.vault.drafts()).toEqual([]);
  expect(await phone.sync()).toEqual({ok: true});
  await phone.vault.save([{kind: 'review.ask', record: phone.vault.newId(), person: null, body: {words: null}}]);
  expect(await phone.sync()).toEqual({ok: true});
  expect(phone.vault.unsent).toBe(0);
  const parked = await world.storage.snapshot(AUTHORITY.code, store => store.parked());
  const handed = parked.filter(({body}) => body.kind === HANDED_OVER_DRAFT && body.person === cai);
  const parts = handed.map(({body}) => body.body as {value: {text: string}; part: number}).toSorted((one, other) => one.part - other.part);
  const draft = JSON.parse(parts.map(({value}) => value.text).join('')) as {value: unknown};
  expect(draft.value).toEqual({person: cai, note: {text: MUCH, lang: 'cy'}});
});

test('[E5] a record that is more than one op carries is brought back in parts to a store that lacks it', async () => {
  const {world, phone} = await elin();
  const before = must(await world.storage.snapshot(AUTHORITY.code, store => store.record(idNamed('risk', cai))), 'it is there');
  const heads = [1, 2, 3, 4, 5].map(at => ({
    ops: [world.newId()],
    value: {text: String(at).repeat(60_000), lang: 'cy'},
    author: STAFF.huw,
    device: null,
    at: before.made.at,
  }));
  const record = {...before, data: {words: heads[0]?.value}, heads: {words: heads}};
  await world.storage.transaction(AUTHORITY.code, async store => {
    await store.putRecords([record], world.newId(), null, before.made.at);
    await publishEntries(store, [record]);
  });
  await phone.sync();
  const restored = await CaseWorld.open();
  const moved = phone.meeting(restored);
  await moved.sync();
  expect(await moved.sync()).toEqual({ok: true});
  expect(moved.vault.unsent).toBe(0);
  const parked = await restored.storage.snapshot(AUTHORITY.code, store => store.parked());
  const text = parked.map(({body}) => (body.body as {value: {text: string}}).value.text).join('');
  expect(JSON.parse(text)).toEqual({record});
});

test('a command that no message carries is refused at once, and blocks nothing', async () => {
  const {phone} = await elin();
  const text = '\u0001'.repeat(60_000);
  const message = {kind: 'message.send', record: phone.vault.newId(), person: cai, body: {words: {text, lang: 'cy'}}} as const;
  expect(await phone.vault.save([message])).toMatchObject({ok: false, code: 'body_invalid'});
  await phone.recordVisit(cai, 'wedyn');
  expect(await phone.sync()).toEqual({ok: true});
});

test('[P11] what no manager’s list takes any more stays readable on its device, whoever holds its person by then', async () => {
  const {world, phone} = await elin();
  await phone.recordVisit(cai, 'heb le i aros');
  await phone.vault.saveDraft(`message/${cai}`, {text: 'hanner neges', lang: 'cy'});
  await reassign(world);
  for (const length of [60_000, 1])
    for (let code: string | undefined; code !== 'parked_full';) {
      const body = {words: {text: 'x'.repeat(length), lang: 'cy'}};
      ({code} = await world.push(STAFF.elin, 'adviser', {person: world.newId(), body}));
    }
  for (let n = 0; n < 3; n++) await phone.sync();
  const told = () =>
    phone.vault
      .outbox()
      .map(({state, code, body}) => [state, code, JSON.stringify(body).replace(/.*(heb le i aros|hanner neges).*/u, '$1')]);
  const expected = [
    ['rejected', 'parked_full', 'hanner neges'],
    ['rejected', 'parked_full', 'heb le i aros'],
  ];
  expect(told()).toEqual(expected);
  expect(phone.vault.needsAttention).toBe(2);
  world.now += 40 * 86_400_000;
  await phone.sync();
  await phone.reopen();
  expect(told()).toEqual(expected);
});
