// The import map of this repository. A folder may import itself and what its row names; nothing else.
// tests/architecture/dependency-rules.test.ts proves that every folder under src has a row and that the rules bite.
const MAY_IMPORT = {
  'domain': [],
  'sync-protocol': ['domain'],
  'client/i18n': ['domain'],
  'client/ui': ['client/i18n', 'domain/shared'],
  'client/vault': ['domain', 'sync-protocol'],
  'client/sync': ['domain', 'sync-protocol', 'client/vault'],
  'client/features': ['domain', 'client/vault', 'client/sync', 'client/ui', 'client/i18n'],
  'client/app': ['domain', 'client'],
  'client/service-worker': [],
  'server/db': ['domain', 'sync-protocol'],
  'server/audit': ['domain', 'server/db'],
  'server/identity': ['domain', 'sync-protocol', 'server/db', 'server/audit'],
  'server/sync': ['domain', 'sync-protocol', 'server/db', 'server/audit'],
  'server/import-export': ['domain', 'server/db', 'server/sync', 'server/audit'],
  'server/operations': ['domain', 'server/db', 'server/audit', 'server/sync'],
  'server/sample': ['domain', 'server/import-export', 'server/identity', 'server/db'],
  'server/http': ['domain', 'sync-protocol', 'server/sync', 'server/audit', 'server/identity', 'server/operations', 'server/db'],
  'server/cli': ['domain', 'server'],
};
const ONLY_IN = {dexie: 'client/vault', pg: 'server/db', '@electric-sql/pglite': 'server/db', i18next: 'client/i18n', 'react-i18next': 'client/i18n', fastify: 'server/http'};
const TEST = '[.](test|test-support)[.]tsx?$';
module.exports = {
  forbidden: [
    {name: 'no-cycles', severity: 'error', from: {}, to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}}},
    {name: 'no-unresolvable', severity: 'error', from: {}, to: {couldNotResolve: true, pathNot: '^virtual:'}},
    {name: 'no-cross-feature', severity: 'error', from: {path: '^src/client/features/([^/]+)/'}, to: {path: '^src/client/features/([^/]+)/', pathNot: '^src/client/features/$1/'}},
    {name: 'no-import-of-tests', severity: 'error', from: {path: '^src', pathNot: TEST}, to: {path: [TEST, '^tests/']}},
    {name: 'domain-imports-zod-only', severity: 'error', from: {path: '^src/domain/', pathNot: TEST}, to: {dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/'}},
    ...Object.entries(MAY_IMPORT).map(([from, allowed]) => ({
      name: `layer:${from}`, severity: 'error', from: {path: `^src/${from}/`, pathNot: TEST},
      to: {path: '^src/', pathNot: [from, ...allowed].map(p => `^src/${p}/`)},
    })),
    ...Object.entries(ONLY_IN).map(([pkg, home]) => ({
      name: `only-in-${home}:${pkg}`, severity: 'error', from: {path: '^src/', pathNot: [`^src/${home}/`, TEST]},
      to: {path: `node_modules/${pkg}/`},
    })),
  ],
  options: {tsPreCompilationDeps: true, doNotFollow: {path: 'node_modules'}, enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json']}},
};
module.exports.MAY_IMPORT = MAY_IMPORT;
