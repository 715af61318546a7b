/**
 * The device as the app sees it: nobody signed in, signed in without a vault, or an open vault with its sync. Locks
 * when hidden for a minute or idle for five (authority's settings), and gives forms the chance to save their last words.
 */
import {calendarDateInWales, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Language} from '#domain/shared/fields.ts';
import {timeOrderedId} from '#domain/shared/ids.ts';
import type {Session} from '#protocol/account-messages.ts';
import {askUnlockWorker, type AskUnlock} from '#client/vault/ask-unlock-worker.ts';
import type {UnlockFailure} from '#client/vault/contract.ts';
import {listVaults, makeVault, openVault, type DoorTools, type Opened} from '#client/vault/door.ts';
import {takeVault} from '#client/vault/tab-door.ts';
import type {Vault} from '#client/vault/vault.ts';
import {endWaking} from './end-waking.ts';
import {isYoungPersonsName, type Accounts, type Exchange} from './contract.ts';
import type {Device, DevicePhase} from './device-context.ts';
import {SyncEngine} from './sync-engine.ts';
import {HttpTransport, type Answered} from './transport.ts';

const exchange = <Value>(answered: Answered<Value>): Exchange<Value> => {
  if (answered.ok) return answered;
  const {error} = answered;
  return {ok: false, code: error.code, ...('token' in error && error.token ? {token: error.token} : {})};
};

export class BrowserDevice implements Device {
  readonly #transport = new HttpTransport();
  readonly #listeners = new Set<() => void>();
  readonly #tools: DoorTools;
  #giveBack: (() => void) | undefined;
  #phase: DevicePhase = {kind: 'starting'};
  #session: Session | undefined;
  #close: (() => void) | undefined;

  /** @param language what is spoken now, kept with the vault when it opens */
  constructor(language: () => Language | null, ask: AskUnlock = askUnlockWorker, now: () => number = Date.now) {
    const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
    const take = async (name: string) => {
      this.#giveBack?.();
      this.#giveBack = await takeVault(name, () => void this.lock());
    };
    this.#tools = {ask, now, random, newId: () => timeOrderedId(now(), random(10)), take, language};
  }

