/**
 * A schedule: a list of steps that a seed makes and that can be run again, and made shorter, without the seed. A step that
 * cannot be taken (nothing is on its way, the person is not held) does nothing, so that any part of a schedule is one.
 */
import {presentStay} from '#domain/accommodation/present-stay.ts';
import {addDays, calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Role} from '#domain/access/roles.ts';
import {moneyHelpId} from '#domain/money-plan/money-plan.ts';
import type {Words} from '#domain/shared/fields.ts';
import {timeOrderedId, type Id} from '#domain/shared/ids.ts';
import {seenOps, struckOut} from '#domain/shared/record.ts';
import {RECOVERED_RECORD} from '#protocol/ops.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import type {MemoryBackup} from '#server/db/memory-storage.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {replayParked} from '#server/sync/replay-parked.ts';
import {idNamed, grantsWanted} from '#server/sync/scopes.ts';
import {AUTHORITY, foundSmallAuthority, PEOPLE, STAFF, visitBody} from '../support/small-authority.ts';
import {Points} from './points.ts';
import {Seeded} from './seeded.ts';
import {SimulatedDevice} from './simulated-device.ts';
import type {Weather} from './simulated-network.ts';
import {SimulatedServer} from './simulated-server.ts';
import {isOfYesterday, LATER, plant} from './versions.ts';

export const DEVICES = ['elin phone', 'elin laptop', 'huw phone', 'mair desk', 'cai phone'] as const;
export type DeviceName = (typeof DEVICES)[number];

const WHO: Readonly<Record<DeviceName, {readonly holder: Id; readonly role: Role}>> = {
  'elin phone': {holder: STAFF.elin, role: 'adviser'},
  'elin laptop': {holder: STAFF.elin, role: 'adviser'},
  'huw phone': {holder: STAFF.huw, role: 'adviser'},
  'mair desk': {holder: STAFF.mair, role: 'manager'},
  'cai phone': {holder: PEOPLE.cai, role: 'young_person'},
};

export const DEEDS = [
  'visit',
  'message',
  'action',
  'write risk',
  'resolve risk',
  'ask review',
  'settle review',
  'give cover',
  'end cover',
  'reallocate',
  'open file',
  'change details',
  'strike out',
  'move alert',
  'set team',
  'tick action',
  'who helps',
  'money line',
  'ask fund',
  'move home',
  'home news',
  'raise worry',
  'draft',
  'later note',
] as const;
export type Deed = (typeof DEEDS)[number];

interface DeedStep {
  readonly do: Deed;
  readonly device: DeviceName;
  readonly n: number;
}
export type Step =
  | DeedStep
  | {readonly do: 'sync' | 'run' | 'tab'; readonly device: DeviceName; readonly n: number}
  | {readonly do: 'go'; readonly device: DeviceName | 'server' | 'late'; readonly n: number}
  | {readonly do: 'weather'; readonly device: DeviceName; readonly weather: Weather}
  | {readonly do: 'kill'; readonly device: DeviceName; readonly reached: boolean}
  | {readonly do: 'full' | 'device lost' | 'old profile' | 'profile copied'; readonly device: DeviceName}
  | {readonly do: 'stranger' | 'owner' | 'sign out'; readonly device: DeviceName}
  | {readonly do: 'skew'; readonly device: DeviceName; readonly minutes: number}
  | {readonly do: 'server dies'; readonly after: number}
  | {readonly do: 'backup' | 'new epoch' | 'upgrade'}
  | {readonly do: 'restore'; readonly n: number}
  | {readonly do: 'days'; readonly days: number};

/** What must be known of the past to judge the end. */
export interface Promised {
  readonly words: string;
  readonly by: Id;
  readonly kind: string;
}

export interface Counts {
  ops: number;
  conflicts: number;
  crashes: number;
  revocations: number;
  grants: number;
  restores: number;
  lost: number;
  doubled: number;
  takeovers: number;
  fullDisks: number;
  devicesLost: number;
  recovered: number;
  profilesCopied: number;
  upgrades: number;
  olderOps: number;
  newerOps: number;
}

