/** A manager decides help with the costs of learning, with a reason that the young person reads; it is paid in one go or in parts, never more than was granted. */
import * as z from 'zod/mini';
import {commandKind, dayOfWriting} from '../command.ts';
import {calendarDateSchema} from '../shared/calendar-date.ts';
import {optionalLine, wordsSchema} from '../shared/fields.ts';
import {must, ok, refuse} from '../shared/result.ts';
import {addMembers} from '../write-field.ts';
import {happenedFault} from '../young-person/days-of-life.ts';
import {SUPPORT_OUTCOMES} from './codes.ts';
import {amountSchema} from './education-support.ts';
import {isOneCourse, relevantAmounts} from './granted-before.ts';
import {planWithProgramme} from './programme-in-plan.ts';
import {ownSupport} from './support-requests.ts';
import {awaitsSupportDecision, paidSoFar} from './where-it-stands.ts';

export const decideEducationSupport = commandKind({
  kind: 'education-support.decide',
  version: 1,
  action: 'education-support.decide',
  compartment: 'of_record',
  movesState: true,
  body: z.object({outcome: z.enum(SUPPORT_OUTCOMES), pence: z.nullable(amountSchema), reason: wordsSchema}),
  reads: ['pathway-plan', 'education-support', 'activity'],
  onePersonAtATime: true,
  decide(records, command, context) {
    const found = ownSupport(records, command);
    if (!found.ok) return found;
    const {data, made} = found.value;
    const {holder} = context.actor;
    const {outcome, pence, reason} = command.body;
    if (!awaitsSupportDecision(data)) return refuse({code: 'state_moved', fields: []});
    // Nobody decides what they asked for.
    if (made.author === holder) return refuse({code: 'own_request', fields: []});
    if (reason.text.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    if ((outcome === 'granted') !== (pence !== null)) return refuse({code: 'out_of_range', fields: ['pence']});
    const on = dayOfWriting(command, context);
    const plan = planWithProgramme(records.ofPerson(command.person, 'pathway-plan'));
    if (outcome === 'granted' && data.what === 'relevant_amount') {
      if (!plan) return refuse({code: 'programme_not_in_plan', fields: []});
      const before = relevantAmounts(records.ofPerson(command.person, 'education-support'), command.record);
      if (before.some(each => isOneCourse(found.value, each, records.ofPerson(command.person, 'activity'))))
        return refuse({code: 'granted_already', fields: []});
      // The amount is the one that the authority has set, no more and no less.
      if (pence !== context.settings('higherEducationAmountPence', on)) return refuse({code: 'out_of_range', fields: ['pence']});
    }
    const decision = {outcome, pence, reason, by: holder, on, plan: plan?.id ?? null};
    return ok({status: 'applied', puts: [{...found.value, data: {...data, decision}}], grants: []});
  },
});

/** An instalment, on its day. The same one twice is once. */
export const noteEducationPayment = commandKind({
  kind: 'education-support.note-payment',
  version: 1,
  action: 'education-support.pay',
  compartment: 'of_record',
  body: z.object({on: calendarDateSchema, pence: amountSchema, how: optionalLine}),
  reads: ['young-person'],
  onePersonAtATime: true,
  decide(records, command, context) {
    const found = ownSupport(records, command);
    if (!found.ok) return found;
    const {data} = found.value;
    const granted = data.decision?.outcome === 'granted' ? data.decision : null;
    if (granted === null) return refuse({code: 'state_moved', fields: []});
    const {on, pence, how} = command.body;
    const fault = happenedFault(records, command, context, 'on', on, {afterDeath: true});
    if (fault) return refuse(fault);
    if (on < granted.on) return refuse({code: 'dates_out_of_order', fields: ['on']});
    if (paidSoFar(data) + pence > must(granted.pence, 'what was granted has an amount'))
      return refuse({code: 'over_granted', fields: ['pence']});
    return ok(addMembers(found.value, {payments: [{id: command.op, on, pence, how}]}, command, context));
  },
});
