/** An amount in a field of a form: whole pence as somebody would type them, and what was typed as pence. */
import {penceFromTyped, type Pence} from '#domain/shared/money.ts';

export const typedPence = (pence: Pence): string =>
  `${Math.trunc(pence / 100)}${pence % 100 === 0 ? '' : `.${String(pence % 100).padStart(2, '0')}`}`;

/** Null for what is no amount, and for nothing at all: nobody enters nothing. */
export const penceOf = (typed: string): Pence | null => penceFromTyped(typed) || null;
