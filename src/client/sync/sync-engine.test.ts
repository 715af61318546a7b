/** When sync begins, and what it says of itself: a real vault without a disk, a transport that answers as it is told, a clock that is turned. */
import {settingsInForce} from '#domain/authority/settings.ts';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {commandNamed} from '#domain/commands.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {ErrorBody} from '#protocol/errors.ts';
import type {FileAnswer, HelloAnswer, PullAnswer} from '#protocol/messages.ts';
import {emptyContents, type VaultStore} from '#client/vault/vault-state.ts';
import {Vault} from '#client/vault/vault.ts';
import type {ReadPoke} from './poke-lines.ts';
import {SyncEngine} from './sync-engine.ts';
import type {Answered, HttpTransport} from './transport.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [EPOCH, SCOPE, PERSON, HOLDER] = [id(1), id(2), id(3), id(4)];
const NOW = Date.parse('2026-11-21T10:00:00Z');
const session: Session = {
  account: id(5),
  holder: HOLDER,
  role: 'adviser',
  name: 'Elin Prawf',
  signInName: 'elin@example.org',
  authority: {code: 'W06999999', cy: 'Sir Enghraifft', en: 'Exampleshire', sample: true},
  csrf: 'x',
};
const contents = emptyContents(session, id(6));
const store: VaultStore = {write: async () => undefined, read: async () => contents, close: () => undefined};

/** What the server says to hello from now on, after `hold` has let it. */
let says: () => Answered<HelloAnswer>;
let hold: Promise<void>;
let filed: Answered<FileAnswer>;
let asked: string[];
let tell: (poke: ReadPoke) => void;
/** Each time the line of pokes was opened; `breakLine` ends the one that is open. */
let lines: number;
let breakLine: () => void;
const poke = (within: number, version: number | null = null) => tell({version, within});
let vault: Vault;
let engine: SyncEngine;

const fine = (): Answered<HelloAnswer> => ({
  ok: true,
  value: {epoch: EPOCH, lastSeq: 0, serverNow: new Date(Date.now()).toISOString(), leaseUntil: '2026-12-05T10:00:00.000Z'},
});
const refusing = (error: ErrorBody | {readonly code: 'offline'}) => (): Answered<HelloAnswer> => ({ok: false, error});
const pulled = (): PullAnswer => ({
  epoch: EPOCH,
  version: 1,
  lastSeq: 1,
  drop: [],
  add: vault.base.scopes.size > 0 ? [] : [{scope: SCOPE, grant: id(7), person: PERSON, compartment: 'shared', until: null}],
  changes: [],
  pages: [{scope: SCOPE, pageKey: null}],
  cursor: 1,
  complete: true,
});
const transport = (): HttpTransport => {
  const ask = async <Value>(what: string, answer: () => Answered<Value>): Promise<Answered<Value>> => {
    asked.push(what);
    await hold;
    return answer();
  };
  const wire: Partial<HttpTransport> = {
    hello: () => ask('hello', () => says()),
    push: ({ops}) =>
      ask('push', () => ({
        ok: true,
        value: {
          epoch: EPOCH,
          version: 1,
          lastSeq: 1,
          serverNow: new Date(Date.now()).toISOString(),
          answers: ops.map(({op, seq}) => ({op, seq, status: 'applied'})),
        },
      })),
    pull: () => ask('pull', () => ({ok: true, value: pulled()})),
    file: () => ask('file', () => filed),
    digests: () => ask('digests', () => ({ok: false, error: {code: 'offline'}})),
    listen: (onPoke, signal) => {
      tell = onPoke;
      lines++;
      return new Promise(resolve => {
        breakLine = resolve;
        signal.addEventListener('abort', () => resolve());
      });
    },
  };
  return wire as HttpTransport;
};

const rest = () => vi.advanceTimersByTimeAsync(0);
const hellos = () => asked.filter(what => what === 'hello').length;
async function send(): Promise<void> {
  const record = vault.newId();
  await vault.save([{kind: 'message.send', record, person: PERSON, body: {words: {text: 'Helo', lang: 'cy'}}}]);
}

