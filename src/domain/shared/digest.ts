/**
 * A digest of a set of records, the same on a device and on the server [D1]: how many there are, and one sum over all of
 * them in whatever order. It finds mistakes, not attacks: a fast hash of 64 bits, no secret, nothing that waits.
 */
import {canonical} from './canonical.ts';
import type {DomainRecord} from './record.ts';

export interface Digest {
  readonly count: number;
  /** 64 bits as 16 hexadecimal digits. */
  readonly sum: string;
}

/** Two halves of 32 bits, each fed with every letter and stirred at the end (the scheme of MurmurHash3). */
function hashOf(text: string): readonly [number, number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  const stirred = (half: number, other: number) =>
    Math.imul(half ^ (half >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  one = stirred(one, two);
  two = stirred(two, one);
  return [one, two];
}

const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');

export function digestOf(records: Iterable<DomainRecord>): Digest {
  let [count, one, two] = [0, 0, 0];
  for (const record of records) {
    const [high, low] = hashOf(canonical(record));
    count += 1;
    one ^= high;
    two ^= low;
  }
  return {count, sum: hex(one) + hex(two)};
}
