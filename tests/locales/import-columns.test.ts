/** Every file and column of an old system's export has a name in both languages, and no name is left without a column. */
import {expect, test} from 'vitest';
import {COLUMNS} from '../../src/server/import-export/extract-columns.ts';
import {words} from './locale-files.ts';

const FILES = Object.entries(COLUMNS).map(([file, columns]) => ({file: file.replace('.csv', ''), columns: columns.map(({name}) => name)}));

test.each(['cy', 'en'] as const)('%s names every column, and no two of a file alike', language => {
  const named = words(language, 'import-columns.json');
  const used = new Set<string>();
  for (const {file, columns} of FILES) {
    const keys = columns.map(column => (`${file}.${column}` in named ? `${file}.${column}` : column));
    for (const key of keys) used.add(key);
    expect(keys.filter(key => named[key] === undefined)).toEqual([]);
    expect(new Set(keys.map(key => named[key])).size).toBe(keys.length);
  }
  expect(Object.keys(named).filter(key => !used.has(key))).toEqual([]);
});

test.each(['cy', 'en'] as const)('%s names every file', language => {
  const named = Object.keys(words(language, 'import-holds.json')).filter(key => key.startsWith('file.'));
  expect(named.toSorted()).toEqual(FILES.map(({file}) => `file.${file}`).toSorted());
});
