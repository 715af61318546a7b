/**
 * The routes of the server, in one table: address, who may ask, and what answers. tests/contract asks every route as
 * every role, as nobody and as another authority.
 */
import {acceptSchema, invitationSchema, signInSchema, type InvitationView} from '#protocol/account-messages.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {helloRequestSchema, pullRequestSchema, pushRequestSchema} from '#protocol/messages.ts';
import {isId} from '#domain/shared/ids.ts';
import type {Exchange} from '#server/sync/exchange.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePull} from '#server/sync/handle-pull.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {openFile} from '#server/sync/open-file.ts';
import {COOKIE, describe, setSessionCookie} from './request-session.ts';
import type {Asked, Route} from './route.ts';
import {streamPokes} from './stream.ts';

function exchangeOf({session, services}: Asked): Exchange {
  if (!session) throw new ProtocolError('unauthenticated');
  const {id: account, authority, holder, role} = session.account;
  return {storage: services.storage, clock: services.clock, signedIn: {account, authority, holder, role}};
}

export const ROUTES: readonly Route[] = [
  {method: 'GET', url: '/api/health', access: 'public', perMinute: 600, answer: async ({services}) => {
    await services.storage.versions();
    return {ready: true};
  }},
  {method: 'POST', url: '/api/sign-in', access: 'public', schema: signInSchema, perMinute: 10, answer: async asked => {
    const {signInName, password} = asked.body as {signInName: string; password: string};
    const session = await asked.services.identity.signIn(signInName, password);
    setSessionCookie(asked.reply, session, asked.services.secureCookies);
    return describe(session.account, session.csrf, await asked.services.storage.authorities());
  }},
  {method: 'POST', url: '/api/invitation', access: 'public', schema: invitationSchema, perMinute: 20, answer: async ({body, services}): Promise<InvitationView> => {
    const account = await services.identity.invitation((body as {token: string}).token);
    const {authority, name, role} = describe(account, '', await services.storage.authorities());
    return {name, signInName: account.signInName, role, authority};
  }},
  {method: 'POST', url: '/api/invitation/accept', access: 'public', schema: acceptSchema, perMinute: 10, answer: async asked => {
    const {token, password} = asked.body as {token: string; password: string};
    const session = await asked.services.identity.accept(token, password);
    setSessionCookie(asked.reply, session, asked.services.secureCookies);
    return describe(session.account, session.csrf, await asked.services.storage.authorities());
  }},
  {method: 'GET', url: '/api/session', access: 'public', perMinute: 240, answer: async ({request, services}) => {
    const session = await services.identity.session(request.cookies[COOKIE] ?? '');
    return {session: session ? describe(session.account, session.csrf, await services.storage.authorities()) : null};
  }},
  {method: 'POST', url: '/api/sign-out', access: 'account', perMinute: 60, answer: async ({request, reply, services}) => {
    await services.identity.signOut(request.cookies[COOKIE] ?? '');
    void reply.clearCookie(COOKIE, {path: '/api'});
    return {};
  }},
  {method: 'POST', url: '/api/sync/v1/hello', access: 'account', schema: helloRequestSchema, perMinute: 600, answer: asked => handleHello(exchangeOf(asked), asked.body as never)},
  {method: 'POST', url: '/api/sync/v1/push', access: 'account', schema: pushRequestSchema, perMinute: 600, answer: asked => handlePush(exchangeOf(asked), asked.body as never)},
  {method: 'POST', url: '/api/sync/v1/pull', access: 'account', schema: pullRequestSchema, perMinute: 1_200, answer: asked => handlePull(exchangeOf(asked), asked.body as never)},
  {method: 'GET', url: '/api/sync/v1/stream', access: 'account', perMinute: 120, answer: asked => streamPokes(exchangeOf(asked).signedIn.authority, asked)},
  {method: 'GET', url: '/api/people/:person/file', access: 'account', perMinute: 120, answer: asked => {
    const {person} = asked.request.params as {person: string};
    if (!isId(person)) throw new ProtocolError('not_found');
    return openFile(exchangeOf(asked), person);
  }},
];
