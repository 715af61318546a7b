/**
 * The network between one open vault and the server. A request and its reply each wait for the schedule, which can lose
 * them, cut them short, or deliver a second copy of the request later. What comes back counts only if its shape is right.
 */
import type * as z from 'zod/mini';
import type {Answered, Transport} from '#client/sync/transport.ts';
import {digestsAnswerSchema} from '#protocol/digest-messages.ts';
import {errorSchema} from '#protocol/errors.ts';
import {fileAnswerSchema, helloAnswerSchema, pullAnswerSchema, pushAnswerSchema} from '#protocol/messages.ts';
import type {SignedIn} from '#server/sync/exchange.ts';
import type {Points} from './points.ts';
import type {Asked, SimulatedServer} from './simulated-server.ts';

const OFFLINE = {ok: false, error: {code: 'offline'}} as const;

export interface Line {
  readonly points: Points;
  readonly server: SimulatedServer;
  readonly owner: string;
  /** Whose session the browser has when the request leaves. */
  readonly session: () => SignedIn | null;
  /** How the next messages fare; the schedule fills it, each message takes one. */
  readonly weather: Weather[];
}

/** lost: never arrives. unanswered: arrives, the reply does not. cut: half of the text arrives. doubled: arrives again, later. */
export type Weather = 'lost' | 'unanswered' | 'cut' | 'reply cut' | 'doubled';

export function simulatedTransport(line: Line): Transport {
  const ask = async <Schema extends z.ZodMiniType>(asked: Asked, request: unknown, schema: Schema): Promise<Answered<z.infer<Schema>>> => {
    const {points, server, owner} = line;
    const session = line.session();
    const weather = line.weather.shift();
    const wire = JSON.stringify(request);
    if ((await points.reach(owner, `${asked} ›`)) === 'fail' || weather === 'lost') return OFFLINE;
    if (weather === 'doubled') void lateCopy(line, asked, wire, session);
    const reply = await server.receive(asked, weather === 'cut' ? wire.slice(0, wire.length / 2) : wire, session);
    if ((await points.reach(owner, `‹ ${asked}`)) === 'fail' || weather === 'unanswered' || weather === 'reply cut') return OFFLINE;
    if (!reply) return OFFLINE;
    const isGood = 'ok' in reply;
    const parsed = (isGood ? schema : errorSchema).safeParse(JSON.parse(JSON.stringify(isGood ? reply.ok : reply.error)));
    if (!parsed.success) return OFFLINE;
    return isGood ? {ok: true, value: parsed.data as z.infer<Schema>} : {ok: false, error: parsed.data as z.infer<typeof errorSchema>};
  };
  return {
    hello: request => ask('hello', request, helloAnswerSchema),
    push: request => ask('push', request, pushAnswerSchema),
    pull: request => ask('pull', request, pullAnswerSchema),
    file: person => ask('file', person, fileAnswerSchema),
    digests: request => ask('digests', request, digestsAnswerSchema),
  };
}

/** A copy that some proxy held back arrives when the sender has long gone on. Nobody reads its answer. */
async function lateCopy({points, server}: Line, asked: Asked, wire: string, session: SignedIn | null): Promise<void> {
  await points.reach('late', asked);
  await server.receive(asked, wire, session);
}
