/** [E4] The mark is on the disk before an answer leaves; many answers wait for one write; a failed write loses nothing. */
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {HighWaterMark, markAt, MarkError} from './high-water-mark.ts';

const EPOCH = '00000000-0000-4000-8000-000000000001';
const NEXT = '00000000-0000-4000-8000-000000000002';
const HERE = 'W06000011';
const THERE = 'W06000022';
const at = (version: number, authority = HERE) => new Map([[authority, version]]);
const settled = () => new Promise(resolve => setTimeout(resolve, 0));

/** A disk that writes when the test says so. */
class SlowDisk {
  readonly texts: string[] = [];
  readonly #ends: ((error?: Error) => void)[] = [];

  write = (text: string): Promise<void> => {
    this.texts.push(text);
    return new Promise((resolve, reject) => this.#ends.push(error => (error ? reject(error) : resolve())));
  };

  async finish(error?: Error): Promise<void> {
    this.#ends.shift()?.(error);
    await settled();
  }

  get last(): unknown {
    return JSON.parse(this.texts.at(-1) ?? 'null');
  }
}

describe('writes', () => {
  let disk: SlowDisk;
  let mark: HighWaterMark;
  let left: number[];
  const answer = async (version: number, authority = HERE) => {
    await mark.raise(EPOCH, at(version, authority));
    left.push(version);
  };
  beforeEach(() => {
    disk = new SlowDisk();
    mark = new HighWaterMark(undefined, disk.write);
    left = [];
  });

  test('no answer leaves before its version is written', async () => {
    const waiting = answer(1);
    await settled();
    expect([left, disk.last]).toEqual([[], {versions: {[HERE]: 1}, epoch: EPOCH}]);
    await disk.finish();
    await waiting;
    expect(left).toEqual([1]);
  });

  test('a hundred that come during a write wait for one more, which holds the highest of all', async () => {
    const first = answer(1);
    await settled();
    const rest = Array.from({length: 100}, (_, n) => answer(2 + ((n * 37) % 100), n % 2 ? HERE : THERE));
    await settled();
    await disk.finish();
    expect([left, disk.texts.length]).toEqual([[1], 2]);
    await disk.finish();
    await Promise.all([first, ...rest]);
    expect([left.length, disk.texts.length]).toEqual([101, 2]);
    expect(disk.last).toEqual({versions: {[HERE]: 101, [THERE]: 100}, epoch: EPOCH});
  });

  test('what is written already is not written again, and the mark does not go down', async () => {
    const first = answer(9);
    await settled();
    await disk.finish();
    await first;
    await answer(9);
    await answer(4);
    await mark.raise(EPOCH, new Map());
    expect(disk.texts.length).toBe(1);
    void answer(1, THERE);
    await settled();
    expect(disk.last).toEqual({versions: {[HERE]: 9, [THERE]: 1}, epoch: EPOCH});
  });

  test('a write that fails refuses those who waited for it; the next one carries their versions', async () => {
    const refused = Promise.allSettled([answer(5), answer(6)]);
    await settled();
    await disk.finish(Object.assign(new Error('full'), {code: 'ENOSPC'}));
    expect(
      (await refused).map(result => result.status === 'rejected' && [(result.reason as MarkError).name, (result.reason as MarkError).code]),
    ).toEqual([
      ['MarkError', 'ENOSPC'],
      ['MarkError', 'ENOSPC'],
    ]);
    const again = answer(5);
    await settled();
    expect([left, disk.last]).toEqual([[], {versions: {[HERE]: 6}, epoch: EPOCH}]);
    await disk.finish();
    await again;
    expect(left).toEqual([5]);
  });

  test('another epoch is written down with the first answer that names it; a new life takes the mark down', async () => {
    mark = new HighWaterMark({epoch: EPOCH, versions: {[HERE]: 40}}, disk.write);
    const renewed = mark.raise(NEXT, at(12));
    await settled();
    expect(disk.last).toEqual({versions: {[HERE]: 40}, epoch: NEXT});
    await disk.finish();
    await renewed;
    const begun = mark.begin(NEXT, at(12));
    await settled();
    expect(disk.last).toEqual({versions: {[HERE]: 12}, epoch: NEXT});
    await disk.finish();
    await begun;
  });
});

describe('the file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'llwybr-mark-'));
    path = join(folder, 'beside', 'data.mark');
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  test('holds versions and the epoch, is read back, and leaves nothing else lying about', async () => {
    mkdirSync(join(folder, 'beside'));
    expect(markAt(path).found).toBeUndefined();
    const mark = markAt(path);
    await Promise.all([mark.raise(EPOCH, at(3)), mark.raise(EPOCH, at(2, THERE))]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({versions: {[HERE]: 3, [THERE]: 2}, epoch: EPOCH});
    expect(markAt(path).found).toEqual({versions: {[HERE]: 3, [THERE]: 2}, epoch: EPOCH});
    expect(readdirSync(join(folder, 'beside'))).toEqual(['data.mark']);
  });

  test('that cannot be written says so, and is written once it can be', async () => {
    const mark = markAt(path);
    await expect(mark.raise(EPOCH, at(3))).rejects.toThrow(MarkError);
    mkdirSync(join(folder, 'beside'));
    await mark.raise(EPOCH, at(1));
    expect(markAt(path).found).toEqual({versions: {[HERE]: 3}, epoch: EPOCH});
  });

  test.each(['', '{"versions":{"W06000011":4', '{"versions":{"W06000011":"4"},"epoch":"x"}'])('%j is no mark, and no missing one', text => {
    mkdirSync(join(folder, 'beside'));
    writeFileSync(path, text);
    expect(markAt(path).found).toBe('unreadable');
  });

  test('that this user may not read stops the start', () => {
    mkdirSync(path, {recursive: true});
    expect(() => markAt(path)).toThrow(MarkError);
  });
});
