/**
 * The one function that decides any command, on device and server alike: the right, its body, the state that it expects,
 * and then its own rule. Which commands there are is given to it: a young person's device knows only their own.
 */
import {may} from './access/permissions.ts';
import type {CaseRecords, Command, CommandKind, DecideContext, Decision, Refusal} from './command.ts';
import type {Id} from './shared/ids.ts';
import {sameValue} from './shared/heads.ts';
import {stateOp, struckOut, type Head, type Mark} from './shared/record.ts';
import {must, ok, refuse, type Result} from './shared/result.ts';

/** Brings the body of an older version up to the newest [U1]. */
export function raised(kind: CommandKind, {version, body}: Command): unknown {
  let raisedBody = body;
  for (let at = version ?? kind.version; at < kind.version; at++)
    raisedBody = must(kind.casters?.[at], 'every older version has a caster')(raisedBody);
  return raisedBody;
}

/** Checks the body and the right, then decides. `holdsScope`: whether the scope concerned is the actor's today. */
export function decideCommand(
  kind: CommandKind | undefined,
  records: CaseRecords,
  command: Command,
  context: DecideContext,
  holdsScope: boolean,
): Result<Decision, Refusal> {
  if (!kind || (command.version ?? 1) > kind.version) return refuse({code: 'unknown_kind', fields: []});
  // The right comes first: whoever has none learns nothing of the rest, not even that a body is wrong [P7].
  if (!may(context.actor.role, kind.action, holdsScope)) return refuse({code: 'not_permitted', fields: []});
  const given = raised(kind, command);
  const body = kind.body.safeParse(given);
  if (!body.success) return refuse({code: 'body_invalid', fields: body.error.issues.map(issue => issue.path.join('.'))});
  // Something that its kind has not: nothing is stored by half, and nothing is left out in silence.
  if (!sameValue(given, body.data)) return refuse({code: 'body_invalid', fields: []});
  const record = records.get(command.record);
  if (kind.movesState && record?.person === command.person && command.expect !== undefined && stateOp(record) !== command.expect)
    return refuse({code: 'state_moved', fields: []});
  const decided = kind.decide(records, {...command, body: body.data}, context);
  return decided.ok ? ok(marked(records, kind, command, context, decided.value)) : decided;
}

/** What is true of every command: a moved state knows its op, a record struck out and then changed is open again, a moved record leaves. */
function marked(records: CaseRecords, kind: CommandKind, command: Command, context: DecideContext, decision: Decision): Decision {
  const mine: Head = {ops: [command.op], value: command.kind, author: context.actor.holder, device: context.actor.device, at: command.at};
  const left: {scope: Id; id: Id}[] = [];
  const puts = decision.puts.map(put => {
    // A part that was found among the person's own is known as well as one that was named.
    const before = records.get(put.id) ?? records.ofPerson(put.person, put.kind).find(({id}) => id === put.id);
    if (before && before.scope !== put.scope) left.push({scope: before.scope, id: put.id});
    const marks: Partial<Record<Mark, readonly Head[]>> = {
      ...(kind.movesState && put.id === command.record ? {state: [mine]} : {}),
      ...(before && struckOut(before) && struckOut(put) === struckOut(before)
        ? {struck: [], reopened: [mine, ...(before.heads['struck'] ?? [])]}
        : {}),
    };
    return Object.keys(marks).length > 0 ? {...put, heads: {...put.heads, ...marks}} : put;
  });
  return {...decision, puts, ...(left.length > 0 ? {left} : {})};
}
