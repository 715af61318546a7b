/** Server-sent events: one line per change of the authority's version, a heartbeat in between, and nothing personal. */
import type {Asked} from './route.ts';

const HEARTBEAT_MS = 25_000;

export async function streamPokes(authority: string, {reply, request, services}: Asked): Promise<unknown> {
  reply.hijack();
  const {raw} = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: ${5_000 + Math.floor(Math.random() * 10_000)}\n\n`);
  const stop = services.pokes.listen(authority, poke => raw.write(`data: ${JSON.stringify(poke)}\n\n`));
  const beat = setInterval(() => raw.write(': here\n\n'), HEARTBEAT_MS);
  request.raw.on('close', () => {
    clearInterval(beat);
    stop();
    raw.end();
  });
  return reply;
}
