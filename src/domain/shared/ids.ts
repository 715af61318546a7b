/**
 * Identities. Records, ops and drafts carry UUIDs made where they are made (version 7 on devices, version 8 for
 * imported rows, whose id follows from the row's own key so that a second import finds them). Nobody orders by an id
 * or reads a time from it: a clock in 2031 makes ids of 2031.
 */
import * as z from 'zod/mini';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export type Id = string;
export const idSchema = z.string().check(z.regex(UUID));

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Made on a device, by chance: nobody can guess it. An id of another version follows from a name, and can be worked out from it. */
export function isMadeByChance(id: Id): boolean {
  return id.charAt(14) === '7';
}

function format(bytes: Uint8Array, version: number): Id {
  const b = Uint8Array.from(bytes.slice(0, 16));
  b[6] = ((b[6] ?? 0) & 0x0f) | (version << 4);
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(b, byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** UUID version 7 from a clock reading (ms) and 10 or more random bytes: pure, so that tests can repeat it. */
export function timeOrderedId(nowMs: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16);
  let rest = Math.max(0, Math.floor(nowMs));
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.slice(0, 10), 6);
  return format(bytes, 7);
}

/** UUID version 8 from the first 16 bytes of a digest of what the thing is called: the same name, the same id. */
export function namedId(digest: Uint8Array): Id {
  return format(digest, 8);
}

const FNV_PRIME = 0x01000193;

function hashed(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME) >>> 0;
  return hash;
}

/**
 * The id of a part of something, the same on every device: two people who begin the same section of a plan write the
 * same record. No secret and no proof: whoever decides checks that the record found there is the one meant.
 */
export function partId(whole: Id, part: string): Id {
  const name = `${whole}|${part}`;
  const words = [0x811c9dc5, 0x050c5d1f, 0x1b873593, 0x2545f491].map(seed => hashed(name, seed));
  return format(Uint8Array.from(words.flatMap(word => [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff])), 8);
}
