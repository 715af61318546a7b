/** The same rows in another authority's layout give the same report: encodings, delimiters, line ends, column order. */
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {COLUMNS, type ExtractFile} from './extract-columns.ts';
import {judged, judgedFolder, type Layout, outcomes, smallExtract, written} from './extract-folder.test-support.ts';
import type {ImportReport} from './import-report.ts';
import type {JudgedRow} from './judged-row.ts';

const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/extract');
let rows: JudgedRow[] = [];
let report: ImportReport = {files: {}, items: []};
beforeAll(async () => {
  ({rows, report} = await judgedFolder(FOLDER));
});

function order(length: number, seed: number): number[] {
  let state = seed;
  const keyed = Array.from({length}, (_, at) => ({at, key: (state = (state * 48_271 + 11) % 2_147_483_647)}));
  return keyed.toSorted((a, b) => a.key - b.key).map(({at}) => at);
}

/** The fixture again with columns shuffled and headings written otherwise. */
async function again(layout: Layout, heading: (name: string) => string = name => name): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {'README.md': await readFile(join(FOLDER, 'README.md'))};
  for (const [seed, file] of (Object.keys(COLUMNS) as ExtractFile[]).entries()) {
    const names = COLUMNS[file].map(({name}) => name);
    const shuffled = order(names.length, seed + 7).map(at => names[at] ?? '');
    const records: string[][] = [shuffled.map(heading)];
    for (const row of rows.filter(row => row.file === file)) {
      while (records.length < row.row - 1) records.push([]);
      records.push(shuffled.map(name => row.original[name] ?? ''));
    }
    files[file] = written(records, layout);
  }
  return files;
}

const TITLE = (name: string) =>
  name
    .split('_')
    .map(part => part[0]?.toUpperCase() + part.slice(1))
    .join(' ');
test.each<[string, Layout, ((name: string) => string)?]>([
  ['UTF-16 little-endian, tabs, CRLF', {encoding: 'utf-16le', delimiter: '\t', lineEnd: '\r\n'}],
  ['UTF-16 big-endian, semicolons', {encoding: 'utf-16be', delimiter: ';'}],
  ['UTF-8 with a byte order mark, semicolons, lone CR', {encoding: 'utf-8 bom', delimiter: ';', lineEnd: '\r'}],
  ['UTF-8, bars, headings in words', {encoding: 'utf-8', delimiter: '|'}, TITLE],
  ['UTF-8, commas, headings in capitals', {encoding: 'utf-8'}, name => ` ${name.toUpperCase()} `],
])('%s', async (_name, layout, heading) => {
  expect((await judged(await again(layout, heading))).report).toEqual(report);
});

test('a second run writes the same report', async () => {
  expect(JSON.stringify((await judgedFolder(FOLDER)).report)).toBe(JSON.stringify(report));
});

test('the fixture is complete: its folder holds every file', async () => {
  expect(await readdir(FOLDER)).toEqual(expect.arrayContaining(Object.keys(COLUMNS)));
});

