/**
 * The routes of the server, in one table: address, who may ask, and what answers. tests/contract asks every route as
 * every role, as nobody and as another authority.
 */
import {acceptSchema, invitationSchema, signInSchema, type InvitationView, type Session} from '#protocol/account-messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {helloRequestSchema, pullRequestSchema, pushRequestSchema, type FileAnswer} from '#protocol/messages.ts';
import {isId} from '#domain/shared/ids.ts';
import type {NewSession} from '#server/identity/identity.ts';
import type {Exchange} from '#server/sync/exchange.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePull} from '#server/sync/handle-pull.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {openFile} from '#server/sync/open-file.ts';
import {COOKIE, describe, setSessionCookie} from './request-session.ts';
import {posted, type Asked, type Route} from './route.ts';
import {streamPokes} from './stream.ts';

function exchangeOf({session, services}: Asked): Exchange {
  if (!session) throw new ProtocolError('unauthenticated');
  const {id: account, authority, holder, role} = session.account;
  return {storage: services.storage, clock: services.clock, signedIn: {account, authority, holder, role}};
}

async function signedIn(session: NewSession, {reply, services}: Asked): Promise<Session> {
  setSessionCookie(reply, session, services.secureCookies);
  return describe(session.account, session.csrf, await services.storage.authorities());
}

async function health({services}: Asked): Promise<{ready: true}> {
  await services.storage.versions();
  return {ready: true};
}

async function currentSession({request, services}: Asked): Promise<{session: Session | null}> {
  const session = await services.identity.session(request.cookies[COOKIE] ?? '');
  return {session: session ? describe(session.account, session.csrf, await services.storage.authorities()) : null};
}

async function signOut({request, reply, services}: Asked): Promise<object> {
  await services.identity.signOut(request.cookies[COOKIE] ?? '');
  void reply.clearCookie(COOKIE, {path: '/api'});
  return {};
}

async function invitationView(token: string, {services}: Asked): Promise<InvitationView> {
  const account = await services.identity.invitation(token);
  const {authority, name, role} = describe(account, '', await services.storage.authorities());
  return {name, signInName: account.signInName, role, authority};
}

async function personFile(asked: Asked): Promise<FileAnswer> {
  const {person} = asked.request.params as {person: string};
  if (!isId(person)) throw new ProtocolError('not_found');
  return openFile(exchangeOf(asked), person);
}

const anybody = (url: string, perMinute: number) => ({url, access: 'public' as const, perMinute});
const account = (url: string, perMinute: number) => ({url, access: 'account' as const, perMinute});

export const ROUTES: readonly Route[] = [
  {...anybody('/api/health', 600), method: 'GET', answer: health},
  {...anybody('/api/session', 240), method: 'GET', answer: currentSession},
  posted(anybody('/api/sign-in', 10), signInSchema, async ({signInName, password}, asked) =>
    signedIn(await asked.services.identity.signIn(signInName, password), asked),
  ),
  posted(anybody('/api/invitation', 20), invitationSchema, ({token}, asked) => invitationView(token, asked)),
  posted(anybody('/api/invitation/accept', 10), acceptSchema, async ({token, password}, asked) =>
    signedIn(await asked.services.identity.accept(token, password), asked),
  ),
  {...account('/api/sign-out', 60), method: 'POST', answer: signOut},
  posted(account('/api/sync/v1/hello', 600), helloRequestSchema, (hello, asked) => handleHello(exchangeOf(asked), hello)),
  posted(account('/api/sync/v1/push', 600), pushRequestSchema, (push, asked) => handlePush(exchangeOf(asked), push)),
  posted(account('/api/sync/v1/pull', 1_200), pullRequestSchema, (pull, asked) => handlePull(exchangeOf(asked), pull)),
  {...account('/api/sync/v1/stream', 120), method: 'GET', answer: asked => streamPokes(exchangeOf(asked).signedIn.authority, asked)},
  {...account('/api/people/:person/file', 120), method: 'GET', answer: personFile},
];
