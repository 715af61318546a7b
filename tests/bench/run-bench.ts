/**
 * `npm run bench`: all parts; `npm run bench -- caseload`: that one. Times of a real Chromium, each beside a floor from the
 * same run. The machine is noisy, so read medians and ratios; nothing here fails a test.
 */
import {caseloadBench} from './caseload-bench.ts';
import {saveBench} from './save-bench.ts';

const PARTS: Readonly<Record<string, () => Promise<void>>> = {save: saveBench, caseload: caseloadBench};
const asked = process.argv.slice(2);
const unknown = asked.filter(name => !(name in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}.\n`);
  process.exitCode = 2;
} else for (const [name, run] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await run();
