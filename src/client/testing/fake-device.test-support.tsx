/**
 * A device for component tests: the contract of vault and sync over plain memory, deciding commands with the domain's
 * own function. It stands in for the disk and the network only, so a test sees what the screen would see.
 */
import {decide} from '#domain/commands.ts';
import type {Role} from '#domain/access/roles.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {MARKS, type AnyCompartment, type DomainRecord} from '#domain/shared/record.ts';
import type {KindCode} from '#domain/record-kinds.ts';
import {idFor, SELF, sessionOf, THIS_DEVICE} from './fake-records.test-support.ts';
import type {Accounts, PeopleOnline, SyncState, Syncing, Teamwork} from '#client/sync/contract.ts';
import type {Device, DevicePhase} from '#client/sync/device-context.ts';
import type {Changed, Clash, Delivery, Draft, Folded, LockedVault, NewCommand, OpenVault, OutboxItem} from '#client/vault/contract.ts';

let nextId = 0;

const CALM: SyncState = {
  connection: 'online',
  signedOut: false,
  working: false,
  unsent: 0,
  needsAttention: 0,
  lastSentAt: '2026-11-22T10:42:00.000Z',
  lastReceivedAt: '2026-11-22T10:42:00.000Z',
  firstSync: null,
  leaseEnded: false,
  leaseUntil: '2026-12-06T10:42:00.000Z',
  storagePersisted: true,
  clockAheadMinutes: 0,
};

export interface FakeOptions {
  readonly records?: readonly DomainRecord[];
  readonly role?: Role;
  /** Whose device it is: a young person's own id, or a member of staff. */
  readonly holder?: Id;
  readonly sync?: Partial<SyncState>;
  readonly vaults?: readonly LockedVault[];
  readonly phase?: 'open' | 'out' | 'unprotected';
  readonly sample?: boolean;
  /** People whose file is not on this device. */
  readonly withoutFile?: readonly Id[];
  readonly accounts?: Partial<Accounts>;
  readonly passphrase?: string;
  /** What others have changed since this device last looked. */
  readonly changed?: readonly Changed[];
  readonly clashes?: readonly Clash[];
  readonly online?: Partial<PeopleOnline>;
  readonly teamwork?: Partial<Teamwork>;
}

/** Records lie in the first scope unless a test puts them elsewhere; what staff write for themselves comes into another. */
const SCOPES: Partial<Record<AnyCompartment, number>> = {restricted: 601, staff: 602};
const scopeNamed = (compartment: AnyCompartment): Id => idFor(SCOPES[compartment] ?? 600);

const offline = async () => ({ok: false, code: 'offline'}) as const;

export class FakeDevice implements Device {
  readonly deliveries = new Map<Id, Delivery>();
  readonly kept = new Map<string, Draft>();
  readonly saved: NewCommand[] = [];
  readonly items: OutboxItem[] = [];
  readonly accounts: Accounts;
  readonly #records = new Map<Id, DomainRecord>();
  readonly #options: FakeOptions;
  readonly #listeners = new Set<() => void>();
  readonly #flushes = new Set<() => Promise<void>>();
  readonly #opened = new Set<Id>();
  #version = 0;
  #sync: SyncState;
  #phase: DevicePhase;

  keptLanguage = async () => this.#options.vaults?.find(({language}) => language)?.language ?? null;

  constructor(options: FakeOptions = {}) {
    this.#options = options;
    for (const record of options.records ?? []) this.#records.set(record.id, record);
    this.#sync = {...CALM, ...options.sync};
    this.accounts = {
      signIn: offline,
      current: offline,
      signOut: async () => undefined,
      invitation: offline,
      accept: offline,
      join: offline,
      ...options.accounts,
    };
    const vaults = options.vaults ?? [];
    this.#phase =
      options.phase === 'out'
        ? {kind: 'out', vaults}
        : options.phase === 'unprotected'
          ? {kind: 'unprotected', session: sessionOf(options.role, options.sample), vaults}
          : this.#open();
  }

  phase = (): DevicePhase => this.#phase;
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  protect = async (): Promise<{ok: true}> => {
    this.#become(this.#open());
    return {ok: true};
  };

