/** Work that is done again and again, never twice at a time; its end waits for what is under way, and a failure is tried again. */
export class Repeated {
  readonly #work: () => Promise<void>;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #running = Promise.resolve();
  #isEnded = false;

  constructor(work: () => Promise<void>, everyMs: number) {
    this.#work = work;
    this.#everyMs = everyMs;
    this.#wait();
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #wait(): void {
    if (this.#isEnded) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#once();
    }, this.#everyMs);
  }

  async #once(): Promise<void> {
    try {
      await this.#work();
    } catch {
      // Whoever gave the work says what went wrong with it.
    }
    this.#wait();
  }
}
