/**
 * Writes the sample extract with real dates into a folder, for the same importer as everybody's. A birthday in a row is
 * that of the young person whom the row, or the plan that it names, belongs to.
 */
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {date, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import {recordsOf} from '#server/import-export/read-csv.ts';
import {bornOn, withDates} from './sample-dates.ts';

const EXTRACT = join(import.meta.dirname, 'extract');
type Row = Readonly<Record<string, string>>;

async function tableOf(file: string): Promise<{headings: readonly string[]; rows: readonly Row[]}> {
  const [heading, ...records] = recordsOf(await readFile(join(EXTRACT, file), 'utf8'), ',').map(({cells}) => cells);
  const headings = must(heading, 'a file of the sample has a heading');
  return {
    headings,
    rows: records
      .filter(cells => cells.some(cell => cell !== ''))
      .map(cells => Object.fromEntries(headings.map((name, at) => [name, cells[at] ?? '']))),
  };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const isoOf = (written: string) => date(written.split('/').toReversed().join('-'));

export async function writeSampleExtract(folder: string, today: CalendarDate): Promise<void> {
  const people = (await tableOf('young_people.csv')).rows;
  const births = new Map(people.map(({legacy_id: key = '', dob = ''}) => [key, bornOn(dob, today) ?? isoOf(dob)]));
  const plans = new Map((await tableOf('pathway_plans.csv')).rows.map(({plan_id: key = '', legacy_id: person = ''}) => [key, person]));
  for (const file of await readdir(EXTRACT)) {
    const {headings, rows} = await tableOf(file);
    const lines = rows.map(row => {
      const born = births.get(row['legacy_id'] ?? plans.get(row['plan_id'] ?? '') ?? '') ?? null;
      return headings.map(name => quoted(withDates(row[name] ?? '', today, born))).join();
    });
    await writeFile(join(folder, file), `${[headings.join(), ...lines].join('\n')}\n`);
  }
}
