/** The session of a request: an httpOnly cookie, and for every change a header that another site cannot send. */
import {timingSafeEqual} from 'node:crypto';
import type {FastifyReply, FastifyRequest} from 'fastify';
import {ProtocolError} from '#protocol/errors.ts';
import type {Session} from '#protocol/account-messages.ts';
import type {Account, StoredSession} from '#server/db/account-store.ts';
import type {AuthorityRow} from '#server/db/storage.ts';
import type {Identity, NewSession} from '#server/identity/identity.ts';

export const COOKIE = 'llwybr_session';
export const CSRF_HEADER = 'x-llwybr-csrf';

function sameSecret(sent: string, kept: string): boolean {
  const [one, other] = [Buffer.from(sent), Buffer.from(kept)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** @throws ProtocolError unauthenticated, or forgery_suspected when a change lacks the session's own header. */
export async function demandSession(identity: Identity, request: FastifyRequest): Promise<StoredSession> {
  const token = request.cookies[COOKIE];
  const session = token ? await identity.session(token) : undefined;
  if (!session) throw new ProtocolError('unauthenticated');
  const sent = request.headers[CSRF_HEADER];
  if (request.method !== 'GET' && !(typeof sent === 'string' && sameSecret(sent, session.csrf)))
    throw new ProtocolError('forgery_suspected');
  return session;
}

/** For changes without a session (signing in): a browser says where the page came from; another site is refused. */
export function demandSameSite(request: FastifyRequest): void {
  const {origin} = request.headers;
  // A page without an address of its own sends the word null.
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host))
    throw new ProtocolError('forgery_suspected');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProtocolError('forgery_suspected');
}

export function setSessionCookie(reply: FastifyReply, session: NewSession, secure: boolean): void {
  void reply.setCookie(COOKIE, session.token, {httpOnly: true, sameSite: 'strict', path: '/api', secure, expires: session.expiresAt});
}

export function describe(account: Account, csrf: string, authorities: readonly AuthorityRow[]): Session {
  const authority = authorities.find(row => row.code === account.authority);
  if (!authority) throw new ProtocolError('unauthenticated');
  const {id, holder, role, name, signInName} = account;
  return {account: id, holder, role, name, signInName, authority, csrf};
}
