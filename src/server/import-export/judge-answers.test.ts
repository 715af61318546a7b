/** The ten answers of the extract and the old system's own dates, worked out through the importer's reading. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import {type CalendarDate, date} from '#domain/shared/calendar-date.ts';
import {birthdaysOf, careLeaverCategory, NO_PROGRAMME, type PlanProgramme} from '#domain/young-person/care-leaver-category.ts';
import {categoryFacts, type PersonDates} from './judge-categories.ts';
import {judgeExtract, openExtract} from './judge-extract.ts';
import type {JudgedRow} from './judged-row.ts';
import {buildRegister} from './extract-register.ts';
import {rowsOfFolder} from './extract-rows.ts';

interface Answer {
  key: string;
  legacy_id: string;
  age: number;
  birthday_16: string;
  birthday_18: string;
  birthday_21: string;
  birthday_25: string;
  category: string;
  category_since: string | null;
  duty_status: string | null;
  rules: string[];
}
const FOLDER = join(import.meta.dirname, '../../../tests/fixtures/extract');
const TODAY = date('2026-11-21');
const {answers} = JSON.parse(await readFile(join(FOLDER, 'expected.json'), 'utf8')) as {answers: Answer[]};
const CATEGORY_RULES = /^R-(0\d|1[0-4])$/;

const rows: JudgedRow[] = [];
let people: ReadonlyMap<string, {dates: PersonDates | null}> = new Map();
beforeAll(async () => {
  const opened = await openExtract(FOLDER);
  people = (await buildRegister({extract: rowsOfFolder(opened), today: TODAY})).people;
  for await (const row of judgeExtract({folder: FOLDER, authority: 'W06000011', today: TODAY}, opened)) rows.push(row);
});

function standing(legacyId: string) {
  const dates = people.get(legacyId)?.dates;
  if (!dates) throw new Error('no dates');
  const plan = rows.find(
    row =>
      row.file === 'pathway_plans.csv' && row.outcome === 'imported' && row.personKey === legacyId && row.values['status'] === 'current',
  );
  const status = (plan?.values['programme_status'] ?? 'none') as PlanProgramme['status'];
  const day = (column: string) => (plan?.values[column] ?? null) as CalendarDate | null;
  const programme = plan ? {status, expectedEndOn: day('programme_end'), expectedResumeOn: day('programme_resume')} : NO_PROGRAMME;
  return {dates, answer: careLeaverCategory({...categoryFacts(dates), programme}, TODAY)};
}

test.each(answers)('$key: category, since, duty and birthdays', wanted => {
  const {dates, answer} = standing(wanted.legacy_id);
  expect({category: answer.category, since: answer.since, duty: answer.dutyStatus}).toEqual({
    category: wanted.category,
    since: wanted.category_since,
    duty: wanted.duty_status,
  });
  expect(answer.rules).toEqual(wanted.rules.filter(rule => CATEGORY_RULES.test(rule)));
  expect(birthdaysOf(dates.dateOfBirth, TODAY)).toEqual({
    age: wanted.age,
    birthday16: wanted.birthday_16,
    birthday18: wanted.birthday_18,
    birthday21: wanted.birthday_21,
    birthday25: wanted.birthday_25,
  });
});

test('where the old system has the right category, its date is the date that the rules give', () => {
  const imported = rows.filter(row => row.file === 'young_people.csv' && row.outcome === 'imported' && row.values['category_old'] !== null);
  expect(imported.length).toBeGreaterThan(100);
  for (const row of imported) expect([row.key, standing(row.key).answer.since]).toEqual([row.key, row.values['category_since_old']]);
});
