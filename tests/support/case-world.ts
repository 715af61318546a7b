/**
 * A small authority with a server in memory and devices with real vaults: the modules that production runs, joined
 * without HTTP. The network can lose requests and replies, double them, or be cut.
 */
import 'fake-indexeddb/auto';
import {randomBytes} from 'node:crypto';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import {timeOrderedId, type Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import type {Role} from '#domain/access/roles.ts';
import type {Session} from '#protocol/account-messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {PROTOCOL, pushRequestSchema} from '#protocol/messages.ts';
import type {Answer, Op} from '#protocol/ops.ts';
import type {Answered, Transport} from '#client/sync/transport.ts';
import {compareDigests} from '#client/sync/compare-digests.ts';
import {syncCycle, type CycleEnd} from '#client/sync/sync-cycle.ts';
import {makeVault, openVault, type DoorTools} from '#client/vault/door.ts';
import {makeMaster, openMaster, signInSecret} from '#client/vault/unlock-keys.ts';
import type {Vault} from '#client/vault/vault.ts';
import {MemoryStorage} from '#server/db/memory-storage.ts';
import type {Storage} from '#server/db/storage.ts';
import type {Exchange} from '#server/sync/exchange.ts';
import {handleDigests} from '#server/sync/handle-digests.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePull} from '#server/sync/handle-pull.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {openFile} from '#server/sync/open-file.ts';
import {idNamed} from '#server/sync/scopes.ts';
import {AUTHORITY, foundSmallAuthority, visitBody} from './small-authority.ts';

export {AUTHORITY, PEOPLE, STAFF} from './small-authority.ts';

export const PASSPHRASE = 'afon bara castell derw';
/** Cheap on purpose: what these tests are about is not the cost of a passphrase. */
const CHEAP = {memoryKiB: 256, passes: 1};

export class Network {
  isCut = false;
  /** The next pushes reach the server and their replies are lost. */
  loseReplies = 0;
  /** The next pushes arrive twice. */
  doublePushes = 0;
  /** Asks for digests so far; the next ones get no answer. */
  digestsAsked = 0;
  loseDigests = 0;
}

export class CaseWorld {
  readonly storage: Storage;
  now = Date.parse('2026-11-21T10:00:00Z');
  readonly #clients = new Map<Id, {readonly id: Id; readonly seq: number}>();

  private constructor(storage: Storage) {
    this.storage = storage;
  }

  /** Elin advises Cai; nobody advises Nia; Huw is another adviser; Mair manages. */
  static async open(storage: Storage = new MemoryStorage()): Promise<CaseWorld> {
    const world = new CaseWorld(storage);
    await storage.mintEpoch(world.newId(), 'test');
    await foundSmallAuthority(storage, world.now);
    return world;
  }

  get today() {
    return calendarDateInWales(this.now);
  }

  newId(): Id {
    return timeOrderedId(this.now, randomBytes(10));
  }

  exchange(holder: Id, role: Role): Exchange {
    return {
      storage: this.storage,
      clock: () => this.now,
      signedIn: {account: idNamed('account', holder), authority: AUTHORITY.code, holder, role},
    };
  }

  /** One op as any client could send it, under the next number of a client of its own for each holder; what is said of it. */
  async push(holder: Id, role: Role, change: Partial<Op>): Promise<Pick<Answer, 'status' | 'code' | 'fields'>> {
    const at = new Date(this.now).toISOString();
    const client = this.#clients.get(holder) ?? {id: this.newId(), seq: 0};
    this.#clients.set(holder, {...client, seq: client.seq + 1});
    const op: Op = {
      op: this.newId(),
      seq: client.seq + 1,
      kind: 'message.send',
      version: 1,
      record: this.newId(),
      person: null,
      scope: null,
      at,
      sinceServerMs: null,
      body: {words: {text: 'neges', lang: 'cy'}},
      ...change,
    };
    const epoch = await this.storage.snapshot(AUTHORITY.code, store => store.epoch());
    const request = {protocol: PROTOCOL, client: client.id, epoch, deviceNow: at, ops: [op]} as const;
    const {answers} = await handlePush(this.exchange(holder, role), {...request, ops: [op]});
    const {op: _op, seq: _seq, ...said} = must(answers[0], 'each op is answered');
    return said;
  }

  async device(holder: Id, role: Role, name: string): Promise<TestDevice> {
    const session: Session = {account: idNamed('account', holder), holder, role, name, signInName: name, authority: AUTHORITY, csrf: 'x'};
    const tools: DoorTools = {
      ask: async question => {
        if (question.kind === 'make') return makeMaster(question.vault, question.passphrase, CHEAP);
        if (question.kind === 'open') return {wrap: null, master: await openMaster(question.vault, question.passphrase, question.wrap)};
        return {wrap: null, master: null, secret: await signInSecret(question.signInName, question.passphrase, CHEAP)};
      },
      now: () => this.now,
      random: bytes => new Uint8Array(randomBytes(bytes)),
      newId: () => this.newId(),
      language: () => null,
    };
    const made = await makeVault(session, PASSPHRASE, tools, () => undefined);
    if (!made.ok) throw new Error(made.code);
    return new TestDevice(this, this.exchange(holder, role), made.vault, tools, made.name);
  }
}

export class TestDevice {
  readonly network = new Network();
  readonly vaultName: string;
  readonly #world: CaseWorld;
  readonly #exchange: Exchange;
  readonly #tools: DoorTools;
  vault: Vault;

  constructor(world: CaseWorld, exchange: Exchange, vault: Vault, tools: DoorTools, vaultName: string) {
    this.#world = world;
    this.#exchange = exchange;
    this.vault = vault;
    this.#tools = tools;
    this.vaultName = vaultName;
  }

  /** What the browser does when it is closed and opened again: only the disk is left. */
  async reopen(): Promise<void> {
    const opened = await openVault(this.vaultName, PASSPHRASE, this.#tools, () => undefined);
    if (!opened.ok) throw new Error(opened.code);
    this.vault = opened.vault;
  }

  /** The same device before another server: a store restored from a backup. */
  meeting(world: CaseWorld): TestDevice {
    const {holder, role} = this.#exchange.signedIn;
    return new TestDevice(world, world.exchange(holder, role), this.vault, this.#tools, this.vaultName);
  }

  sync(): Promise<CycleEnd> {
    return syncCycle({
      vault: this.vault,
      transport: this.#transport(),
      now: () => this.#world.now,
      firstPeople: () => [],
      onPage: () => undefined,
      comparing: () => Promise.resolve({compareDigests}),
    });
  }

  #transport(): Transport {
    const {network} = this;
    const through = async <Value>(ask: () => Promise<Value>): Promise<Answered<Value>> => {
      if (network.isCut) return {ok: false, error: {code: 'offline'}};
      try {
        return {ok: true, value: structuredClone(await ask())};
      } catch (error) {
        if (error instanceof ProtocolError) return {ok: false, error: error.body};
        throw error;
      }
    };
    return {
      hello: request => through(() => handleHello(this.#exchange, request)),
      pull: request => through(() => handlePull(this.#exchange, request)),
      digests: async request => {
        network.digestsAsked += 1;
        if (network.loseDigests === 0) return through(() => handleDigests(this.#exchange, request));
        network.loseDigests -= 1;
        return {ok: false, error: {code: 'offline'}};
      },
      file: person => through(() => openFile(this.#exchange, person)),
      push: async request => {
        if (network.doublePushes > 0 && !network.isCut) {
          network.doublePushes -= 1;
          await through(() => handlePush(this.#exchange, request));
        }
        if (!pushRequestSchema.safeParse(request).success) return {ok: false, error: {code: 'envelope_invalid'}};
        const answered = await through(() => handlePush(this.#exchange, request));
        if (network.loseReplies === 0) return answered;
        network.loseReplies -= 1;
        return {ok: false, error: {code: 'offline'}};
      },
    };
  }

  /** Records a home visit with a Welsh note, as the form does. */
  async recordVisit(person: Id, text: string): Promise<Id> {
    const record = this.vault.newId();
    const saved = await this.vault.save(
      [{kind: 'contact.record', record, person, body: visitBody(this.#world.today, this.vault.session.holder, {text, lang: 'cy'})}],
      `contact:${person}`,
    );
    if (!saved.ok) throw new Error(saved.code);
    return record;
  }

  /** Writes the risk summary over what this device shows of it. */
  async writeRisk(person: Id, text: string): Promise<void> {
    const [risk] = this.vault.memory.records(person, 'risk-summary');
    const {id, heads} = must(risk, 'the risk summary is here');
    const bases = {words: (heads['words'] ?? []).flatMap(head => head.ops)};
    const saved = await this.vault.save([{kind: 'risk-summary.write', record: id, person, body: {words: {text, lang: 'cy'}}, bases}]);
    if (!saved.ok) throw new Error(saved.code);
  }

  riskTexts(person: Id): readonly string[] {
    const [risk] = this.vault.memory.records(person, 'risk-summary');
    const heads = risk?.heads['words'] ?? [];
    return heads.map(head => (head.value as {text: string}).text).toSorted();
  }

  notes(person: Id): readonly string[] {
    return this.vault.memory
      .records(person, 'contact')
      .map(({data}) => data.note?.text ?? '')
      .toSorted();
  }
}
