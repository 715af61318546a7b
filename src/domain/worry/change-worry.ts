/** What commands about an open worry do alike: find it, note who has seen it, and add what was done. */
import type {CaseRecords, Command, DecideContext, Decision, Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {ok, refuse, type Result} from '../shared/result.ts';
import {addMembers, ownRecord} from '../write-field.ts';
import type {WorryAct} from './worry.ts';

type WorryRecord = RecordOf<'worry'>;

/** One that nobody has closed. */
export function openWorry(records: CaseRecords, command: Command): Result<WorryRecord, Refusal> {
  const found = ownRecord(records.get(command.record), 'worry', command);
  if (!found.ok) return found;
  const worry = found.value as WorryRecord;
  return worry.data.closedAt === null ? ok(worry) : refuse({code: 'state_moved', fields: []});
}

/** An act is added to those that there are; `beside`: who has seen it with that. */
export function withAct(
  worry: WorryRecord,
  act: WorryAct,
  command: Command,
  context: DecideContext,
  beside: Partial<Pick<DataOf<'worry'>, 'seenBy'>> = {},
): Decision {
  return addMembers(worry, {acts: [act], ...beside}, command, context);
}
