/**
 * How many exchanges of sync are worked on at once. After an outage every device comes back together: some are let in,
 * some wait in a short line, and the rest are told to come back later, before any work is done for them [A1].
 */
import {ProtocolError} from '#protocol/errors.ts';

/** In the order in which lines are emptied: what people wrote comes in before anything goes out, and checks come last. */
const TURNS = ['push', 'hello', 'pull', 'digests'] as const;
export type Turn = (typeof TURNS)[number];

export interface AdmissionLimits {
  readonly atOnce: number;
  /** Places in each line. */
  readonly waiting: number;
}
export const ADMISSION: AdmissionLimits = {atOnce: 32, waiting: 200};

const SOONEST_SECONDS = 5;
const LATEST_SECONDS = 60;

/** Comes back at another moment than the others who were told so. */
export function busy(random: () => number = Math.random): ProtocolError {
  return new ProtocolError('busy', {retryAfterSeconds: SOONEST_SECONDS + Math.floor(random() * (LATEST_SECONDS - SOONEST_SECONDS + 1))});
}

export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #random: () => number;
  readonly #lines: Readonly<Record<Turn, (() => void)[]>> = {push: [], hello: [], pull: [], digests: []};
  #running = 0;

  constructor(limits: AdmissionLimits, random: () => number = Math.random) {
    this.#limits = limits;
    this.#random = random;
  }

  /** @throws ProtocolError busy, before the work is begun. */
  async run<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value> {
    await this.#enter(turn);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(turn: Turn): Promise<void> {
    if (this.#running < this.#limits.atOnce) {
      this.#running += 1;
      return;
    }
    const line = this.#lines[turn];
    if (line.length >= this.#limits.waiting) throw busy(this.#random);
    await new Promise<void>(resolve => line.push(resolve));
  }

  /** The place goes to the next in line, without being free in between. */
  #leave(): void {
    const next = TURNS.map(turn => this.#lines[turn])
      .find(line => line.length > 0)
      ?.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
