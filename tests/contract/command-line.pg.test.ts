/**
 * The operator's commands as an operator runs them: real processes, exit codes, a power cut in mid-import, and beside a
 * running server. What is said is one sentence; what went wrong in the settings is named, never shown.
 */
import {execFile, spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {lockEmbeddedStore} from '#server/db/embedded-lock.ts';
import {openEmbedded, openPostgres, type Sql} from '#server/db/sql.ts';
import {TEST_DATABASE_URL} from '../support/databases.ts';
import {EXTRACT, freePort, ROOT, RunningServer, type Ran} from '../support/running-server.ts';

const IMPORT = ['import', EXTRACT, '--authority', 'W06000011', '--today', '2026-11-21'] as const;
const url = TEST_DATABASE_URL;

interface ExpectedFile {
  readonly total_rows: number;
  readonly must_hold_row: number;
  readonly must_wait_for_person: number;
  readonly must_reject: number;
}
interface ExpectedAnswer {
  readonly legacy_id: string;
  readonly not_scored: readonly string[];
  readonly [field: string]: unknown;
}
const expected = JSON.parse(readFileSync(join(EXTRACT, 'expected.json'), 'utf8')) as {
  files: Record<string, ExpectedFile>;
  answers: readonly ExpectedAnswer[];
};
const totalsLines = Object.entries(expected.files)
  .map(
    ([file, {total_rows: rows, must_hold_row: own, must_wait_for_person: waiting, must_reject: rejected}]) =>
      `${file}: ${rows} rows, ${rows - own - waiting - rejected} imported, ${own + waiting} held, ${rejected} rejected`,
  )
  .join('\n');

function run(args: readonly string[], env: NodeJS.ProcessEnv, program = 'cli/main.ts'): Promise<Ran> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `src/server/${program}`, ...args],
      {cwd: ROOT, env: {...env, INIT_CWD: ROOT}, timeout: 60_000},
      (error, out, err) => resolve({exit: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err}),
    );
  });
}

async function withStore<Value>({env, folder}: RunningServer, work: (sql: Sql) => Promise<Value>): Promise<Value> {
  const sql = env['DATABASE_URL'] ? await openPostgres(env['DATABASE_URL']) : await openEmbedded(join(folder, 'data', 'store'));
  try {
    return await work(sql);
  } finally {
    await sql.close();
  }
}

/** All that an import leaves, save the moments at which it ran. */
const contents = (server: RunningServer) =>
  withStore(server, async sql => {
    const [records] = await sql.query(
      `select count(*)::int as records, md5(string_agg(id::text || (body - 'made')::text, '' order by id)) as bodies from record`,
    );
    const [history] = await sql.query('select count(*)::int as states, max(number) as most from record_history');
    const [rows] = await sql.query(
      `select count(*)::int as rows, md5(string_agg(file || row_number || outcome || coalesce(reason, '') || questions || original || records, '' order by file, row_number)) as kept from import_row`,
    );
    const [index] = await sql.query('select count(*)::int as entries from sync_index where present');
    const [grants] = await sql.query('select count(*)::int as grants, count(distinct holder)::int as holders from grant_');
    return {...records, ...history, ...rows, ...index, ...grants};
  });

let imported: RunningServer;
let first: Ran;
let undisturbed: Awaited<ReturnType<typeof contents>>;
let reportFile: string;

beforeAll(async () => {
  imported = await RunningServer.prepare();
  reportFile = join(imported.folder, 'report.json');
  first = await imported.llwybr(...IMPORT, '--report', reportFile);
  undisturbed = await contents(imported);
}, 120_000);
afterAll(() => imported.end());

