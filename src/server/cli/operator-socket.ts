/**
 * Operator's commands beside a running server on the embedded store: a socket in DATA_DIR that only its owner can open
 * (mode 0600). One request a connection: {argv, folder}; answers are lines of JSON: {out}, {err}, {exit}.
 */
import {chmodSync, rmSync} from 'node:fs';
import {connect, createServer, type Server, type Socket} from 'node:net';
import {join} from 'node:path';
import type {ExitCode} from './command-line.ts';

export const socketPath = (dataDir: string) => join(dataDir, 'operator.sock');
export type RunThere = (
  argv: readonly string[],
  folder: string,
  out: (line: string) => void,
  err: (line: string) => void,
) => Promise<ExitCode>;

function onLines(socket: Socket, take: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  });
}

export async function serveOperator(dataDir: string, run: RunThere): Promise<Server> {
  const path = socketPath(dataDir);
  rmSync(path, {force: true});
  const server = createServer(socket => {
    const send = (line: object) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`));
    socket.on('error', () => socket.destroy());
    onLines(socket, line => {
      const {argv, folder} = JSON.parse(line) as {argv: string[]; folder: string};
      run(
        argv,
        folder,
        out => send({out}),
        err => send({err}),
      )
        .catch(() => {
          send({err: 'The command could not be finished.'});
          return 1 as const;
        })
        .then(
          exit => {
            send({exit});
            socket.end();
          },
          () => socket.destroy(),
        );
    });
  });
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  } finally {
    process.umask(mask);
  }
  chmodSync(path, 0o600);
  return server;
}

/** @returns the exit code from the running server, or null when none listens there. */
export function askRunningServer(
  dataDir: string,
  argv: readonly string[],
  folder: string,
  out: (line: string) => void,
  err: (line: string) => void,
): Promise<ExitCode | null> {
  return new Promise(resolve => {
    const socket = connect(socketPath(dataDir));
    let exit: ExitCode | null = 1;
    socket.on('error', () => {
      exit = null;
    });
    socket.on('connect', () => socket.write(`${JSON.stringify({argv, folder})}\n`));
    onLines(socket, line => {
      const answer = JSON.parse(line) as {out?: string; err?: string; exit?: ExitCode};
      if (answer.out !== undefined) out(answer.out);
      if (answer.err !== undefined) err(answer.err);
      if (answer.exit !== undefined) exit = answer.exit;
    });
    socket.on('close', () => resolve(exit));
  });
}
