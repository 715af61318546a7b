import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {storageContract} from './storage-contract-suite.ts';

storageContract('embedded', async () => {
  const sql = await embeddedSql();
  await migrate(sql);
  return new SqlStorage(sql);
});

const url = TEST_DATABASE_URL;
if (url !== undefined) {
  storageContract('PostgreSQL', async () => {
    const sql = await postgresSql(url);
    await migrate(sql);
    return new SqlStorage(sql);
  });
}