describe('import', () => {
  test('ends with 0, says the totals that expected.json has, shows progress on stderr and writes the report', () => {
    expect(first.exit).toBe(0);
    expect(first.out.trim()).toBe(totalsLines);
    expect(first.err).toMatch(/^contacts\.csv +\[#{12} {12}\] +50 %$/m);
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as {files: Record<string, {rows: number}>; items: {outcome: string}[]};
    expect(report.files['contacts.csv']).toMatchObject({rows: 2043, imported: 2020, held: 20, rejected: 3});
    expect(report.items.filter(({outcome}) => outcome !== 'question').length).toBe(
      Object.values(expected.files).reduce((sum, file) => sum + file.must_hold_row + file.must_wait_for_person + file.must_reject, 0),
    );
  });

  test('neither the report nor the terminal holds a cell of anybody’s row', () => {
    const people = readFileSync(join(EXTRACT, 'young_people.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .map(line => line.split(',')[1] ?? '')
      .filter(name => name.length > 5);
    const said = readFileSync(reportFile, 'utf8') + first.out + first.err;
    expect(people.length).toBeGreaterThan(80);
    expect(people.filter(name => said.includes(name))).toEqual([]);
  });

  test('a second run gives the same report and leaves the store as it was, its version too', async () => {
    const version = () => withStore(imported, sql => sql.query('select version from authority_version'));
    const before = await version();
    const again = join(imported.folder, 'again.json');
    expect((await imported.llwybr(...IMPORT, '--report', again)).exit).toBe(0);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(reportFile, 'utf8'));
    expect(await version()).toEqual(before);
    expect(await contents(imported)).toEqual(undisturbed);
  });

  test.each(url === undefined ? ['embedded'] : ['embedded', 'PostgreSQL'])(
    'killed in the middle and run again, it leaves what an undisturbed import leaves (%s)',
    async engine => {
      const server = await RunningServer.prepare({databaseUrl: engine === 'embedded' ? undefined : url});
      try {
        const killed = await new Promise<string>(resolve => {
          let said = '';
          const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/cli/main.ts', ...IMPORT], {
            cwd: ROOT,
            env: server.env,
            stdio: ['ignore', 'ignore', 'pipe'],
          });
          child.stderr.on('data', (text: Buffer) => {
            said += text.toString();
            if (/^contacts\.csv .* 50 %$/m.test(said)) child.kill('SIGKILL');
          });
          child.on('exit', (_code, signal) => resolve(String(signal)));
        });
        expect(killed).toBe('SIGKILL');
        const half = await contents(server);
        expect(half['records']).toBeGreaterThan(1_000);
        expect(half['records']).toBeLessThan(undisturbed['records'] as number);
        const again = await server.llwybr(...IMPORT);
        expect(again.out.trim()).toBe(totalsLines);
        expect(await contents(server)).toEqual(undisturbed);
      } finally {
        await server.end();
      }
    },
    60_000,
  );

  test('a folder that is not there, or has no people, ends with 1 and one sentence', async () => {
    const empty = join(imported.folder, 'empty');
    mkdirSync(empty);
    writeFileSync(join(empty, 'staff.csv'), 'staff_id,forename\nU1,Elin\n');
    expect(await imported.llwybr('import', join(imported.folder, 'nowhere'), '--authority', 'W06000011')).toEqual({
      exit: 1,
      out: '',
      err: 'There is no such folder.\n',
    });
    expect(await imported.llwybr('import', empty, '--authority', 'W06000011')).toEqual({
      exit: 1,
      out: '',
      err: 'The extract cannot be read: no-people: young_people.csv.\n',
    });
  });
});

describe('arguments and settings', () => {
  test.each([
    [['import', '<extract>', '--authority', 'W06000011', '--today', '2026-02-30'], '--today is a date such as 2026-11-21.'],
    [['import', '<extract>', '--authority', 'W06000007'], 'The authority is one of the 22 Welsh authorities, named by its code.'],
    [['import', '<extract>', '--authority', 'W06999999'], 'The authority is one of the 22 Welsh authorities, named by its code.'],
    [['import', '<extract>'], 'Usage: llwybr import'],
    [['import', '--authority', 'W06000011'], 'Usage: llwybr import'],
    [['import', '<extract>', '--authority', 'W06000011', '--force'], 'Usage: llwybr import'],
    [['deadlines', '--authority', 'W06000011', '--json', '--today', 'tomorrow'], '--today is a date such as 2026-11-21.'],
    [['user', 'invite', '--authority', 'W06000011', '--staff', 'U2041', '--role', 'boss'], 'The role is one of adviser, manager'],
    [['alarms'], 'Usage: llwybr alarms'],
    [['backup', 'verified', '--authority', 'W06000011'], 'Usage: llwybr backup verified'],
    [['backup', 'verified', '--authority', 'W06000011', '--version', '1.5'], '--version is the whole number'],
    [['make', 'tea'], 'Commands:'],
    [[], 'Commands:'],
  ])('%j: 2, and says how', async (args, says) => {
    const ran = await imported.llwybr(...args.map(arg => (arg === '<extract>' ? EXTRACT : arg)));
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err.startsWith(says)).toBe(true);
    expect(ran.err).not.toMatch(/\bat .*\.ts:/);
  });

  test.each([
    ['PORT', '80 80'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://user:secret@db.example.org/x'],
    ['PUBLIC_URL', 'llwybr.example.org'],
    ['TRUST_PROXY', 'perhaps'],
    ['SAMPLE', 'maybe'],
  ])('a bad %s stops the start and the commands with 2, named and not shown', async (name, value) => {
    const env = {...imported.env, [name]: value};
    for (const program of ['main.ts', 'cli/main.ts']) {
      const ran = await run(program === 'main.ts' ? [] : ['deadlines', '--authority', 'W06000011', '--json'], env, program);
      expect({exit: ran.exit, err: ran.err}).toEqual({exit: 2, err: `Setting ${name} is not usable; see "Settings" in README.md.\n`});
    }
  });

  test('a host that others can reach needs an https address', async () => {
    const ran = await run([], {...imported.env, HOST: '0.0.0.0'}, 'main.ts');
    expect({exit: ran.exit, err: ran.err}).toEqual({
      exit: 2,
      err: 'Setting PUBLIC_URL must be an https address when HOST is not this machine itself.\n',
    });
  });
});

describe('deadlines', () => {
  const ASKED = ['deadlines', '--authority', 'W06000011', '--today', '2026-11-21'] as const;
  /** What the command says of a date beside what expected.json has: how it stands on the day. */
  const withoutState = (value: unknown) =>
    typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'state')) : value;

  test('[R-01] [R-20] [R-33] [R-36] [R-42] [R-45] [R-62] the ten answers of expected.json, in every field that both give', async () => {
    const {exit, out} = await imported.llwybr(...ASKED, '--json');
    const found = JSON.parse(out) as Record<string, unknown>[];
    expect([exit, found.length]).toEqual([0, 114]);
    let compared = 0;
    for (const answer of expected.answers) {
      const one = found.find(person => person['legacy_id'] === answer.legacy_id) ?? {};
      const scored = Object.keys(one).filter(field => field !== 'deadlines' && !answer.not_scored.includes(field));
      expect(Object.fromEntries(scored.map(field => [field, withoutState(one[field])]))).toEqual(
        Object.fromEntries(scored.map(field => [field, answer[field]])),
      );
      compared += scored.length;
    }
    // Sixteen fields of ten people, save those that nobody is to mark.
    const left = expected.answers.flatMap(answer => answer.not_scored).length;
    expect([expected.answers.length, left, compared]).toEqual([10, 2, 158]);
  });

  test('each deadline of --json has its rule, where that stands, and the dates it was worked out from', async () => {
    const {exit, out} = await imported.llwybr(...ASKED, '--person', 'WC1040396', '--json');
    const [one, ...others] = JSON.parse(out) as {deadlines: Record<string, unknown>[]}[];
    expect([exit, others]).toEqual([0, []]);
    expect(one?.deadlines.filter(({rule, state}) => rule === 'R-42' && state !== 'met')).toEqual([
      {
        rule: 'R-42',
        what: 'visit',
        due: '2026-11-03',
        state: 'overdue',
        met_on: null,
        on_hold_until: null,
        computed_from: [{what: 'last_visit', date: '2026-09-03'}],
        interval: {count: 2, unit: 'months'},
        setting: 'visitIntervalMonths',
        basis: 'law',
        source: [{instrument: 'care_leavers_regs', provision: 'regulation 8(2)(c)'}],
        frozen_on: null,
      },
    ]);
  });

  test('in plain lines: who, their category, and what is open, the late first', async () => {
    const {exit, out, err} = await imported.llwybr(...ASKED, '--person', 'WC1040396');
    const [who, ...lines] = out.trimEnd().split('\n');
    expect([exit, err, who]).toEqual([0, '', 'WC1040396  C3']);
    expect(lines).toContain('  2026-11-03  overdue    R-42          visit  (last_visit 2026-09-03)');
    expect(lines).toContain('  2026-12-12  due_soon   R-33          review  (last_full_review 2026-06-12)');
    expect(lines.every(line => /^ {2}\d{4}-\d\d-\d\d {2}(overdue|due_today|due_soon|on_hold|not_due) /u.test(line))).toBe(true);
    const states = lines.map(line => line.slice(14).split(' ')[0]);
    expect(states.lastIndexOf('overdue')).toBeLessThan(states.indexOf('due_soon'));
  });

  test('in plain lines everybody is there, by number, and nobody by name', async () => {
    const {exit, out} = await imported.llwybr(...ASKED);
    const people = out.split('\n').filter(line => /^WC\d{7} {2}/u.test(line));
    expect([exit, people.length]).toEqual([0, 114]);
    expect(people).toEqual(people.toSorted());
    expect(out).not.toContain('Kettlewhistle');
  });

  test('a number that nobody has and a day that does not exist: one sentence each', async () => {
    expect(await imported.llwybr(...ASKED, '--person', 'WC0000000')).toEqual({
      exit: 1,
      out: '',
      err: 'No such person in this authority.\n',
    });
    expect(await imported.llwybr('deadlines', '--authority', 'W06000011', '--today', '2026-02-29')).toEqual({
      exit: 2,
      out: '',
      err: '--today is a date such as 2026-11-21.\n',
    });
  });

  test('an authority that was never imported: 1, one sentence', async () => {
    expect(await imported.llwybr('deadlines', '--authority', 'W06000022', '--json')).toEqual({
      exit: 1,
      out: '',
      err: 'No such authority in this store; import its extract first.\n',
    });
  });
});

