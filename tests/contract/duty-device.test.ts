/** A duty worker's own device: it holds nobody, sees alarms in memory alone, and keeps what is typed on it. */
import {expect, test} from 'vitest';
import {must} from '#domain/shared/result.ts';
import {openFile} from '#server/sync/open-file.ts';
import {grantByRole, idNamed} from '#server/sync/scopes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF} from '../support/case-world.ts';

const SIAN = idNamed('test', 'sian');
const english = (text: string) => ({text, lang: 'en'});

test('[V4] what it writes about somebody whom it sees online stays, sent or not, and nothing of them is left when it is opened again', async () => {
  const world = await CaseWorld.open();
  const worry = world.newId();
  const about = {record: worry, person: PEOPLE.cai};
  await world.push(STAFF.elin, 'adviser', {...about, kind: 'worry.raise', body: {about: 'unsafe', words: english('At the station')}});
  await world.push(STAFF.elin, 'adviser', {...about, kind: 'worry.pass-on', body: {to: 'duty', words: english('Please ring')}});
  await world.storage.transaction(AUTHORITY.code, store => grantByRole(store, AUTHORITY.code, SIAN, 'duty_worker', world.today));
  const device = await world.device(SIAN, 'duty_worker', 'Sian Ffug');
  await device.sync();
  const endsAt = new Date(world.now + 3_600_000).toISOString();
  const save = async (command: Parameters<typeof device.vault.save>[0][number]) =>
    expect(await device.vault.save([command])).toEqual({ok: true});
  await save({kind: 'duty-shift.start', record: device.vault.newId(), person: null, body: {endsAt}});
  await device.sync();
  device.vault.openFile(await openFile(world.exchange(SIAN, 'duty_worker'), PEOPLE.cai));
  const shown = () => device.vault.memory.records(PEOPLE.cai, 'worry')[0]?.data;
  expect(shown()?.words?.text).toBe('At the station');

  await save({kind: 'worry.see', ...about, body: {}});
  const key = `worry-act/${PEOPLE.cai}/${worry}`;
  await device.vault.saveDraft(key, {what: 'doing', words: english('A bed')});
  await device.sync();
  await device.sync();
  expect(device.vault.drafts().map(draft => draft.key)).toEqual([key]);
  expect(device.vault.outbox().map(({kind, state}) => [kind, state])).toEqual(expect.arrayContaining([['worry.see', 'accepted']]));
  const kept = await world.storage.snapshot(AUTHORITY.code, store => store.record(worry));
  expect(kept?.data['seenBy']).toEqual(expect.arrayContaining([expect.objectContaining({holder: SIAN})]));

  await device.reopen();
  expect(device.vault.memory.records(PEOPLE.cai, 'worry')).toEqual([]);
  expect(device.vault.memory.records(PEOPLE.cai, 'emergency-card')).toEqual([]);
  await device.sync();
  expect(must(device.vault.drafts()[0], 'the draft is still there').value).toMatchObject({words: {text: 'A bed'}});
});