export const NO_COUNTS: Counts = {
  ops: 0,
  conflicts: 0,
  crashes: 0,
  revocations: 0,
  grants: 0,
  restores: 0,
  lost: 0,
  doubled: 0,
  takeovers: 0,
  fullDisks: 0,
  devicesLost: 0,
  recovered: 0,
  profilesCopied: 0,
  upgrades: 0,
  olderOps: 0,
  newerOps: 0,
};

const EXCHANGE_LIMIT = 4_000;

export class Schedule {
  readonly points = new Points();
  readonly chance: Seeded;
  readonly server: SimulatedServer;
  readonly devices = new Map<DeviceName, SimulatedDevice>();
  readonly promised: Promised[] = [];
  /** Texts that somebody had on the screen while writing over them. */
  readonly seen = new Set<string>();
  readonly gone = new Set<string>();
  /** Every draft that somebody began, in order: one that reached the disk has taken the place of those before it. */
  readonly drafts: {readonly words: string; readonly kind: string}[] = [];
  readonly violations: string[] = [];
  readonly told: string[] = [];
  readonly counts: Counts = {...NO_COUNTS};
  now = Date.parse('2026-11-21T10:00:00Z');
  readonly #backups: MemoryBackup[] = [];
  #written = 0;

  constructor(seed: number) {
    this.chance = new Seeded(seed);
    this.server = new SimulatedServer(this.points, () => this.now);
  }

  async open(): Promise<void> {
    const {store} = this.server;
    plant(false);
    await store.mintEpoch(this.#newId());
    await foundSmallAuthority(store, this.now);
    const own = {cause: PEOPLE.cai, holder: PEOPLE.cai, person: PEOPLE.cai, compartments: ['shared'] as const};
    await store.transaction(AUTHORITY.code, writing =>
      writing.putGrants(grantsWanted(AUTHORITY.code, {...own, from: calendarDateInWales(this.now), until: null})),
    );
    const world = {points: this.points, server: this.server, chance: this.chance, now: () => this.now};
    for (const name of DEVICES) {
      const {holder, role} = WHO[name];
      const account = idNamed('account', holder);
      const session = {account, holder, role, name, signInName: name, authority: AUTHORITY, csrf: 'x'};
      const signedIn = {account, authority: AUTHORITY.code, holder, role};
      this.devices.set(name, new SimulatedDevice(name, session, signedIn, world));
    }
    this.#backups.push(this.server.backup());
  }

  #newId(): Id {
    return timeOrderedId(this.now, this.chance.bytes(10));
  }

