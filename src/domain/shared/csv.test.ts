/** Exports: every cell comes back as it was, and none is a formula. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {csvOf} from './csv.ts';

/** Quoted cells of one line, as a spreadsheet reads them. */
function readLine(text: string): readonly string[] {
  const body = text.slice(1, -2);
  return [...body.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)].map(([, cell = '']) => cell.replaceAll('""', '"'));
}

test.each(['=1+1', '+44 1792', '-5', '@SUM(A1)', '\t=1', '  =cmd', '＝1', '\r=1', '|calc', '%0A'])('%j is no formula', cell => {
  const [read = ''] = readLine(csvOf([[cell]]));
  expect(read).toBe(`'${cell}`);
});

test.each(['Siop Ffug', "O'Neill", 'a "dyfyniad"', 'llinell\nnewydd', 'ŵ, ŷ', ''])('%j stays as it is', cell => {
  expect(readLine(csvOf([[cell]]))).toEqual([cell]);
});

test('numbers and gaps are not quoted; a line ends as RFC 4180 says', () => {
  expect(
    csvOf([
      ['Swm', 'Dyddiad'],
      [12.5, null],
    ]),
  ).toBe('\ufeff"Swm","Dyddiad"\r\n12.5,\r\n');
});

test('whatever somebody typed, no cell begins as a formula and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      const [read = ''] = readLine(csvOf([[text]]));
      expect(/^[=+\-@\t\r]/u.test(read)).toBe(false);
      expect(read === text || read === `'${text}`).toBe(true);
    }),
  );
});
