/** Import of an old system's extract. Progress goes to stderr; the report to a file; totals to stdout. */
import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {authorityNamed, SAMPLE_AUTHORITY} from '#domain/authority/welsh-authorities.ts';
import {calendarDateInWales, parseCalendarDate} from '#domain/shared/calendar-date.ts';
import {ExtractError} from '#server/import-export/extract-error.ts';
import {importExtract} from '#server/import-export/import-extract.ts';
import type {CliCommand} from './command-line.ts';

const BAR = 24;
const STEPS = 20;

/** A line for each twentieth of a file, so that it reads the same in a terminal, a log and through the socket. */
function progressBar(say: (line: string) => void): (file: string, done: number, total: number | null) => void {
  let shown = '';
  return (file, done, total) => {
    const step = total ? Math.floor((done / total) * STEPS) : 0;
    if (`${file}${step}` === shown) return;
    shown = `${file}${step}`;
    const filled = Math.round((step / STEPS) * BAR);
    say(`${file.padEnd(26)}[${'#'.repeat(filled)}${' '.repeat(BAR - filled)}] ${String(Math.round((step / STEPS) * 100)).padStart(3)} %`);
  };
}

export const importCommand: CliCommand = {
  name: 'import',
  usage: 'import <folder> --authority W06000011 [--today 2026-11-21] [--report report.json]',
  options: {authority: {type: 'string', required: true}, today: {type: 'string'}, report: {type: 'string'}},
  positionals: ['folder'],
  run: async (store, {authority, today: asked, report: reportFile}, [folder], {out, err, folder: from}) => {
    const names = authorityNamed(String(authority));
    const today = asked === undefined ? calendarDateInWales(store.clock()) : parseCalendarDate(String(asked));
    if (!names || names.code === SAMPLE_AUTHORITY.code || !today) {
      err(today ? 'The authority is one of the 22 Welsh authorities, named by its code.' : '--today is a date such as 2026-11-21.');
      return 2;
    }
    try {
      const report = await importExtract(store, {
        folder: resolve(from, String(folder)),
        authority: {...names, sample: false},
        today,
        onProgress: progressBar(err),
      });
      if (reportFile !== undefined) await writeFile(resolve(from, String(reportFile)), `${JSON.stringify(report, null, 1)}\n`);
      for (const [file, {rows, imported, held, rejected}] of Object.entries(report.files))
        out(`${file}: ${rows} rows, ${imported} imported, ${held} held, ${rejected} rejected`);
      return 0;
    } catch (error) {
      if (!(error instanceof ExtractError)) throw error;
      err(error.fault === 'no-folder' ? 'There is no such folder.' : `The extract cannot be read: ${error.message}.`);
      return 1;
    }
  },
};