describe('encodings of one file', () => {
  const contacts = (note: string) =>
    `contact_id,legacy_id,contact_date,contact_type,outcome,note\nC1,P1,01/06/2025,Galwad ffôn,Siaradwyd,"${note}"\n`;
  const noteOf = async (bytes: Uint8Array) =>
    (await judged(smallExtract({'contacts.csv': bytes}))).rows.find(row => row.file === 'contacts.csv')?.values['note'];
  const latin = (text: string) => Uint8Array.from(Array.from(text, character => character.charCodeAt(0)));

  test('windows-1252 with typographic signs', async () => {
    const bytes = latin(contacts('£20 \u0096 t\xea'));
    expect(await noteOf(bytes)).toBe('£20 – tê');
  });
  test('ISO-8859-14 keeps ŵ and ŷ', async () => expect(await noteOf(latin(contacts('d\xf0r a t\xfe')))).toBe('dŵr a tŷ'));
  test('an old console and an old Mac', async () => {
    expect(await noteOf(latin(contacts('\x9c20 t\x88').replaceAll('ô', '\x93')))).toBe('£20 tê');
    expect(await noteOf(latin(contacts('£20 t\x90, i\xd5r').replaceAll('ô', '\x99')))).toBe('£20 tê, i’r');
  });
  test('windows-1252 quotation marks and apostrophes are not taken for letters of another page', async () => {
    expect(await noteOf(latin(contacts('\x93Dw i\x92n iawn\x94 \x96 £20').replaceAll('ô', 'o')))).toBe('“Dw i’n iawn” – £20');
  });
  test('UTF-8 with a stray windows-1252 byte', async () => {
    const bytes = Buffer.concat([Buffer.from(contacts('tŷ, dŵr, gŵyl, ').replace('"\n', '')), Uint8Array.of(0xa3), Buffer.from('20"\n')]);
    expect(await noteOf(bytes)).toBe('tŷ, dŵr, gŵyl, £20');
  });
  test('UTF-16 without a byte order mark', async () => expect(await noteOf(Buffer.from(contacts('tŷ'), 'utf16le'))).toBe('tŷ'));
  test('a letter that falls between two chunks of the file', async () => {
    const padding = 'x'.repeat(60_000);
    for (const shift of [0, 1, 2, 3]) {
      const text = `${'y'.repeat(shift)}${padding}ŵ${'ŷ🎸'.repeat(1_000)}`.slice(0, 65_000);
      const files = smallExtract({
        'contacts.csv': `contact_id,legacy_id,contact_date,contact_type,note\n${'C0,P1,01/06/2025,Phone call,a\n'.repeat(1)}C1,P1,01/06/2025,Phone call,${text.slice(0, 62_000 + shift)}\n`,
      });
      const {rows: found} = await judged(files);
      expect(found.find(row => row.key === 'C1')?.values['note']).toBe(text.slice(0, 62_000 + shift));
    }
  });
});