beforeEach(async () => {
  vi.useFakeTimers({now: NOW});
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  [says, hold, asked, lines] = [fine, Promise.resolve(), [], 0];
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  vault = new Vault(contents, {store, commandNamed, settingsOf: settingsInForce, now: Date.now, random, onClosed: () => undefined});
  engine = new SyncEngine(vault, transport(), Date.now);
  engine.start();
  await rest();
});
afterEach(() => {
  engine.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a cycle begins', () => {
  test('at the start, with a save, with a poke, when the app comes back into view, when the network does, and after a minute', async () => {
    expect(asked).toEqual(['hello', 'pull']);
    expect(engine.state()).toMatchObject({connection: 'online', working: false, firstSync: null, unsent: 0});
    const deeds: (() => unknown)[] = [
      send,
      () => poke(0),
      () => document.dispatchEvent(new Event('visibilitychange')),
      () => globalThis.dispatchEvent(new Event('online')),
      () => vi.advanceTimersByTimeAsync(60_000),
    ];
    for (const [done, deed] of deeds.entries()) {
      await deed();
      await rest();
      expect(hellos()).toBe(done + 2);
    }
    expect(asked.filter(what => what === 'push').length).toBe(1);
    expect(vault.outbox()[0]?.state).toBe('accepted');
  });

  test('once at a time: whatever is asked for meanwhile is one more after it', async () => {
    let goOn: () => void = () => undefined;
    hold = new Promise(resolve => (goOn = resolve));
    poke(0);
    await send();
    poke(0);
    const done = engine.syncNow();
    await rest();
    expect(hellos()).toBe(2);
    expect(engine.state().working).toBe(true);
    goOn();
    await done;
    await rest();
    expect(hellos()).toBe(3);
    expect(engine.state()).toMatchObject({working: false, unsent: 0});
  });

  test('within the time that a poke gives, several pokes as one', async () => {
    for (let n = 0; n < 3; n++) poke(2_000);
    await vi.advanceTimersByTimeAsync(999);
    expect(hellos()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(hellos()).toBe(2);
  });

  test('not with a poke that tells only what the last one brought; one of any other version begins it', async () => {
    poke(0, 1);
    await rest();
    expect(hellos()).toBe(1);
    poke(0, 2);
    await rest();
    expect(hellos()).toBe(2);
    says = refusing({code: 'offline'});
    await engine.syncNow();
    poke(0, 1);
    await rest();
    expect(hellos()).toBe(4);
  });

  test('no more once it has been stopped', async () => {
    engine.stop();
    poke(0);
    document.dispatchEvent(new Event('visibilitychange'));
    await send();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(hellos()).toBe(1);
  });
});

test('a file that was opened online leaves the screens when the server has it for this person no more', async () => {
  const file = {person: id(8), records: [], scopes: []};
  filed = {ok: true, value: file};
  await engine.openFile(file.person);
  expect(vault.memory.holdsFile(file.person)).toBe(true);
  filed = {ok: false, error: {code: 'offline'}};
  await engine.openFile(file.person);
  expect(vault.memory.holdsFile(file.person)).toBe(true);
  filed = {ok: false, error: {code: 'not_found'}};
  await engine.openFile(file.person);
  expect(vault.memory.holdsFile(file.person)).toBe(false);
});

describe('when it fails', () => {
  test('being offline is a state; it tries again by itself, ever more seldom, and says when it is over', async () => {
    says = refusing({code: 'offline'});
    await engine.syncNow();
    expect(engine.state()).toMatchObject({connection: 'offline', signedOut: false, working: false});
    await send();
    await rest();
    expect(engine.state().unsent).toBe(1);
    const before = hellos();
    says = fine;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hellos()).toBeGreaterThan(before);
    expect(engine.state()).toMatchObject({connection: 'online', unsent: 0});
  });

  test('a device that is told that it has no network says so at once', async () => {
    await engine.syncNow();
    engine.start();
    await rest();
    expect(engine.state().connection).toBe('online');
    globalThis.dispatchEvent(new Event('offline'));
    expect(engine.state().connection).toBe('offline');
    globalThis.dispatchEvent(new Event('online'));
    await rest();
    expect(engine.state().connection).toBe('online');
  });

  test('a session that has ended is said; what is written meanwhile waits', async () => {
    says = refusing({code: 'unauthenticated'});
    await engine.syncNow();
    await send();
    await rest();
    expect(engine.state()).toMatchObject({connection: 'online', signedOut: true, unsent: 1});
  });

  test('the line of pokes is opened again with the first good answer, however long its own wait would be', async () => {
    says = refusing({code: 'unauthenticated'});
    for (let n = 0; n < 6; n++) {
      breakLine();
      await vi.advanceTimersByTimeAsync(60_000);
    }
    breakLine();
    await rest();
    const before = lines;
    says = fine;
    await engine.syncNow();
    await rest();
    expect(lines).toBe(before + 1);
    await engine.syncNow();
    await rest();
    expect(lines).toBe(before + 1);
  });

  test('a fault of its own ends the cycle and not the next', async () => {
    says = () => {
      throw new TypeError('a fault');
    };
    await engine.syncNow();
    expect(engine.state().working).toBe(false);
    says = fine;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.at(-1)).toBe('pull');
  });
});

describe('told when to come back', () => {
  const busy = refusing({code: 'busy', retryAfterSeconds: 30});

  test('it stays away until then: no poke, no save and no coming into view brings it sooner, and what is unsent is said', async () => {
    says = busy;
    await engine.syncNow();
    const before = hellos();
    poke(0);
    poke(2_000);
    await send();
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(hellos()).toBe(before);
    expect(engine.state().unsent).toBe(1);
    says = fine;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(hellos()).toBe(before + 1);
    expect(engine.state().unsent).toBe(0);
  });

  test('nor does a poke that came while it was asking', async () => {
    says = busy;
    let goOn: () => void = () => undefined;
    hold = new Promise(resolve => (goOn = resolve));
    const done = engine.syncNow();
    await rest();
    const before = hellos();
    poke(0);
    goOn();
    await done;
    await vi.advanceTimersByTimeAsync(29_000);
    expect(hellos()).toBe(before);
  });

  test('a person who asks is served at once', async () => {
    says = busy;
    await engine.syncNow();
    const before = hellos();
    says = fine;
    await engine.syncNow();
    expect(hellos()).toBe(before + 1);
  });
});
