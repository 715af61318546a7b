/** Digests of records: the order of records and of keys does not matter; everything else does [D1]. */
import {describe, expect, test} from 'vitest';
import {digestOf} from './digest.ts';
import type {DomainRecord} from './record.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const record = (n: number, change: Partial<DomainRecord> = {}): DomainRecord => ({
  id: id(n),
  kind: 'contact',
  scope: id(900),
  person: id(901),
  data: {on: '2026-11-21', note: {text: `Tŷ Ŵyr ${n} — 👩🏽‍🎓`, lang: 'cy'}, seen: true, pence: 1250, left: null},
  heads: {note: [{ops: [id(1000 + n)], value: 'x', author: id(9), device: null, at: '2026-11-21T10:00:00.000Z'}]},
  made: {author: id(9), device: null, at: '2026-11-21T10:00:00.000Z', op: id(1000 + n)},
  ...change,
});
const some = Array.from({length: 20}, (_, n) => record(n));
/** The same things with every key written the other way round. */
const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, item]) => [key, turned(item)]),
        )
      : value;

describe('[D1] a digest', () => {
  test('is what it was: a device and a server of different days work out the same', () => {
    expect(digestOf([])).toEqual({count: 0, sum: '0000000000000000'});
    expect(digestOf([record(1)])).toEqual({count: 1, sum: '97eadd8da0a10601'});
    expect(digestOf(some)).toEqual({count: 20, sum: 'bfaad529bbc70ccc'});
  });

  test('does not depend on the order of records or of keys, nor on a way through JSON', () => {
    const whole = digestOf(some);
    expect(digestOf(some.toReversed())).toEqual(whole);
    expect(digestOf(some.map(each => turned(each) as DomainRecord))).toEqual(whole);
    const withNothing = some.map(each => ({...each, made: {...each.made, original: undefined}}) as unknown as DomainRecord);
    expect(digestOf(withNothing)).toEqual(whole);
    expect(digestOf(JSON.parse(JSON.stringify(withNothing)) as DomainRecord[])).toEqual(whole);
  });

  test('is another one for every change, in whatever place, and for a record more, fewer or another', () => {
    const [first, ...rest] = some;
    const of = (change: object) => digestOf([{...record(0), ...change}, ...rest]).sum;
    const {data, heads, made} = record(0);
    const sums = [
      digestOf(some).sum,
      digestOf(rest).sum,
      digestOf([...some, record(20)]).sum,
      of({kind: 'message'}),
      of({scope: id(902)}),
      of({person: null}),
      of({data: {...data, seen: false}}),
      of({data: {...data, pence: 1251}}),
      of({data: {...data, pence: '1250'}}),
      of({data: {...data, left: ''}}),
      of({data: {...data, more: null}}),
      of({data: {...data, note: {text: 'Tŷ Wyr 0 — 👩🏽‍🎓', lang: 'cy'}}}),
      of({heads: {}}),
      of({heads: {note: [...(heads['note'] ?? []), ...(heads['note'] ?? [])]}}),
      of({made: {...made, device: id(3)}}),
    ];
    expect(first).toEqual(record(0));
    expect(new Set(sums).size).toBe(sums.length);
  });

  test('spreads: of a hundred thousand records that differ in one figure no two have the same sum, and each bit is used', () => {
    const sums = new Set<string>();
    const bits = Array.from({length: 64}, () => 0);
    for (let n = 0; n < 100_000; n++) {
      const {sum} = digestOf([record(1, {data: {n}})]);
      sums.add(sum);
      const whole = BigInt(`0x${sum}`);
      if (n < 2_000) for (let bit = 0; bit < 64; bit++) bits[bit] = (bits[bit] ?? 0) + Number((whole >> BigInt(bit)) & 1n);
    }
    expect(sums.size).toBe(100_000);
    expect(bits.filter(set => set < 850 || set > 1_150)).toEqual([]);
  });
});
