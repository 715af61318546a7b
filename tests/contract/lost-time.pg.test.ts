/**
 * [E4] The server notices by itself that its store is not the one that was here before, and begins a new epoch before
 * anybody is served: after kill -9 of an embedded one, an older folder put back, rows put back, another database. An
 * honest start, an update of the product and an operator's command change nothing.
 */
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {randomUUID} from 'node:crypto';
import pg from 'pg';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {markAt} from '#server/db/high-water-mark.ts';
import {migrate} from '#server/db/migrate.ts';
import type {Sql} from '#server/db/sql.ts';
import {openStore, storeOn, type Store} from '#server/open-store.ts';
import {embeddedSql, ownDatabase, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {RunningServer} from '../support/running-server.ts';

const HERE = 'W06000011';
const SAID = 'The store is not the one that was here before';
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;

/** As openStore does it, on one database that stays open: what is asked here is what each start makes of it. */
describe.each(ENGINES)('each start (%s)', (_engine, open) => {
  let sql: Sql;
  let folder: string;
  let path: string;
  let lines: string[];
  beforeAll(async () => {
    sql = await open();
    await migrate(sql);
  });
  afterAll(() => sql.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'llwybr-life-'));
    path = join(folder, 'data.mark');
    lines = [];
    await sql.query('truncate server_epoch, authority cascade');
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  /** @returns the epoch that it serves in. */
  async function serve(work: (store: Store) => Promise<unknown> = async () => undefined): Promise<string> {
    const beside = {mark: markAt(path), wasUnclean: false, say: (line: string) => void lines.push(line)};
    const store = await storeOn(sql, Date.now, () => undefined, beside);
    await store.keepMark();
    await store.storage.addAuthority({code: HERE, cy: 'Sir', en: 'Shire', sample: false});
    await work(store);
    return store.storage.snapshot(HERE, reading => reading.epoch());
  }

  /** A change that devices are told of. */
  const change = async ({storage, mark}: Store) => {
    const version = await storage.transaction(HERE, store => store.publish([]));
    const epoch = await storage.snapshot(HERE, reading => reading.epoch());
    await mark.raise(epoch, new Map([[HERE, version]]));
  };
  const epochs = () => sql.query<{epoch: string; reason: string}>('select epoch, reason from server_epoch order by minted_at');
  const mark = () => JSON.parse(readFileSync(path, 'utf8')) as {epoch: string; versions: Record<string, number>};

  test('the first start mints once, and clean starts after it keep the epoch', async () => {
    const first = await serve(change);
    expect(await serve(change)).toBe(first);
    expect(await serve()).toBe(first);
    expect([lines, mark()]).toEqual([[], {epoch: first, versions: {[HERE]: 2}}]);
    expect((await epochs()).map(({reason}) => reason)).toEqual(['first start']);
  });

  test('an installation from before there were marks keeps its epoch, and has a mark from then on', async () => {
    const first = await serve(change);
    rmSync(path);
    await sql.query('update server_epoch set system_identifier = null, timeline = null');
    expect(await serve()).toBe(first);
    expect([lines, mark()]).toEqual([[], {epoch: first, versions: {[HERE]: 1}}]);
  });

  test('rows put back: a new epoch, said in one line and kept with its reason; the mark comes down, and that is all', async () => {
    const first = await serve(change);
    await serve(change);
    await sql.query('update authority_version set version = 1');
    const second = await serve();
    expect(second).not.toBe(first);
    const reason = `${HERE} was at version 2 and is at 1`;
    expect(lines).toEqual([`${SAID} (${reason}): a new epoch; devices will send again what it has forgotten.`]);
    expect((await epochs()).map(row => row.reason)).toEqual(['first start', reason]);
    expect(mark()).toEqual({epoch: second, versions: {[HERE]: 1}});
    expect([await serve(change), lines.length]).toEqual([second, 1]);
  });

  test('put back twice: three epochs', async () => {
    const seen = new Set([await serve(change)]);
    for (let time = 0; time < 2; time++) {
      await serve(change);
      await sql.query('update authority_version set version = 1');
      seen.add(await serve());
    }
    expect([seen.size, lines.length]).toEqual([3, 2]);
  });

  test('put back to before an epoch, with versions as high as ever: a new one', async () => {
    await serve(change);
    await sql.query('update authority_version set version = 0');
    const second = await serve();
    await sql.query('delete from server_epoch where epoch = $1', [second]);
    await sql.query('update authority_version set version = 9');
    expect(await serve()).not.toBe(second);
    expect(lines[1]).toContain('names an epoch that it never had');
  });

  test('another system identifier or timeline than was noted: a new epoch, once', async () => {
    const seen = new Set([await serve(change)]);
    for (const other of ["system_identifier = '1'", 'timeline = timeline + 1']) {
      await sql.query(`update server_epoch set ${other}`);
      seen.add(await serve());
      seen.add(await serve());
    }
    expect([seen.size, lines.length]).toEqual([3, 2]);
    expect(lines[0]).toContain('(its system identifier is another)');
    expect(lines[1]).toMatch(/\(its timeline was \d+ and is \d+\)/u);
  });

  test('an epoch that the operator renewed stays the one, noted with its database', async () => {
    const first = await serve(change);
    const renewed = randomUUID();
    const second = await serve(({storage}) => storage.mintEpoch(renewed, 'by hand'));
    // Before the next start, too, it is known whose epoch this is.
    const [row] = await sql.query(
      'select count(distinct (system_identifier, timeline))::int as databases, count(timeline)::int as epochs from server_epoch',
    );
    expect([second, await serve()]).toEqual([renewed, renewed]);
    expect([first === second, lines, row]).toEqual([false, [], {databases: 1, epochs: 2}]);
  });

  test('a mark that nobody can read is not taken for a missing one', async () => {
    const first = await serve(change);
    writeFileSync(path, '{"versions":');
    const second = await serve();
    expect([second === first, lines.length, mark().epoch]).toEqual([false, 1, second]);
  });
});

