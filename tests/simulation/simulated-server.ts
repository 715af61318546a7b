/**
 * The server's own exchanges on the store in memory, behind a wire: bodies go through JSON and the wire's schemas on both
 * sides. The schedule decides when a transaction begins and at which touch of the store the process dies; a transaction
 * that was under way is undone, as the contract of the store promises.
 */
import type * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import {digestsRequestSchema} from '#protocol/digest-messages.ts';
import {ProtocolError, type ErrorBody} from '#protocol/errors.ts';
import {helloRequestSchema, pullRequestSchema, pushRequestSchema} from '#protocol/messages.ts';
import {MemoryStorage, type MemoryBackup} from '#server/db/memory-storage.ts';
import type {Reading, Storage, Writing} from '#server/db/storage.ts';
import type {Exchange, SignedIn} from '#server/sync/exchange.ts';
import {handleDigests} from '#server/sync/handle-digests.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePull} from '#server/sync/handle-pull.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {openFile} from '#server/sync/open-file.ts';
import type {Points} from './points.ts';

/** Small, so that every first load takes several pages. */
const PAGE_ROWS = 8;

export type Asked = 'hello' | 'push' | 'pull' | 'file' | 'digests';
export type Reply = {readonly ok: unknown} | {readonly error: ErrorBody};

/** The process has ended: nobody gets an answer. */
class ServerDied extends Error {}

class Death {
  come: () => void = () => undefined;
  readonly whenItComes = new Promise<never>((_resolve, reject) => {
    this.come = () => reject(new ServerDied());
  });

  constructor() {
    this.whenItComes.catch(() => undefined);
  }
}

export class SimulatedServer {
  readonly store = new MemoryStorage();
  readonly #points: Points;
  readonly #clock: () => number;
  /** What the server itself must never do: an exception that is neither a refusal nor a death. */
  readonly faults: string[] = [];
  #life = 0;
  #death = new Death();
  /** Touches of the store until the process dies; null: it does not. */
  #untilDeath: number | null = null;
  touches = 0;
  deaths = 0;

  constructor(points: Points, clock: () => number) {
    this.#points = points;
    this.#clock = clock;
  }

  dieAfter(touches: number): void {
    this.#untilDeath = touches;
  }

  /** Ends the process and starts it anew: whatever it was doing is gone. */
  restart(): void {
    this.#life += 1;
    this.#untilDeath = null;
    this.#points.abandon('server');
    this.#death.come();
    this.#death = new Death();
  }

  get life(): number {
    return this.#life;
  }

  backup(): MemoryBackup {
    return this.store.backup();
  }

  restore(backup: MemoryBackup): void {
    this.restart();
    this.store.restore(backup);
  }

  exchange(signedIn: SignedIn): Exchange {
    return {storage: this.#mortal(), signedIn, clock: this.#clock};
  }

  /** Undefined: the process died before it could answer. */
  async receive(asked: Asked, wire: string, signedIn: SignedIn | null): Promise<Reply | undefined> {
    const life = this.#life;
    try {
      if (signedIn === null) throw new ProtocolError('unauthenticated');
      const value = await Promise.race([this.#handle(asked, readJson(wire), this.exchange(signedIn)), this.#death.whenItComes]);
      return life === this.#life ? {ok: value} : undefined;
    } catch (error) {
      if (error instanceof ProtocolError) return {error: error.body};
      if (error instanceof ServerDied) return undefined;
      this.faults.push(`${asked}: ${(error as Error).stack ?? String(error)}`);
      return {error: {code: 'internal'}};
    }
  }

  #handle(asked: Asked, body: unknown, exchange: Exchange): Promise<unknown> {
    switch (asked) {
      case 'hello':
        return handleHello(exchange, checked(helloRequestSchema, body));
      case 'push':
        return handlePush(exchange, checked(pushRequestSchema, body));
      case 'pull':
        return handlePull(exchange, checked(pullRequestSchema, body), PAGE_ROWS);
      case 'digests':
        return handleDigests(exchange, checked(digestsRequestSchema, body));
      case 'file':
        return openFile(exchange, body as Id);
    }
  }

  /** The store as a process uses it that can die at any touch. */
  #mortal(): Storage {
    const life = this.#life;
    const touch = () => {
      this.touches += 1;
      if (this.#untilDeath !== null && --this.#untilDeath < 0) {
        this.restart();
        this.deaths += 1;
      }
      if (life !== this.#life) throw new ServerDied();
    };
    const mortal = <Store extends Reading>(store: Store): Store =>
      new Proxy(store, {
        get: (target, name) => {
          const method = Reflect.get(target, name) as unknown;
          if (typeof method !== 'function') return method;
          return (...given: readonly unknown[]) => {
            touch();
            return (method as (...all: readonly unknown[]) => unknown).apply(target, [...given]);
          };
        },
      });
    const {store} = this;
    return {
      transaction: async (authority, work) => {
        await this.#points.reach('server', 'transaction');
        touch();
        const value = await store.transaction(authority, writing => work(mortal<Writing>(writing)));
        // Between the commit and the answer.
        touch();
        return value;
      },
      snapshot: async (authority, work) => {
        await this.#points.reach('server', 'snapshot');
        touch();
        return store.snapshot(authority, reading => work(mortal(reading)));
      },
      versions: () => store.versions(),
      mintEpoch: epoch => store.mintEpoch(epoch),
      addAuthority: authority => store.addAuthority(authority),
      authorities: () => store.authorities(),
      close: () => store.close(),
    };
  }
}

function readJson(wire: string): unknown {
  try {
    return JSON.parse(wire) as unknown;
  } catch {
    throw new ProtocolError('envelope_invalid');
  }
}

function checked<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ProtocolError('envelope_invalid', {fields: parsed.error.issues.map(issue => issue.path.join('.'))});
  return parsed.data;
}
