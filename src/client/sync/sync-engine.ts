/**
 * When to sync, and the honest state of it. One cycle at a time; a save, a poke, coming back into view and a timer each
 * ask for one; failures wait (retry-waits.ts). Being offline is a state, not an error.
 */
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Vault} from '#client/vault/vault.ts';
import type {Exchange, PeopleOnline, SyncState, Syncing, Teamwork} from './contract.ts';
import {peopleOnline} from './people-online.ts';
import {syncCycle, type CycleEnd} from './sync-cycle.ts';
import {listenAgainAfter, LINE_HELD_MS, waitAfter} from './retry-waits.ts';
import type {ReadPoke} from './poke-lines.ts';
import type {HttpTransport} from './transport.ts';

const MINUTE_MS = 60_000;

export class SyncEngine implements Syncing {
  readonly #vault: Vault;
  readonly #transport: HttpTransport;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #stopped = new AbortController();
  readonly online: PeopleOnline;
  readonly teamwork: Teamwork;
  #state: SyncState;
  #running: Promise<void> | undefined;
  /** Asked for while a cycle was running; by a person: at once, whatever the server says. */
  #again: 'by itself' | 'by a person' | undefined;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #poked: ReturnType<typeof setTimeout> | undefined;
  /** The version up to which the last good cycle brought everything. */
  #received: number | null = null;
  /** Ends the wait before the line of pokes is opened again. */
  #listenAgain: () => void = () => undefined;
  #toldToWait = false;

