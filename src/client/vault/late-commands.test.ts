/** What this device can carry out may come after it was opened: nothing is saved before, what waits is shown after, and a failure loses nothing. */
import {beforeEach, expect, test} from 'vitest';
import {settingsInForce} from '#domain/authority/settings.ts';
import type {CommandKind} from '#domain/command.ts';
import {commandNamed} from '#domain/commands.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {BaseScope} from './base-records.ts';
import {emptyContents, type VaultChange, type VaultContents} from './vault-state.ts';
import {Vault} from './vault.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const authority = {code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire', sample: true};
const session: Session = {account: id(1), holder: id(2), role: 'adviser', name: 'Elin', signInName: 'elin', authority, csrf: 'x'};
const [PERSON, SHARED] = [id(10), id(11)];
const message = {kind: 'message.send', record: id(20), person: PERSON, body: {words: {text: 'Haia', lang: 'cy'}}} as const;

let written: VaultChange[];
let known: (kind: string) => CommandKind | undefined;
let come: () => void;
let fails: boolean;
beforeEach(() => {
  [written, known, fails] = [[], () => undefined, false];
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

function open(of: VaultContents): Vault {
  const commandsLoaded = new Promise<void>(resolve => (come = resolve));
  const loadCommands = async () => {
    if (fails) throw new Error('the file could not be had');
    known = commandNamed;
    come();
  };
  const store = {write: async (change: VaultChange) => void written.push(change), read: async () => of, close: () => undefined};
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  return new Vault(of, {
    store,
    commandNamed: kind => known(kind),
    loadCommands,
    commandsLoaded,
    settingsOf: settingsInForce,
    now: Date.now,
    random,
    onClosed: () => undefined,
  });
}

test('saving waits until they are there', async () => {
  const vault = open(contents());
  const done = await vault.save([message]);
  expect(known).toBe(commandNamed);
  expect(done).toEqual({ok: true});
  expect(vault.memory.records(PERSON, 'message').map(({data}) => data.words.text)).toEqual(['Haia']);
});

test('when they cannot be had, saving fails and nothing is on the disk; the next try finds them', async () => {
  const vault = open(contents());
  fails = true;
  await expect(vault.save([message])).rejects.toThrow('could not be had');
  expect(written).toEqual([]);
  fails = false;
  expect(await vault.save([message])).toEqual({ok: true});
});

test('what waits is shown as soon as they have come', async () => {
  const before = open(contents());
  await before.save([message]);
  known = () => undefined;
  const vault = open(contents({pending: written.flatMap(({outbox = []}) => outbox), nextSeq: 2}));
  expect(vault.memory.records(PERSON, 'message')).toEqual([]);
  known = commandNamed;
  come();
  await Promise.resolve();
  await Promise.resolve();
  expect(vault.memory.records(PERSON, 'message').length).toBe(1);
});
