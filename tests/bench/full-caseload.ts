/**
 * Forty invented people with full histories, all with one adviser of the sample authority: what a heavy caseload looks like
 * after years. They are made of the sample's own names, addresses and words in a fixed order, so that every run has the same
 * people, and enter by the same import as everybody's; reviews and messages, which an extract has no rows for, by its commands.
 */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {SAMPLE_AUTHORITY} from '#domain/authority/welsh-authorities.ts';
import type {RecordDraft} from '#domain/import/record-draft.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {addDays, addMonths, calendarDateInWales, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import {readConfig} from '#server/config.ts';
import {importExtract} from '#server/import-export/import-extract.ts';
import {openStore} from '#server/open-store.ts';
import {writeSampleExtract} from '#server/sample/sample-extract.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {RecordImport} from '#server/sync/import-records.ts';
import {idNamed} from '#server/sync/scopes.ts';
import {people, personRows, type Person} from './full-histories.ts';
import {SampleStock} from './sample-stock.ts';

/** What an extract has no rows for: a review each half year, and the latest messages. */
function beside(person: Person, id: Id, stock: SampleStock, today: CalendarDate): readonly RecordDraft[] {
  const reviews: RecordDraft<'review'>[] = [];
  for (let on = addMonths(person.since, 5); on < today; on = addMonths(on, 6))
    reviews.push({
      id: idNamed('full-caseload-review', id, on),
      kind: 'review',
      person: id,
      compartment: 'shared',
      data: {
        type: 'six_monthly',
        dueOn: null,
        heldOn: on,
        how: null,
        chair: null,
        present: [person.name, 'Gwenan Celyn'],
        attended: true,
        views: 'PN1',
        coversEverySection: true,
        copyGivenOn: addDays(on, 7),
        lateReason: null,
        outcome: {text: stock.words('pathway_plans', 'views_text', person.at + reviews.length, 2, person.name), lang: 'not_stated'},
      },
    });
  const messages = Array.from({length: 10}, (_, at): RecordDraft<'message'> => ({
    id: idNamed('full-caseload-message', id, String(at)),
    kind: 'message',
    person: id,
    compartment: 'shared',
    data: {
      words: {text: stock.words('fund_requests', 'yp_words', person.at + at, 1, person.name), lang: 'not_stated'},
      sentAt: `${addDays(today, -12 * at - 1)}T10:00:00.000Z`,
    },
  }));
  return [...reviews, ...messages] as unknown as RecordDraft[];
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function writeExtract(stock: SampleStock, everybody: readonly Person[], folder: string, today: CalendarDate): void {
  const files = everybody.map(person => personRows(stock, person, today));
  for (const file of Object.keys(must(files[0], 'there are people'))) {
    const headings = Object.keys(stock.row(file, 0));
    const rows = files.flatMap(each => each[file] ?? []);
    const lines = rows.map(row => headings.map(name => quoted(row[name] ?? '')).join(','));
    writeFileSync(join(folder, `${file}.csv`), `${[headings.join(','), ...lines].join('\n')}\n`);
  }
  for (const file of ['staff', 'fund_budgets', 'income_scheme', 'income_checkins']) {
    const headings = Object.keys(stock.row(file, 0));
    // Nobody of the sample itself is here, so nothing about them either.
    const rows = file === 'staff' ? stock.rows(file) : [];
    writeFileSync(
      join(folder, `${file}.csv`),
      `${[headings.join(','), ...rows.map(row => headings.map(name => quoted(row[name] ?? '')).join(','))].join('\n')}\n`,
    );
  }
}

/**
 * Into the empty store of a server that does not run.
 * @returns how many records of people there are @throws when a row of it waits for a person: then it is not what it says
 */
export async function enterFullCaseload(env: NodeJS.ProcessEnv): Promise<number> {
  const store = await openStore(readConfig(env), () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'llwybr-full-caseload-'));
  try {
    const today = calendarDateInWales(store.clock());
    const [sample, full] = [join(folder, 'sample'), join(folder, 'full')];
    mkdirSync(sample);
    mkdirSync(full);
    await writeSampleExtract(sample, today);
    const stock = new SampleStock(sample);
    const everybody = people(stock, today);
    writeExtract(stock, everybody, full, today);
    const {items} = await importExtract(store, {folder: full, authority: {...SAMPLE_AUTHORITY, sample: true}, today});
    const [first] = items;
    if (first) throw new Error(`${items.length} rows of the full caseload wait, the first: ${JSON.stringify(first)}`);
    const {code} = SAMPLE_AUTHORITY;
    const files = await store.storage.snapshot(code, async reading =>
      Promise.all((await reading.people()).map(person => reading.recordsOf(person))),
    );
    const byKey = new Map(everybody.map(person => [person.key, person]));
    const records = new RecordImport(store.storage, publisherAt(code, store.clock()), []);
    for (const file of files) {
      const own = must(
        file.find(record => isKind(record, 'young-person')),
        'a file has a young person',
      );
      const person = must(byKey.get(String(own.data['legacyId'])), 'everybody was entered');
      const kept = {
        file: 'beside',
        row: person.at,
        key: person.key,
        personKey: person.key,
        outcome: 'imported',
        reason: null,
        questions: [],
        original: {},
      } as const;
      await records.take([{kept, drafts: beside(person, own.id, stock, today)}]);
    }
    await records.finish();
    return files.reduce((sum, file) => sum + file.length, records.imported);
  } finally {
    rmSync(folder, {recursive: true, force: true});
    await store.close();
  }
}
