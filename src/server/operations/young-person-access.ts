/**
 * A young person's own way in: a one-time code from somebody who works with them, then an account that holds their own
 * `shared` records and nothing else. Ending it closes the door and takes back the right;
 * the next contact takes the file off their devices.
 */
import {randomUUID} from 'node:crypto';
import type {YoungPersonAccess} from '#domain/access/allocation.ts';
import {grantOf} from '#domain/access/allocation.ts';
import {may} from '#domain/access/permissions.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import type {RecordOf} from '#domain/record-kinds.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {isId, type Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {YoungPersonInvitation} from '#protocol/account-messages.ts';
import type {Account} from '#server/db/account-store.ts';
import type {Reading, Writing} from '#server/db/storage.ts';
import type {Identity} from '#server/identity/identity.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {publishChanges, storeDecision} from '#server/sync/publish-changes.ts';
import type {Publisher} from '#server/sync/publisher.ts';
import {scopeId} from '#server/sync/scopes.ts';

const HOUR_MS = 3_600_000;

/** @throws ProtocolError not_found: nobody's, somebody else's and a person who has died get the same answer. */
async function demandOwnPerson(
  exchange: Exchange,
  store: Reading,
  person: Id,
  action: 'young-person.invite' | 'young-person.end-access',
): Promise<RecordOf<'young-person'>> {
  const {signedIn} = exchange;
  const {today} = publisherOf(exchange);
  const scope = scopeId(signedIn.authority, person, 'shared');
  const holds = (await store.heldBy(signedIn.holder, today)).some(({id}) => id === scope);
  const found = isId(person) ? await store.record(person) : undefined;
  if (!found || !isKind(found, 'young-person') || found.data.diedOn !== null || !may(signedIn.role, action, holds))
    throw new ProtocolError('not_found');
  return found;
}

/** @returns the code to read out. It is kept nowhere in the clear, so it cannot be shown again. */
export async function inviteYoungPerson(exchange: Exchange, identity: Identity, person: Id): Promise<YoungPersonInvitation> {
  const {storage, signedIn, clock} = exchange;
  const {today, now} = publisherOf(exchange);
  const {found, hours} = await storage.snapshot(signedIn.authority, async store => ({
    found: await demandOwnPerson(exchange, store, person, 'young-person.invite'),
    hours: settingsInForce(await store.recordsOf(null, ['setting']))('youngPersonCodeHours', today),
  }));
  const expiresAt = new Date(clock() + hours * HOUR_MS);
  const name = found.data.knownAs ?? found.data.forename;
  const code = await identity.inviteYoungPerson({authority: signedIn.authority, holder: person, name}, expiresAt);
  await storage.transaction(signedIn.authority, store =>
    store.audit({at: now, account: signedIn.account, action: 'young-person.invite', person}),
  );
  return {code, expiresAt: expiresAt.toISOString()};
}

const openAccess = async (store: Reading, person: Id) =>
  (await store.recordsOf(person, ['young-person-access'])).find(record => record.data['endedOn'] === null);

/** What accepting an invitation brings about; done again it changes nothing, so a crash half way is mended by signing in. */
export async function giveAccess(store: Writing, publisher: Publisher, {authority, holder, id: account}: Account): Promise<void> {
  if (await openAccess(store, holder)) return;
  const record = randomUUID();
  const data: YoungPersonAccess = {from: publisher.today, endedOn: null};
  const access: DomainRecord = {
    id: record,
    kind: 'young-person-access',
    scope: scopeId(authority, holder, 'shared'),
    person: holder,
    data,
    heads: {},
    made: {author: holder, device: null, at: publisher.now, op: record},
  };
  await storeAccess(store, publisher, access, account);
}

async function storeAccess(store: Writing, publisher: Publisher, access: DomainRecord, account: Id): Promise<void> {
  const person = must(access.person, 'access concerns a person');
  const grant = must(grantOf(access), 'access is a grant');
  await storeDecision(store, publisher, {status: 'applied', puts: [access], grants: [grant]}, access.id, person);
  await publishChanges(store, publisher, [access]);
  const action = access.data['endedOn'] === null ? 'young-person.give-access' : 'young-person.end-access';
  await store.audit({at: publisher.now, account, action, person});
}

/** By the staff who work with them. The door goes first: whatever fails after that, nobody new gets in. */
export async function endAccess(exchange: Exchange, identity: Identity, person: Id): Promise<object> {
  const {storage, signedIn} = exchange;
  await storage.snapshot(signedIn.authority, store => demandOwnPerson(exchange, store, person, 'young-person.end-access'));
  await identity.closeDoor(signedIn.authority, person);
  await storage.transaction(signedIn.authority, async store => {
    const publisher = publisherOf(exchange);
    const access = await openAccess(store, person);
    if (access) await storeAccess(store, publisher, {...access, data: {...access.data, endedOn: publisher.today}}, signedIn.account);
  });
  return {};
}
