/** The domain's own function, given what the store knows: for a push, and for work that waited and is decided later. */
import {settingsInForce} from '#domain/authority/settings.ts';
import type {Actor, CaseRecords, Command, CommandKind, Decision, Refusal} from '#domain/command.ts';
import {commandNamed, decide} from '#domain/commands.ts';
import {raised} from '#domain/decide.ts';
import {fitsField} from '#domain/record-kinds.ts';
import {isMadeByChance, type Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {refuse, type Result} from '#domain/shared/result.ts';
import type {Op} from '#protocol/ops.ts';
import type {Writing} from '#server/db/storage.ts';
import {ofTheOp} from './alone.ts';
import type {Publisher} from './publisher.ts';
import {scopeId} from './scopes.ts';

/** `actor`: in whose name it is written; `holder`: whose grants count. */
export async function decideOp(
  store: Writing,
  {authority, now, today}: Publisher,
  op: Op,
  actor: Actor,
  holder: Id,
): Promise<Result<Decision, Refusal>> {
  const kind = commandNamed(op.kind);
  if (!kind || op.version > kind.version) return refuse({code: 'unknown_kind', fields: []});
  const held = await store.heldBy(holder, today);
  // Locked before it is looked at: where it lies now is where it lies when the op is carried out.
  const scope =
    kind.compartment === 'of_record' ? (await store.lockRecord(op.record))?.scope : scopeId(authority, op.person, kind.compartment);
  const places = new Set((await store.scopesOf(op.person)).map(({id}) => id));
  if (scope === undefined || !places.has(scope)) return refuse({code: 'not_permitted', fields: []});
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
  const {records, isFree} = await recordsFor(store, authority, kind, command);
  const settings = settingsInForce(await store.recordsOf(null, ['setting']));
  const holdsScope = held.some(candidate => candidate.id === scope);
  const decided = ofTheOp(() => decide(records, command, {actor, now, today, settings, fits: fitsField}, holdsScope));
  // [K1] Words were written for those who read the record where it lay: when it has moved, they stay with their author.
  const hasMoved = kind.compartment === 'of_record' && op.scope !== null && op.scope !== scope && places.has(op.scope);
  if (decided.ok && hasMoved) return refuse({code: 'state_moved', fields: []});
  const makesIt = decided.ok && !records.get(op.record) && decided.value.puts.some(({id}) => id === op.record);
  return makesIt && !isFree ? refuse({code: 'already_there', fields: []}) : decided;
}

function namedBy(kind: CommandKind, command: Command): readonly Id[] {
  const body = kind.names && kind.body.safeParse(raised(kind, command));
  return body?.success ? (kind.names?.(body.data) ?? []) : [];
}

/**
 * Loads what the command's definition says it looks at: its record, the person's of those kinds, those it names. A record of
 * somebody else is none [P7]. `isFree`: whether a record may be made under the id. Of an id that can be worked out from a
 * name (imported records have such) it may only as a part of what lies in the same file, so that nobody learns from the answer
 * what there is.
 */
async function recordsFor(
  store: Writing,
  authority: string,
  kind: CommandKind,
  command: Command,
): Promise<{readonly records: CaseRecords; readonly isFree: boolean}> {
  const named = ofTheOp(() => namedBy(kind, command));
  const loaded = new Map<Id, DomainRecord>();
  let isFree = kind.makesPart === true || isMadeByChance(command.record);
  for (const id of [command.record, ...named].toSorted()) {
    const isIts = id === command.record;
    const record = isIts ? await store.lockRecord(id) : await store.record(id);
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
  return {records, isFree};
}
