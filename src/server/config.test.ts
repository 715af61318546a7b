/** Where the mark lies: beside the data folder, or where it is told, and never inside of what is put back with the store. */
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {ConfigError, readConfig} from './config.ts';

test.each([
  [{}, '.data.mark'],
  [{DATA_DIR: '/srv/llwybr/'}, '/srv/llwybr.mark'],
  [{DATA_DIR: '/srv/llwybr', MARK_FILE: '/other-disk/llwybr.mark'}, '/other-disk/llwybr.mark'],
  [{DATABASE_URL: 'postgres://db/llwybr'}, '.data.mark'],
  [{DATA_DIR: '/srv/llwybr', MARK_FILE: '/srv/llwybr-mark'}, '/srv/llwybr-mark'],
])('%j: %s', (env, path) => {
  expect(readConfig(env).markFile).toBe(resolve(path));
});

test('a mark inside the data folder stops the start', () => {
  expect(() => readConfig({DATA_DIR: '/srv/llwybr', MARK_FILE: '/srv/llwybr/store/mark'})).toThrow(
    new ConfigError('Setting MARK_FILE must name a file outside DATA_DIR.'),
  );
});

test('devices are woken only where it is asked for, and push services are told an address that is reached by https', () => {
  const PUBLIC_URL = 'https://llwybr.example.org';
  expect(readConfig({PUBLIC_URL}).notificationContact).toBeUndefined();
  expect(readConfig({PUBLIC_URL, NOTIFICATIONS: '1'}).notificationContact).toBe(PUBLIC_URL);
  for (const env of [{NOTIFICATIONS: '1'}, {NOTIFICATIONS: '1', PUBLIC_URL: 'http://localhost:8080'}])
    expect(() => readConfig(env)).toThrow(new ConfigError('Setting PUBLIC_URL must be an https address for NOTIFICATIONS.'));
});
