/** Builds the client when there is no build, or when a source is newer than it: `npm start` is enough on a fresh machine. */
import {spawn} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

const SOURCES = ['src/client', 'src/domain', 'src/sync-protocol', 'locales', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

function newest(path: string): number {
  const stat = statSync(path, {throwIfNoEntry: false});
  if (!stat) return 0;
  return stat.isDirectory() ? Math.max(0, ...readdirSync(path).map(name => newest(join(path, name)))) : stat.mtimeMs;
}

/** @returns the folder of the built client. @throws when the build fails. */
export async function builtClient(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist');
  const page = join(folder, 'index.html');
  if (existsSync(page) && Math.max(...SOURCES.map(source => newest(join(root, source)))) <= statSync(page).mtimeMs) return folder;
  say('Building the app. This takes about half a minute, once.');
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // What the builder says is only of use when it fails.
    let said = '';
    build.stderr.on('data', (text: Buffer) => (said += text.toString()));
    build.on('error', reject);
    build.on('exit', code => (code === 0 ? resolve() : reject(new Error(`the app could not be built: ${said}`))));
  });
  return folder;
}
