/** Ids that are made anywhere and say nothing; texts that are kept byte for byte or refused at entry. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  financialYearSchema,
  instantSchema,
  isKeepableText,
  lineSchema,
  monthSchema,
  TEXT_LIMIT_BYTES,
  textSchema,
  timeOfDaySchema,
  wordsSchema,
} from './fields.ts';
import {idSchema, isId, namedId, timeOrderedId} from './ids.ts';
import {penceSchema} from './money.ts';

const bytes = (length: number) => fc.uint8Array({minLength: length, maxLength: length});

describe('ids', () => {
  test('every clock and every digest makes one, of its version', () => {
    fc.assert(
      fc.property(fc.integer({min: -1_000, max: 4_102_444_800_000}), bytes(10), bytes(32), (now, random, digest) => {
        const [made, named] = [timeOrderedId(now, random), namedId(digest)];
        expect([isId(made), made[14], isId(named), named[14]]).toEqual([true, '7', true, '8']);
        expect([timeOrderedId(now, random), namedId(digest)]).toEqual([made, named]);
      }),
    );
  });
  test('other random bytes are another id, at the same moment too', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.bigInt({min: 0n, max: 2n ** 48n - 1n}), {minLength: 2, maxLength: 20}), numbers => {
        const made = numbers.map(number =>
          timeOrderedId(
            1_800_000_000_000,
            Uint8Array.from({length: 10}, (_, at) => (at < 4 ? 0 : Number((number >> BigInt((9 - at) * 8)) & 255n))),
          ),
        );
        expect(new Set(made).size).toBe(numbers.length);
      }),
    );
  });
  test.each([
    '',
    'x',
    '00000000-0000-7000-8000-00000000000',
    '00000000-0000-7000-8000-0000000000000',
    '00000000-0000-7000-8000-00000000000G',
    '00000000-0000-7000-8000-00000000000A',
    '00000000-0000-0000-8000-000000000000',
    '00000000-0000-7000-0000-000000000000',
    "00000000-0000-7000-8000-000000000000' or 1=1",
    ' 00000000-0000-7000-8000-000000000000',
  ])('%j is no id', text => {
    expect(isId(text)).toBe(false);
    expect(idSchema.safeParse(text).success).toBe(false);
  });
});

describe('texts', () => {
  test('whatever is accepted comes back byte for byte from UTF-8 and from JSON', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 50}), text => {
        const comesBack = new TextDecoderLike().roundTrip(text) === text && !text.includes('\u0000');
        expect(isKeepableText(text)).toBe(comesBack);
      }),
    );
  }, 30_000);
  test('the limit is 65,536 bytes, not letters; nothing is cut to fit', () => {
    expect(TEXT_LIMIT_BYTES).toBe(65_536);
    for (const [letter, size] of [
      ['a', 1],
      ['ŵ', 2],
      ['…', 3],
      ['🐈', 4],
    ] as const) {
      expect([
        textSchema.safeParse(letter.repeat(TEXT_LIMIT_BYTES / size)).success || size === 3,
        textSchema.safeParse(letter.repeat(Math.floor(TEXT_LIMIT_BYTES / size) + 1)).success,
      ]).toEqual([true, false]);
    }
  });
  test.each(['a\u0000b', '\ud800', '\udfff', 'a\ud83d', '\udc08\ud83d'])('%j cannot be kept', text => {
    expect([
      textSchema.safeParse(text).success,
      lineSchema.safeParse(text).success,
      wordsSchema.safeParse({text, lang: 'cy'}).success,
    ]).toEqual([false, false, false]);
  });
  test('a line has 1,000 letters at most; words have a language', () => {
    expect([lineSchema.safeParse('a'.repeat(1_000)).success, lineSchema.safeParse('a'.repeat(1_001)).success]).toEqual([true, false]);
    expect([
      wordsSchema.safeParse({text: '', lang: 'mixed'}).success,
      wordsSchema.safeParse({text: 'a', lang: 'fr'}).success,
      wordsSchema.safeParse({text: 'a'}).success,
    ]).toEqual([true, false, false]);
  });
});

test.each([
  ['time of day', timeOfDaySchema, ['00:00', '23:59'], ['24:00', '9:05', '12:60', '12:30:00']],
  ['month', monthSchema, ['2026-01', '2026-12'], ['2026-13', '2026-00', '2026-1', 'Jan-26']],
  ['financial year', financialYearSchema, ['2026-27'], ['2026', '2026-2027', '26-27']],
  [
    'instant',
    instantSchema,
    ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.123Z'],
    ['2026-11-21', '2026-11-21T10:00:00', '2026-11-21T10:00:00+01:00', '2026-02-30T10:00:00Z'],
  ],
  ['pence', penceSchema, [0, 1_000_000_000], [-1, 0.5, NaN, Infinity, 1_000_000_001, '5']],
] as const)('%s', (_name, schema, good, bad) => {
  expect((good as readonly unknown[]).filter(value => !schema.safeParse(value).success)).toEqual([]);
  expect((bad as readonly unknown[]).filter(value => schema.safeParse(value).success)).toEqual([]);
});

/** UTF-8 by its definition, without the platform's encoders, which the domain does not have. */
class TextDecoderLike {
  roundTrip(text: string): string {
    try {
      return decodeURIComponent(encodeURIComponent(text));
    } catch {
      return '';
    }
  }
}
