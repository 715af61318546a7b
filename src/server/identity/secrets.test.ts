/** Passwords and tokens: nothing guessable, nothing kept that could be read back, and no shorter answer for nobody. */
import {describe, expect, test} from 'vitest';
import {hashPassword, hashToken, isPassword, isStrongEnough, newToken, spokenPassword} from './secrets.ts';
import {Identity} from './identity.ts';

describe('spoken passwords', () => {
  const made = Array.from({length: 500}, spokenPassword);
  test('are four words and four digits, strong enough, and never the same', () => {
    expect(made.filter(password => !/^([a-z]+-){4}\d{4}$/.test(password) || !isStrongEnough(password))).toEqual([]);
    expect(new Set(made).size).toBe(500);
  });
  test('use every word and every digit: no part is fixed', () => {
    expect(new Set(made.flatMap(password => password.split('-').slice(0, 4))).size).toBe(32);
    expect(new Set(made.flatMap(password => Array.from(password.slice(-4)))).size).toBe(10);
  });
});

test('tokens are 256 random bits, and what is kept of one does not hold it', () => {
  const tokens = Array.from({length: 100}, newToken);
  expect(tokens.filter(token => !/^[\w-]{43}$/.test(token))).toEqual([]);
  expect(new Set(tokens).size).toBe(100);
  expect(hashToken('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
});

describe('passwords', () => {
  test.each([
    ['eleven char', false],
    ['twelve chars', true],
    ['aaaaaaaaaaaaaaaa', false],
    ['abababababab', false],
    ['abcabcabcabcd', true],
    ['ŵŷâêîôûŵŷâêî', true],
    ['\u0302'.repeat(12), false],
  ])('%j is strong enough: %s', (password, strong) => {
    expect(isStrongEnough(password)).toBe(strong);
  });
  test('Argon2id with the parameters of OWASP, a salt of its own each time, and the same letters however they were typed', async () => {
    const [one, other] = await Promise.all([hashPassword('afon bara tŷ bach'), hashPassword('afon bara tŷ bach')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, 'afon bara tŷ bach'.normalize('NFD'))).toBe(true);
    expect(await isPassword(one, 'afon bara ty bach')).toBe(false);
  });
  test('nobody’s password is refused, after the same work', async () => {
    expect(await isPassword(null, 'afon bara castell')).toBe(false);
    const time = async (stored: string | null) => {
      const began = performance.now();
      for (let times = 0; times < 5; times++) await isPassword(stored, 'not this one');
      return performance.now() - began;
    };
    const [known, unknown] = [await time(await hashPassword('afon bara castell')), await time(null)];
    expect(unknown).toBeGreaterThan(known / 4);
  });
});

test('sign-in names are the same whatever their case, outer spaces and composition', () => {
  expect([' Elin@Example.ORG ', 'elin@example.org'].map(name => Identity.signInName(name))).toEqual([
    'elin@example.org',
    'elin@example.org',
  ]);
  expect(Identity.signInName('tŷ@example.org'.normalize('NFD'))).toBe(Identity.signInName('TŶ@example.org'));
});
