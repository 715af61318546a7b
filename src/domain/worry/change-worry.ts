/** What commands about an open worry do alike: find it, note who has seen it, and add what was done. */
import type {CaseRecords, Command, DecideContext, Decision, Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {ok, refuse, type Result} from '../shared/result.ts';
import {addMembers, ownRecord} from '../write-field.ts';
import type {WorryAct} from './worry.ts';

type WorryRecord = RecordOf<'worry'>;

/** Open or closed: what somebody saw, did or said while another closed it has happened all the same, and is kept. */
export function anyWorry(records: CaseRecords, command: Command): Result<WorryRecord, Refusal> {
  const found = ownRecord(records.get(command.record), 'worry', command);
  return found.ok ? ok(found.value as WorryRecord) : found;
}

/** One that nobody has closed. */
export function openWorry(records: CaseRecords, command: Command): Result<WorryRecord, Refusal> {
  const worry = anyWorry(records, command);
  return !worry.ok || worry.value.data.closedAt === null ? worry : refuse({code: 'state_moved', fields: []});
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
