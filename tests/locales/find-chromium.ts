/** The Chromium of this machine, by setting or on the path; null lets playwright use its own. */
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

export function findChromium(): string | null {
  const set = process.env['CHROMIUM_PATH'];
  if (set) return set;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not in this folder
      }
    }
  }
  return null;
}
