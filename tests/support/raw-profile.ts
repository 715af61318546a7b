/**
 * Reads a browser profile as somebody does who has the disk: every file as it lies, LevelDB tables with their blocks
 * unpacked, LevelDB logs with their fragments joined, and anything gzip finds. Looks for words in UTF-8, UTF-16LE and
 * Latin-1.
 */
import {readdirSync, readFileSync, readlinkSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {uncompress} from 'snappyjs';

export interface Found {
  readonly file: string;
  /** raw: as it lies on disk; block: inside an unpacked LevelDB block; log: in joined log fragments; gzip. */
  readonly where: 'raw' | 'block' | 'log' | 'gzip';
  readonly word: string;
}

const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
  });
}

function varint(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  let shift = 1;
  let next = at;
  for (;;) {
    const byte = bytes[next++] ?? 0;
    value += (byte & 127) * shift;
    if (byte < 128) return [value, next];
    shift *= 128;
  }
}

function block(file: Buffer, offset: number, size: number): Buffer {
  const body = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? Buffer.from(uncompress(body)) : body;
}

/** The data blocks of a LevelDB table, unpacked. */
export function tableBlocks(file: Buffer): readonly Buffer[] {
  if (file.length < 48 || !file.subarray(-8).equals(TABLE_MAGIC)) return [];
  let [, at] = varint(file, file.length - 48);
  [, at] = varint(file, at);
  const [indexOffset, afterOffset] = varint(file, at);
  const [indexSize] = varint(file, afterOffset);
  const index = block(file, indexOffset, indexSize);
  const restarts = index.readUInt32LE(index.length - 4);
  const end = index.length - 4 - restarts * 4;
  const blocks: Buffer[] = [];
  for (let entry = 0; entry < end;) {
    let unshared: number;
    let length: number;
    [, entry] = varint(index, entry);
    [unshared, entry] = varint(index, entry);
    [length, entry] = varint(index, entry);
    entry += unshared;
    const [offset, next] = varint(index, entry);
    const [size] = varint(index, next);
    blocks.push(block(file, offset, size));
    entry += length;
  }
  return blocks;
}

/** The records of a LevelDB log with their 32 KB fragments joined. */
function logRecords(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 7 <= file.length;) {
    const left = 32_768 - (at % 32_768);
    if (left < 7) {
      at += left;
      continue;
    }
    const length = file.readUInt16LE(at + 4);
    parts.push(file.subarray(at + 7, at + 7 + length));
    at += 7 + length;
  }
  return Buffer.concat(parts);
}

function gzipParts(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = file.indexOf(Buffer.from([0x1f, 0x8b, 8])); at >= 0; at = file.indexOf(Buffer.from([0x1f, 0x8b, 8]), at + 1)) {
    try {
      parts.push(gunzipSync(file.subarray(at), {finishFlush: 2}));
    } catch {
      // Not a stream after all.
    }
  }
  return parts;
}

function writingsOf(word: string): readonly Buffer[] {
  return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(word, 'latin1')];
}

export function searchProfile(profile: string, words: readonly string[]): readonly Found[] {
  const wanted = words.map(word => ({word, writings: writingsOf(word)}));
  const found: Found[] = [];
  const look = (file: string, where: Found['where'], bytes: Buffer) => {
    for (const {word, writings} of wanted)
      if (writings.some(writing => bytes.includes(writing))) found.push({file: file.slice(profile.length + 1), where, word});
  };
  for (const path of filesUnder(profile)) {
    if (statSync(path).size === 0) continue;
    const bytes = readFileSync(path);
    look(path, 'raw', bytes);
    for (const unpacked of tableBlocks(bytes)) look(path, 'block', unpacked);
    if (path.endsWith('.log')) look(path, 'log', logRecords(bytes));
    for (const unpacked of gzipParts(bytes)) look(path, 'gzip', unpacked);
  }
  return found;
}

/** Ends every process of the browser that uses this profile, as a battery does. */
export function killBrowserOf(profile: string): number {
  const pids = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        readlinkSync(`/proc/${pid}/exe`);
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile);
      } catch {
        return false;
      }
    });
  for (const pid of pids) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  return pids.length;
}
