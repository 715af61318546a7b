/**
 * How long a device waits before it asks again. Pure, with the dice given: devices that failed together must not come
 * back together, and a wait that the server names is never made shorter.
 */
import type {CycleEnd} from './sync-cycle.ts';

const POLL_MS = 60_000;
const FIRST_WAIT_MS = 1_000;
const SHORTEST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 300_000;
/** Added from the second failure in a row on: one is an accident, two are an outage that others are in as well. */
const OUTAGE_SPREAD_MS = 30_000;
const STREAM_AGAIN_MS = 2_000;
const STREAM_LONGEST_MS = 60_000;
/** A line of pokes that held for so long was a good one, and is opened again soon. */
export const LINE_HELD_MS = STREAM_AGAIN_MS;

/** Not failures of the network or the server: the exchange has put itself right, and goes on at once. */
const PUT_RIGHT: ReadonlySet<string> = new Set(['epoch_changed', 'sequence_gap', 'op_reused']);
const PUT_RIGHT_AT_ONCE = 3;

type Random = () => number;

/** Until the next cycle, after one that ended so as the last of this many failures in a row. */
export function waitAfter(end: CycleEnd, failures: number, random: Random = Math.random): number {
  if (end.ok) return POLL_MS * (0.7 + random() * 0.6);
  if (PUT_RIGHT.has(end.code) && failures <= PUT_RIGHT_AT_ONCE) return SHORTEST_WAIT_MS;
  const spread = failures < 2 ? 0 : random() * OUTAGE_SPREAD_MS;
  if (end.retryAfterSeconds) return end.retryAfterSeconds * 1_000 + spread;
  return random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures) + SHORTEST_WAIT_MS + spread;
}

/** Until the line of pokes is opened again; one that never opens is asked for ever more seldom. */
export function listenAgainAfter(failures: number, random: Random = Math.random): number {
  return Math.min(STREAM_LONGEST_MS, STREAM_AGAIN_MS * 2 ** failures) * (0.5 + random());
}
