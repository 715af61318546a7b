/** A request's body, checked against its schema before anything looks at it. What does not fit is refused whole. */
import type * as z from 'zod/mini';
import {ProtocolError} from '#protocol/errors.ts';

/** Of lists and objects in each other; the deepest message that a device sends has seven. */
const MOST_LEVELS = 40;

/** @throws ProtocolError envelope_invalid, with the names of the first fields that do not fit. */
export function checkedBody<Schema extends z.ZodMiniType>(schema: Schema, body: unknown): z.infer<Schema> {
  if (isDeeperThan(body, MOST_LEVELS)) throw new ProtocolError('envelope_invalid');
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ProtocolError('envelope_invalid', {fields: parsed.error.issues.slice(0, 5).map(issue => issue.path.join('.'))});
}

/** Level by level, not by recursion: what is deep enough would end that, here and wherever the body is written down. */
function isDeeperThan(body: unknown, most: number): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap(value => (value !== null && typeof value === 'object' ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