  unlock = async (_name: string, passphrase: string) => {
    if (passphrase !== (this.#options.passphrase ?? 'pedwar gair da iawn')) return {ok: false, code: 'passphrase_wrong'} as const;
    this.#become(this.#open());
    return {ok: true} as const;
  };

  lock = async (): Promise<void> => {
    for (const flush of this.#flushes) await flush();
    this.#become({kind: 'out', vaults: [{name: 'one', initials: 'LH', sample: false}]});
  };

  leave = (): Promise<void> => this.lock();

  sync(changes: Partial<SyncState>): void {
    this.#sync = {...this.#sync, ...changes};
    this.#tell();
  }

  put(record: DomainRecord): void {
    this.#records.set(record.id, record);
    this.#tell();
  }

  #tell(): void {
    this.#version += 1;
    this.#lists.clear();
    for (const listener of this.#listeners) listener();
  }

  #become(phase: DevicePhase): void {
    this.#phase = phase;
    this.#tell();
  }

  readonly #lists = new Map<string, readonly Folded[]>();
  #of(person: Id | null, kind: KindCode): readonly Folded[] {
    const key = `${person} ${kind}`;
    const list =
      this.#lists.get(key) ??
      [...this.#records.values()]
        .filter(record => record.person === person && record.kind === kind)
        .map(record => ({...record, delivery: this.deliveries.get(record.id) ?? 'accepted'}) as Folded);
    this.#lists.set(key, list);
    return list;
  }

  /** As the vault's memory tells them (folded-memory.ts). */
  #clashesOf(record: DomainRecord): Clash[] {
    const shown = {...record, delivery: this.deliveries.get(record.id) ?? ('accepted' as const)};
    return Object.entries(record.heads).flatMap(([field, heads]) =>
      heads.length < 2 || Array.isArray(record.data[field]) || (MARKS as readonly string[]).includes(field)
        ? []
        : [{record: shown, field, how: heads.slice(1).every(head => head.overtaken) ? 'overtaken' : 'both_kept', heads} as const],
    );
  }

  #holdsFile = (person: Id): boolean => this.#opened.has(person) || !(this.#options.withoutFile ?? []).includes(person);

  #open(): DevicePhase {
    const memory: OpenVault['memory'] = {
      version: () => this.#version,
      subscribe: this.subscribe,
      people: () => [...this.#records.values()].filter(({kind}) => kind === 'summary').map(({person}) => person ?? ''),
      records: <Kind extends KindCode>(person: Id | null, kind: Kind) => this.#of(person, kind) as unknown as readonly Folded<Kind>[],
      file: person => [...this.#records.values()].filter(record => record.person === person),
      record: id => {
        const found = this.#records.get(id);
        return found && {...found, delivery: this.deliveries.get(id) ?? 'accepted'};
      },
      holdsFile: this.#holdsFile,
      settings: () => settingsInForce(this.#of(null, 'setting')),
      clashes: () => this.#options.clashes ?? [...this.#records.values()].flatMap(record => this.#clashesOf(record)),
      changedSince: person => this.#options.changed?.filter(({record}) => record.person === person) ?? [],
      scope: (_person: Id | null, compartment: AnyCompartment) => scopeNamed(compartment),
    };
    const vault: OpenVault = {
      session: {...sessionOf(this.#options.role, this.#options.sample), holder: this.#options.holder ?? SELF},
      device: THIS_DEVICE,
      memory,
      newId: () => idFor(10_000 + nextId++),
      save: async (commands, draftKey) => {
        for (const command of commands) {
          const refused = this.#carryOut(command);
          if (refused) return {ok: false, ...refused};
        }
        this.saved.push(...commands);
        if (draftKey !== undefined) this.kept.delete(draftKey);
        this.sync({unsent: this.#sync.unsent + commands.length});
        return {ok: true};
      },
      outbox: () => this.items,
      putAway: async op => {
        const index = this.items.findIndex(each => each.op === op && each.state === 'rejected');
        const found = this.items[index];
        if (found) this.items[index] = {...found, state: 'put_away'};
        this.#tell();
      },
      saveDraft: async (key, value) => {
        this.kept.set(key, {key, value: JSON.parse(JSON.stringify(value)) as unknown, savedAt: new Date().toISOString()});
      },
      drafts: () => [...this.kept.values()],
      discardDraft: async key => {
        this.kept.delete(key);
        this.#tell();
      },
      lastLook: () => (this.#options.changed ? {at: '2026-11-18T09:00:00.000Z', epoch: idFor(1), version: 1} : null),
      noteLook: async () => undefined,
      onLocking: flush => {
        this.#flushes.add(flush);
        return () => void this.#flushes.delete(flush);
      },
      lock: () => this.lock(),
    };
    const syncing: Syncing = {
      state: () => this.#sync,
      subscribe: this.subscribe,
      syncNow: async () => undefined,
      askToKeep: async () => this.sync({storagePersisted: true}),
      openFile: async person => {
        this.#opened.add(person);
        this.#tell();
        return {ok: true, value: true};
      },
      online: {
        inviteYoungPerson: offline,
        endAccess: offline,
        history: offline,
        looks: offline,
        team: offline,
        accounts: offline,
        inviteStaff: offline,
        alarms: offline,
        switchAccount: offline,
        ...this.#options.online,
      },
      teamwork: {
        notificationKey: offline,
        keepNotificationAddress: offline,
        dropNotificationAddress: offline,
        duty: offline,
        importWaiting: offline,
        importGroup: offline,
        settleImport: offline,
        parked: offline,
        ownParked: offline,
        settleParked: offline,
        fundWork: offline,
        fundReport: offline,
        fundLedger: offline,
        payRequest: offline,
        refundPayment: offline,
        schemeReport: offline,
        exportEvaluation: offline,
        lookAtReturn: offline,
        exportReturn: offline,
        ...this.#options.teamwork,
      },
    };
    return {kind: 'open', vault, syncing};
  }

  #carryOut(command: NewCommand): {code: string; fields: readonly string[]} | null {
    const now = new Date().toISOString();
    const op = idFor(20_000 + nextId++);
    const decided = decide(
      {
        get: id => this.#records.get(id),
        ofPerson: (person, kind) => [...this.#records.values()].filter(record => record.person === person && record.kind === kind),
        scope: (_person, compartment) => scopeNamed(compartment),
      },
      {
        op,
        kind: command.kind,
        record: command.record,
        person: command.person,
        at: now,
        body: command.body,
        ...(command.bases ? {bases: command.bases} : {}),
        ...(command.seen ? {expect: command.seen.state} : {}),
      },
      {
        actor: {holder: this.#options.holder ?? SELF, role: this.#options.role ?? 'adviser', device: THIS_DEVICE},
        now,
        today: calendarDateInWales(now),
        settings: settingsInForce([]),
      },
      true,
    );
    if (!decided.ok) return decided.refusal;
    for (const put of decided.value.puts) {
      this.#records.set(put.id, put);
      this.deliveries.set(put.id, 'saved_here');
    }
    this.items.unshift({op, kind: command.kind, person: command.person, record: command.record, at: now, state: 'saved_here'});
    return null;
  }
}
