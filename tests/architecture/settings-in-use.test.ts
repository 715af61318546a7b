/** The pages are honest about what binds: a setting said to be kept for later is read by no part of the app, the others are. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {SETTING_NAMES} from '#domain/authority/settings.ts';
import {KEPT_FOR_LATER} from '#client/features/authority/setting-groups.ts';

const SRC = join(import.meta.dirname, '../../src');
/** Whatever acts on a setting names it; the settings themselves, their pages and the sample's values only keep it. */
const sources = readdirSync(SRC, {recursive: true, encoding: 'utf8'})
  .filter(file => /\.tsx?$/u.test(file) && !/\.test\.|authority\/(?!help-of-authority)|sample\//u.test(file))
  .map(file => readFileSync(join(SRC, file), 'utf8'));
const isRead = (name: string) => sources.some(text => text.includes(`'${name}'`));

test('what is kept for later is read by nothing, and all else is read by something', () => {
  const later: readonly string[] = Object.values(KEPT_FOR_LATER).flat();
  expect(SETTING_NAMES.filter(isRead).toSorted()).toEqual(SETTING_NAMES.filter(name => !later.includes(name)).toSorted());
});
