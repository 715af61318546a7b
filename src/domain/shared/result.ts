/** Outcomes a user can cause are values, never exceptions; bugs throw. One shape for the whole product. */
export type Result<Value, Refusal> = {readonly ok: true; readonly value: Value} | {readonly ok: false; readonly refusal: Refusal};

export function ok<Value>(value: Value): {readonly ok: true; readonly value: Value} {
  return {ok: true, value};
}

export function refuse<Refusal>(refusal: Refusal): {readonly ok: false; readonly refusal: Refusal} {
  return {ok: false, refusal};
}

/** A bug, not an outcome: something the code itself promised is not so. The message never holds personal data. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/** @throws InvariantError when `value` is missing: use only where its absence would be a bug. */
export function must<Value>(value: Value | null | undefined, promise: string): Value {
  if (value === null || value === undefined) throw new InvariantError(promise);
  return value;
}

export function unreachable(_value: never, promise: string): never {
  throw new InvariantError(promise);
}
