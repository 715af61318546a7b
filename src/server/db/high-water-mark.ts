/**
 * The mark beside the store, in a file outside it: no answer that names a version leaves before the mark has come as far,
 * so a store put back to an older state is always below it [E4]. It only rises, save when a new epoch begins. Answers
 * that come together wait for one write; a write that fails leaves the mark as it was and its answers unsent.
 */
import {readFileSync} from 'node:fs';
import {open, rename} from 'node:fs/promises';
import {dirname} from 'node:path';
import * as z from 'zod/mini';
import {idSchema, type Id} from '#domain/shared/ids.ts';
import type {Mark} from './lost-time.ts';

const markSchema = z.object({versions: z.record(z.string(), z.int()), epoch: idSchema});

export class MarkError extends Error {
  override name = 'MarkError';
  readonly code: string | undefined;
  constructor(cause: unknown) {
    super('The mark beside the store cannot be written or read; see MARK_FILE in README.md.');
    this.code = (cause as {code?: string} | null)?.code;
  }
}

type WriteMark = (text: string) => Promise<void>;

export class HighWaterMark {
  /** As it was found at the start. */
  readonly found: Mark | 'unreadable' | undefined;
  readonly #write: WriteMark;
  #epoch: Id | undefined;
  #versions = new Map<string, number>();
  #written: Mark | undefined;
  #writing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(found: Mark | 'unreadable' | undefined, write: WriteMark) {
    this.found = found;
    this.#write = write;
    if (found === undefined || found === 'unreadable') return;
    this.#epoch = found.epoch;
    this.#versions = new Map(Object.entries(found.versions));
    this.#written = found;
  }

  /** Comes back when the mark on the disk is at least so far. @throws MarkError */
  async raise(epoch: Id, versions: ReadonlyMap<string, number>): Promise<void> {
    this.#epoch = epoch;
    for (const [authority, version] of versions) this.#versions.set(authority, Math.max(version, this.#versions.get(authority) ?? 0));
    const written = this.#written;
    const isFarEnough =
      written?.epoch === epoch && [...versions].every(([authority, version]) => (written.versions[authority] ?? -1) >= version);
    if (!isFarEnough) await this.#flush();
  }

  /** A new life of the store: the mark comes down to it. @throws MarkError */
  async begin(epoch: Id, versions: ReadonlyMap<string, number>): Promise<void> {
    this.#epoch = epoch;
    this.#versions = new Map(versions);
    await this.#flush();
  }

  /** One write that begins from now: what is under way may have begun too early. */
  #flush(): Promise<void> {
    this.#next ??= this.#writing.then(() => {
      this.#next = undefined;
      const write = this.#writeNow();
      this.#writing = write.catch(() => undefined);
      return write;
    });
    return this.#next;
  }

  async #writeNow(): Promise<void> {
    if (this.#epoch === undefined) return;
    const mark: Mark = {versions: Object.fromEntries(this.#versions), epoch: this.#epoch};
    try {
      await this.#write(`${JSON.stringify(mark)}\n`);
    } catch (error) {
      throw new MarkError(error);
    }
    this.#written = mark;
  }
}

/** @throws MarkError when there is one that this user may not read. */
export function markAt(path: string): HighWaterMark {
  return new HighWaterMark(readMark(path), text => writeDurably(path, text));
}

/** For a store in memory, which is never another one. */
export const markOfNothing = () => new HighWaterMark(undefined, () => Promise.resolve());

function readMark(path: string): Mark | 'unreadable' | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as {code?: string}).code === 'ENOENT') return undefined;
    throw new MarkError(error);
  }
  try {
    return markSchema.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

/** The old file or the new one, whenever the power goes. */
async function writeDurably(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
