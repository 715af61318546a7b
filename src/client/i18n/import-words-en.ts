/** Words that only a manager’s screens about an import and about words that could not be filed need, and the pages of More, of duty and of income schemes. Loaded as one file. */
import duty from '#locales/en/duty.json';
import evaluation from '#locales/en/evaluation.json';
import importColumns from '#locales/en/import-columns.json';
import importHolds from '#locales/en/import-holds.json';
import more from '#locales/en/more.json';
import parked from '#locales/en/parked.json';

export const bundle = {duty, evaluation, 'import-columns': importColumns, 'import-holds': importHolds, more, parked};
