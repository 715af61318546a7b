/**
 * Before a vault locks, each form gives its last words. They have three seconds to reach the disk [F2]: a file does not stay on
 * the screen because a disk hangs.
 */
const WITHIN_MS = 3_000;

export class LastWords {
  readonly #forms = new Set<() => Promise<void>>();

  /** @returns a function that stops it. */
  ask = (flush: () => Promise<void>): (() => void) => {
    this.#forms.add(flush);
    return () => void this.#forms.delete(flush);
  };

  /** Settles when they are kept, or when it has taken too long. `turn`: what the vault is still writing. */
  async given(turn: () => Promise<unknown>): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const kept = Promise.allSettled([...this.#forms].map(flush => flush())).then(turn);
    await Promise.race([kept, new Promise(resolve => (timer = setTimeout(resolve, WITHIN_MS)))]);
    clearTimeout(timer);
  }
}
