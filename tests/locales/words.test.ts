/** Welsh and English on equal terms, as far as a machine can judge it (welsh.md 12, rows 1 to 3 and 7). */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {everyWord, NAMESPACES, PLURAL_ENDING} from './locale-files.ts';

const CY = everyWord('cy');
const EN = everyWord('en');
const base = (key: string): string => (key.startsWith('codes:') ? key : key.replace(PLURAL_ENDING, '').replace(/_overTen$/u, ''));
const placeholders = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/gu) ?? []).toSorted();

/** The same in both languages on purpose: names, the two names of the languages, bare placeholders, loan words. */
const SAME_IN_BOTH = new Set([
  'common:appName',
  'common:documentTitle',
  'common:language.cy',
  'common:language.en',
  'common:language.changeToCy',
  'common:language.changeToEn',
  'codes:home.hostel',
  'common:words.byWhen',
  'home:driver.fact',
  'authority:group.radar',
  'radar:title',
  'radar:off.by',
  'radar:fact.home_driver',
  'home:follows.due',
  'counts:unplanned_one',
  'counts:unplanned_other',
]);

test('both languages have the same files', () => {
  const files = (language: string) =>
    readdirSync(join(import.meta.dirname, '../../locales', language))
      .filter(file => file.endsWith('.json'))
      .toSorted();
  expect(files('cy')).toEqual(files('en'));
  expect(NAMESPACES.length).toBeGreaterThan(8);
});

test('both languages have the same keys', () => {
  const keys = (all: ReadonlyMap<string, string>) => [...new Set([...all.keys()].map(base))].toSorted();
  expect(keys(CY)).toEqual(keys(EN));
});

test.each(['cy', 'en'])('no key stands twice in a file of %s: of two the later would be read, and nobody would see', language => {
  const folder = join(import.meta.dirname, '../../locales', language);
  const twice = readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .flatMap(name => {
      const keys = [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}("[^"]+"):/gmu)].map(([, key]) => `${name} ${key}`);
      return keys.filter((key, index) => keys.indexOf(key) !== index);
    });
  expect(twice).toEqual([]);
});

test('every counted key has all six Welsh forms and the form above ten', () => {
  const counted = [...EN.keys()].filter(key => key.endsWith('_other')).map(base);
  expect(counted.length).toBeGreaterThan(15);
  const missing = counted.flatMap(key =>
    ['zero', 'one', 'two', 'few', 'many', 'other', 'overTen_other'].map(form => `${key}_${form}`).filter(form => !CY.has(form)),
  );
  expect(missing).toEqual([]);
});

test('placeholders are the same in every form of both languages', () => {
  const wrong = [...CY].filter(([key, text]) => {
    const twin = EN.get(key) ?? EN.get(`${base(key)}_other`) ?? EN.get(base(key)) ?? '';
    const mine = placeholders(text);
    // "dim cynlluniau" says none without a figure, and so may the English zero.
    return key.endsWith('_zero') ? false : mine.join() !== placeholders(twin).join();
  });
  expect(wrong).toEqual([]);
});

test('no Welsh text is a copy of the English', () => {
  const copies = [...CY].filter(([key, text]) => EN.get(key) === text && !SAME_IN_BOTH.has(key)).map(([key]) => key);
  expect(copies).toEqual([]);
  expect([...SAME_IN_BOTH].filter(key => CY.get(key) !== EN.get(key))).toEqual([]);
});

test('no English, nothing unfinished and nothing empty in Welsh', () => {
  const leaks = [...CY]
    .filter(
      ([key, text]) => !SAME_IN_BOTH.has(key) && /\b(the|your|please|click|you|this|and|with|not|todo|placeholder|tbc)\b/iu.test(text),
    )
    .map(([key]) => key);
  expect(leaks).toEqual([]);
  for (const all of [CY, EN])
    expect([...all].filter(([, text]) => text.trim() === '' || text !== text.trim()).map(([key]) => key)).toEqual([]);
});

test('apostrophes are typographic and no ampersand stands for "and"', () => {
  for (const all of [CY, EN]) expect([...all].filter(([, text]) => /['&]/u.test(text)).map(([key]) => key)).toEqual([]);
});

/** Cymraeg Clir: everyday words and one word per idea (welsh.md 9). */
test('Welsh keeps to the words that were agreed', () => {
  const avoided = /\b(arbed|rydym|nid ydym|hwy|cefnogaeth|ebost|dyfeis(?!iau|io)|NEET|PDG)\b/iu;
  // The foot of letters, in the words that the Government's own have (welsh.md 1).
  expect([...CY].filter(([key, text]) => key !== 'entitlements:letter.language' && avoided.test(text)).map(([key]) => key)).toEqual([]);
});

test('words that do not care for the reader are used in neither language', () => {
  const harsh = /\b(placement|caseload|LAC|NEET|overdue|failed visit|non-compliant|care leaver)\b/iu;
  const allowed = new Set(['codes:legalStatus.placement_order', 'person:money.income', 'reasons:instrument.care_planning_regs']);
  expect(
    [...EN].filter(([key, text]) => harsh.test(text) && !allowed.has(key) && !text.includes('Care Leavers')).map(([key]) => key),
  ).toEqual([]);
});

/** After the digit two everything that can soften has softened; after six what can aspirate has. */
test('counted nouns are mutated after the digit', () => {
  const noun = (text: string) => text.replace('{{count}} ', '');
  const forms = [...CY].filter(([key]) => key.startsWith('counts:'));
  const unsoftened = forms.filter(([key, text]) => key.endsWith('_two') && /^(p|t|c|b|m|ll|rh|d(?!d))/u.test(noun(text)));
  const unaspirated = forms.filter(([key, text]) => key.endsWith('_many') && /^[ptc](?!h)/u.test(noun(text)));
  // Softened already: person to berson, tasg to dasg, taliad to daliad, tudalen to dudalen.
  expect(unsoftened.map(([key]) => key)).toEqual([
    'counts:youngPerson_two',
    'counts:task_two',
    'counts:payment_two',
    'counts:benefitLink_two',
  ]);
  expect(unaspirated).toEqual([]);
});
