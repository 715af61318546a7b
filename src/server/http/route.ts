/** What a route is: address, who may ask, how often, what its body must be, and what answers with which services. */
import type {FastifyReply, FastifyRequest} from 'fastify';
import type * as z from 'zod/mini';
import type {StoredSession} from '#server/db/account-store.ts';
import type {Storage} from '#server/db/storage.ts';
import type {Identity} from '#server/identity/identity.ts';
import type {PokeHub} from '#server/sync/poke-hub.ts';
import {checkedBody} from './checked-body.ts';

export interface Services {
  readonly storage: Storage;
  readonly identity: Identity;
  readonly pokes: PokeHub;
  readonly clock: () => number;
  readonly secureCookies: boolean;
}

export interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Present on every route that is not public. */
  readonly session: StoredSession | undefined;
  readonly services: Services;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** public: anybody. account: anybody signed in; what they get is decided by their grants and their role. */
  readonly access: 'public' | 'account';
  /** Requests a minute from one address (public) or one account. */
  readonly perMinute: number;
  readonly answer: (asked: Asked) => Promise<unknown>;
}

type Terms = Pick<Route, 'url' | 'access' | 'perMinute'>;

/** A POST whose answer is given the body as its schema says it is. */
export function posted<Schema extends z.ZodMiniType>(
  terms: Terms,
  schema: Schema,
  answer: (body: z.infer<Schema>, asked: Asked) => Promise<unknown>,
): Route {
  return {...terms, method: 'POST', answer: async asked => answer(checkedBody(schema, asked.request.body), asked)};
}
