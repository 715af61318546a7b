/**
 * The store in memory: for the simulator and for fast tests. It keeps the same promises as the SQL store (the contract
 * suite runs on both): transactions run one after another on a copy that is put in place only at the end.
 */
import {sameValue} from '#domain/shared/heads.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord, Scope} from '#domain/shared/record.ts';
import type {BudgetLine, LedgerEntry} from '#domain/fund/ledger.ts';
import {must, ok, refuse} from '#domain/shared/result.ts';
import {allEntered, namedLines, type KeptEntry} from './ledger-store.ts';
import type {
  Alarm,
  AuditEntry,
  AuthorityRow,
  ClientRow,
  Grant,
  ImportRow,
  IndexEntry,
  LoggedOp,
  ParkedOp,
  Reading,
  Storage,
  Writing,
} from './storage.ts';

class Tables {
  version = 0;
  scopes = new Map<Id, Scope>();
  records = new Map<Id, DomainRecord>();
  history = new Map<Id, readonly DomainRecord[]>();
  index = new Map<string, {scope: Id; id: Id; version: number; present: boolean}>();
  grants = new Map<string, Grant>();
  clients = new Map<Id, ClientRow>();
  ops = new Map<Id, LoggedOp>();
  parkedOps = new Map<Id, ParkedOp>();
  views = new Map<Id, ReadonlyMap<Id, Id>>();
  audits: AuditEntry[] = [];
  importRows = new Map<string, ImportRow>();
  alarms = new Map<string, Alarm>();
  budgetLines = new Map<Id, BudgetLine>();
  budgetEntries: readonly KeptEntry[] = [];
  /** By scheme. */
  evaluationSecrets = new Map<Id, string>();
  /** By epoch. */
  safe = new Map<Id, number>();

  copy(): Tables {
    const copy = new Tables();
    copy.take(this);
    return copy;
  }

  take(from: Tables): void {
    this.version = from.version;
    this.scopes = new Map(from.scopes);
    this.records = new Map(from.records);
    this.history = new Map(from.history);
    this.index = new Map(from.index);
    this.grants = new Map(from.grants);
    this.clients = new Map(from.clients);
    this.ops = new Map(from.ops);
    this.parkedOps = new Map(from.parkedOps);
    this.views = new Map(from.views);
    this.audits = [...from.audits];
    this.importRows = new Map(from.importRows);
    this.alarms = new Map(from.alarms);
    this.budgetLines = new Map(from.budgetLines);
    this.budgetEntries = from.budgetEntries;
    this.evaluationSecrets = new Map(from.evaluationSecrets);
    this.safe = new Map(from.safe);
  }
}

const byId = (one: {id: string}, other: {id: string}) => (one.id < other.id ? -1 : 1);

