/**
 * One browser profile with one person's vault: production's vault and cycle on a simulated disk and network. It can be
 * killed at any moment, opened again from what is on its disk, or taken over by a second tab while the first still runs.
 */
import {settingsInForce} from '#domain/authority/settings.ts';
import {commandNamed} from '#domain/commands.ts';
import {ownCommandNamed} from '#domain/young-persons-commands.ts';
import type {Id} from '#domain/shared/ids.ts';
import {timeOrderedId} from '#domain/shared/ids.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {Transport} from '#client/sync/transport.ts';
import {compareDigests} from '#client/sync/compare-digests.ts';
import {syncCycle, type CycleEnd} from '#client/sync/sync-cycle.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Vault} from '#client/vault/vault.ts';
import {emptyContents} from '#client/vault/vault-state.ts';
import type {SignedIn} from '#server/sync/exchange.ts';
import type {Points} from './points.ts';
import type {Seeded} from './seeded.ts';
import {SimulatedDisk, SimulatedStore} from './simulated-disk.ts';
import {ofTomorrow, ofYesterday} from './versions.ts';
import {simulatedTransport, type Weather} from './simulated-network.ts';
import type {SimulatedServer} from './simulated-server.ts';

export interface DeviceWorld {
  readonly points: Points;
  readonly server: SimulatedServer;
  readonly chance: Seeded;
  /** True time in milliseconds. */
  readonly now: () => number;
}

export class SimulatedDevice {
  readonly name: string;
  readonly session: Session;
  disk: SimulatedDisk;
  readonly weather: Weather[] = [];
  /** Milliseconds by which its clock is ahead. */
  skewMs = 0;
  /** Whose session the browser has now; another person may have signed in. */
  signedIn: SignedIn | null;
  readonly #world: DeviceWorld;
  #life = 0;
  #aside: SimulatedDisk | undefined;
  #store: SimulatedStore;
  vault: Vault;
  cycle: Promise<CycleEnd> | undefined;
  lastEnd: CycleEnd | undefined;
  readonly faults: string[] = [];
  cycles = 0;

  constructor(name: string, session: Session, signedIn: SignedIn, world: DeviceWorld) {
    this.name = name;
    this.session = session;
    this.signedIn = signedIn;
    this.#world = world;
    this.disk = new SimulatedDisk(emptyContents(session, this.newId()));
    [this.#store, this.vault] = this.#open();
  }

  get owner(): string {
    return `${this.name}.${this.#life}`;
  }

  now = (): number => this.#world.now() + this.skewMs;

  newId(): Id {
    return timeOrderedId(this.now(), this.#world.chance.bytes(10));
  }

  #open(): [SimulatedStore, Vault] {
    const store = new SimulatedStore(this.disk, this.#world.points, this.owner);
    const {chance} = this.#world;
    const today = this.session.role === 'young_person' ? ownCommandNamed : commandNamed;
    const known = this.name === 'elin laptop' ? ofYesterday(today) : this.name === 'huw phone' ? ofTomorrow(today) : today;
    return [
      store,
      new Vault(this.disk.contents(), {
        store,
        commandNamed: known,
        settingsOf: settingsInForce,
        now: this.now,
        random: chance.bytes,
        onClosed: () => undefined,
      }),
    ];
  }

  /** Power off and on: only the disk is left. `hasReached`: whether a write under way had reached it. */
  kill(hasReached: boolean): void {
    this.#store.die(hasReached);
    this.#world.points.abandon(this.owner);
    this.#begin();
  }

  /** Left on a bus. Its owner gets another and signs in there. */
  lose(): void {
    this.#replaceDisk(new SimulatedDisk(emptyContents(this.session, this.newId())));
  }

  /** A copy of the profile, kept aside at some moment (phone backup). */
  keepAside(): void {
    this.#aside = this.disk.copy();
  }

  putOldProfileBack(): boolean {
    if (!this.#aside) {
      this.keepAside();
      return false;
    }
    this.#replaceDisk(this.#aside.copy());
    return true;
  }

  /** Somebody copies the profile of one machine to another: the same vault twice. */
  become(other: SimulatedDevice): void {
    this.#replaceDisk(other.disk.copy());
  }

  #replaceDisk(disk: SimulatedDisk): void {
    this.#world.points.abandon(this.owner);
    this.disk = disk;
    this.#begin();
  }

  /** Another tab opens the vault; the first one does not know it yet. */
  takeOver(): void {
    this.#begin();
  }

  #begin(): void {
    this.#life += 1;
    this.cycle = undefined;
    this.lastEnd = undefined;
    [this.#store, this.vault] = this.#open();
  }

  #transport(): Transport {
    const {points, server} = this.#world;
    return simulatedTransport({points, server, owner: this.owner, session: () => this.signedIn, weather: this.weather});
  }

  openFile(person: Id): void {
    const {vault} = this;
    void this.#transport()
      .file(person)
      .then(answered => {
        if (answered.ok) vault.openFile(answered.value);
      });
  }

  /** Starts a cycle, if none is under way. */
  beginSync(): void {
    if (this.cycle) return;
    const {vault, owner} = this;
    const transport = this.#transport();
    const cycle = syncCycle({
      vault,
      transport,
      now: this.now,
      firstPeople: () => [],
      onPage: () => undefined,
      comparing: () => Promise.resolve({compareDigests}),
    });
    this.cycle = cycle;
    this.lastEnd = undefined;
    this.cycles += 1;
    void cycle
      .then(
        end => (this.lastEnd = end),
        (error: Error) => {
          if (error.name === 'FencedError' || error.name === 'QuotaExceededError') return;
          this.faults.push(`${owner}: ${error.stack ?? error.message}`);
        },
      )
      .finally(() => {
        if (this.cycle === cycle) this.cycle = undefined;
      });
  }

  /** `onEnd` is told null once it is saved, or why it was refused; a save that never resolves was never promised. */
  save(commands: readonly NewCommand[], onEnd: (refusal: string | null) => void): void {
    const {vault, owner} = this;
    void vault.save(commands).then(
      saved => onEnd(saved.ok ? null : saved.code),
      (error: Error) => {
        if (error.name !== 'FencedError') this.faults.push(`${owner}: ${error.stack ?? error.message}`);
      },
    );
  }

  keepDraft(key: string, value: unknown, onKept: () => void): void {
    const {vault, owner} = this;
    void vault.saveDraft(key, value).then(onKept, (error: Error) => {
      if (error.name !== 'FencedError' && error.name !== 'QuotaExceededError')
        this.faults.push(`${owner}: ${error.stack ?? error.message}`);
    });
  }
}
