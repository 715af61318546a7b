/**
 * Consent to the evaluation of an income scheme is given and taken back by the young person, alone on their own device, or
 * recorded by staff whom they told. Taking it back is never refused because something else happened in between.
 */
import * as z from 'zod/mini';
import {commandKind, isTheirOwn, newRecord, type Command, type DecideContext, type Refusal, type RefusalCode} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {idSchema} from '../shared/ids.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {ownRecord} from '../write-field.ts';
import {EVALUATION_WAYS, type EvaluationWay} from './evaluation-consent.ts';
import {enrolmentIn, evaluationConsentId} from './taking-part.ts';

const no = (code: RefusalCode, field: string) => refuse({code, fields: [field]} satisfies Refusal);

/** Nobody says for a young person that they did it themselves, and they themselves were told by nobody. */
const isSaidRightly = (how: EvaluationWay, command: Command, context: DecideContext): boolean =>
  isTheirOwn(command, context) === (how === 'own_device');

export const giveEvaluationConsent = commandKind({
  kind: 'evaluation-consent.give',
  version: 1,
  action: 'evaluation.consent',
  compartment: 'shared',
  makesPart: true,
  movesState: true,
  body: z.object({scheme: idSchema, givenOn: calendarDateSchema, givenHow: z.enum(EVALUATION_WAYS)}),
  reads: ['income-enrolment'],
  decide(records, command, context) {
    const {scheme, givenOn, givenHow} = command.body;
    if (command.person === null || command.record !== evaluationConsentId(command.person, scheme))
      return refuse({code: 'unknown_record', fields: []});
    const enrolments = records.ofPerson(command.person, 'income-enrolment') as readonly RecordOf<'income-enrolment'>[];
    if (!enrolmentIn(enrolments, scheme)) return no('out_of_range', 'scheme');
    if (!isSaidRightly(givenHow, command, context)) return no('out_of_range', 'givenHow');
    if (givenOn > context.today) return no('date_in_future', 'givenOn');
    const data = {scheme, givenOn, givenHow, withdrawnOn: null, withdrawnHow: null};
    if (!records.get(command.record)) {
      const scope = must(records.scope(command.person, 'shared'), 'a person has every scope');
      return ok({status: 'applied', puts: [newRecord('evaluation-consent', command, scope, data, context)], grants: []});
    }
    const before = ownRecord(records.get(command.record), 'evaluation-consent', command);
    if (!before.ok) return before;
    const {withdrawnOn} = before.value.data as RecordOf<'evaluation-consent'>['data'];
    if (withdrawnOn === null) return refuse({code: 'in_force_already', fields: []});
    // Whoever says yes again has seen that it was taken back: a yes from before, come late, changes nothing.
    if (command.expect === undefined) return refuse({code: 'state_moved', fields: []});
    if (givenOn < withdrawnOn) return no('dates_out_of_order', 'givenOn');
    return ok({status: 'applied', puts: [{...before.value, data}], grants: []});
  },
});

/** Moves no state that it would have to expect: whatever was said meanwhile, it is taken back. */
export const withdrawEvaluationConsent = commandKind({
  kind: 'evaluation-consent.withdraw',
  version: 1,
  action: 'evaluation.consent',
  compartment: 'shared',
  body: z.object({withdrawnOn: calendarDateSchema, withdrawnHow: z.enum(EVALUATION_WAYS)}),
  reads: [],
  decide(records, command, context) {
    const found = ownRecord(records.get(command.record), 'evaluation-consent', command);
    if (!found.ok) return found;
    const consent = found.value as RecordOf<'evaluation-consent'>;
    const {withdrawnOn, withdrawnHow} = command.body;
    if (!isSaidRightly(withdrawnHow, command, context)) return no('out_of_range', 'withdrawnHow');
    // Twice is once, with the day of the first.
    if (consent.data.withdrawnOn !== null) return ok({status: 'applied', puts: [consent], grants: []});
    // Their device may be ahead of the day. Their "yes" may have been written down after they took it back elsewhere.
    const said: CalendarDate = withdrawnOn > context.today ? context.today : withdrawnOn;
    const on: CalendarDate = said < consent.data.givenOn ? consent.data.givenOn : said;
    return ok({status: 'applied', puts: [{...consent, data: {...consent.data, withdrawnOn: on, withdrawnHow}}], grants: []});
  },
});
