/**
 * Parked work settled by a manager. Put into the file: decided again by the domain's own function, on today's records,
 * with the manager's right and in the name of who wrote it; what cannot be decided any more, or was never its author's
 * to do, is filed as the words it holds. Or closed with a reason. Either way the words stay in `parked` for ever.
 */
import {createHash} from 'node:crypto';
import {may} from '#domain/access/permissions.ts';
import type {Decision, Refusal} from '#domain/command.ts';
import {commandNamed} from '#domain/commands.ts';
import {textsIn} from '#domain/filed-words/filed-words.ts';
import type {DataOf} from '#domain/record-kinds.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {ok, refuse, type Result} from '#domain/shared/result.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {HANDED_OVER_DRAFT, RECOVERED_RECORD} from '#protocol/ops.ts';
import type {ParkedAnswer, ParkedItem, ParkedList, ParkedOwner, ParkedSettle} from '#protocol/parked-messages.ts';
import type {ParkedEnd, ParkedWork} from '#server/db/parked-store.ts';
import type {Writing} from '#server/db/storage.ts';
import type {TeamReading, TeamStore, TeamWriting} from '#server/db/team-store.ts';
import {correctedTime} from './corrected-time.ts';
import {alone} from './alone.ts';
import {decideOp} from './decide-op.ts';
import {WAITS} from './deciding.ts';
import {publisherOf, type Exchange} from './exchange.ts';
import {publishChanges, storeDecision, type Left} from './publish-changes.ts';
import {recovered} from './recovered-records.ts';
import {idNamed, scopeId} from './scopes.ts';

/** No commands of the domain: words that went up by themselves. */
const WORDS_ONLY: ReadonlySet<string> = new Set([HANDED_OVER_DRAFT, RECOVERED_RECORD]);

const refused = (code: NonNullable<ParkedAnswer['refused']>): ParkedAnswer => ({refused: code, as: null});

/** Looking is noted: the words are case content. @throws ProtocolError not_found for everybody who may not read them. */
export async function listParked(
  exchange: Exchange,
  team: TeamStore,
  owners: readonly Id[],
  state: 'open' | 'closed',
): Promise<ParkedList> {
  const {authority, account, role} = exchange.signedIn;
  if (!may(role, 'parked.read', false)) throw new ProtocolError('not_found');
  return team.transaction(authority, async reading => {
    const work = await reading.parked.list(state);
    const names = await namesOf(reading, work);
    if (work.length > 0)
      await reading.store.audit({at: publisherOf(exchange).now, account, action: 'parked.look', detail: {state, items: work.length}});
    return {items: work.map(each => itemOf(each, names)), owners: [...owners]};
  });
}

async function namesOf({store}: TeamReading, work: readonly ParkedWork[]): Promise<ReadonlyMap<Id, string>> {
  const names = new Map<Id, string>();
  for (const person of new Set(work.flatMap(each => each.person ?? []))) {
    const [summary] = await store.recordsOf(person, ['summary']);
    if (summary && isKind(summary, 'summary')) names.set(person, summary.data.knownAs);
  }
  return names;
}

function itemOf(work: ParkedWork, names: ReadonlyMap<Id, string>): ParkedItem {
  const {op, author, authorName, person, reason, parkedAt, owner, body, closedAt, closedBy, closedAs, closeWords} = work;
  return {
    op,
    kind: body.kind,
    author,
    authorName,
    person: person === null ? null : {id: person, knownAs: names.get(person) ?? null},
    reason,
    writtenAt: body.at,
    parkedAt,
    owner,
    body: body.body,
    closed: closedAt === null ? null : {at: closedAt, by: closedBy, as: closedAs ?? 'closed', words: closeWords},
  };
}

/** Takes, hands on or gives back; of two at once the second is told. */
export async function ownParked(exchange: Exchange, team: TeamStore, owners: readonly Id[], request: ParkedOwner): Promise<ParkedAnswer> {
  const {authority, account} = demandSettler(exchange);
  if (request.to !== null && !owners.includes(request.to)) return refused('owner_unknown');
  return team.transaction(authority, async ({parked, store}) => {
    const work = await parked.lock(request.op);
    if (!work) throw new ProtocolError('not_found');
    if (work.closedAt === null && work.owner === request.to) return {refused: null, as: null};
    if (work.closedAt !== null || work.owner !== request.from) return refused('state_moved');
    await parked.setOwner(request.op, request.to);
    const detail = {owned: request.to !== null};
    await store.audit({at: publisherOf(exchange).now, account, action: 'parked.own', person: work.person, record: work.op, detail});
    return {refused: null, as: null};
  });
}

function demandSettler({signedIn}: Exchange): Exchange['signedIn'] {
  if (!may(signedIn.role, 'parked.settle', false)) throw new ProtocolError('not_found');
  return signedIn;
}

