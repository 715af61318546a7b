/**
 * `npm start`: checks the settings, opens the store, builds the client when needed, makes the sample authority in an
 * empty trial store, and serves. A start that cannot go on says why in one sentence and ends with 1 (2: a setting).
 */
import {join} from 'node:path';
import {SAMPLE_AUTHORITY} from '#domain/authority/welsh-authorities.ts';
import {COMMANDS} from '#server/cli/all-commands.ts';
import {readCommand, UsageError} from '#server/cli/command-line.ts';
import {serveOperator} from '#server/cli/operator-socket.ts';
import {buildApp} from '#server/http/app.ts';
import {disableThoseWhoLeft} from '#server/operations/staff-accounts.ts';
import {builtClient} from '#server/operations/client-build.ts';
import {makeSampleInEmptyStore, type Sample} from '#server/sample/make-sample.ts';
import {keepAlarms} from '#server/sync/alarm-watch.ts';
import {sendNotifications} from '#server/notifications/send-notifications.ts';
import {ServerKey} from '#server/notifications/server-key.ts';
import {checkIndex} from '#server/sync/check-index.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {PokeHub} from '#server/sync/poke-hub.ts';
import {enterWhatCame} from '#server/sync/keep-ledger.ts';
import {publishEntries, refreshSummaries} from '#server/sync/publish-changes.ts';
import {replayParked} from '#server/sync/replay-parked.ts';
import {ConfigError, readConfig, type Config} from './config.ts';
import {StoreInUseError} from './db/embedded-lock.ts';
import {MarkError} from './db/high-water-mark.ts';
import {openStore, type Store} from './open-store.ts';
import {Repeated} from './repeated.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = [20, 19] as const;
const HOUR_MS = 3_600_000;
/** How soon after its time an alarm goes on. */
const ALARMS_MS = 15_000;
/** How soon after its step a device is woken. */
const NOTIFY_MS = 2_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

function demandNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) throw new ConfigError(`Node ${NODE.join('.')} or newer is needed.`);
}

/** [U2] Once, at the start: the product may have become newer. */
async function replayUnderstood({storage, accounts, clock}: Store): Promise<void> {
  for (const {code} of await storage.authorities()) {
    const {cameIn, wait, failed} = await replayParked(storage, publisherAt(code, clock()), () => accounts.accountsOf(code));
    if (cameIn + wait + failed > 0)
      say(
        `${code}: kept until now because it was not understood: ${cameIn} now in files, ${wait} for a manager, ${failed} could not be decided.`,
      );
  }
}

async function keepTrueToday({storage, accounts, clock}: Store): Promise<void> {
  for (const {code} of await storage.authorities()) {
    const publisher = publisherAt(code, clock());
    await storage.transaction(code, store => refreshSummaries(store, publisher));
    await storage.transaction(code, async store => publishEntries(store, await enterWhatCame(store, publisher)));
    await disableThoseWhoLeft({storage, accounts, clock}, code);
  }
}

/** Steps that passed while no server ran are taken at once; one authority's fault keeps no other's alarm. */
async function passOnAlarms({storage, clock}: Store): Promise<void> {
  for (const {code} of await storage.authorities()) {
    const failed = await keepAlarms(storage, publisherAt(code, clock())).catch((error: unknown) => error);
    if (failed instanceof Error) say(`${code}: alarms could not be passed on and are tried again (${failed.name}).`);
  }
}

/** [D2] At the start, and again when the day has turned. */
async function checkIndexOnce({storage, clock}: Store, checked: Map<string, string>): Promise<void> {
  for (const {code} of await storage.authorities()) {
    const publisher = publisherAt(code, clock());
    if (checked.get(code) === publisher.today) continue;
    checked.set(code, publisher.today);
    if (!(await checkIndex(storage, publisher))) say(`${code}: the index does not show every record where it is (llwybr alarms).`);
  }
}