function reading(tables: Tables, epoch: () => Id): Reading {
  const entry = (row: {scope: Id; id: Id; version: number; present: boolean}): IndexEntry => ({
    scope: row.scope,
    id: row.id,
    version: row.version,
    record: row.present ? must(tables.records.get(row.id), 'indexed records exist') : null,
  });
  return {
    version: async () => tables.version,
    epoch: async () => epoch(),
    safeVersion: async () => tables.safe.get(epoch()) ?? 0,
    record: async id => tables.records.get(id),
    known: async ids => new Set(ids.filter(id => tables.records.has(id))),
    recordsOf: async (person, kinds) =>
      [...tables.records.values()].filter(record => record.person === person && (!kinds || kinds.includes(record.kind))).sort(byId),
    people: async () =>
      [...tables.records.values()]
        .filter(record => record.kind === 'young-person')
        .map(record => record.id)
        .sort(),
    scopesOf: async person => [...tables.scopes.values()].filter(scope => scope.person === person),
    heldBy: async (holder, today) => {
      const held = [...tables.grants.values()]
        .filter(grant => grant.holder === holder && grant.from <= today && (grant.until === null || grant.until >= today))
        .sort(byId);
      const first = new Map(held.toReversed().map(grant => [grant.scope, grant]));
      return [...first.values()]
        .map(grant => ({...must(tables.scopes.get(grant.scope), 'granted scopes exist'), grant: grant.id, until: grant.until}))
        .sort(byId);
    },
    changesAfter: async (scopes, version, limit) => {
      const wanted = new Set(scopes);
      const rows = [...tables.index.values()]
        .filter(row => wanted.has(row.scope) && row.version > version)
        .sort((a, b) => a.version - b.version || byId(a, b));
      if (rows.length <= limit) return {entries: rows.map(entry), more: false};
      const cut = must(rows[limit], 'there are more rows than the limit').version;
      const whole = rows.filter(row => row.version < cut);
      return {entries: (whole.length > 0 ? whole : rows.filter(row => row.version === cut)).map(entry), more: true};
    },
    page: async (scope, afterId, limit) =>
      [...tables.index.values()]
        .filter(row => row.scope === scope && row.present && (afterId === null || row.id > afterId))
        .sort(byId)
        .slice(0, limit)
        .map(entry),
    client: async id => tables.clients.get(id),
    changedSince: async (scopes, version) =>
      new Set([...tables.index.values()].filter(row => row.version > version && scopes.includes(row.scope)).map(row => row.scope)),
    recordsIn: async scopes => [...tables.records.values()].filter(record => scopes.includes(record.scope)),
    indexFaults: async () => {
      const shown = new Set([...tables.index.values()].filter(row => row.present).map(row => `${row.scope}|${row.id}`));
      const lie = new Set([...tables.records.values()].map(record => `${record.scope}|${record.id}`));
      const not = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].filter(place => !others.has(place)).length;
      return {missing: not(lie, shown), astray: not(shown, lie)};
    },
    alarms: async () => [...tables.alarms.values()].sort((one, other) => (one.lastAt > other.lastAt ? -1 : 1)),
    recordsOfKinds: async kinds => [...tables.records.values()].filter(({kind}) => kinds.includes(kind)).sort(byId),
    budgetLines: async () => [...tables.budgetLines.values()].sort(byId),
    budgetEntries: async line => tables.budgetEntries.filter(each => line === null || each.line === line),
    clientViews: async client => tables.views.get(client) ?? new Map(),
    parked: async () => [...tables.parkedOps.values()],
  };
}

