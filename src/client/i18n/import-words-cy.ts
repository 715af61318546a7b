/** Words that only a manager’s screens about an import and about words that could not be filed need, and the pages of More, of duty and of income schemes. Loaded as one file. */
import duty from '#locales/cy/duty.json';
import evaluation from '#locales/cy/evaluation.json';
import importColumns from '#locales/cy/import-columns.json';
import importHolds from '#locales/cy/import-holds.json';
import more from '#locales/cy/more.json';
import parked from '#locales/cy/parked.json';

export const bundle = {duty, evaluation, 'import-columns': importColumns, 'import-holds': importHolds, more, parked};
