/**
 * [P6] One op's work, in a savepoint of its own. What goes wrong because of the op itself (a fault of the domain that its
 * words found, a value that the database does not take) is undone, and is an outcome. What passes by itself (a lock, no room,
 * a connection that ended) goes on being thrown: the exchange fails as a whole, and the device asks again.
 */
import type {Writing} from '#server/db/storage.ts';

/** Data exceptions and broken constraints: the same op would meet them for ever. */
const OF_THE_DATA = /^2[23].{3}$/;

class OpFault extends Error {
  override name = 'OpFault';
}

/** The domain asks nothing of the outside world: whatever it throws comes of the op. */
export function ofTheOp<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    throw new OpFault('the domain could not decide', {cause});
  }
}

/** Undefined: a fault, and nothing of the work is left. */
export async function alone<Value extends object>(store: Writing, work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await store.savepoint(work);
  } catch (error) {
    if (error instanceof OpFault || OF_THE_DATA.test((error as {code?: string} | null)?.code ?? '')) return undefined;
    throw error;
  }
}
