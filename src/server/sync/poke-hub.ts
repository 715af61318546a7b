/**
 * Tells listening devices that something changed. It watches the authorities' versions, so that it also sees what
 * another process wrote; a lost poke is harmless, devices poll as well. A poke carries a version and, when many listen,
 * within what time they should spread what they ask. Whoever begins to listen is told the version of now: what changed
 * while their line was down does not wait for the next poll.
 */
import type {Poke} from '#protocol/messages.ts';
import type {Storage} from '#server/db/storage.ts';

const LOOK_EVERY_MS = 300;
const MANY = 50;
const WITHIN_MS = 2_000;
type Listener = (poke: Poke) => void;

export class PokeHub {
  readonly #storage: Pick<Storage, 'versions'>;
  /** By authority, with the version that each was last told; null: none yet. */
  readonly #listeners = new Map<string, Map<Listener, number | null>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(storage: Pick<Storage, 'versions'>) {
    this.#storage = storage;
  }

  /** @returns a function that stops listening. */
  listen(authority: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(authority) ?? new Map<Listener, number | null>();
    this.#listeners.set(authority, listeners.set(listener, null));
    this.#timer ??= setTimeout(() => void this.#look(), LOOK_EVERY_MS);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(authority) === listeners) this.#listeners.delete(authority);
    };
  }

  async #look(): Promise<void> {
    // A store that does not answer for a moment is asked again; devices poll meanwhile.
    const versions = await this.#storage.versions().catch(() => new Map<string, number>());
    for (const [authority, listeners] of this.#listeners) {
      const version = versions.get(authority);
      if (version === undefined) continue;
      const poke: Poke = listeners.size < MANY ? {version} : {version, within: WITHIN_MS};
      for (const [listener, told] of listeners) {
        if (told === version) continue;
        listeners.set(listener, version);
        listener(poke);
      }
    }
    this.#timer = this.#listeners.size > 0 ? setTimeout(() => void this.#look(), LOOK_EVERY_MS) : undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }
}