  phase = (): DevicePhase => this.#phase;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly accounts: Accounts = {
    signIn: async (name, password) => this.#signedIn(exchange(await this.#transport.signIn(name, await this.#secretOf(name, password)))),
    accept: async (token, password) => this.#signedIn(exchange(await this.#transport.accept(token, password))),
    current: async () => this.#signedIn(exchange(await this.#transport.current())),
    invitation: async token => exchange(await this.#transport.invitation(token)),
    signOut: () => this.leave(),
    join: async (code, passphrase) => {
      const invited = exchange(await this.#transport.invitation(code));
      if (!invited.ok) return invited;
      const secret = await this.#secretOf(invited.value.signInName, passphrase);
      const accepted = await this.#signedIn(exchange(await this.#transport.accept(code, secret)));
      return accepted.ok ? this.protect(passphrase) : accepted;
    },
  };

  /** A young person's name goes with a secret made of the passphrase; everybody else's with the password as typed. */
  async #secretOf(signInName: string, typed: string): Promise<string> {
    if (!isYoungPersonsName(signInName)) return typed;
    return (await this.#tools.ask({kind: 'secret', signInName, passphrase: typed})).secret ?? typed;
  }

  /** Looks at what this browser holds; asks the server only when it holds nothing. */
  async start(): Promise<void> {
    try {
      const vaults = await listVaults();
      this.#become({kind: 'out', vaults});
      if (vaults.length === 0) await this.accounts.current();
    } catch {
      this.#become({kind: 'storage_unavailable'});
    }
  }

  keptLanguage = async (): Promise<Language | null> => {
    const vaults = await listVaults().catch(() => []);
    return vaults.find(({language}) => language)?.language ?? null;
  };

  protect = async (passphrase: string): Promise<{ok: true} | {ok: false; code: UnlockFailure}> => {
    if (!this.#session) return {ok: false, code: 'storage_unavailable'};
    return this.#enter(await makeVault(this.#session, passphrase, this.#tools, this.#onClosed));
  };

  unlock = async (name: string, passphrase: string): Promise<{ok: true} | {ok: false; code: UnlockFailure}> =>
    this.#enter(
      await openVault(name, passphrase, this.#tools, this.#onClosed).catch((): Opened => ({ok: false, code: 'storage_unavailable'})),
    );

  lock = async (): Promise<void> => {
    if (this.#phase.kind === 'open') await this.#phase.vault.lock();
  };

  leave = async (): Promise<void> => {
    await this.lock();
    // Also without a connection, where the server does not hear of it.
    await endWaking().catch(() => undefined);
    await this.#transport.signOut();
    this.#session = undefined;
    await this.start();
  };

  #onClosed = (): void => {
    this.#close?.();
    this.#close = undefined;
    this.#giveBack?.();
    this.#giveBack = undefined;
    this.#transport.useOnlyFor(undefined);
    void listVaults().then(
      vaults => this.#become({kind: 'out', vaults}),
      () => this.#become({kind: 'storage_unavailable'}),
    );
  };

  /** A session of the account whose vault is open goes on there; another account's never touches it [P9]. */
  async #signedIn(answered: Exchange<Session>): Promise<Exchange<Session>> {
    if (!answered.ok) return answered;
    this.#session = answered.value;
    if (this.#phase.kind === 'open') {
      if (this.#phase.vault.session.account === answered.value.account) await this.#phase.syncing.syncNow();
      else await this.lock();
    }
    if (this.#phase.kind !== 'open')
      this.#become({kind: 'unprotected', session: answered.value, vaults: await listVaults().catch(() => [])});
    return answered;
  }

  #enter(opened: Opened): {ok: true} | {ok: false; code: UnlockFailure} {
    if (!opened.ok) return opened;
    const {vault} = opened;
    this.#transport.useOnlyFor(vault.session.account);
    const syncing = new SyncEngine(vault, this.#transport, this.#tools.now);
    const unwatch = this.#lockWhenLeft(vault);
    this.#close = () => {
      syncing.stop();
      unwatch();
    };
    syncing.start();
    this.#become({kind: 'open', vault, syncing});
    return {ok: true};
  }

  #lockWhenLeft(vault: Vault): () => void {
    const stop = new AbortController();
    const {signal} = stop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      const on = calendarDateInWales(this.#tools.now());
      const {hiddenLockSeconds, idleLockMinutes} = lockAfter(vault, on);
      const ms = document.visibilityState === 'hidden' ? hiddenLockSeconds * 1_000 : idleLockMinutes * 60_000;
      timer = setTimeout(() => void vault.lock(), ms);
    };
    for (const event of ['pointerdown', 'keydown', 'scroll', 'focusin'])
      document.addEventListener(event, wait, {signal, passive: true, capture: true});
    document.addEventListener('visibilitychange', wait, {signal});
    wait();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }

  #become(phase: DevicePhase): void {
    this.#phase = phase;
    for (const listener of this.#listeners) listener();
  }
}

/** Until the record of who helps has come: what holds where no authority has set anything. */
const UNTOLD = {hiddenLockSeconds: 60, idleLockMinutes: 5};

/** As the authority has set it; a young person's device holds no settings and is told by the record of who helps. */
function lockAfter({memory, session}: Vault, on: CalendarDate): {readonly hiddenLockSeconds: number; readonly idleLockMinutes: number} {
  if (session.role === 'young_person') return memory.records(session.holder, 'who-helps')[0]?.data ?? UNTOLD;
  const setting = memory.settings();
  return {hiddenLockSeconds: setting('hiddenLockSeconds', on), idleLockMinutes: setting('idleLockMinutes', on)};
}
