/** What this device can carry out may come after it was opened: nothing is saved before, what waits is shown after, and a failure loses nothing. */
import {beforeEach, expect, test, vi} from 'vitest';
import {settingsInForce} from '#domain/authority/settings.ts';
import {commandNamed} from '#domain/commands.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {BaseScope} from './base-records.ts';
import {lateCommands} from './late-commands.ts';
import {emptyContents, type VaultChange, type VaultContents} from './vault-state.ts';
import {Vault} from './vault.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const authority = {code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire', sample: true};
const session: Session = {account: id(1), holder: id(2), role: 'adviser', name: 'Elin', signInName: 'elin', authority, csrf: 'x'};
const [PERSON, SHARED] = [id(10), id(11)];
const message = {kind: 'message.send', record: id(20), person: PERSON, body: {words: {text: 'Haia', lang: 'cy'}}} as const;

let written: VaultChange[];
let fails: boolean;
let hangs: boolean;
beforeEach(() => {
  [written, fails, hangs] = [[], false, false];
});

const SCOPE: BaseScope = {
  scope: SHARED,
  person: PERSON,
  compartment: 'shared',
  grant: id(4),
  done: true,
  pageKey: null,
  records: new Map(),
  versions: new Map(),
  stale: new Set(),
  until: null,
};

/** With a person's shared scope, which the adviser holds. */
function contents(changes: Partial<VaultContents> = {}): VaultContents {
  const empty = emptyContents(session, id(3));
  return {...empty, scopes: [SCOPE], ...changes};
}

function open(of: VaultContents): {readonly vault: Vault; readonly load: () => Promise<void> | undefined} {
  const commands = lateCommands(async () => {
    if (fails) throw new Error('the file could not be had');
    if (hangs) await new Promise(() => undefined);
    return commandNamed;
  });
  const store = {write: async (change: VaultChange) => void written.push(change), read: async () => of, close: () => undefined};
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const tools = {store, ...commands, settingsOf: settingsInForce, now: Date.now, random, onClosed: () => undefined};
  return {vault: new Vault(of, tools), load: commands.loadCommands};
}
const messages = (vault: Vault) => vault.memory.records(PERSON, 'message').map(({data}) => data.words.text);

test('saving waits until they are there, and does not wait after that', async () => {
  const {vault, load} = open(contents());
  expect(await vault.save([message])).toEqual({ok: true});
  expect(messages(vault)).toEqual(['Haia']);
  expect(load()).toBe(undefined);
});

test('when they cannot be had, saving fails and nothing is on the disk; the next try finds them', async () => {
  const {vault} = open(contents());
  fails = true;
  await expect(vault.save([message])).rejects.toThrow('could not be had');
  expect(written).toEqual([]);
  fails = false;
  expect(await vault.save([message])).toEqual({ok: true});
});

test('while they are on their way drafts are kept all the same, and a load that never ends is given up', async () => {
  vi.useFakeTimers();
  try {
    const {vault} = open(contents());
    hangs = true;
    const saving = vault.save([message]).then(
      () => 'saved',
      (error: Error) => error.message,
    );
    await vault.saveDraft('message/x', {text: 'hanner gair'});
    expect(written.length).toBe(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await saving).toContain('in time');
  } finally {
    vi.useRealTimers();
  }
});

test('what waits is shown as soon as they have come', async () => {
  const before = open(contents());
  await before.vault.save([message]);
  const {vault, load} = open(contents({pending: written.flatMap(({outbox = []}) => outbox), nextSeq: 2}));
  expect(messages(vault)).toEqual([]);
  await load();
  await Promise.resolve();
  expect(messages(vault)).toEqual(['Haia']);
});

test('words for those who read a record where it lay are not saved once it lies elsewhere [K1]', async () => {
  const {vault} = open(contents());
  const what = {text: 'Ffonio', lang: 'cy'} as const;
  const promise = {what, owner: 'Nain', ownerStaff: null, dueOn: null, fromContact: null, plan: null, section: null, costPence: null};
  await vault.save([{kind: 'plan-action.add', record: id(21), person: PERSON, body: promise}]);
  const [record] = vault.memory.records(PERSON, 'plan-action');
  const change = {kind: 'plan-action.change', record: id(21), person: PERSON, body: {owner: 'Taid'}} as const;
  const seen = {scope: id(99), state: record?.made.op ?? ''};
  expect(await vault.save([{...change, seen}])).toEqual({ok: false, code: 'state_moved', fields: []});
  expect(await vault.save([{...change, seen: {...seen, scope: SHARED}}])).toEqual({ok: true});
});
