/**
 * The past of a record, for those who may see the record today: what one does not hold, and what does not exist, get the
 * same answer. A state that lay in another scope than the record does now is left out.
 */
import {may} from '#domain/access/permissions.ts';
import {compartmentsOf} from '#domain/access/roles.ts';
import {isId, type Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {HistoryAnswer, LooksAnswer} from '#protocol/history-messages.ts';
import type {HistoryStore} from '#server/db/history-store.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {scopeId} from '#server/sync/scopes.ts';

/** @throws ProtocolError not_found */
async function demandScope(exchange: Exchange, scope: Id, compartment: string | undefined): Promise<{readonly holds: boolean}> {
  const {storage, signedIn} = exchange;
  const {today} = publisherOf(exchange);
  const held = await storage.snapshot(signedIn.authority, store => store.heldBy(signedIn.holder, today));
  const holds = held.some(({id}) => id === scope);
  const onDemand = compartmentsOf(signedIn.role, 'on_demand').some(each => each === compartment);
  if (!(holds || onDemand) || !may(signedIn.role, 'record.history', holds)) throw new ProtocolError('not_found');
  return {holds};
}

/** For as long as a file that was opened is looked through. */
const ONE_LOOK_MS = 3_600_000;

/** A history is the record in all its states: read without the file, it is a look at the file. */
async function noteLook(exchange: Exchange, history: HistoryStore, person: Id): Promise<void> {
  const {storage, signedIn, clock} = exchange;
  const since = new Date(clock() - ONE_LOOK_MS).toISOString();
  if (await history.hasLookedSince(signedIn.authority, person, signedIn.account, since)) return;
  const {now} = publisherOf(exchange);
  await storage.transaction(signedIn.authority, store => store.audit({at: now, account: signedIn.account, action: 'file.open', person}));
}

export async function recordHistory(exchange: Exchange, history: HistoryStore, id: string): Promise<HistoryAnswer> {
  const {storage, signedIn} = exchange;
  if (!isId(id)) throw new ProtocolError('not_found');
  const found = await storage.snapshot(signedIn.authority, async store => {
    const record = await store.record(id);
    if (!record) return undefined;
    const compartment = (await store.scopesOf(record.person)).find(scope => scope.id === record.scope)?.compartment;
    return {record, compartment};
  });
  if (!found) throw new ProtocolError('not_found');
  const {record, compartment} = found;
  const {holds} = await demandScope(exchange, record.scope, compartment);
  if (!holds && record.person !== null) await noteLook(exchange, history, record.person);
  const states = (await history.statesOf(signedIn.authority, id)).filter(({body}) => body.scope === record.scope);
  return {
    kind: record.kind,
    person: record.person,
    states: states.map(({at, author, name, body}) => ({at: new Date(at).toISOString(), by: author, name, data: body.data})),
  };
}

/** Who opened the whole file. The young person sees it of their own. */
export async function whoLooked(exchange: Exchange, history: HistoryStore, person: string): Promise<LooksAnswer> {
  const {storage, signedIn} = exchange;
  if (!isId(person)) throw new ProtocolError('not_found');
  const known = await storage.snapshot(signedIn.authority, store => store.record(person));
  if (known?.kind !== 'young-person') throw new ProtocolError('not_found');
  await demandScope(exchange, scopeId(signedIn.authority, person, 'shared'), 'shared');
  const looks = await history.looksAt(signedIn.authority, person, signedIn.holder === person);
  return {looks: looks.map(({at, name, role}) => ({at: new Date(at).toISOString(), name, role}))};
}
