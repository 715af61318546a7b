/** A signature as an SVG path, as drawn with a finger on the device: all that answering a plan needs of the parts of a plan. */
import * as z from 'zod/mini';

export const SIGNATURE_LIMIT = 20_000;
export const signatureSchema = z.string().check(z.maxLength(SIGNATURE_LIMIT), z.regex(/^[MLml0-9 .,-]+$/));
