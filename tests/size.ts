/** First-load bytes: what the built page asks for before the first usable screen, compressed, against the budget. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

const DIST = join(import.meta.dirname, '..', 'dist');
const KB = 1024;
/** Staff, script and styles (architecture.md, Budgets); a single route adds at most its own chunk. */
const BUDGET = {script: 210 * KB, styles: 25 * KB, chunk: 60 * KB};

const gzip = (path: string) => gzipSync(readFileSync(join(DIST, path))).length;
const page = readFileSync(join(DIST, 'index.html'), 'utf8');
const linked = (pattern: RegExp) => [...new Set([...page.matchAll(pattern)].flatMap(match => match[1] ?? []))];
const scripts = linked(/(?:src|href)="\/(assets\/[^"]+\.js)"/g);
const styles = linked(/href="\/(assets\/[^"]+\.css)"/g);
const chunks = readdirSync(join(DIST, 'assets'))
  .filter(name => name.endsWith('.js'))
  .map(name => ({name, bytes: gzip(`assets/${name}`)}))
  .toSorted((a, b) => b.bytes - a.bytes);
const first = scripts.reduce((sum, path) => sum + gzip(path), 0);
const css = styles.reduce((sum, path) => sum + gzip(path), 0);
const lazy = chunks.filter(({name}) => !scripts.includes(`assets/${name}`));
/** What every member of staff loads to reach Today: the entry, one language, and the largest route once. */
process.stdout.write(
  `first load: ${(first / KB).toFixed(1)} KB script, ${(css / KB).toFixed(1)} KB styles (gzip); largest lazy chunk ${((lazy[0]?.bytes ?? 0) / KB).toFixed(1)} KB\n`,
);
for (const {name, bytes} of chunks.slice(0, 12)) process.stdout.write(`  ${(bytes / KB).toFixed(1).padStart(6)} KB  ${name}\n`);
if (scripts.length === 0 || first > BUDGET.script || css > BUDGET.styles || lazy.some(({bytes}) => bytes > BUDGET.chunk)) {
  process.stdout.write('over the budget\n');
  process.exitCode = 1;
}
