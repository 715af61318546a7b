/**
 * [P6] An op that the server has a fault with: a bug that its words found, a value that the database does not take. It is kept
 * whole, noticed, and tried again at the next start; what came with it is decided. What passes by itself fails the exchange.
 */
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {CommandKind} from '#domain/command.ts';
import {commandNamed, COMMANDS} from '#domain/commands.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import type {Storage, Writing} from '#server/db/storage.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {refreshSummaries} from '#server/sync/publish-changes.ts';
import {replayParked} from '#server/sync/replay-parked.ts';
import {idNamed} from '#server/sync/scopes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF, type TestDevice} from '../support/case-world.ts';

const {cai} = PEOPLE;
const planted = COMMANDS as unknown as Record<string, CommandKind>;
const sound = must(commandNamed('message.send'), 'messages are sent');

/** A store in which a record with these words cannot be put. */
class Choosy extends MemoryStorage {
  refuses: {readonly words: string; readonly code: string} | undefined;

  override transaction: Storage['transaction'] = (authority, work) =>
    super.transaction(authority, store => {
      const putRecords: Writing['putRecords'] = (records, ...rest) => {
        const {refuses} = this;
        if (refuses && JSON.stringify(records).includes(refuses.words)) throw Object.assign(new Error('refused'), {code: refuses.code});
        return store.putRecords(records, ...rest);
      };
      return work({...store, putRecords});
    });
}

let storage: Choosy;
let world: CaseWorld;
let phone: TestDevice;
beforeEach(async () => {
  storage = new Choosy();
  world = await CaseWorld.open(storage);
  phone = await world.device(STAFF.elin, 'adviser', 'Elin Prawf');
  await phone.sync();
});
afterEach(() => {
  planted['message.send'] = sound;
});

async function write(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const saved = await phone.vault.save([
      {kind: 'message.send', record: phone.vault.newId(), person: cai, body: {words: {text, lang: 'cy'}}},
    ]);
    if (!saved.ok) throw new Error(saved.code);
  }
}
const messages = async (): Promise<readonly unknown[]> =>
  (await world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(cai, ['message'])))
    .map(({data}) => (data['words'] as {text: string}).text)
    .toSorted();
const outcomes = () => phone.vault.outbox().map(({state, code}) => code ?? state);
const start = () => {
  const account = {id: idNamed('account', STAFF.elin), holder: STAFF.elin as Id, role: 'adviser', disabled: false} as const;
  return replayParked(world.storage, publisherAt(AUTHORITY.code, world.now), async () => [account]);
};
const alarms = async () => (await world.storage.snapshot(AUTHORITY.code, store => store.alarms())).map(({kind, times}) => [kind, times]);

function breakOn(words: string): void {
  const decide: CommandKind['decide'] = (records, command, context) => {
    if (JSON.stringify(command.body).includes(words)) throw new TypeError('words is not a function');
    return sound.decide(records, command, context);
  };
  planted['message.send'] = {...sound, decide};
}

