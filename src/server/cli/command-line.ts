/**
 * The operator's commands, each a function of its arguments and of the open store. They run in this process or, beside
 * a running server on the embedded store, inside that server (operator-socket.ts); they cannot tell the difference.
 */
import {parseArgs} from 'node:util';
import type {Store} from '#server/open-store.ts';

export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Folder that relative paths start from: that of the person at the terminal. */
  readonly folder: string;
  /** Address that links are printed for. */
  readonly publicUrl: string;
}

/** 0 done, 1 could not be finished, 2 wrong arguments. */
export type ExitCode = 0 | 1 | 2;
export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface CliCommand {
  readonly name: string;
  readonly usage: string;
  readonly options: Readonly<Record<string, {readonly type: 'string' | 'boolean'; readonly required?: boolean}>>;
  /** Names of positional arguments, all needed. */
  readonly positionals: readonly string[];
  readonly run: (store: Store, values: Values, positionals: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

export class UsageError extends Error {
  override name = 'UsageError';
}

/** The command and its arguments, checked before any store is opened. @throws UsageError in one sentence. */
export function readCommand(
  commands: readonly CliCommand[],
  argv: readonly string[],
): {command: CliCommand; values: Values; positionals: readonly string[]} {
  const command = commands.find(({name}) => name === argv.slice(0, name.split(' ').length).join(' '));
  if (!command) throw new UsageError(`Commands:\n${commands.map(({usage}) => `  llwybr ${usage}`).join('\n')}`);
  try {
    const {values, positionals} = parseArgs({
      args: argv.slice(command.name.split(' ').length),
      options: Object.fromEntries(Object.entries(command.options).map(([name, {type}]) => [name, {type}])),
      allowPositionals: true,
      strict: true,
    });
    const missing = Object.entries(command.options).find(([name, option]) => option.required && values[name] === undefined);
    if (missing || positionals.length !== command.positionals.length) throw new UsageError(`Usage: llwybr ${command.usage}`);
    return {command, values: values as Values, positionals};
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`Usage: llwybr ${command.usage}`);
  }
}
