/** Amounts as people type them: exact to the penny, or refused; nothing is guessed. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {penceFromTyped} from './money.ts';

test.each([
  ['1250', 125_000],
  ['£1,250.00', 125_000],
  ['£ 1\u00a0250.50', 125_050],
  ['0', 0],
  ['0.01', 1],
  [' 12.50 ', 1_250],
  ['10,000,000', 1_000_000_000],
  ['10,000,000.01', null],
  ['12,50', null],
  ['1,2500', null],
  ['1e9', null],
  ['-5', null],
  ['NaN', null],
  ['', null],
  ['£', null],
  ['1234567890', null],
  ['1.005', null],
  ['1.5', null],
  ['.50', null],
  ['five', null],
  ['１２', null],
])('%j is %j', (typed, pence) => {
  expect(penceFromTyped(typed)).toBe(pence);
});

test('every whole number of pence is read back as itself', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 1_000_000_000}), pence => {
      const pounds = Math.floor(pence / 100);
      const rest = String(pence % 100).padStart(2, '0');
      const grouped = String(pounds).replace(/\B(?=(\d{3})+$)/gu, ',');
      expect([penceFromTyped(`${pounds}.${rest}`), penceFromTyped(`£${grouped}.${rest}`)]).toEqual([pence, pence]);
    }),
  );
});
