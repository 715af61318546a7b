/**
 * What the team does about a worry: read it, say what is being done, note a call, pass it on, and close it with what came of it.
 * The young person reads all of it (domain.md 8). What was read or done is kept also where another closed it meanwhile; only what
 * would move it is refused then. A duty worker does the same to what has come to duty, on their shift alone.
 */
import * as z from 'zod/mini';
import {commandKind, type CaseRecords, type Command, type DecideContext, type Refusal} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {millisecondsOf} from '../shared/calendar-date.ts';
import {optionalWords, textSchema} from '../shared/fields.ts';
import {ok, refuse, type Result} from '../shared/result.ts';
import {addMembers, writeFields} from '../write-field.ts';
import {isBlank} from '../young-person/profile-records.ts';
import {anyWorry, openWorry, withAct} from './change-worry.ts';
import {ADDRESSEES} from './codes.ts';
import {wasWrittenOn} from './duty-shift.ts';
import {presentRound, wasWithDuty} from './rounds.ts';

type WorryRecord = RecordOf<'worry'>;

/** What a duty worker's right is judged by. */
const SHIFTS = {readsOfAuthority: ['duty-shift']} as const;

type Find = typeof anyWorry;

/** One that this colleague may answer: a duty worker what was with duty when they wrote, on their shift. */
function theirs(find: Find, records: CaseRecords, command: Command, {actor, now}: DecideContext): Result<WorryRecord, Refusal> {
  const worry = find(records, command);
  if (!worry.ok || actor.role !== 'duty_worker') return worry;
  const shifts = records.ofPerson(null, 'duty-shift') as readonly RecordOf<'duty-shift'>[];
  const isOnShift = shifts.some(shift => shift.data.worker === actor.holder && wasWrittenOn(shift, command.at, now));
  return isOnShift && wasWithDuty(worry.value.data, command.at) ? worry : refuse({code: 'not_permitted', fields: []});
}

/** Read since it last went its way: whoever passed it on and gets it back reads it anew. */
function hasSeen({data}: WorryRecord, holder: string): boolean {
  const round = presentRound(data);
  const since = round?.byHand === true ? millisecondsOf(round.since) : 0;
  return data.seenBy.some(each => each.holder === holder && millisecondsOf(each.at) >= since);
}

/** Whoever does something about it has read it. */
function seen(worry: WorryRecord, command: Command, {actor: {holder}}: DecideContext): Partial<Pick<DataOf<'worry'>, 'seenBy'>> {
  return hasSeen(worry, holder) ? {} : {seenBy: [{holder, at: command.at}]};
}

/** Somebody says that they have read it and will see to it. Twice by the same is once. */
export const seeWorry = commandKind({
  kind: 'worry.see',
  version: 1,
  action: 'worry.answer',
  compartment: 'of_record',
  body: z.object({}),
  reads: [],
  ...SHIFTS,
  decide(records, command, context) {
    const worry = theirs(anyWorry, records, command, context);
    if (!worry.ok) return worry;
    const added = seen(worry.value, command, context);
    return 'seenBy' in added ? ok(addMembers(worry.value, added, command, context)) : refuse({code: 'unchanged', fields: []});
  },
});

/** What is being done, or that somebody phoned; as often as there is something to say. Of a call the words are not needed. */
export const actOnWorry = commandKind({
  kind: 'worry.act',
  version: 1,
  action: 'worry.answer',
  compartment: 'of_record',
  body: z.object({what: z.enum(['doing', 'phoned']), words: optionalWords}),
  reads: [],
  ...SHIFTS,
  decide(records, command, context) {
    const worry = theirs(anyWorry, records, command, context);
    if (!worry.ok) return worry;
    const {what, words} = command.body;
    if ((what === 'doing' || words !== null) && isBlank(words?.text ?? null, 'words') !== false)
      return refuse({code: 'words_missing', fields: ['words']});
    const act = {what, to: null, by: context.actor.holder, at: command.at, words};
    return ok(withAct(worry.value, act, command, context, seen(worry.value, command, context)));
  },
});

/** By hand, with a word to whoever gets it: it waits for them as long as it waited for the first. */
export const passWorryOn = commandKind({
  kind: 'worry.pass-on',
  version: 1,
  action: 'worry.answer',
  compartment: 'of_record',
  body: z.object({to: z.enum(ADDRESSEES), words: optionalWords}),
  reads: [],
  ...SHIFTS,
  decide(records, command, context) {
    const worry = theirs(openWorry, records, command, context);
    if (!worry.ok) return worry;
    const {to, words} = command.body;
    if (isBlank(words?.text ?? null, 'words') !== false) return refuse({code: 'words_missing', fields: ['words']});
    if (context.actor.role === 'duty_worker' && to === 'duty') return refuse({code: 'unchanged', fields: ['to']});
    const act = {what: 'passed_on', to, by: context.actor.holder, at: command.at, words} as const;
    return ok(withAct(worry.value, act, command, context, seen(worry.value, command, context)));
  },
});

export const closeWorry = commandKind({
  kind: 'worry.close',
  version: 1,
  action: 'worry.answer',
  compartment: 'of_record',
  movesState: true,
  body: z.object({outcome: textSchema}),
  reads: [],
  ...SHIFTS,
  decide(records, command, context) {
    const worry = theirs(openWorry, records, command, context);
    if (!worry.ok) return worry;
    const {outcome} = command.body;
    if (outcome.trim() === '') return refuse({code: 'words_missing', fields: ['outcome']});
    const closed = {...worry.value, data: {...worry.value.data, closedAt: command.at}};
    return ok(writeFields(closed, {outcome: {way: 'text', value: outcome}}, command, context));
  },
});
