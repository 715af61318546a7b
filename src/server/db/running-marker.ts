/**
 * Whether the embedded store was closed by the process that last had it open. Its engine does not force writes to disk,
 * so after any other end it may have forgotten what devices were told. The caller holds the folder's lock.
 */
import {existsSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

export interface RunningMarker {
  readonly wasUnclean: boolean;
  /** The store is closed, and all is written. */
  readonly end: () => void;
}

export function markRunning(folder: string): RunningMarker {
  const path = join(folder, 'store.running');
  const wasUnclean = existsSync(path);
  writeFileSync(path, 'running\n', {mode: 0o600, flush: true});
  return {wasUnclean, end: () => rmSync(path, {force: true})};
}
