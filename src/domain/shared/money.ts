/** Money is whole pence. Nothing in the product adds pounds as fractions. */
import * as z from 'zod/mini';

export type Pence = number;

/** Whole pence from 0 up to ten million pounds. */
export const penceSchema = z.int().check(z.minimum(0), z.maximum(1_000_000_000));

const MOST_PENCE = 1_000_000_000;

/**
 * An amount as somebody types it on a screen, in pence: "1250", "£1,250.00", "1 250" with a space that does not break.
 * Null for what could be meant in two ways or cannot be money: "12,50", "1e9", "-5", fractions of pence, too much.
 */
export function penceFromTyped(typed: string): Pence | null {
  const amount = typed
    .replaceAll(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .replace(/^£ ?/u, '');
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,8})(?:\.(\d{2}))?$/u.exec(amount);
  if (!match) return null;
  const pounds = Number((match[1] ?? '').replaceAll(/[ ,]/gu, ''));
  const pence = pounds * 100 + Number(match[2] ?? 0);
  return pence <= MOST_PENCE ? pence : null;
}
