/** Locking: the last words first, as long as the disk takes them; a disk that hangs keeps no file on the screen. */
import {settingsInForce} from '#domain/authority/settings.ts';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {commandNamed} from '#domain/commands.ts';
import type {Session} from '#protocol/account-messages.ts';
import {emptyContents, type VaultChange} from './vault-state.ts';
import {Vault} from './vault.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const authority = {code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire', sample: true};
const session: Session = {account: id(1), holder: id(2), role: 'adviser', name: 'Elin', signInName: 'elin', authority, csrf: 'x'};

let disk: (change: VaultChange) => Promise<void>;
let written: VaultChange[];
let isClosed: boolean;
let vault: Vault;
beforeEach(() => {
  vi.useFakeTimers();
  [written, isClosed] = [[], false];
  disk = async change => void written.push(change);
  const contents = emptyContents(session, id(3));
  const store = {write: (change: VaultChange) => disk(change), read: async () => contents, close: () => undefined};
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  vault = new Vault(contents, {store, commandNamed, settingsOf: settingsInForce, now: Date.now, random, onClosed: () => (isClosed = true)});
});
afterEach(() => vi.useRealTimers());

test('a form gives its last words, and they are on the disk before it closes', async () => {
  disk = change => new Promise(resolve => setTimeout(() => resolve(void written.push(change)), 2_000));
  vault.onLocking(() => vault.saveDraft('message/x', {text: 'hanner gair'}));
  const locked = vault.lock();
  await vi.advanceTimersByTimeAsync(1_999);
  expect(isClosed).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await locked;
  expect([isClosed, written.length]).toEqual([true, 1]);
});

test('a form that fails does not keep it open', async () => {
  vault.onLocking(() => Promise.reject(new Error('full')));
  await vault.lock();
  expect(isClosed).toBe(true);
});

test('a disk that hangs does not keep it open: three seconds, and nothing more is written', async () => {
  disk = () => new Promise(() => undefined);
  vault.onLocking(() => vault.saveDraft('message/x', {text: 'hanner gair'}));
  const locked = vault.lock();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(isClosed).toBe(true);
  await locked;
  disk = async change => void written.push(change);
  void vault.saveDraft('message/x', {text: 'wedyn'}).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written).toEqual([]);
});
