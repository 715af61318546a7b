/**
 * Each screen loads, before it is drawn, the words of everything that it draws: read from the table of routes, from what each
 * screen imports, and from the files of words. A text whose file was not loaded would be empty, and only on somebody's phone.
 */
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';

const CLIENT = join(import.meta.dirname, '../../src/client');
const text = (file: string) => readFileSync(join(CLIENT, file), 'utf8');

/** By the name of a helper in route.tsx: which files of words it loads. `shared` is two screens in one. */
const LOADS: Readonly<Record<string, readonly (readonly string[])[]>> = Object.fromEntries(
  [...text('app/route.tsx').matchAll(/export (?:const|function) (\w+)(?:(?!\nexport )[^])*/gu)].flatMap(([body, name = '']) => {
    const loaded = [...body.matchAll(/screen\(\[([^\]]*)\]/gu)].map(([, list = '']) =>
      [...list.matchAll(/'(\w+)'/gu)].map(([, each = '']) => each),
    );
    return loaded.length === 0 ? [] : [[name, loaded]];
  }),
);

/** By the name of a file of words: the namespaces in it. The first of all is there before anything else. */
const fileOf = (words: string) => words.replaceAll(/[A-Z]/gu, letter => `-${letter.toLowerCase()}`);
function namespacesOf(words: string): readonly string[] {
  const source = text(`i18n/${fileOf(words)}-words-en.ts`);
  const bundle = /bundle = \{([^]*)\};/u.exec(source)?.[1]?.replaceAll(/: \{[^}]*\}/gu, '') ?? '';
  return [...bundle.matchAll(/'([\w-]+)':|(\w+)(?=\s*(?:,|$))/gu)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .filter(name => name !== '');
}

/** The lists of codes that a file of words names: `category`, `home`. */
const LOCALES = join(import.meta.dirname, '../../locales/en');
const listsIn = (file: string) =>
  Object.keys(JSON.parse(readFileSync(join(LOCALES, file), 'utf8')) as Record<string, string>).map(key => key.split('.')[0] ?? '');
const listsOf = (words: string) =>
  [...text(`i18n/${fileOf(words)}-words-en.ts`).matchAll(/locales\/en\/(codes[\w-]*\.json)/gu)].flatMap(([, file = '']) => listsIn(file));

/** One namespace of a young person's words lies in several files: the texts that a screen has of it. */
const youngTextsOf = (words: string) =>
  [...text(`i18n/${fileOf(words)}-words-en.ts`).matchAll(/locales\/en\/(young[\w-]*\.json)/gu)].flatMap(([, file = '']) =>
    Object.keys(JSON.parse(readFileSync(join(LOCALES, file), 'utf8')) as Record<string, string>),
  );

function reached(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)';/gmu))
    if (from.startsWith('#client/')) reached(join(CLIENT, from.slice('#client/'.length)), seen);
    else if (from.startsWith('.')) reached(join(dirname(file), from), seen);
  return seen;
}

const KEY = /(?<![\w:])['`]([a-z][\w-]*):[\w.$]/gu;
const NAMESPACES = new Set(
  [
    'core',
    'both',
    'staff',
    'young',
    'youngPage',
    'youngFund',
    'authority',
    'import',
    'file',
    'fund',
    'moneyPlan',
    'learning',
    'print',
    'codes',
  ].flatMap(words => [...namespacesOf(words)]),
);

const SCREENS = [
  'app/routes.tsx',
  'app/routes-of-staff.tsx',
  'app/routes-of-fund.tsx',
  'app/routes-of-homes.tsx',
  'app/routes-of-duty.tsx',
  'app/routes-of-team.tsx',
  'app/routes-of-young.tsx',
].flatMap(routes =>
  [...text(routes).matchAll(/(\w+)\(\s*\(\) => import\('([^']+)'\)/gu)].map(([, helper = '', file = '']) => ({
    helper,
    file: file.startsWith('#client/') ? file.slice('#client/'.length) : join('app', file),
  })),
);

test('the reading of the sources finds what it is about', () => {
  expect(SCREENS.length).toBeGreaterThan(25);
  expect(Object.keys(LOADS)).toContain('staffFile');
  expect(LOADS['shared']).toHaveLength(2);
  expect([...NAMESPACES]).toEqual(expect.arrayContaining(['common', 'person', 'deadlines', 'import-holds', 'young']));
});

test.each(SCREENS)('$file, loaded by $helper', ({helper, file}) => {
  const loads = LOADS[helper];
  expect(loads).toBeDefined();
  const used = new Set(
    [...reached(join(CLIENT, file))]
      .flatMap(each => [...readFileSync(each, 'utf8').matchAll(KEY)].map(([, name = '']) => name))
      .filter(name => NAMESPACES.has(name)),
  );
  for (const words of loads ?? []) {
    const isYoung = words.includes('young');
    const there = new Set(['core', ...words].flatMap(each => [...namespacesOf(each)]));
    // A screen for both shows each of them only what is theirs.
    const wanted = [...used].filter(
      name => loads?.length === 1 || (isYoung ? !['people', 'today', 'counts'].includes(name) : name !== 'young'),
    );
    expect([words.join(), wanted.filter(name => !there.has(name)).toSorted()]).toEqual([words.join(), []]);
    const lists = new Set(['core', ...words].flatMap(listsOf));
    const sources = [...reached(join(CLIENT, file))].map(each => readFileSync(each, 'utf8'));
    // Which list a field has is looked up: any of them.
    const lookedUp = sources.some(source => source.includes('CODE_LISTS[')) ? listsIn('codes-file.json') : [];
    expect([words.join(), lookedUp.filter(list => !lists.has(list))]).toEqual([words.join(), []]);
    // What else a young person's side of a shared screen shows of staff's codes is never drawn for them.
    if (isYoung && loads?.length !== 1) continue;
    const own = new Set(words.flatMap(youngTextsOf));
    const texts = sources.flatMap(source => [...source.matchAll(/'young:([\w.]+)'/gu)].map(([, key = '']) => key));
    expect([words.join(), isYoung ? texts.filter(key => !own.has(key)) : []]).toEqual([words.join(), []]);
    const named = sources.flatMap(source => [...source.matchAll(/['`]codes:(\w+)\./gu)].map(([, list = '']) => list));
    const needed = [...new Set(named)];
    expect([words.join(), needed.filter(list => !lists.has(list)).toSorted()]).toEqual([words.join(), []]);
  }
});
