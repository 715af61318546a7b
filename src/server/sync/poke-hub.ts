/**
 * Tells listening devices that something changed. It watches the authorities' versions, so that it also sees what
 * another process wrote; a lost poke is harmless, devices poll as well. A poke carries a version and, when many listen,
 * within what time they should spread what they ask.
 */
import type {Poke} from '#protocol/messages.ts';
import type {Storage} from '#server/db/storage.ts';

const LOOK_EVERY_MS = 300;
const MANY = 50;
const WITHIN_MS = 2_000;
type Listener = (poke: Poke) => void;

export class PokeHub {
  readonly #storage: Pick<Storage, 'versions'>;
  readonly #listeners = new Map<string, Set<Listener>>();
  #seen = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(storage: Pick<Storage, 'versions'>) {
    this.#storage = storage;
  }

  /** @returns a function that stops listening. */
  listen(authority: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(authority) ?? new Set();
    this.#listeners.set(authority, listeners.add(listener));
    this.#timer ??= setTimeout(() => void this.#look(), LOOK_EVERY_MS);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(authority);
    };
  }

  async #look(): Promise<void> {
    // A store that does not answer for a moment is asked again; devices poll meanwhile.
    const versions = await this.#storage.versions().catch(() => this.#seen);
    for (const [authority, version] of versions) {
      if (this.#seen.get(authority) === version || this.#seen.size === 0) continue;
      const listeners = this.#listeners.get(authority) ?? new Set();
      const poke: Poke = listeners.size < MANY ? {version} : {version, within: WITHIN_MS};
      for (const listener of listeners) listener(poke);
    }
    this.#seen = new Map(versions);
    this.#timer = this.#listeners.size > 0 ? setTimeout(() => void this.#look(), LOOK_EVERY_MS) : undefined;
    if (!this.#timer) this.#seen = new Map();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }
}
