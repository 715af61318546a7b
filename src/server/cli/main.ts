/**
 * `npm run -s llwybr -- <command>`. On PostgreSQL it works beside a running server; on the embedded store it works
 * through the running server's socket, or opens the store itself when no server runs.
 */
import {ConfigError, readConfig} from '#server/config.ts';
import {StoreInUseError} from '#server/db/embedded-lock.ts';
import {MarkError} from '#server/db/high-water-mark.ts';
import {openStore} from '#server/open-store.ts';
import {COMMANDS} from './all-commands.ts';
import {readCommand, UsageError, type ExitCode} from './command-line.ts';
import {askRunningServer} from './operator-socket.ts';

const out = (line: string) => void process.stdout.write(`${line}\n`);
const err = (line: string) => void process.stderr.write(`${line}\n`);

async function main(argv: readonly string[]): Promise<ExitCode> {
  const config = readConfig(process.env);
  const {command, values, positionals} = readCommand(COMMANDS, argv);
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  if (!config.databaseUrl) {
    const exit = await askRunningServer(config.dataDir, argv, folder, out, err);
    if (exit !== null) return exit;
  }
  const store = await openStore(config, err);
  try {
    return await command.run(store, values, positionals, {
      out,
      err,
      folder,
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    });
  } finally {
    await store.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  err(
    error instanceof UsageError || error instanceof ConfigError || error instanceof StoreInUseError || error instanceof MarkError
      ? error.message
      : `The command could not be finished (${error instanceof Error ? error.message : 'unknown failure'}).`,
  );
  process.exitCode = error instanceof UsageError || error instanceof ConfigError ? 2 : 1;
}