describe('backup verified', () => {
  test('[E6] up to the store’s own version and no further', async () => {
    const verified = (version: number, authority = 'W06000011') =>
      imported.llwybr('backup', 'verified', '--authority', authority, '--version', String(version));
    const safe = () => withStore(imported, sql => sql.query('select safe_versions from server_epoch order by minted_at desc limit 1'));
    const [row] = await withStore(imported, sql => sql.query<{version: number}>('select version from authority_version'));
    const version = Number(row?.version);
    expect(version).toBeGreaterThan(1);
    const above = await verified(version + 1);
    expect([above.exit, above.out, above.err]).toEqual([
      1,
      '',
      `This store is at version ${version}: a backup of it cannot hold more. Nothing was changed.\n`,
    ]);
    expect((await verified(1, 'W06000022')).exit).toBe(1);
    expect(await safe()).toEqual([{safe_versions: {}}]);
    expect((await verified(version)).exit).toBe(0);
    expect(await safe()).toEqual([{safe_versions: {W06000011: version}}]);
  }, 120_000);
});

describe('alarms', () => {
  test('says what was noticed in plain words, the newest first, or that nothing was', async () => {
    const alarms = () => imported.llwybr('alarms', '--authority', 'W06000011');
    expect(await alarms()).toEqual({exit: 0, out: 'Nothing was noticed.\n', err: ''});
    await withStore(imported, sql =>
      sql.query(
        `insert into alarm values ('W06000011', 'digest_differs', '2026-11-21', '2026-11-21T08:00:00Z', '2026-11-21T10:00:00Z', 2, '{"staff": 3}'),
           ('W06000011', 'op_reused', '2026-11-22', '2026-11-22T08:00:00Z', '2026-11-22T08:00:00Z', 1, '{}')`,
      ),
    );
    const {exit, out} = await alarms();
    expect(exit).toBe(0);
    expect(out.split('\n').filter(line => !line.startsWith(' '))).toEqual([
      '2026-11-22T08:00:00.000Z  op_reused: once',
      '2026-11-21T10:00:00.000Z  digest_differs: 2 times since 2026-11-21T08:00:00.000Z (staff 3)',
      '',
    ]);
    expect(out.split('\n').filter(line => line.startsWith('  '))).toHaveLength(2);
    await withStore(imported, sql => sql.query('delete from alarm'));
  }, 60_000);

  test('an authority that was never imported: 1, one sentence', async () => {
    expect((await imported.llwybr('alarms', '--authority', 'W06000022')).exit).toBe(1);
  });
});

