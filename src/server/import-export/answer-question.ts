/**
 * The answer to a question, in the records of its row: only what the answer changes, and only where nobody has changed
 * it since. A field that somebody has written in the meantime is theirs: then nothing is changed and the person is told.
 */
import {RECORD_KINDS} from '#domain/record-kinds.ts';
import type {RecordDraft} from '#domain/import/record-draft.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {InvariantError} from '#domain/shared/result.ts';
import type {Writing} from '#server/db/storage.ts';
import type {RecordImport} from '#server/sync/import-records.ts';

/** Somebody has worked on what the answer would change. */
export class AnswerMoved extends Error {
  override name = 'AnswerMoved';
}

/** A person has one of these at a time: an answer never sets a second beside one that somebody has made since. */
const ONE_AT_A_TIME: readonly string[] = ['allocation', 'in-touch', 'activity', 'immigration'];

interface RecordChanges {
  readonly changed: readonly DomainRecord[];
  /** Scopes that a record has left, because the answer says who may see it. */
  readonly left: readonly {readonly scope: Id; readonly id: Id}[];
}

/** @throws AnswerMoved */
export async function changeRecords(
  store: Writing,
  records: RecordImport,
  before: readonly RecordDraft[],
  after: readonly RecordDraft[],
): Promise<RecordChanges> {
  const changed: DomainRecord[] = [];
  const left: {scope: Id; id: Id}[] = [];
  for (const draft of after) {
    const stored = await store.lockRecord(draft.id);
    if (!stored) {
      await demandNone(store, draft);
      continue;
    }
    const was = before.find(({id}) => id === draft.id);
    const next = was && merged(stored, draft, records.recordOf(was), records.recordOf(draft));
    if (!next) continue;
    changed.push(next);
    if (next.scope !== stored.scope) left.push({scope: stored.scope, id: stored.id});
  }
  return {changed, left};
}

async function demandNone(store: Writing, {kind, person}: RecordDraft): Promise<void> {
  if (person === null || !ONE_AT_A_TIME.includes(kind)) return;
  if ((await store.recordsOf(person, [kind])).length > 0) throw new AnswerMoved();
}

function merged(stored: DomainRecord, {kind}: RecordDraft, before: DomainRecord, next: DomainRecord): DomainRecord | null {
  const data: Record<string, unknown> = {...stored.data};
  let isChanged = false;
  for (const [field, value] of Object.entries(next.data)) {
    const old = before.data[field];
    if (isSame(old, value) || isSame(stored.data[field], value)) continue;
    if (!isSame(stored.data[field], old) || (stored.heads[field]?.length ?? 0) > 0) throw new AnswerMoved();
    data[field] = value;
    isChanged = true;
  }
  const scope = next.scope === before.scope ? stored.scope : next.scope;
  if (!isChanged && scope === stored.scope) return null;
  if (!RECORD_KINDS[kind].schema.safeParse(data).success) throw new InvariantError(`an answered ${kind} does not fit its kind`);
  return {...stored, data, scope};
}

/** Objects come back from the store with their keys in another order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.entries(value)
    .map(([key, item]) => [key, inOrder(item)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
