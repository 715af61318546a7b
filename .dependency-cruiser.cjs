// The rules of imports, made from the map in .dependency-map.cjs.
// tests/architecture/dependency-rules.test.ts proves that every folder under src has a row and that the rules bite.
const MAY_IMPORT = require('./.dependency-map.cjs');
const ONLY_IN = {dexie: 'client/vault', pg: 'server/db', '@electric-sql/pglite': 'server/db', fastify: 'server/http'};
const TEST = '[.](test|test-support)[.]tsx?$';
module.exports = {
  forbidden: [
    {name: 'no-cycles', severity: 'error', from: {}, to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}}},
    {name: 'no-unresolvable', severity: 'error', from: {}, to: {couldNotResolve: true, pathNot: '^virtual:'}},
    {name: 'no-cross-feature', severity: 'error', from: {path: '^src/client/features/([^/]+)/'}, to: {path: '^src/client/features/([^/]+)/', pathNot: '^src/client/features/$1/'}},
    {name: 'no-import-of-tests', severity: 'error', from: {path: '^src', pathNot: TEST}, to: {path: [TEST, '^tests/']}},
    {name: 'domain-imports-zod-only', severity: 'error', from: {path: '^src/domain/', pathNot: TEST}, to: {dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'core'], pathNot: 'node_modules/zod/'}},
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
