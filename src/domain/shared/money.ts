/** Money is whole pence. Nothing in the product adds pounds as fractions. */
import * as z from 'zod/mini';

export type Pence = number;

/** Whole pence from 0 up to ten million pounds. */
export const penceSchema = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