/** Said as soon as it is made: the passwords are kept nowhere, and a port in use must not lose them. */
async function sayWhatIsSample({storage}: Store, sample: Sample | null, publicUrl: string): Promise<void> {
  if (!(await storage.authorities()).some(({sample}) => sample)) return;
  say(`${SAMPLE_AUTHORITY.cy} / ${SAMPLE_AUTHORITY.en} is a sample: everybody in it is invented.`);
  if (!sample) return say('A new password for it: npm run -s llwybr -- user reset-password adviser@example.org');
  say('Sign in as one of these; the passwords were made just now and are not shown again:');
  for (const {name, role, signInName, password} of sample.signIns) say(`  ${name}, ${role}: ${signInName}  ${password}`);
  const {name, code} = sample.youngPerson;
  say(`  ${name}, young_person: open ${publicUrl}/join in another browser and type ${code} (once, within a day)`);
}

/** What has been begun is ended the other way round, once, whatever ends it: a store that is not closed is doubted at the next start. */
class Ends {
  readonly #ends: (() => unknown)[] = [];
  #ending: Promise<void> | undefined;

  add(end: () => unknown): void {
    this.#ends.push(end);
  }

  run(): Promise<void> {
    return (this.#ending ??= this.#run());
  }

  async #run(): Promise<void> {
    for (const end of this.#ends.toReversed()) await end();
  }
}

async function open(config: Config, ends: Ends): Promise<Store> {
  const store = await openStore(config, say);
  ends.add(() => store.close());
  const stop = () => void ends.run().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await store.keepMark();
  return store;
}

async function serve(config: Config, ends: Ends): Promise<void> {
  const store = await open(config, ends);
  const {storage, identity, accounts, history, team, notifications, mark, clock} = store;
  const {notificationContact: contact} = config;
  const key = contact === undefined ? null : await ServerKey.of(notifications, new Date(clock()).toISOString());
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const clientFolder = await builtClient(ROOT, say);
  const sample = config.sample ? await makeSampleInEmptyStore(store) : null;
  await sayWhatIsSample(store, sample, publicUrl);
  await replayUnderstood(store);
  const checked = new Map<string, string>();
  const keepWatch = async () => {
    await keepTrueToday(store);
    await checkIndexOnce(store, checked);
  };
  await keepWatch();
  const pokes = new PokeHub(storage);
  const https = publicUrl.startsWith('https://');
  const app = await buildApp({
    services: {
      storage,
      identity,
      accounts,
      history,
      team,
      notifications,
      notificationKey: key?.publicKey ?? null,
      pokes,
      mark,
      clock,
      secureCookies: https,
    },
    clientFolder,
    trustProxy: config.trustProxy,
    https,
    log: true,
  });
  ends.add(() => app.close());
  const operator = config.databaseUrl
    ? undefined
    : await serveOperator(config.dataDir, (argv, folder, out, err) => {
        try {
          const {command, values, positionals} = readCommand(COMMANDS, argv);
          return command.run(store, values, positionals, {out, err, folder, publicUrl});
        } catch (error) {
          err(error instanceof UsageError ? error.message : 'The command could not be read.');
          return Promise.resolve(2);
        }
      });
  ends.add(() => operator?.close());
  ends.add(() => pokes.stop());
  await app.listen({port: config.port, host: config.host});
  await passOnAlarms(store);
  const alarms = new Repeated(() => passOnAlarms(store), ALARMS_MS);
  ends.add(() => alarms.end());
  if (contact !== undefined && key) {
    const waking = new Repeated(async () => {
      const {refused} = await sendNotifications({notifications, key, contact, clock});
      if (refused > 0) say(`${refused} notifications were refused by the push service of a browser.`);
    }, NOTIFY_MS);
    ends.add(() => waking.end());
  }
  const nightly = setInterval(() => void keepWatch().catch(() => undefined), HOUR_MS);
  ends.add(() => clearInterval(nightly));
  say(`Llwybr: ${publicUrl}`);
  if (!config.databaseUrl) say('The embedded store is for trials, not for real records; DATABASE_URL=postgres://… selects PostgreSQL.');
}

const ends = new Ends();
try {
  demandNode();
  await serve(readConfig(process.env), ends);
} catch (error) {
  await ends.run().catch(() => undefined);
  const known = error instanceof ConfigError || error instanceof StoreInUseError || error instanceof MarkError;
  process.stderr.write(
    `${known ? error.message : `The server could not start (${error instanceof Error ? error.message : 'unknown failure'}).`}\n`,
  );
  process.exit(error instanceof ConfigError ? 2 : 1);
}
