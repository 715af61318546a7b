/** Codes of a return: every code of every list has exactly one, whatever the authority has set (domain.md 4.1, 4.2, 4.3). */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ACCOMMODATION_TYPES, HOME_GROUPS} from '../accommodation/codes.ts';
import {returnCodeSchema, SETTINGS, type ReturnCode} from '../authority/settings.ts';
import {DEFAULT_RETURN_CODES, theirCodes} from './return-codes.ts';
import {isWholeTable, LIST_NAMES, RETURN_LISTS, type OurCode, type ReturnList} from './return-lists.ts';

const every: readonly (readonly [ReturnList, OurCode])[] = LIST_NAMES.flatMap(list =>
  RETURN_LISTS[list].map(ours => [list, ours] as const),
);

describe('the table of the product', () => {
  test('has exactly one code for each of ours, of a shape that a return takes', () => {
    expect(isWholeTable(DEFAULT_RETURN_CODES)).toBe(true);
    expect(DEFAULT_RETURN_CODES).toHaveLength(every.length);
    for (const row of DEFAULT_RETURN_CODES) expect(returnCodeSchema.safeParse(row).success).toBe(true);
  });
  test('is that of domain.md: S2 and X2 have no other, in touch is in words, and what theirs does not know is mapped', () => {
    const theirs = theirCodes([]);
    const home = (ours: OurCode<'home'>) => theirs('home', ours);
    expect([home('no_fixed_abode'), home('custody')].map(({theirs: code, suffix}) => [code, suffix])).toEqual([
      ['S2', undefined],
      ['X2', undefined],
    ]);
    expect(home('former_foster_wir')).toMatchObject({theirs: 'Z', suffix: true});
    expect(RETURN_LISTS.inTouch.map(ours => theirs('inTouch', ours).theirs)).toEqual(['YES', 'NO', 'REFU', 'NREQ', 'RHOM', 'DIED']);
    expect(
      (['F1', 'G6', 'asylum_no_work', 'volunteering', 'custody_education', 'not_known'] as const).map(
        ours => theirs('activity', ours).theirs,
      ),
    ).toEqual(['F1', 'G6', 'G5', 'G5', 'F2', '0']);
  });
  test('every home that a worker can choose has a code', () => {
    for (const type of ACCOMMODATION_TYPES) expect(theirCodes([])('home', HOME_GROUPS[type]).theirs).toMatch(/^[A-Z0-9]{1,4}$/u);
  });
});

describe('a table of the authority', () => {
  const changed = (one: Partial<ReturnCode>): readonly ReturnCode[] =>
    DEFAULT_RETURN_CODES.map(row => (row.ours === 'foyer' ? {...row, ...one} : row));

  test('holds each of ours once: one that is missing, twice there, or unknown is refused; none is the product’s', () => {
    expect(isWholeTable([])).toBe(true);
    expect(isWholeTable(changed({theirs: 'Q9'}))).toBe(true);
    expect(isWholeTable(DEFAULT_RETURN_CODES.slice(1))).toBe(false);
    expect(isWholeTable([...DEFAULT_RETURN_CODES, ...DEFAULT_RETURN_CODES.slice(0, 1)])).toBe(false);
    expect(isWholeTable([...DEFAULT_RETURN_CODES.slice(1), ...DEFAULT_RETURN_CODES.slice(1, 2)])).toBe(false);
    expect(isWholeTable(changed({ours: 'castle'}))).toBe(false);
  });
  test('only a home is followed by whether it is suitable', () => {
    expect(isWholeTable(DEFAULT_RETURN_CODES.map(row => (row.ours === 'F1' ? {...row, suffix: true} : row)))).toBe(false);
  });
  test.each(['', 'ABCDE', 'f1', 'F 1', 'É', '=F1'])('theirs is one to four capitals or digits: not %j', theirs => {
    expect(SETTINGS.returnCodes.schema.safeParse(changed({theirs})).success).toBe(false);
  });
  test('property: whatever table is set, every code of every list maps, its own where it is in the table', () => {
    const code = fc.stringMatching(/^[A-Z0-9]{1,4}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...every), code), {maxLength: 60}), rows => {
        const table = rows.map(([[list, ours], theirs]) => ({list, ours, theirs}));
        const theirs = theirCodes(table);
        for (const [list, ours] of every) {
          const own = table.findLast(row => row.list === list && row.ours === ours);
          const standing = own ?? DEFAULT_RETURN_CODES.find(row => row.list === list && row.ours === ours);
          expect(theirs(list, ours as 'other')).toEqual(standing);
        }
      }),
    );
  });
});