export async function settleParked(exchange: Exchange, team: TeamStore, request: ParkedSettle): Promise<ParkedAnswer> {
  const {authority, account, holder} = demandSettler(exchange);
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const {now} = publisherOf(exchange);
  return team.transaction(authority, async writing => {
    const work = await writing.parked.lock(request.op);
    if (!work) throw new ProtocolError('not_found');
    if (work.closedAt !== null)
      return work.settling === request.id && work.settledHash === hash ? {refused: null, as: work.closedAs} : refused('state_moved');
    if (work.owner !== null && work.owner !== holder) return refused('owned_by_another');
    if (request.kind === 'close' && (request.words ?? '').trim() === '') return refused('words_missing');
    const as = request.kind === 'close' ? 'closed' : await putIntoFile(exchange, writing, work);
    if (typeof as !== 'string') return as;
    await writing.parked.close({op: work.op, at: now, by: holder, as, words: request.words, settling: request.id, hash});
    const kind = commandNamed(work.body.kind) || WORDS_ONLY.has(work.body.kind) ? work.body.kind : 'unknown';
    const detail = {as, reason: work.reason, kind};
    await writing.store.audit({at: now, account, action: 'parked.settle', person: work.person, record: work.op, detail});
    return {refused: null, as};
  });
}

/**
 * What somebody does who holds the file. What only a manager decides (who holds a file, a setting) is the manager's own to
 * do, seen and noted as that: the right to it is never lent to an op that somebody else wrote. Nor is that to give money: a
 * manager gives more than the author could, and might give what they asked for themselves.
 */
function isWorkInFile(kind: string): boolean {
  const command = commandNamed(kind);
  return command !== undefined && command.action !== 'fund.decide' && may('adviser', command.action, true);
}

const writtenAt = ({body, parkedAt}: ParkedWork) => correctedTime(body, {deviceNow: parkedAt, receivedAt: parkedAt});

async function putIntoFile(exchange: Exchange, writing: TeamWriting, work: ParkedWork): Promise<ParkedEnd | ParkedAnswer> {
  const {store} = writing;
  const {signedIn} = exchange;
  const publisher = publisherOf(exchange);
  const result = await carriedOut(exchange, store, work);
  if (result?.ok) {
    const {puts, left} = result.value;
    const further = await putWhatWaited(exchange, writing, work.op);
    await publishChanges(store, publisher, [...puts, ...further.puts], [...(left ?? []), ...further.left]);
    return 'filed';
  }
  if (result?.refusal.code === 'already_there') return refused('already_there');
  const record = await wordsOf(exchange, store, work);
  if (!('kind' in record)) return record;
  await publishChanges(store, publisher, await store.putRecords([record], work.op, signedIn.holder, publisher.now));
  return 'filed_words';
}

/** Undefined: the server has a fault with it. */
function carriedOut(exchange: Exchange, store: Writing, work: ParkedWork): Promise<Result<Decision, Refusal> | undefined> {
  return alone(store, async () => {
    const result = await decided(exchange, store, work);
    if (!result.ok) return result;
    const stored = await storeDecision(store, publisherOf(exchange), result.value, work.op, exchange.signedIn.holder);
    return stored.ok ? ok({...result.value, puts: stored.value}) : stored;
  });
}

async function decided(exchange: Exchange, store: Writing, work: ParkedWork): Promise<Result<Decision, Refusal>> {
  const {signedIn} = exchange;
  const op = {...work.body, at: writtenAt(work)};
  const never = refuse<Refusal>({code: 'not_permitted', fields: []});
  if (op.kind === RECOVERED_RECORD) {
    const record = await recovered(store, op);
    return record ? ok({status: 'applied', puts: [record], grants: []}) : never;
  }
  if (!isWorkInFile(op.kind)) return never;
  return decideOp(store, publisherOf(exchange), op, {holder: work.author, role: signedIn.role, device: work.client}, signedIn.holder);
}

/** [P10] What the same author wrote upon it, and what was written upon that, comes into the file with it. */
async function putWhatWaited(
  exchange: Exchange,
  {store, parked}: TeamWriting,
  filed: Id,
): Promise<{readonly puts: readonly DomainRecord[]; readonly left: readonly Left[]}> {
  const {now} = publisherOf(exchange);
  const puts: DomainRecord[] = [];
  const left: Left[] = [];
  const came = new Set([filed]);
  for (const op of came) {
    const open = await store.parked();
    const isIn = async (needed: Id) => came.has(needed) || ((await store.loggedOp(needed)) && !open.some(each => each.op === needed));
    for (const {body, reason} of open) {
      if (reason !== WAITS || !body.after?.includes(op)) continue;
      if ((await Promise.all(body.after.map(isIn))).some(there => !there)) continue;
      const work = await parked.lock(body.op);
      if (!work || work.closedAt !== null) continue;
      const result = await carriedOut(exchange, store, work);
      if (!result?.ok) continue;
      await store.endWait(work.op, {at: now, by: exchange.signedIn.holder});
      puts.push(...result.value.puts);
      left.push(...(result.value.left ?? []));
      came.add(work.op);
    }
  }
  return {puts, left};
}

async function wordsOf(exchange: Exchange, store: TeamWriting['store'], work: ParkedWork): Promise<DomainRecord | ParkedAnswer> {
  const {signedIn} = exchange;
  const {authority, today} = publisherOf(exchange);
  const {person, author, client, body} = work;
  const scope = scopeId(authority, person, 'staff');
  if (person === null || !(await store.scopesOf(person)).some(({id}) => id === scope)) return refused('no_person');
  const words = [...textsIn(body.body)];
  if (words.length === 0) return refused('nothing_to_file');
  const data: DataOf<'filed-words'> = {author, writtenAt: body.at, from: body.kind, words, filedBy: signedIn.holder, filedOn: today};
  const made = {author, device: client, at: body.at, op: work.op};
  return {id: idNamed('filed-words', authority, work.op), kind: 'filed-words', scope, person, data, heads: {}, made};
}
