/**
 * The routes of the server, in one table: address, who may ask, and what answers. tests/contract asks every route as
 * every role, as nobody and as another authority.
 */
import {acceptSchema, invitationSchema, signInSchema, type InvitationView, type Session} from '#protocol/account-messages.ts';
import {digestsRequestSchema} from '#protocol/digest-messages.ts';
import {helloRequestSchema, pullRequestSchema, pushRequestSchema} from '#protocol/messages.ts';
import type {NewSession} from '#server/identity/identity.ts';
import {hashToken} from '#server/identity/secrets.ts';
import {listAlarms} from '#server/operations/list-alarms.ts';
import {giveAccess} from '#server/operations/young-person-access.ts';
import {handleDigests} from '#server/sync/handle-digests.ts';
import {handleHello} from '#server/sync/handle-hello.ts';
import {handlePull} from '#server/sync/handle-pull.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {publisherAt} from '#server/sync/exchange.ts';
import {STAFF_ROUTES} from './staff-routes.ts';
import {COOKIE, describe, setSessionCookie} from './request-session.ts';
import {EVALUATION_ROUTES} from './evaluation-routes.ts';
import {FUND_ROUTES} from './fund-routes.ts';
import {IMPORT_ROUTES} from './import-routes.ts';
import {NOTIFICATION_ROUTES} from './notification-routes.ts';
import {PEOPLE_ROUTES} from './people-routes.ts';
import {PARKED_ROUTES} from './parked-routes.ts';
import {RETURN_ROUTES} from './return-routes.ts';
import {account, anybody, exchanged, exchangeOf, posted, type Asked, type Route} from './route.ts';
import {streamPokes} from './stream.ts';

async function signedIn(session: NewSession, {request, reply, services}: Asked): Promise<Session> {
  const {account: who} = session;
  // Before the cookie: whoever is let in finds their own records. Done again it changes nothing.
  if (who.role === 'young_person')
    await services.storage.transaction(who.authority, store => giveAccess(store, publisherAt(who.authority, services.clock()), who));
  // Whoever signs in beside somebody else takes over the browser, and what it was woken for.
  const before = request.cookies[COOKIE];
  if (before) await services.notifications.dropAddressOf(hashToken(before));
  setSessionCookie(reply, session, services.secureCookies);
  return describe(who, session.csrf, await services.storage.authorities());
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
  exchanged('hello', 600, helloRequestSchema, handleHello),
  exchanged('push', 600, pushRequestSchema, handlePush),
  exchanged('pull', 1_200, pullRequestSchema, handlePull),
  exchanged('digests', 120, digestsRequestSchema, handleDigests, ({differ}, log) => {
    if (differ.length > 0) log.error({scopes: differ.length}, 'a device held something else than the store [D1]: see `llwybr alarms`');
  }),
  {...account('/api/sync/v1/stream', 120), method: 'GET', answer: asked => streamPokes(exchangeOf(asked).signedIn.authority, asked)},
  ...PEOPLE_ROUTES,
  {...account('/api/alarms', 60), method: 'GET', answer: asked => listAlarms(exchangeOf(asked))},
  ...NOTIFICATION_ROUTES,
  ...STAFF_ROUTES,
  ...IMPORT_ROUTES,
  ...PARKED_ROUTES,
  ...FUND_ROUTES,
  ...RETURN_ROUTES,
  ...EVALUATION_ROUTES,
];
