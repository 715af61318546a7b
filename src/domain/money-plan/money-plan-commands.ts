/**
 * What a young person does with their money plan, alone or with an adviser, all of it offline: add a line, change it, take
 * it out and put it back, say where a benefit stands, say what they want done about it, and write who helps.
 */
import * as z from 'zod/mini';
import {
  commandKind,
  dayOfWriting,
  newRecord,
  type CaseRecords,
  type Command,
  type DecideContext,
  type Decision,
  type Refusal,
} from '../command.ts';
import type {DataOf} from '../record-kinds.ts';
import {optionalWords, type Words} from '../shared/fields.ts';
import type {Id} from '../shared/ids.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';
import {makeNew, type Fault} from '../young-person/profile-records.ts';
import * as codes from './codes.ts';
import {benefitCheckId, moneyAmountSchema, moneyHelpId, type MoneyAmount} from './money-plan.ts';

/** What flows says how often; of a sum there is nothing to say. */
const amountFault = (what: codes.MoneyLineCode, {every}: MoneyAmount): Fault =>
  codes.isFlow(codes.groupOfLine(what)) === (every === null) && ['out_of_range', 'amount'];

const wordsFault = (what: codes.MoneyLineCode, words: Words | null): Fault =>
  codes.needsWords(what) && (words?.text ?? '').trim() === '' && ['words_missing', 'words'];

export const addMoneyLine = commandKind({
  kind: 'money-line.add',
  version: 1,
  action: 'money-plan.write',
  compartment: 'shared',
  body: z.object({what: z.enum(codes.MONEY_LINES), amount: moneyAmountSchema, words: optionalWords}),
  reads: [],
  decide: (records, command, context) =>
    makeNew(
      ['money-line', 'shared'],
      records,
      command,
      context,
      {...command.body, wish: null, takenOutOn: null},
      amountFault(command.body.what, command.body.amount),
      wordsFault(command.body.what, command.body.words),
    ),
});

const wish = z.nullable(z.enum(codes.MONEY_WISHES));

export const changeMoneyLine = commandKind({
  kind: 'money-line.change',
  version: 1,
  action: 'money-plan.write',
  compartment: 'shared',
  body: z.partial(z.object({amount: moneyAmountSchema, words: optionalWords, wish})),
  reads: [],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'money-line', command);
    if (!found.ok) return found;
    const {what} = found.value.data as DataOf<'money-line'>;
    const {amount, words} = command.body;
    const fault = (amount !== undefined && amountFault(what, amount)) || (words !== undefined && wordsFault(what, words));
    if (fault) return refuse({code: fault[0], fields: [fault[1]]});
    return ok(writeFields(found.value, waysOf(command.body, ['words']), command, context));
  },
});

function waysOf(body: object, texts: readonly string[]): Readonly<Record<string, FieldWrite>> {
  return Object.fromEntries(
    Object.entries(body).map(([field, value]): [string, FieldWrite] => [field, {way: texts.includes(field) ? 'text' : 'plain', value}]),
  );
}

/** It stays where it is, and counts no more until it is put back. */
export const takeOutMoneyLine = commandKind({
  kind: 'money-line.take-out',
  version: 1,
  action: 'money-plan.write',
  compartment: 'shared',
  body: z.object({out: z.boolean()}),
  reads: [],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'money-line', command);
    if (!found.ok) return found;
    const value = command.body.out ? dayOfWriting(command, context) : null;
    return ok(writeFields(found.value, {takenOutOn: {way: 'plain', value}}, command, context));
  },
});

/** The record under the id that every device works out alike, begun empty where there is none. Somebody else's, and another's, is none. */
function knownPart<Kind extends 'benefit-check' | 'money-help'>(
  [kind, known]: readonly [Kind, (person: Id) => Id],
  empty: DataOf<Kind>,
  writes: Readonly<Record<string, FieldWrite>>,
  records: CaseRecords,
  command: Command<object>,
  context: DecideContext,
): Result<Decision, Refusal> {
  if (command.person === null || command.record !== known(command.person)) return refuse({code: 'unknown_record', fields: []});
  const before = records.get(command.record);
  const own = before && ownRecord(before, kind, command);
  if (own && !own.ok) return own;
  const scope = must(records.scope(command.person, 'shared'), 'a person has a shared scope');
  return ok(writeFields(own?.value ?? newRecord(kind, command, scope, {...empty}, context), writes, command, context));
}

export const sayBenefit = commandKind({
  kind: 'benefit-check.say',
  version: 1,
  action: 'money-plan.write',
  compartment: 'shared',
  makesPart: true,
  body: z.object({benefit: z.enum(codes.BENEFITS), state: z.optional(z.nullable(z.enum(codes.BENEFIT_STATES))), wish: z.optional(wish)}),
  reads: [],
  decide(records, command, context) {
    const {benefit, ...said} = command.body;
    return knownPart(
      ['benefit-check', person => benefitCheckId(person, benefit)],
      {benefit, state: null, wish: null},
      waysOf(said, []),
      records,
      command,
      context,
    );
  },
});

export const writeMoneyHelp = commandKind({
  kind: 'money-help.write',
  version: 1,
  action: 'money-plan.write',
  compartment: 'shared',
  makesPart: true,
  body: z.object({words: optionalWords}),
  reads: [],
  decide: (records, command, context) =>
    knownPart(['money-help', moneyHelpId], {words: null}, waysOf(command.body, ['words']), records, command, context),
});
