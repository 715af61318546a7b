// Which folder may import which. A folder may import itself and what its row names; nothing else.
// In a file of its own, because the checker refuses settings that it does not know.
module.exports = {
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
  'server/import-export': ['domain', 'sync-protocol', 'server/db', 'server/sync', 'server/audit'],
  'server/operations': ['domain', 'sync-protocol', 'server/db', 'server/audit', 'server/sync', 'server/identity'],
  'server/sample': ['domain', 'server/db', 'server/sync', 'server/import-export', 'server/identity', 'server/operations'],
  'server/http': ['domain', 'sync-protocol', 'server/sync', 'server/import-export', 'server/audit', 'server/identity', 'server/operations', 'server/db'],
  'server/cli': ['domain', 'server'],
};
