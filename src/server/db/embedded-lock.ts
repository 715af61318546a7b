/**
 * One process at a time on an embedded store: the engine itself would let two in and lose data. The lock file holds
 * the process id and, where the system tells it, when that process started, so that a number used again is not taken
 * for the old one.
 */
import {closeSync, openSync, readFileSync, rmSync, writeSync} from 'node:fs';
import {join} from 'node:path';

export class StoreInUseError extends Error {
  override name = 'StoreInUseError';
  constructor() {
    super('The embedded store is already open in another process; end that one first.');
  }
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as {code?: string}).code === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return started === '' || now === '' || now === started;
}

/** @returns a function that gives the lock back. @throws StoreInUseError while another process holds it. */
export function lockEmbeddedStore(folder: string): () => void {
  const path = join(folder, 'store.lock');
  for (let tried = 0; tried < 3; tried++) {
    try {
      const file = openSync(path, 'wx', 0o600);
      writeSync(file, `${process.pid} ${startOf(process.pid)}`);
      closeSync(file);
      return () => rmSync(path, {force: true});
    } catch (error) {
      if ((error as {code?: string}).code !== 'EEXIST') throw error;
    }
    const [pid, started] = readFileSync(path, 'utf8').split(' ');
    if (pid && isAlive(Number(pid), started ?? '')) throw new StoreInUseError();
    rmSync(path, {force: true});
  }
  throw new StoreInUseError();
}
