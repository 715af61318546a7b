/** Names of an old system’s columns, for the manager’s screens about an import: nobody else loads them. Loaded as one file. */
import importColumns from '#locales/en/import-columns.json';

export const bundle = {'import-columns': importColumns};
