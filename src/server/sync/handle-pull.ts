/**
 * Pull: in one snapshot, what this client must drop, what it is newly given, and what changed in between. The cursor
 * moves only here, never backwards and never past a version that the client has not seen whole (rules V1 to V6).
 */
import {isId, type Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {Change, GrantedScope, PullAnswer, PullRequest, View} from '#protocol/messages.ts';
import type {HeldScope, IndexEntry, Reading} from '#server/db/storage.ts';
import {demandEpoch, demandOwnClient, heldOnDevice, publisherOf, type Exchange} from './exchange.ts';

/** Records in one answer; the simulator has smaller ones. */
export const PAGE_ROWS = 500;

const changeOf = ({scope, id, version, record}: IndexEntry): Change => ({scope, id, version, record: record as Change['record']});
const grantedOf = ({id, grant, person, compartment, until}: HeldScope): GrantedScope => ({scope: id, grant, person, compartment, until});

export async function handlePull(exchange: Exchange, request: PullRequest, rows = PAGE_ROWS): Promise<PullAnswer> {
  const {storage, signedIn} = exchange;
  const {today} = publisherOf(exchange);
  if (request.views.some(({pageKey}) => pageKey !== null && !isId(pageKey)))
    throw new ProtocolError('envelope_invalid', {fields: ['views']});
  // Before the snapshot: what is noted of a strange device needs a transaction of its own.
  await demandOwnClient(exchange, request);
  const answer = await storage.snapshot(signedIn.authority, async store => {
    const client = await store.client(request.client);
    const epoch = await demandEpoch(store, request.epoch, client);
    const held = await heldOnDevice(store, signedIn, today);
    // [V1] A scope whose grant has ended or is another one leaves; [V2] a new grant begins afresh, even of a scope held before.
    const kept = request.views.filter(view => held.get(view.scope)?.grant === view.grant);
    const keptScopes = new Set(kept.map(view => view.scope));
    const drop = request.views.filter(view => !held.has(view.scope)).map(view => view.scope);
    const add = [...held.values()].filter(scope => !keptScopes.has(scope.id)).toSorted(headlinesFirst);
    const version = await store.version();
    const changed = await store.changesAfter([...keptScopes], request.cursor, rows);
    const loading: readonly View[] = [
      ...kept.filter(view => !view.done),
      ...add.map(({id, grant}) => ({scope: id, grant, done: false, pageKey: null})),
    ];
    const {changes, pages, unfinished} = await readPages(store, loading, rows - changed.entries.length);
    const cursor = changed.more
      ? Math.max(request.cursor, changed.entries.at(-1)?.version ?? request.cursor)
      : Math.max(request.cursor, version);
    const complete = !changed.more && !unfinished;
    const views = new Map([...held.values()].map(scope => [scope.id, scope.grant]));
    return {
      views,
      body: {
        epoch,
        version,
        lastSeq: client?.lastSeq ?? 0,
        drop,
        add: add.map(grantedOf),
        changes: [...changed.entries.map(changeOf), ...changes],
        pages,
        cursor,
        complete,
      },
    };
  });
  // [V5] What this device will hold is on record before the answer leaves.
  await storage.transaction(signedIn.authority, store => store.setClientViews(request.client, answer.views));
  return answer.body;
}

/** What lists are made of comes first, so that work can start and the device can say whose files it wants next. */
function headlinesFirst(one: HeldScope, other: HeldScope): number {
  const rank = ({person, compartment}: HeldScope) => (person === null ? 0 : compartment === 'summary' ? 1 : 2);
  return rank(one) - rank(other);
}

/** [V3] Pages of the scopes still loading, in the client's order, until the answer is full. */
async function readPages(
  store: Reading,
  loading: readonly View[],
  room: number,
): Promise<{changes: Change[]; pages: {scope: Id; pageKey: string | null}[]; unfinished: boolean}> {
  const changes: Change[] = [];
  const pages: {scope: Id; pageKey: string | null}[] = [];
  for (const view of loading) {
    const left = room - changes.length;
    if (left <= 0) return {changes, pages, unfinished: true};
    const page = await store.page(view.scope, view.pageKey, left + 1);
    const full = page.length > left;
    const sent = full ? page.slice(0, left) : page;
    changes.push(...sent.map(changeOf));
    pages.push({scope: view.scope, pageKey: full ? (sent.at(-1)?.id ?? view.pageKey) : null});
    if (full) return {changes, pages, unfinished: true};
  }
  return {changes, pages, unfinished: false};
}