function writing(tables: Tables, epoch: () => Id): Writing {
  const read = reading(tables, epoch);
  return {
    ...read,
    lockClient: id => read.client(id),
    lockRecord: id => read.record(id),
    saveClient: async row => void tables.clients.set(row.id, row),
    loggedOp: async op => tables.ops.get(op),
    logOp: async logged => void tables.ops.set(logged.op, logged),
    park: async parked => void tables.parkedOps.set(parked.op, parked),
    lockParked: async op => tables.parkedOps.get(op),
    endWait: async (op, end) => {
      const parked = tables.parkedOps.get(op);
      if (parked && 'reason' in end) tables.parkedOps.set(op, {...parked, reason: end.reason});
      else tables.parkedOps.delete(op);
    },
    addScopes: async scopes => {
      for (const scope of scopes) if (!tables.scopes.has(scope.id)) tables.scopes.set(scope.id, scope);
    },
    putRecords: async records => {
      const changed = records.filter(record => !sameValue(tables.records.get(record.id), record));
      for (const record of changed) {
        tables.records.set(record.id, structuredClone(record));
        tables.history.set(record.id, [...(tables.history.get(record.id) ?? []), structuredClone(record)]);
      }
      return changed;
    },
    enterBudget: async (entries, by) => {
      const lines = new Map(namedLines(entries).map(line => [line.id, line] as const));
      for (const [id, line] of tables.budgetLines) lines.set(id, line);
      const isThere = ({kind, request}: LedgerEntry) =>
        request !== null &&
        (kind === 'commit' || kind === 'spend') &&
        tables.budgetEntries.some(each => each.kind === kind && each.request === request);
      if (entries.some(isThere)) return refuse('paid_already');
      const after = allEntered(lines, entries);
      if (!after.ok) return after;
      tables.budgetLines = new Map(after.value);
      const first = tables.budgetEntries.length + 1;
      tables.budgetEntries = [
        ...tables.budgetEntries,
        ...entries.map(({name: _name, from: _from, ...entry}, index) => ({...entry, ...by, number: first + index})),
      ];
      const ids = new Set(entries.map(({line}) => line));
      return ok([...after.value.values()].filter(({id}) => ids.has(id)).sort(byId));
    },
    evaluationSecret: async (scheme, fresh) => {
      const kept = tables.evaluationSecrets.get(scheme) ?? fresh;
      tables.evaluationSecrets.set(scheme, kept);
      return kept;
    },
    putGrants: async grants => {
      for (const grant of grants) {
        const key = `${grant.cause}|${grant.holder}|${grant.scope}`;
        const known = tables.grants.get(key);
        tables.grants.set(key, known ? {...known, from: grant.from, until: grant.until} : grant);
      }
    },
    publish: async entries => {
      tables.version += 1;
      for (const entry of entries) tables.index.set(`${entry.scope}|${entry.id}`, {...entry, version: tables.version});
      return tables.version;
    },
    keepImportRows: async rows => {
      for (const row of rows) tables.importRows.set(`${row.file}|${row.row}`, row);
    },
    setClientViews: async (client, views) => void tables.views.set(client, new Map(views)),
    // It knows no accounts, and so no devices of theirs.
    notify: async () => undefined,
    audit: async entry => void tables.audits.push(entry),
    raiseAlarm: async (kind, day, at, detail = {}) => {
      const known = tables.alarms.get(`${kind}|${day}`) ?? {kind, firstAt: at, lastAt: at, times: 0, detail: {}};
      const sums = Object.entries(detail).map(([code, more]) => [code, (known.detail[code] ?? 0) + more] as const);
      const next = {...known, lastAt: at, times: known.times + 1, detail: {...known.detail, ...Object.fromEntries(sums)}};
      tables.alarms.set(`${kind}|${day}`, next);
    },
    noteSafe: async version => void tables.safe.set(epoch(), Math.max(version, tables.safe.get(epoch()) ?? 0)),
    savepoint: async work => {
      const before = tables.copy();
      try {
        return await work();
      } catch (error) {
        tables.take(before);
        throw error;
      }
    },
  };
}

export interface MemoryBackup {
  readonly epoch: Id | undefined;
  readonly tables: ReadonlyMap<string, Tables>;
}

export class MemoryStorage implements Storage {
  #authorities = new Map<string, AuthorityRow>();
  #tables = new Map<string, Tables>();
  #queue: Promise<unknown> = Promise.resolve();
  #epoch: Id | undefined;

  #epochNow = (): Id => must(this.#epoch, 'an epoch is minted before anybody syncs');

  #of(authority: string): Tables {
    return must(this.#tables.get(authority), 'the authority exists');
  }

  async transaction<Value>(authority: string, work: (store: Writing) => Promise<Value>): Promise<Value> {
    const run = this.#queue.then(async () => {
      const copy = this.#of(authority).copy();
      const value = await work(writing(copy, this.#epochNow));
      this.#tables.set(authority, copy);
      return value;
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async snapshot<Value>(authority: string, work: (store: Reading) => Promise<Value>): Promise<Value> {
    // Nothing is ever changed in place: what is read here stays as it is.
    return work(reading(this.#of(authority), this.#epochNow));
  }

  async versions(): Promise<ReadonlyMap<string, number>> {
    return new Map([...this.#tables].map(([code, tables]) => [code, tables.version]));
  }

  async mintEpoch(epoch: Id): Promise<void> {
    this.#epoch = epoch;
  }

  async addAuthority(authority: AuthorityRow): Promise<void> {
    if (this.#authorities.has(authority.code)) return;
    this.#authorities.set(authority.code, authority);
    this.#tables.set(authority.code, new Tables());
  }

  async authorities(): Promise<readonly AuthorityRow[]> {
    return [...this.#authorities.values()];
  }

  /** All of it at this moment, the epoch too: what a backup of a database is. */
  backup(): MemoryBackup {
    return {epoch: this.#epoch, tables: new Map(this.#tables)};
  }

  restore({epoch, tables}: MemoryBackup): void {
    this.#epoch = epoch;
    this.#tables = new Map(tables);
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }
}
