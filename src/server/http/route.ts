/** What a route is: address, who may ask, how often, what its body must be, and what answers with which services. */
import type {FastifyBaseLogger, FastifyReply, FastifyRequest} from 'fastify';
import type * as z from 'zod/mini';
import type {AccountStore, StoredSession} from '#server/db/account-store.ts';
import type {HighWaterMark} from '#server/db/high-water-mark.ts';
import type {HistoryStore} from '#server/db/history-store.ts';
import type {TeamStore} from '#server/db/team-store.ts';
import type {NotificationStore} from '#server/db/notification-store.ts';
import type {Storage} from '#server/db/storage.ts';
import type {Identity} from '#server/identity/identity.ts';
import type {PokeHub} from '#server/sync/poke-hub.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {Exchange} from '#server/sync/exchange.ts';
import type {Id} from '#domain/shared/ids.ts';
import {busy, type Turn} from './admission.ts';
import {checkedBody} from './checked-body.ts';

export interface Services {
  readonly storage: Storage;
  readonly identity: Identity;
  readonly accounts: AccountStore;
  readonly history: HistoryStore;
  readonly team: TeamStore;
  readonly pokes: PokeHub;
  readonly notifications: NotificationStore;
  /** Null: this server wakes no devices. */
  readonly notificationKey: string | null;
  readonly mark: Pick<HighWaterMark, 'raise'>;
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
  /** An exchange of sync: in which line it waits when there are many [A1]. */
  readonly turn?: Turn;
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

export const anybody = (url: string, perMinute: number) => ({url, access: 'public' as const, perMinute});
export const account = (url: string, perMinute: number) => ({url, access: 'account' as const, perMinute});

/** An exchange of sync: it waits its turn, and its answer leaves when the mark beside the store is as far as it says [E4]. */
export function exchanged<Schema extends z.ZodMiniType, Answer extends {readonly epoch: Id; readonly version?: number}>(
  turn: Turn,
  perMinute: number,
  schema: Schema,
  handle: (exchange: Exchange, body: z.infer<Schema>) => Promise<Answer>,
  log: (answered: Answer, log: FastifyBaseLogger) => void = () => undefined,
): Route {
  const answer = async (body: z.infer<Schema>, asked: Asked) => {
    const exchange = exchangeOf(asked);
    const answered = await handle(exchange, body);
    await raiseMark(asked, answered.epoch, exchange.signedIn.authority, answered.version);
    log(answered, asked.request.log);
    return answered;
  };
  return {...posted(account(`/api/sync/v1/${turn}`, perMinute), schema, answer), turn};
}

/** What was done stays done, and the same request again gets the same answer [P3]. @throws ProtocolError busy */
async function raiseMark({request, services}: Asked, epoch: Id, authority: string, version: number | undefined): Promise<void> {
  try {
    await services.mark.raise(epoch, new Map(version === undefined ? [] : [[authority, version]]));
  } catch (error) {
    request.log.error({code: (error as {code?: string}).code}, 'the mark beside the store cannot be written (MARK_FILE): devices wait');
    throw busy();
  }
}

/** @throws ProtocolError unauthenticated: on a route that is not public there is a session. */
export function exchangeOf({session, services}: Asked): Exchange {
  if (!session) throw new ProtocolError('unauthenticated');
  const {id: asking, authority, holder, role} = session.account;
  return {storage: services.storage, clock: services.clock, signedIn: {account: asking, authority, holder, role}};
}