describe('a fault of the domain', () => {
  test('keeps the op for a manager and lets the others through; a mended server brings it in', async () => {
    await write('un', 'dau', 'tri');
    breakOn('dau');
    expect(await phone.sync()).toEqual({ok: true});
    expect(await messages()).toEqual(['tri', 'un']);
    expect(outcomes()).toEqual(['accepted', 'fault', 'accepted']);
    expect(await alarms()).toEqual([['op_failed', 1]]);
    expect(await start()).toEqual({cameIn: 0, wait: 1, failed: 0});
    planted['message.send'] = sound;
    expect(await start()).toEqual({cameIn: 1, wait: 0, failed: 0});
    expect(await messages()).toEqual(['dau', 'tri', 'un']);
  });

  test('does not take a file away from the device on which the words wait', async () => {
    phone.network.isCut = true;
    await write('un', 'dau');
    await phone.recordVisit(cai, 'ymweliad');
    breakOn('dau');
    await phone.reopen();
    expect(phone.vault.memory.records(cai, 'message').map(({data}) => data.words.text)).toEqual(['un']);
    expect(phone.notes(cai)).toEqual(['ymweliad']);
    expect(phone.vault.unsent).toBe(3);
  });

  test('in what waited for an op does not keep that op out', async () => {
    const needed = world.newId();
    const about = (op: Id, text: string, after: readonly Id[]) => ({op, person: cai, after: [...after], body: {words: {text, lang: 'cy'}}});
    expect(await world.push(STAFF.elin, 'adviser', about(world.newId(), 'dau', [needed]))).toMatchObject({code: 'waits_for_another'});
    breakOn('dau');
    expect(await world.push(STAFF.elin, 'adviser', about(needed, 'un', []))).toEqual({status: 'applied'});
    expect(await messages()).toEqual(['un']);
    const parked = await world.storage.snapshot(AUTHORITY.code, store => store.parked());
    expect(parked.map(({reason}) => reason)).toEqual(['fault']);
  });
});

describe('a file of which no summary can be worked out', () => {
  test('is written in all the same, is noticed, and keeps nobody else’s from being brought up to date', async () => {
    const broken = must(await world.storage.snapshot(AUTHORITY.code, store => store.record(cai)), 'Cai is there');
    await world.storage.transaction(AUTHORITY.code, async store => {
      await store.putRecords([{...broken, data: {...broken.data, birthDates: 7}}], world.newId(), null, broken.made.at);
    });
    await write('un');
    expect(await phone.sync()).toEqual({ok: true});
    expect(await messages()).toEqual(['un']);
    expect(await alarms()).toEqual([['summary_failed', 1]]);
    const tomorrow = publisherAt(AUTHORITY.code, world.now + 86_400_000);
    await world.storage.transaction(AUTHORITY.code, store => refreshSummaries(store, tomorrow));
    const asOf = async (person: Id) =>
      (await world.storage.snapshot(AUTHORITY.code, store => store.recordsOf(person, ['summary'])))[0]?.data['asOf'];
    expect(await asOf(PEOPLE.nia)).toBe(tomorrow.today);
    expect(await asOf(cai)).toBe(world.today);
  });
});

describe('a store that does not take a value', () => {
  test('keeps the op for a manager, with nothing of it in the file', async () => {
    storage.refuses = {words: 'dau', code: '22P05'};
    await write('un', 'dau', 'tri');
    expect(await phone.sync()).toEqual({ok: true});
    expect(await messages()).toEqual(['tri', 'un']);
    expect(outcomes()).toEqual(['accepted', 'fault', 'accepted']);
  });

  test.each(['40001', '55P03', '53100', '08006', '57P01'])(
    'fails the exchange when it passes by itself (%s): nothing is parked',
    async code => {
      storage.refuses = {words: 'dau', code};
      await write('un', 'dau');
      await expect(phone.sync()).rejects.toThrow('refused');
      expect(await messages()).toEqual([]);
      storage.refuses = undefined;
      await phone.reopen();
      expect(await phone.sync()).toEqual({ok: true});
      expect(await messages()).toEqual(['dau', 'un']);
    },
  );
});

test('[U1] an older body is raised before it is asked whom it names', async () => {
  const hand = must(commandNamed('hand-over.write'), 'files are handed over');
  planted['hand-over.write'] = {
    ...hand,
    version: 2,
    casters: {1: body => ({to: (body as {colleague: Id}).colleague, words: (body as {words: unknown}).words})},
  };
  try {
    const op = {
      kind: 'hand-over.write',
      version: 1,
      record: world.newId(),
      person: cai,
      body: {colleague: STAFF.huw, words: {text: 'x', lang: 'cy'}},
    };
    expect(await world.push(STAFF.elin, 'adviser', op)).toEqual({status: 'applied'});
  } finally {
    planted['hand-over.write'] = hand;
  }
});