  constructor(vault: Vault, transport: HttpTransport, now: () => number) {
    this.#vault = vault;
    this.#transport = transport;
    this.#now = now;
    this.online = peopleOnline(transport);
    this.teamwork = laterTeamwork(transport);
    this.#state = {
      connection: 'unknown',
      signedOut: false,
      working: false,
      unsent: vault.unsent,
      needsAttention: vault.needsAttention,
      lastSentAt: null,
      lastReceivedAt: null,
      firstSync: null,
      leaseEnded: false,
      leaseUntil: null,
      storagePersisted: null,
      clockAheadMinutes: 0,
    };
    this.#refresh({});
    vault.onSaved = () => this.#syncByItself();
  }

  start(): void {
    void this.syncNow();
    void this.#keepListening();
    const {signal} = this.#stopped;
    globalThis.addEventListener('online', () => this.#syncByItself(), {signal});
    // Who is told so says it at once, and does not wait for something to fail.
    globalThis.addEventListener('offline', () => this.#refresh({connection: 'offline'}), {signal});
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#syncByItself(), {signal});
    void this.askToKeep();
  }

  askToKeep = async (): Promise<void> => {
    const storagePersisted = await navigator.storage?.persist?.().catch(() => null);
    this.#refresh({storagePersisted: storagePersisted ?? null});
  };

  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#poked);
    this.#listenAgain();
  }

  state = (): SyncState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  syncNow = (): Promise<void> => {
    if (this.#running) {
      this.#again = 'by a person';
      return this.#running;
    }
    if (this.#stopped.signal.aborted) return Promise.resolve();
    clearTimeout(this.#timer);
    this.#toldToWait = false;
    this.#running = this.#cycle().finally(() => {
      const again = this.#again;
      this.#running = this.#again = undefined;
      if (again === 'by a person' || (again && !this.#toldToWait)) void this.syncNow();
    });
    return this.#running;
  };

  /** A save, a poke, coming back into view: a server that said when to come back is not asked sooner for them. */
  #syncByItself(): void {
    if (this.#running) this.#again ??= 'by itself';
    else if (this.#toldToWait) this.#refresh({});
    else void this.syncNow();
  }

  openFile = async (person: Id): Promise<Exchange<true>> => {
    const answered = await this.#transport.file(person);
    if (!answered.ok) {
      if (answered.error.code === 'not_found') this.#vault.closeFile(person);
      return {ok: false, code: answered.error.code};
    }
    this.#vault.openFile(answered.value);
    return {ok: true, value: true};
  };

  async #cycle(): Promise<void> {
    this.#received = null;
    this.#refresh({working: true});
    const world = {
      vault: this.#vault,
      transport: this.#transport,
      now: this.#now,
      firstPeople: () => this.#peopleOfToday(),
      onPage: (whole: number | null) => {
        this.#received = whole;
        this.#refresh({connection: 'online'});
      },
      comparing: () => import('./compare-digests.ts'),
    };
    const end = await syncCycle(world).catch((): CycleEnd => ({ok: false, code: 'internal'}));
    this.#failures = end.ok ? 0 : this.#failures + 1;
    // Who is answered is let in (again): news need not wait for the next poll.
    if (end.ok) this.#listenAgain();
    if (end.ok) for (const person of this.#vault.openedBehind()) await this.openFile(person);
    const signedOut = !end.ok && end.code === 'unauthenticated';
    this.#refresh({working: false, signedOut, connection: end.ok || end.code !== 'offline' ? 'online' : 'offline'});
    if (this.#stopped.signal.aborted) return;
    this.#toldToWait = !end.ok && end.retryAfterSeconds !== undefined;
    this.#timer = setTimeout(() => void this.syncNow(), waitAfter(end, this.#failures));
  }

  /** What comes of several pokes meanwhile is one cycle; one that tells nothing new is none. */
  #poke({version, within}: ReadPoke): void {
    if (version !== null && version === this.#received && !this.#running) return;
    if (within === 0) return this.#syncByItself();
    this.#poked ??= setTimeout(() => {
      this.#poked = undefined;
      this.#syncByItself();
    }, Math.random() * within);
  }

  #peopleOfToday(): readonly Id[] {
    const today = calendarDateInWales(this.#now());
    return this.#vault.memory
      .people()
      .filter(person => this.#vault.memory.records(person, 'summary').some(({data}) => data.nextContactOn === today));
  }

  async #keepListening(): Promise<void> {
    const {signal} = this.#stopped;
    let failures = 0;
    while (!signal.aborted) {
      const began = this.#now();
      await this.#transport.listen(poke => this.#poke(poke), signal).catch(() => undefined);
      failures = this.#now() - began > LINE_HELD_MS ? 0 : failures + 1;
      const wait = listenAgainAfter(failures);
      if (signal.aborted) return;
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, wait);
        this.#listenAgain = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  #refresh(change: Partial<SyncState>): void {
    const {lastSentAt, lastReceivedAt} = this.#vault.state;
    this.#state = {
      ...this.#state,
      ...change,
      unsent: this.#vault.unsent,
      needsAttention: this.#vault.needsAttention,
      lastSentAt,
      lastReceivedAt,
      firstSync: this.#firstSync(),
      leaseEnded: this.#vault.leaseEnded,
      leaseUntil: this.#vault.state.leaseUntil,
      clockAheadMinutes: Math.round(this.#vault.clockAheadMs / MINUTE_MS),
    };
    for (const listener of this.#listeners) listener();
  }

  /** People whose scopes are all here, of those granted; null once everything has come. */
  #firstSync(): SyncState['firstSync'] {
    const people = new Map<Id, boolean>();
    for (const {person, done} of this.#vault.base.scopes.values())
      if (person !== null) people.set(person, (people.get(person) ?? true) && done);
    const received = [...people.values()].filter(Boolean).length;
    if (this.#vault.state.lastReceivedAt === null) return {received: 0, expected: 0};
    return received === people.size ? null : {received, expected: people.size};
  }
}
/** Worklists are loaded when they are first asked for. */
function laterTeamwork(transport: HttpTransport): Teamwork {
  const loaded = async () => (await import('./teamwork.ts')).teamwork(transport);
  return {
    notificationKey: async () => (await loaded()).notificationKey(),
    keepNotificationAddress: async endpoint => (await loaded()).keepNotificationAddress(endpoint),
    dropNotificationAddress: async () => (await loaded()).dropNotificationAddress(),
    duty: async () => (await loaded()).duty(),
    importWaiting: async () => (await loaded()).importWaiting(),
    importGroup: async group => (await loaded()).importGroup(group),
    settleImport: async request => (await loaded()).settleImport(request),
    parked: async state => (await loaded()).parked(state),
    ownParked: async request => (await loaded()).ownParked(request),
    settleParked: async request => (await loaded()).settleParked(request),
    fundWork: async () => (await loaded()).fundWork(),
    fundReport: async year => (await loaded()).fundReport(year),
    schemeReport: async scheme => (await loaded()).schemeReport(scheme),
    exportEvaluation: async scheme => (await loaded()).exportEvaluation(scheme),
    lookAtReturn: async (year, ages) => (await loaded()).lookAtReturn(year, ages),
    exportReturn: async (year, ages) => (await loaded()).exportReturn(year, ages),
    fundLedger: async () => (await loaded()).fundLedger(),
    payRequest: async request => (await loaded()).payRequest(request),
    refundPayment: async request => (await loaded()).refundPayment(request),
  };
}
