/** The pages are honest about what binds: what can be set is read by some part of the app. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {SETTING_NAMES} from '#domain/authority/settings.ts';

const SRC = join(import.meta.dirname, '../../src');
/** Whatever acts on a setting names it; the settings themselves, their pages and the sample's values only keep it. */
const sources = readdirSync(SRC, {recursive: true, encoding: 'utf8'})
  .filter(file => /\.tsx?$/u.test(file) && !/\.test\.|authority\/(?!help-of-authority)|sample\//u.test(file))
  .map(file => readFileSync(join(SRC, file), 'utf8'));
const isRead = (name: string) => sources.some(text => text.includes(`'${name}'`));

test('every setting is read by something', () => {
  expect(SETTING_NAMES.filter(name => !isRead(name))).toEqual([]);
});
