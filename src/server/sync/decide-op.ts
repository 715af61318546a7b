/** The domain's own function, given what the store knows: for a push, and for work that waited and is decided later. */
import {settingsInForce} from '#domain/authority/settings.ts';
import type {Actor, CaseRecords, Command, CommandKind, Decision, Refusal} from '#domain/command.ts';
import {commandNamed, decide} from '#domain/commands.ts';
import {raised} from '#domain/decide.ts';
import {fitsField} from '#domain/record-kinds.ts';
import {sameValue} from '#domain/shared/heads.ts';
import {isMadeByChance, type Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {refuse, type Result} from '#domain/shared/result.ts';
import type {Op} from '#protocol/ops.ts';
import type {Writing} from '#server/db/storage.ts';
import {ofTheOp} from './alone.ts';
import type {Publisher} from './publisher.ts';
import {scopeId} from './scopes.ts';

/** How often an op is decided whose records somebody else changes meanwhile; each time more of them are locked. */
const TRIES = 3;

/**
 * `actor`: in whose name it is written; `holder`: whose grants count. What an op changes beside its own record was only read:
 * where somebody changed that meanwhile, it is decided anew on what stands there, so that nothing of theirs is written over.
 */
export async function decideOp(store: Writing, publisher: Publisher, op: Op, actor: Actor, holder: Id): Promise<Result<Decision, Refusal>> {
  for (let tried = 1; ; tried++) {
    const {decided, seen} = await decideOnce(store, publisher, op, actor, holder);
    if (!decided.ok || tried === TRIES || (await stillStands(store, decided.value, op.record, seen))) return decided;
  }
}

type Seen = (id: Id) => DomainRecord | undefined;

/** Locked, in the order of their ids, until the op is carried out. */
async function stillStands(store: Writing, {puts}: Decision, own: Id, seen: Seen): Promise<boolean> {
  for (const id of puts.map(put => put.id).toSorted()) {
    const now = id === own ? undefined : await store.lockRecord(id);
    if (now && !sameValue(now, seen(id))) return false;
  }
  return true;
}

async function decideOnce(
  store: Writing,
  {authority, now, today}: Publisher,
  op: Op,
  actor: Actor,
  holder: Id,
): Promise<{readonly decided: Result<Decision, Refusal>; readonly seen: Seen}> {
  const refused = (code: Refusal['code']) => ({decided: refuse<Refusal>({code, fields: []}), seen: () => undefined});
  const kind = commandNamed(op.kind);
  if (!kind || op.version > kind.version) return refused('unknown_kind');
  const held = await store.heldBy(holder, today);
  // Locked before it is looked at: where it lies now is where it lies when the op is carried out.
  const scope =
    kind.compartment === 'of_record' ? (await store.lockRecord(op.record))?.scope : scopeId(authority, op.person, kind.compartment);
  const places = new Set((await store.scopesOf(op.person)).map(({id}) => id));
  if (scope === undefined || !places.has(scope)) return refused('not_permitted');
  const command: Command = {
    op: op.op,
    kind: op.kind,
    version: op.version,
    record: op.record,
    person: op.person,
    at: op.at,
    body: op.body,
    ...(op.bases ? {bases: op.bases} : {}),
    ...(op.expect ? {expect: op.expect} : {}),
  };
  const {records, isFree, seen} = await recordsFor(store, authority, kind, command);
  const settings = settingsInForce(await store.recordsOf(null, ['setting']));
  const holdsScope = held.some(candidate => candidate.id === scope);
  const decided = ofTheOp(() => decide(records, command, {actor, now, today, settings, fits: fitsField}, holdsScope));
  // [K1] Words were written for those who read the record where it lay: when it has moved, they stay with their author.
  const hasMoved = kind.compartment === 'of_record' && op.scope !== null && op.scope !== scope && places.has(op.scope);
  if (decided.ok && hasMoved) return refused('state_moved');
  const makesIt = decided.ok && !records.get(op.record) && decided.value.puts.some(({id}) => id === op.record);
  return makesIt && !isFree ? refused('already_there') : {decided, seen};
}

function namedBy(kind: CommandKind, command: Command): readonly Id[] {
  const body = kind.names && kind.body.safeParse(raised(kind, command));
  return body?.success ? (kind.names?.(body.data, command.record) ?? []) : [];
}

/**
 * Loads what the command's definition says it looks at: its record and those it names, which stay as they are until the op is
 * carried out, and the person's of those kinds. A record of somebody else is none [P7]. `isFree`: whether a record may be made under the id. Of an id that can be worked out from a
 * name (imported records have such) it may only as a part of what lies in the same file, so that nobody learns from the answer
 * what there is.
 */
async function recordsFor(
  store: Writing,
  authority: string,
  kind: CommandKind,
  command: Command,
): Promise<{readonly records: CaseRecords; readonly isFree: boolean; readonly seen: Seen}> {
  const named = ofTheOp(() => namedBy(kind, command));
  const loaded = new Map<Id, DomainRecord>();
  let isFree = kind.makesPart === true || isMadeByChance(command.record);
  const waitsFor = kind.onePersonAtATime && command.person !== null ? [command.person] : [];
  for (const id of [...new Set([command.record, ...named, ...waitsFor])].toSorted()) {
    const isIts = id === command.record;
    const record = await store.lockRecord(id);
    if (isIts && record) isFree = false;
    if (record && (!isIts || record.person === command.person)) loaded.set(id, record);
  }
  const ofPerson = kind.reads.length > 0 ? await store.recordsOf(command.person, kind.reads) : [];
  const ofAuthority = kind.readsOfAuthority && command.person !== null ? await store.recordsOf(null, kind.readsOfAuthority) : [];
  const records: CaseRecords = {
    get: id => loaded.get(id),
    ofPerson: (person, wanted) => {
      const looked = person === command.person ? ofPerson : person === null ? ofAuthority : [];
      return looked.filter(record => record.kind === wanted);
    },
    scope: (person, compartment) => scopeId(authority, person, compartment),
  };
  const seen = (id: Id) => loaded.get(id) ?? [...ofPerson, ...ofAuthority].find(record => record.id === id);
  return {records, isFree, seen};
}
