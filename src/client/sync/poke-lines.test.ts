/** Pokes in pieces: whole, cut anywhere, several at once, with and without a time, and such as nobody understands. */
import {expect, test} from 'vitest';
import {pokeLines} from './poke-lines.ts';

const read = (...pieces: string[]) => {
  const lines = pokeLines();
  return pieces.map(piece => lines(piece).map(({version, within}) => [version, within]));
};

test('a poke without a time is acted on at once, one with a time within it', () => {
  expect(read('data: {"version":4}\n\n', 'data: {"version":5,"within":2000}\n\n')).toEqual([[[4, 0]], [[5, 2_000]]]);
});

test('one that is cut anywhere is one, and not before it is whole', () => {
  const text = 'data: {"version":5,"within":2000}\n\n';
  for (let cut = 1; cut < text.length - 1; cut++) expect(read(text.slice(0, cut), text.slice(cut)).flat()).toEqual([[5, 2_000]]);
  expect(read('da', 'ta: {"version":5', ',"within":20', '00}', '\n')).toEqual([[], [], [], [], [[5, 2_000]]]);
});

test('heartbeats and the retry line are none; two in one piece are two', () => {
  expect(read('retry: 7000\n\n', ': here\n\n', 'data: {"version":1}\n\ndata: {"version":2,"within":9}\n\n')).toEqual([
    [],
    [],
    [
      [1, 0],
      [2, 9],
    ],
  ]);
});

test('what is not understood is a poke all the same, and no wait is endless', () => {
  expect(
    read('data: ?\n', 'data: {"version":1,"within":-5}\n', 'data: {"version":1,"within":86400000}\n', 'data: {"version":1,"new":true}\n'),
  ).toEqual([[[null, 0]], [[null, 0]], [[1, 60_000]], [[1, 0]]]);
});