describe('shape of files', () => {
  const head = 'contact_id,legacy_id,contact_date,contact_type,note,written_up_date\n';
  const one = (key: string, note = 'a') => `${key},P1,01/06/2025,Phone call,${note},02/06/2025\n`;

  test('CR, LF and CRLF in one file, and line breaks in quotes untouched', async () => {
    const text = `${head.trim()}\r${one('C1').trim()}\r\n${one('C2', '"a\r\nb\rc\nd ""e"""')}${one('C3').trim()}\r\r\n${one('C4')}`;
    const {rows: found} = await judged(smallExtract({'contacts.csv': text}));
    expect(found.filter(row => row.file === 'contacts.csv').map(({row, key, outcome}) => [row, key, outcome])).toEqual([
      [2, 'C1', 'imported'],
      [3, 'C2', 'imported'],
      [4, 'C3', 'imported'],
      [6, 'C4', 'imported'],
    ]);
    expect(found.find(({key}) => key === 'C2')?.values['note']).toBe('a\r\nb\rc\nd "e"');
  });
  test('empty records and a repeated heading keep their number and are no rows', async () => {
    const text = `${head}${one('C1')}\n,,,,,\n  , ,\n${head}${one('C2')}\n\n\u001a`;
    expect(await outcomes(smallExtract({'contacts.csv': text}), 'contacts.csv')).toEqual(['2 imported', '7 imported']);
  });
  test('a title above the heading and a sep= line: the heading is row 1', async () => {
    expect(
      await outcomes(
        smallExtract({'contacts.csv': `sep=;\nContacts for the year\n${(head + one('C1')).replaceAll(',', ';')}`}),
        'contacts.csv',
      ),
    ).toEqual(['2 imported']);
  });
  test('unknown columns are kept and ask nothing; missing columns are blank', async () => {
    const {rows: found, report: made} = await judged(
      smallExtract({'contacts.csv': 'Contact ID;Team;Legacy ID;Contact Date;Contact Type;Team\nC1;North;p1 ;01/06/2025;Phone call;East\n'}),
    );
    expect(found.at(-1)).toMatchObject({
      outcome: 'imported',
      key: 'C1',
      personKey: 'P1',
      values: {note: null},
      original: {'Contact ID': 'C1', Team: 'North', 'Legacy ID': 'p1 ', 'Team (2)': 'East'},
    });
    expect(made.items).toEqual([]);
  });
  test('quotes that are part of the text', async () => {
    const {rows: found} = await judged(
      smallExtract({
        'contacts.csv': `${head}${one('C1', 'said "no" twice')}${one('C2', '"said "no" twice"')}${one('C3', ' "quoted, with room" ')}`,
      }),
    );
    expect(found.filter(row => row.file === 'contacts.csv').map(({values}) => values['note'])).toEqual([
      'said "no" twice',
      'said "no" twice',
      'quoted, with room',
    ]);
  });
  test('a stray quote before a comma shifts the cells: the row is held, nothing is read into the wrong column', async () => {
    expect(await outcomes(smallExtract({'contacts.csv': `${head}${one('C1', '"said "no", twice"')}${one('C2')}`}), 'contacts.csv')).toEqual(
      ['2 held UNKNOWN_COLUMN', '3 imported'],
    );
  });
  test('a short record is read, a record with filled cells past the heading is held', async () => {
    expect(
      await outcomes(
        smallExtract({'contacts.csv': `${head}C1,P1,01/06/2025,Phone call\n${one('C2').trim()},,\n${one('C3', 'a, b')}`}),
        'contacts.csv',
      ),
    ).toEqual(['2 imported', '3 imported', '4 held UNKNOWN_COLUMN']);
  });
  test.each([
    ['inside a quote', `${one('C1')}C2,P1,01/06/2025,Phone call,"cut o`],
    ['after too few cells', `${one('C1')}C2,P1,01/06/20`],
    ['inside a letter', Buffer.concat([Buffer.from(`${one('C1', 'tŷ')}C2,P1,01/06/2025,Phone call,d`), Uint8Array.of(0xc5)])],
  ])('a record cut off %s at the end of the file is rejected', async (_name, body) => {
    expect(await outcomes(smallExtract({'contacts.csv': Buffer.concat([Buffer.from(head), Buffer.from(body)])}), 'contacts.csv')).toEqual([
      '2 imported',
      '3 rejected ROW_CUT_OFF',
    ]);
  });
  test('a last column cut off inside its quotes is a cut, though no cell is missing', async () => {
    const text = 'contact_id,legacy_id,contact_date,contact_type,note\nC1,P1,01/06/2025,Phone call,"cut o\nff he';
    expect(await outcomes(smallExtract({'contacts.csv': text}), 'contacts.csv')).toEqual(['2 rejected ROW_CUT_OFF']);
  });
  test('a whole last row without a line end is no cut unless the README counts more rows', async () => {
    const files = smallExtract({'contacts.csv': head + one('C1') + one('C2').trim()});
    expect(await outcomes(files, 'contacts.csv')).toEqual(['2 imported', '3 imported']);
    const counted = {...files, 'README.md': '| contacts.csv | 1,002 | Contacts |\n'};
    expect(await outcomes(counted, 'contacts.csv')).toEqual(['2 imported', '3 rejected ROW_CUT_OFF']);
    expect((await judged(counted)).report.files['contacts.csv']).toEqual({
      rows: 2,
      imported: 1,
      held: 0,
      rejected: 1,
      expectedRows: 1002,
      incomplete: true,
    });
  });
  test('a file that the README counts and that never came', async () => {
    const {report: made} = await judged(smallExtract({'README.md': 'alerts.csv: 12 rows\n| contacts.csv | 0 | |\n'}));
    expect(made.files['alerts.csv']).toEqual({rows: 0, imported: 0, held: 0, rejected: 0, expectedRows: 12, incomplete: true});
    expect(made.files['contacts.csv']).toEqual({rows: 0, imported: 0, held: 0, rejected: 0, expectedRows: 0});
  });
  test('an empty file has no rows, a file without a heading is refused by name', async () => {
    expect((await judged(smallExtract({'alerts.csv': ''}))).report.files['alerts.csv']).toEqual({
      rows: 0,
      imported: 0,
      held: 0,
      rejected: 0,
    });
    await expect(judged(smallExtract({'alerts.csv': 'a,b\n1,2\n'}))).rejects.toMatchObject({
      name: 'ExtractError',
      fault: 'no-heading',
      file: 'alerts.csv',
    });
  });
  test('no folder and no people file are typed faults; file names may be in capitals', async () => {
    await expect(judgedFolder('/nowhere/at/all')).rejects.toMatchObject({fault: 'no-folder'});
    await expect(judged({'staff.csv': 'staff_id,surname\nU1,A\n'})).rejects.toMatchObject({fault: 'no-people'});
    expect((await judged({'YOUNG_PEOPLE.CSV': 'legacy_id,dob\nP1,05/05/2007\n'})).report.files['young_people.csv']).toMatchObject({
      imported: 1,
    });
  });
});
