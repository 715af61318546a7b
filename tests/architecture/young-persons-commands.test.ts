/** What a young person's device can decide, it decides with what it holds: no settings of the authority, no people. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {SETTINGS} from '#domain/authority/settings.ts';
import {COMMANDS} from '#domain/commands.ts';
import {OWN_COMMANDS, ownCommandNamed} from '#domain/young-persons-commands.ts';

const DOMAIN = join(import.meta.dirname, '../../src/domain');

test('none of them asks what the authority has set', () => {
  const sources = readFileSync(join(DOMAIN, 'young-persons-commands.ts'), 'utf8').matchAll(/from '(\.[^']+)'/gu);
  const files = [...sources].map(([, path]) => path ?? '').filter(path => path !== './command.ts');
  expect(files.length).toBeGreaterThan(3);
  for (const path of files) {
    const text = readFileSync(join(DOMAIN, path), 'utf8');
    expect([path, /\bsettings\b/u.test(text)]).toEqual([path, false]);
  }
  expect(SETTINGS.hiddenLockSeconds.fallback).toBe(60);
  expect(SETTINGS.idleLockMinutes.fallback).toBe(5);
});

test('they are among everybody’s commands, and nothing else is theirs', () => {
  for (const [kind, definition] of Object.entries(OWN_COMMANDS)) {
    expect(COMMANDS[kind as keyof typeof COMMANDS]).toBe(definition);
    expect(ownCommandNamed(kind)).toBe(definition);
  }
  expect(['contact.record', 'constructor', ''].map(ownCommandNamed)).toEqual([undefined, undefined, undefined]);
});
