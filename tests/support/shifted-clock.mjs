/**
 * Loaded before the server by a test that moves its clock: the time is the machine's with as many milliseconds added as stand in
 * CLOCK_FILE, read again at each look. The product knows nothing of it.
 */
import {readFileSync} from 'node:fs';

const file = process.env['CLOCK_FILE'] ?? '';
const now = Date.now.bind(Date);
const shift = () => {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
};
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(now() + shift());
    else super(...given);
  }
  static now() {
    return now() + shift();
  }
};