describe('beside a running server on the embedded store', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await RunningServer.prepare();
    await server.start();
  }, 120_000);
  afterAll(() => server.end());

  test('commands go through a socket that only its owner can open, with the same answers and codes', async () => {
    const socket = statSync(join(server.folder, 'data', 'operator.sock'));
    expect([socket.isSocket(), socket.mode & 0o777]).toEqual([true, 0o600]);
    expect(await server.llwybr('import', 'nowhere', '--authority', 'W06000011')).toEqual({
      exit: 1,
      out: '',
      err: 'There is no such folder.\n',
    });
    expect((await server.llwybr('import', EXTRACT, '--authority', 'W06000007')).exit).toBe(2);
    const ran = await server.llwybr(...IMPORT);
    expect([ran.exit, ran.out.trim()]).toEqual([0, totalsLines]);
    const link = new URL(await server.invite('U2041', 'adviser'));
    expect([link.origin, link.pathname]).toEqual([server.url, '/invitation']);
    const token = link.hash.slice(1);
    const answer = await fetch(`${server.url}/api/invitation`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({token}),
    });
    expect(await answer.json()).toMatchObject({name: 'Catrin Hafgan-Price', role: 'adviser', authority: {code: 'W06000011'}});
  }, 60_000);

  test('a second server on the same store is refused in one sentence, and the first goes on', async () => {
    const ran = await run([], {...server.env, PORT: String(await freePort())}, 'main.ts');
    expect({exit: ran.exit, err: ran.err}).toEqual({
      exit: 1,
      err: 'The embedded store is already open in another process; end that one first.\n',
    });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect((await server.llwybr('deadlines', '--authority', 'W06000011', '--json')).exit).toBe(0);
  });

  test('after the server has gone, by kill -9 even, the command opens the store itself', async () => {
    await server.stop('SIGKILL');
    expect(existsSync(join(server.folder, 'data', 'store.lock'))).toBe(true);
    // [E4] Such an end is doubted, once.
    expect((await server.llwybr('user', 'reset-password', 'nobody@example.org')).err).toMatch(
      /^The store is not the one that was here before \(it was not closed\): a new epoch.*\nNo account has this sign-in name\.\n$/u,
    );
    expect((await server.llwybr('user', 'reset-password', 'nobody@example.org')).err).toBe('No account has this sign-in name.\n');
    expect((await server.llwybr('user', 'reset-password', 'catrin.hafganprice@example.org')).out).toMatch(/^([a-z]+-){4}\d{4}\n$/);
    expect(existsSync(join(server.folder, 'data', 'store.lock'))).toBe(false);
  });

  test('a store that another process has open, without a socket, is refused in one sentence', async () => {
    const unlock = lockEmbeddedStore(join(server.folder, 'data'));
    try {
      expect(await server.llwybr('deadlines', '--authority', 'W06000011', '--json')).toEqual({
        exit: 1,
        out: '',
        err: 'The embedded store is already open in another process; end that one first.\n',
      });
    } finally {
      unlock();
    }
  });
});
