/** Chance that can be repeated: the same seed gives the same run. */

export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1 (mulberry32). */
  next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** From 0 to `below` - 1. */
  whole = (below: number): number => Math.floor(this.next() * below);

  pick = <Value>(values: readonly Value[]): Value => {
    const value = values[this.whole(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };

  /** By weights, in the order of the entries. */
  weighted = <Value>(entries: readonly (readonly [Value, number])[]): Value => {
    let at = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of entries) {
      at -= weight;
      if (at < 0) return value;
    }
    throw new Error('nothing to pick from');
  };

  bytes = (length: number): Uint8Array => Uint8Array.from({length}, () => this.whole(256));
}