  device(name: DeviceName): SimulatedDevice {
    const device = this.devices.get(name);
    if (!device) throw new Error(`no device ${name}`);
    return device;
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.now += 20_000;
      const what = await this.#take(step);
      if (what !== null) this.told.push(what);
    }
  }

  /** What the step did, in words; null when there was nothing to do. */
  async #take(step: Step): Promise<string | null> {
    if (isDeed(step)) return this.#deed(step);
    switch (step.do) {
      case 'go': {
        const [point] = this.points.waiting(this.#ownerOf(step.device));
        if (!point) return null;
        await this.points.release(point);
        return `${point.owner}: ${point.what}`;
      }
      case 'sync':
        if (this.device(step.device).cycle) return null;
        this.device(step.device).beginSync();
        await this.points.rest();
        return `${step.device}: begins to sync`;
      case 'run':
        await this.runCycle(this.device(step.device));
        return `${step.device}: syncs`;
      case 'weather':
        this.device(step.device).weather.push(step.weather);
        if (step.weather === 'doubled') this.counts.doubled += 1;
        else this.counts.lost += 1;
        return `${step.device}: a message will be ${step.weather}`;
      case 'kill':
        this.device(step.device).kill(step.reached);
        this.counts.crashes += 1;
        await this.points.rest();
        return `${step.device}: killed and opened again`;
      case 'tab':
        this.device(step.device).takeOver();
        this.counts.takeovers += 1;
        await this.points.rest();
        return `${step.device}: opened in another tab`;
      case 'full': {
        const [point] = this.points.waiting(this.device(step.device).owner).filter(({what}) => what === 'disk');
        if (!point) return null;
        this.counts.fullDisks += 1;
        await this.points.release(point, 'fail');
        return `${step.device}: no room on the disk`;
      }
      case 'device lost':
        this.device(step.device).lose();
        this.counts.devicesLost += 1;
        await this.points.rest();
        await this.#noteWhatIsGone();
        return `${step.device}: lost, and replaced by another`;
      case 'old profile':
        if (!this.device(step.device).putOldProfileBack()) return null;
        this.counts.profilesCopied += 1;
        await this.points.rest();
        await this.#noteWhatIsGone();
        return `${step.device}: put back as it was at an earlier time`;
      case 'profile copied':
        if (step.device !== 'elin laptop') return null;
        this.device('elin laptop').become(this.device('elin phone'));
        this.counts.profilesCopied += 1;
        await this.points.rest();
        await this.#noteWhatIsGone();
        return 'elin laptop: becomes a copy of elin phone';
      case 'server dies':
        this.counts.crashes += 1;
        if (step.after === 0) this.server.restart();
        else this.server.dieAfter(step.after);
        await this.points.rest();
        return `server: dies after ${step.after} touches of the store`;
      case 'backup':
        this.#backups.push(this.server.backup());
        return 'server: a backup';
      case 'restore': {
        const backup = this.#backups[step.n % this.#backups.length];
        if (!backup) return null;
        this.server.restore(backup);
        await this.server.store.mintEpoch(this.#newId());
        this.counts.restores += 1;
        await this.points.rest();
        await this.#noteWhatIsGone();
        return `server: restored from backup ${step.n % this.#backups.length}`;
      }
      case 'new epoch':
        await this.server.store.mintEpoch(this.#newId());
        return 'server: a new epoch';
      case 'upgrade':
        return this.#upgrade();
      case 'days':
        this.now += step.days * 86_400_000;
        return `${step.days} days pass`;
      case 'skew':
        this.device(step.device).skewMs = step.minutes * 60_000;
        return `${step.device}: its clock is ${step.minutes} minutes ahead`;
      case 'sign out':
        this.device(step.device).signedIn = null;
        return `${step.device}: signed out`;
      case 'stranger':
        this.device(step.device).signedIn = {
          account: idNamed('account', STAFF.huw),
          authority: AUTHORITY.code,
          holder: STAFF.huw,
          role: 'adviser',
        };
        return `${step.device}: Huw signs in on this browser`;
      case 'owner':
        this.#signInOwner(this.device(step.device));
        return `${step.device}: its owner signs in`;
    }
  }

  /** Words that no device and no store holds any more: a device was lost before it sent them, or after a backup of before. */
  async #noteWhatIsGone(): Promise<void> {
    const tables = this.server.backup().tables.get(AUTHORITY.code);
    const held = [
      JSON.stringify([...(tables?.records.values() ?? [])]),
      JSON.stringify([...(tables?.ops.values() ?? [])]),
      ...[...this.devices.values()].map(device => device.disk.words()),
    ].join();
    for (const {words} of this.promised) if (!held.includes(`"${words}"`)) this.gone.add(words);
  }

  #ownerOf(name: DeviceName | 'server' | 'late'): string {
    return name === 'server' || name === 'late' ? name : this.device(name).owner;
  }

  #signInOwner(device: SimulatedDevice): void {
    const {account, holder, role} = device.session;
    device.signedIn = {account, authority: AUTHORITY.code, holder, role};
  }

  /** One whole cycle, with everything it waits for. */
  async runCycle(device: SimulatedDevice): Promise<void> {
    const isWhole = !device.cycle;
    device.beginSync();
    await this.points.rest();
    for (let turn = 0; device.cycle && turn < EXCHANGE_LIMIT; turn++) {
      const [point] = [...this.points.waiting(device.owner), ...this.points.waiting('server')];
      if (!point) return;
      await this.points.release(point);
    }
    if (isWhole && !device.cycle && device.lastEnd?.ok) this.#checkAfterCycle(device);
  }

  /** I5: nothing that is not granted. I6: everything up to the cursor, in the version that the server has. */
  #checkAfterCycle({name, session, vault}: SimulatedDevice): void {
    const {epoch, tables} = this.server.backup();
    const {base} = vault;
    const ours = tables.get(AUTHORITY.code);
    if (!ours || base.epoch !== epoch) return;
    const today = calendarDateInWales(this.now);
    const granted = new Set(
      [...ours.grants.values()]
        .filter(({holder, from, until}) => holder === session.holder && from <= today && (until === null || until >= today))
        .map(({scope}) => scope),
    );
    for (const scope of base.scopes.keys()) if (!granted.has(scope)) this.violations.push(`I5: ${name} holds what is not granted`);
    for (const {scope, id, version, present} of ours.index.values()) {
      const held = base.scopes.get(scope);
      if (!held?.done || version > base.cursor) continue;
      if (present ? held.versions.get(id) !== version : held.records.has(id))
        this.violations.push(`I6: ${name} has come to ${base.cursor} and missed ${version}`);
    }
  }

  // ── what people do ────────────────────────────────────────────────────────────────────────────────────────────────

  async #deed({do: deed, device: name, n}: DeedStep): Promise<string | null> {
    const device = this.device(name);
    const person = n % 5 === 0 ? PEOPLE.nia : PEOPLE.cai;
    if (deed === 'open file') return this.#openFile(device, person);
    const words = n % 11 === 0 ? `the same ${deed}` : `words ${++this.#written}`;
    if (deed === 'draft') return this.#keepDraft(device, person, words);
    const command = this.#command(deed, device, person, words, n);
    if (!command) return null;
    for (const text of this.#shownTo(device, command)) this.seen.add(text);
    device.save([command], refusal => {
      if (refusal !== null) return;
      if (hasWords(deed)) this.promised.push({words, by: device.session.holder, kind: command.kind});
    });
    await this.points.rest();
    return `${name}: ${deed}${hasWords(deed) ? ` “${words}”` : ''}`;
  }

  /** The server is stopped and started with the app of tomorrow, which looks at what it did not understand before. */
  async #upgrade(): Promise<string> {
    plant(true);
    this.server.restart();
    await this.points.rest();
    const accounts = Object.values(WHO).map(({holder, role}) => ({id: idNamed('account', holder), holder, role, disabled: false}));
    await replayParked(this.server.store, publisherAt(AUTHORITY.code, this.now), () => Promise.resolve(accounts));
    this.counts.upgrades += 1;
    return 'server: upgraded';
  }

  /** Words that somebody has begun and not sent: one draft a person, which the next one takes the place of. */
  async #keepDraft(device: SimulatedDevice, person: Id, words: string): Promise<string | null> {
    if (device.vault.memory.scope(person, 'shared') === undefined || device.session.role === 'manager') return null;
    const key = `contact:${person}`;
    this.drafts.push({words, kind: `${device.name} ${key}`});
    device.keepDraft(key, {person, words}, () => {
      this.promised.push({words, by: device.session.holder, kind: `${device.name} ${key}`});
    });
    await this.points.rest();
    return `${device.name}: begins to write “${words}”`;
  }

  /** A manager looks into a whole file; online by nature. */
  async #openFile(device: SimulatedDevice, person: Id): Promise<string | null> {
    if (device.session.role !== 'manager') return null;
    device.openFile(person);
    await this.points.rest();
    return `${device.name}: opens a file`;
  }

  /** Words that the author of a change has on the screen in the fields that it changes. */
  #shownTo(device: SimulatedDevice, {record, bases}: NewCommand): string[] {
    const before = device.vault.memory.record(record);
    const shown = Object.keys(bases ?? {}).map(field => [before?.data[field], before?.heads[field]?.map(head => head.value)]);
    return [...JSON.stringify(shown).matchAll(/"(the same [a-z ]+|words \d+)"/gu)].map(([, text]) => text ?? '');
  }

  #command(deed: Exclude<Deed, 'open file' | 'draft'>, device: SimulatedDevice, person: Id, text: string, n: number): NewCommand | null {
    const {memory} = device.vault;
    const {role, holder} = device.session;
    const words = {text, lang: 'cy' as const};
    const today = calendarDateInWales(this.now);
    const record = device.vault.newId();
    const manages = role === 'manager';
    if (memory.scope(person, 'shared') === undefined) return null;
    switch (deed) {
      case 'visit':
        if (role !== 'adviser') return null;
        return {kind: 'contact.record', record, person, body: visitBody(today, holder, words)};
      case 'message':
        if (manages) return null;
        return {
          kind: 'message.send',
          record,
          person,
          body: device.name === 'elin laptop' ? {words} : ({words, urgent: n % 2 === 0} as {words: Words}),
        };
      case 'later note':
        return device.name === 'huw phone' ? {kind: LATER as 'message.send', record, person, body: {words}} : null;
      case 'action':
        if (role === 'young_person') return null;
        return {
          kind: 'plan-action.add',
          record,
          person,
          body: {what: words, owner: 'Cai', ownerStaff: null, dueOn: null, fromContact: null},
        };
      case 'write risk':
      case 'resolve risk': {
        const [risk] = memory.records(person, 'risk-summary');
        if (!risk || role === 'young_person') return null;
        const heads = risk.heads['words'] ?? [];
        if (deed === 'resolve risk' && heads.length < 2) return null;
        const about = {record: risk.id, person, bases: {words: heads.flatMap(head => head.ops)}};
        return deed === 'write risk'
          ? {kind: 'risk-summary.write', ...about, body: {words}}
          : {kind: 'conflict.settle', ...about, body: {field: 'words', value: words}};
      }
      case 'ask review':
        return {kind: 'review.ask', record, person, body: {words}};
      case 'settle review': {
        const open = memory.records(person, 'review-request').filter(({data}) => data.settledOn === null);
        const request = open[n % Math.max(1, open.length)];
        if (!request || role === 'young_person') return null;
        return {kind: 'review.settle-request', record: request.id, person, body: {answer: words}};
      }
      case 'give cover':
        if (!manages) return null;
        return {kind: 'cover.give', record, person, body: {holder: STAFF.huw, from: today, until: addDays(today, 2 + (n % 9))}};
      case 'end cover': {
        if (!manages) return null;
        const open = memory.records(person, 'cover').filter(({data}) => data.endedOn === null);
        const cover = open[n % Math.max(1, open.length)];
        if (!cover) return null;
        return {kind: 'cover.end', record: cover.id, person, body: {on: today}};
      }
      case 'change details': {
        const [self] = memory.records(person, 'young-person');
        if (!self) return null;
        const field = n % 2 === 0 ? 'phone' : 'town';
        return {kind: 'details.change', record: self.id, person, body: {[field]: text}, bases: {[field]: seenOps(self, field)}};
      }
      case 'strike out': {
        if (role === 'young_person') return null;
        const standing = [...memory.records(person, 'contact'), ...memory.records(person, 'plan-action')].filter(each => !struckOut(each));
        const struck = standing[n % Math.max(1, standing.length)];
        return struck ? {kind: 'record.strike-out', record: struck.id, person, body: {reason: words}} : null;
      }
      case 'move alert': {
        const [alert] = memory.records(person, 'alert');
        if (!alert || role === 'young_person') return null;
        const to = alert.scope === memory.scope(person, 'shared') ? 'restricted' : 'shared';
        return {kind: 'alert.move', record: alert.id, person, body: {to}};
      }
      case 'tick action': {
        const own = memory.records(person, 'plan-action');
        const action = own[n % Math.max(1, own.length)];
        if (!action || role !== 'young_person') return null;
        const bases = {status: (action.heads['status'] ?? []).flatMap(head => head.ops)};
        return {kind: 'own-action.tick', record: action.id, person, body: {done: n % 3 > 0}, bases};
      }
      case 'who helps': {
        // One record under an id that every device works out alike: whoever begins it, it is the same.
        const [help] = memory.records(person, 'money-help');
        const bases = {words: help ? seenOps(help, 'words') : []};
        return manages ? null : {kind: 'money-help.write', record: moneyHelpId(person), person, body: {words}, bases};
      }
      case 'money line':
        if (manages) return null;
        return {kind: 'money-line.add', record, person, body: {what: 'other_outgoing', amount: {pence: 100 + n, every: 'week'}, words}};
      case 'ask fund': {
        if (manages) return null;
        const agreed = role === 'young_person' ? null : true;
        return {kind: 'fund-request.ask', record, person, body: {...ASKED, words, agreed}};
      }
      case 'move home': {
        if (role === 'young_person') return null;
        const stays = memory.records(person, 'stay');
        const now = presentStay(stays, today);
        const body = {
          startOn: today,
          endOn: null,
          // Two who move somebody on one day from one home are both right until a person says otherwise.
          ends: now && (now.data.startOn ?? today) < today ? now.id : null,
          known: [],
          facts: {type: n % 2 === 0 ? ('foyer' as const) : ('parents' as const), address: text},
        };
        return {kind: 'stay.enter', record, person, body};
      }
      case 'home news':
        if (manages) return null;
        return {kind: 'home-news.say', record, person, body: {what: 'view', on: null, view: null, words}};
      case 'raise worry':
        if (manages) return null;
        return {kind: 'worry.raise', record, person, body: {about: 'unsafe', words}};
      case 'set team': {
        if (!manages) return null;
        const [team] = memory.records(null, 'team');
        const before = team?.data.members ?? [];
        const member = n % 2 === 0 ? STAFF.elin : STAFF.huw;
        const members = before.includes(member) ? before.filter(each => each !== member) : [...before, member];
        const bases = team
          ? Object.fromEntries(['nameCy', 'nameEn', 'manager', 'members'].map(field => [field, seenOps(team, field)]))
          : {};
        return {
          kind: 'team.set',
          record: team?.id ?? record,
          person: null,
          body: {nameCy: text, nameEn: text, manager: null, members},
          bases,
        };
      }
      case 'reallocate':
        if (!manages) return null;
        return {kind: 'allocation.give', record, person, body: {adviser: n % 2 === 0 ? STAFF.elin : STAFF.huw, from: today}};
    }
  }

  /** Fair weather, everybody themselves again, and as many cycles as it takes. */
  async settle(): Promise<void> {
    for (const name of DEVICES) {
      const device = this.device(name);
      device.weather.length = 0;
      device.skewMs = 0;
      this.#signInOwner(device);
    }
    for (let turn = 0; turn < EXCHANGE_LIMIT; turn++) {
      const [point] = this.points.waiting();
      if (!point) break;
      await this.points.release(point);
    }
    let quiet = 0;
    for (let round = 0; round < 40 && quiet < 2; round++) {
      quiet += 1;
      for (const name of DEVICES) {
        const device = this.device(name);
        const before = await this.server.store.versions();
        await this.runCycle(device);
        const isStill = device.lastEnd?.ok === true && device.vault.unsent === 0;
        const after = await this.server.store.versions();
        if (!isStill || before.get(AUTHORITY.code) !== after.get(AUTHORITY.code)) quiet = 0;
      }
    }
    if (quiet < 2) this.violations.push(`I1: never came to rest: ${DEVICES.map(name => this.#restless(name)).join('; ')}`);
  }

  /** What the server's own log says there was. */
  countOps(): void {
    for (const {body, answer} of this.server.backup().tables.get(AUTHORITY.code)?.ops.values() ?? []) {
      this.counts.ops += 1;
      if (answer.status === 'conflict') this.counts.conflicts += 1;
      if (body.kind === RECOVERED_RECORD) this.counts.recovered += 1;
      if (isOfYesterday(body)) this.counts.olderOps += 1;
      if (body.kind === LATER) this.counts.newerOps += 1;
      if (answer.status !== 'applied') continue;
      if (body.kind === 'cover.end' || body.kind === 'allocation.give') this.counts.revocations += 1;
      if (body.kind === 'cover.give' || body.kind === 'allocation.give') this.counts.grants += 1;
    }
    this.counts.crashes += this.server.deaths;
  }

  #restless(name: DeviceName): string {
    const {vault, lastEnd} = this.device(name);
    return `${name} ${JSON.stringify(lastEnd)} unsent ${vault.unsent}`;
  }
}

const ASKED = {spendType: 'digital', askedPence: null, difference: null, triedElsewhere: null, urgency: 'normal', section: null} as const;

const isDeed = (step: Step): step is DeedStep => (DEEDS as readonly string[]).includes(step.do);
const WORDLESS: readonly Deed[] = ['give cover', 'end cover', 'reallocate', 'open file', 'move alert', 'tick action'];
const hasWords = (deed: Deed) => !WORDLESS.includes(deed);
