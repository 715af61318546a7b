/** The real server in a process of its own, on a free port and a temporary folder (or a database of its own). */
import {spawn, execFile, type ChildProcess} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ownDatabase} from './databases.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const EXTRACT = join(ROOT, 'tests', 'fixtures', 'extract');

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export class RunningServer {
  readonly port: number;
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #drop: () => Promise<void>;
  #process: ChildProcess | undefined;
  #isShifted = false;

  private constructor(port: number, folder: string, env: NodeJS.ProcessEnv, drop: () => Promise<void>) {
    this.port = port;
    this.folder = folder;
    this.#env = env;
    this.#drop = drop;
  }

  /** `databaseUrl`: an administrator's address on which a database of its own is made; `wakes`: devices, with what it sends kept in a file. */
  static async prepare(options: {databaseUrl?: string | undefined; sample?: boolean; wakes?: boolean} = {}): Promise<RunningServer> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'llwybr-server-'));
    const database = options.databaseUrl ? await ownDatabase(options.databaseUrl) : undefined;
    const {TEST_DATABASE_URL: _test, DATABASE_URL: _url, ...inherited} = process.env;
    const env = {
      ...inherited,
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      SAMPLE: options.sample ? '1' : '0',
      CLOCK_FILE: join(folder, 'clock'),
      ...(database ? {DATABASE_URL: database.url} : {}),
      // A browser takes secure cookies from this machine without https too.
      ...(options.wakes ? {NOTIFICATIONS: '1', PUBLIC_URL: 'https://llwybr.example.org', FETCH_FILE: join(folder, 'fetched')} : {}),
    };
    return new RunningServer(port, folder, env, database?.drop ?? (async () => undefined));
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get env(): NodeJS.ProcessEnv {
    return this.#env;
  }

  /** From the next start on the server's clock goes ahead by so much; while it runs with such a clock, at once. */
  moveClock(byMs: number): void {
    this.#isShifted = true;
    writeFileSync(join(this.folder, 'clock'), String(byMs));
  }

  /** Starts it and waits until it answers. @returns what it printed until then. */
  async start(): Promise<string> {
    let printed = '';
    const clock = ['--import', './tests/support/shifted-clock.mjs'];
    const recorded = ['--import', './tests/support/recorded-fetch.mjs'];
    this.#process = spawn(
      process.execPath,
      [...(this.#isShifted ? clock : []), ...(this.#env['FETCH_FILE'] ? recorded : []), '--import', 'tsx', 'src/server/main.ts'],
      {cwd: ROOT, env: this.#env, stdio: ['ignore', 'pipe', 'pipe']},
    );
    const started = this.#process;
    started.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
    started.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
    for (let tried = 0; tried < 900; tried++) {
      if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}: ${printed}`);
      const isReady = await fetch(`${this.url}/api/health`).then(
        answer => answer.ok,
        () => false,
      );
      if (isReady) return printed;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`the server did not answer: ${printed}`);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise(resolve => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  /** What it has sent to push services. */
  fetched(): readonly unknown[] {
    const file = this.#env['FETCH_FILE'] ?? '';
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map(line => JSON.parse(line) as unknown)
      : [];
  }

  /** An operator's command, as `npm run -s llwybr -- …` runs it. */
  llwybr(...args: readonly string[]): Promise<Ran> {
    return new Promise(resolve => {
      execFile(
        process.execPath,
        ['--import', 'tsx', 'src/server/cli/main.ts', ...args],
        {cwd: ROOT, env: {...this.#env, INIT_CWD: ROOT}, maxBuffer: 1e8},
        (error, out, err) => resolve({exit: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err}),
      );
    });
  }

  async importExtract(): Promise<void> {
    const {exit, err} = await this.llwybr('import', EXTRACT, '--authority', 'W06000011', '--today', '2026-11-21');
    if (exit !== 0) throw new Error(`the import failed: ${err}`);
  }

  /** The one-time link of an invitation. */
  async invite(staff: string, role: string): Promise<string> {
    const {out, err} = await this.llwybr('user', 'invite', '--authority', 'W06000011', '--staff', staff, '--role', role);
    if (!out.includes('/invitation#')) throw new Error(`no invitation: ${err}`);
    return out.trim();
  }

  async end(): Promise<void> {
    await this.stop();
    await this.#drop();
    rmSync(this.folder, {recursive: true, force: true});
  }
}