describe('an embedded server', () => {
  let server: RunningServer;
  beforeEach(async () => {
    server = await RunningServer.prepare();
  });
  afterEach(() => server.end());
  const data = () => join(server.folder, 'data');
  const epoch = () => (JSON.parse(readFileSync(`${data()}.mark`, 'utf8')) as {epoch: string}).epoch;

  test('two clean starts are one epoch; kill -9 is the end of it, for the next start alone', async () => {
    expect(await server.start()).not.toContain(SAID);
    const first = epoch();
    await server.stop();
    expect(existsSync(join(data(), 'store.running'))).toBe(false);
    expect(await server.start()).not.toContain(SAID);
    expect(epoch()).toBe(first);
    await server.stop('SIGKILL');
    expect(await server.start()).toContain(`${SAID} (it was not closed): a new epoch`);
    const second = epoch();
    expect(second).not.toBe(first);
    await server.stop();
    expect(await server.start()).not.toContain(SAID);
    expect(epoch()).toBe(second);
  }, 120_000);

  test('an older folder put back: an operator’s command that comes first notices it as well; the server then has nothing to say', async () => {
    await server.start();
    await server.stop();
    cpSync(data(), join(server.folder, 'backup'), {recursive: true});
    await server.importExtract();
    await server.start();
    const first = epoch();
    await server.stop();
    rmSync(data(), {recursive: true});
    cpSync(join(server.folder, 'backup'), data(), {recursive: true});
    const {exit, err} = await server.llwybr('user', 'reset-password', 'nobody@example.org');
    expect([exit, err]).toEqual([1, expect.stringContaining(`${SAID} (${HERE} was at version`)]);
    const second = epoch();
    expect(second).not.toBe(first);
    expect(await server.start()).not.toContain(SAID);
    expect(epoch()).toBe(second);
  }, 120_000);

  test('a start that cannot go on, for its port or for its mark, leaves the epoch alone', async () => {
    await server.start();
    const first = epoch();
    await server.stop();
    const taken = createServer((_request, response) => void response.writeHead(404).end());
    await new Promise<void>(resolve => taken.listen(server.port, '127.0.0.1', resolve));
    await expect(server.start()).rejects.toThrow('the server ended with 1: The server could not start (listen EADDRINUSE');
    await new Promise(resolve => taken.close(resolve));
    server.env['MARK_FILE'] = join(server.folder, 'nowhere', 'mark');
    await expect(server.start()).rejects.toThrow('the server ended with 1: The mark beside the store cannot be written or read');
    delete server.env['MARK_FILE'];
    expect(await server.start()).not.toContain(SAID);
    expect(epoch()).toBe(first);
  }, 120_000);
});

describe.skipIf(url === undefined)('PostgreSQL for a user who may not ask which database it is', () => {
  const role = `llwybr_asks_${randomUUID().replaceAll('-', '')}`;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let folder: string;
  const asOwner = async (...statements: readonly string[]) => {
    const client = new pg.Client({connectionString: database.url});
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'llwybr-life-'));
    database = await ownDatabase(String(url));
    await asOwner(
      `create role ${role} login`,
      `grant all on schema public to ${role}`,
      'revoke execute on function pg_control_system() from public',
    );
  });
  afterAll(async () => {
    await asOwner(`drop owned by ${role}`, `drop role ${role}`);
    await database.drop();
    rmSync(folder, {recursive: true});
  });

  test('goes on with the other signs and says so', async () => {
    const own = new URL(database.url);
    own.username = role;
    const lines: string[] = [];
    const open = () => openStore({databaseUrl: own.href, dataDir: '', markFile: join(folder, 'mark')}, line => lines.push(line));
    const store = await open();
    await store.keepMark();
    await store.storage.addAuthority({code: HERE, cy: 'Sir', en: 'Shire', sample: false});
    const before = await store.storage.snapshot(HERE, reading => reading.epoch());
    await store.mark.raise(before, new Map([[HERE, 3]]));
    await store.close();
    expect(lines).toEqual([expect.stringContaining('does not tell this user which one it is')]);
    const after = await open();
    expect(await after.storage.snapshot(HERE, reading => reading.epoch())).not.toBe(before);
    await after.close();
    expect(lines[2]).toContain(`${SAID} (${HERE} was at version 3 and is at 0)`);
  });
});
