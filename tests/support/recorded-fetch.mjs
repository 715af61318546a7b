/** Loaded before the server by a test: what it would send to push services is written to FETCH_FILE, a line each, and taken as delivered. Nothing leaves the machine. */
import {appendFileSync} from 'node:fs';

const file = process.env['FETCH_FILE'] ?? '';
globalThis.fetch = async (url, {method, headers, body} = {}) => {
  appendFileSync(file, `${JSON.stringify({url, method, headers: Object.keys(headers ?? {}).sort(), body: body ?? null})}\n`);
  return new Response(null, {status: 201});
};
