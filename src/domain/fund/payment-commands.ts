/**
 * Money that moves: paid once for each approved request, never by whoever decided it, and undone only by what a supplier
 * gives back. In which year's budget it counts is the authority's rule.
 */
import * as z from 'zod/mini';
import {commandKind, newRecord, type CaseRecords, type DecideContext} from '../command.ts';
import type {DataOf, RecordOf} from '../record-kinds.ts';
import {calendarDateSchema, type CalendarDate} from '../shared/calendar-date.ts';
import {lineSchema, optionalLine} from '../shared/fields.ts';
import {idSchema, type Id} from '../shared/ids.ts';
import {penceSchema, type Pence} from '../shared/money.ts';
import {ok, refuse} from '../shared/result.ts';
import {PAYMENT_METHODS} from './codes.ts';
import {ownPart, type BudgetLineRecord} from './decision-commands.ts';
import {financialYearOf, lineFor, type LedgerEntry} from './ledger.ts';
import {awardOf, requestIn, scopeOf, withData, type FundRequest} from './request-commands.ts';
import {latestDecision} from './which-decision.ts';

type Decided = RecordOf<'fund-decision'>;

/**
 * The line that a payment is spent from: the decision's, or the fund's of the year in which it is paid, for the same team and
 * purpose if that year has such a part. What the fund is called may be in the other language in that year.
 */
function spendingLine(records: CaseRecords, committed: Id, paidOn: CalendarDate, {settings}: DecideContext): BudgetLineRecord | undefined {
  const lines = records.ofPerson(null, 'budget-line') as readonly BudgetLineRecord[];
  const line = lines.find(({id}) => id === committed);
  if (!line || settings('fundYearRule', paidOn) === 'decision') return line;
  if (line.data.financialYear === financialYearOf(paidOn)) return line;
  const named = lines.map(record => ({...record.data, record}));
  return lineFor(named, financialYearOf(paidOn), line.data)?.record;
}

export const recordFundPayment = commandKind({
  kind: 'fund-payment.record',
  version: 1,
  action: 'fund.pay',
  compartment: 'money',
  audited: true,
  body: z.object({
    request: idSchema,
    paidOn: calendarDateSchema,
    method: z.enum(PAYMENT_METHODS),
    /** Of the payment: an order's or a transfer's number. */
    reference: lineSchema.check(z.minLength(1)),
    payee: optionalLine,
    /** What it cost in the end: the award at most. */
    pence: penceSchema.check(z.minimum(1)),
  }),
  reads: ['fund-decision', 'fund-payment', 'fund-assessment', 'allocation'],
  readsOfAuthority: ['budget-line'],
  names: body => [body.request],
  decide(records, command, context) {
    const {request: id, paidOn, pence, reference} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const found = requestIn(records, id, command);
    if (!found.ok) return found;
    const request = found.value;
    const decision = latestDecision(records.ofPerson(command.person, 'fund-decision') as readonly Decided[], id);
    if (records.ofPerson(command.person, 'fund-payment').some(({data}) => data['request'] === id))
      return refuse({code: 'paid_already', fields: []});
    const award = awardOf(records, request);
    if (!decision || !award) return refuse({code: 'state_moved', fields: []});
    // Two pairs of eyes: who pays has neither asked, recommended nor decided.
    if (decision.data.decidedBy === context.actor.holder || ownPart(records, request, context))
      return refuse({code: 'own_request', fields: []});
    if (reference.trim() === '') return refuse({code: 'words_missing', fields: ['reference']});
    if (paidOn > context.today) return refuse({code: 'date_in_future', fields: ['paidOn']});
    if (paidOn < (decision.data.decidedOn ?? paidOn)) return refuse({code: 'dates_out_of_order', fields: ['paidOn']});
    if (pence > award.pence) return refuse({code: 'out_of_range', fields: ['pence']});
    const line = spendingLine(records, award.line, paidOn, context);
    if (!line) return refuse({code: 'no_budget', fields: []});
    const data: DataOf<'fund-payment'> = {...command.body, line: line.id, paidBy: context.actor.holder};
    const payment = newRecord('fund-payment', command, scopeOf(records, command, 'money'), data, context);
    const of = (kind: LedgerEntry['kind'], at: Id, amount: Pence): LedgerEntry => ({
      line: at,
      kind,
      pence: amount,
      request: id,
      person: command.person,
    });
    return ok({
      status: 'applied',
      puts: [payment, withPayment(request, paidOn, pence)],
      grants: [],
      entries: [of('release', award.line, award.pence), of('spend', line.id, pence)],
    });
  },
});

const withPayment = (request: FundRequest, on: CalendarDate, pence: Pence): FundRequest =>
  withData(request, {status: 'paid', paid: {on, pence}, evidence: request.data.evidence ?? 'none_yet'});

/** What came back so far of a payment (pence). */
function refunded(records: CaseRecords, person: Id | null, payment: Id): Pence {
  return records
    .ofPerson(person, 'fund-refund')
    .filter(({data}) => data['payment'] === payment)
    .reduce((sum, {data}) => sum + (data['pence'] as Pence), 0);
}

export const recordFundRefund = commandKind({
  kind: 'fund-refund.record',
  version: 1,
  action: 'fund.pay',
  compartment: 'money',
  audited: true,
  body: z.object({
    payment: idSchema,
    pence: penceSchema.check(z.minimum(1)),
    on: calendarDateSchema,
    reason: lineSchema.check(z.minLength(1)),
  }),
  reads: ['fund-request', 'fund-payment', 'fund-refund'],
  names: body => [body.payment],
  decide(records, command, context) {
    const {payment: id, pence, on, reason} = command.body;
    if (records.get(command.record)) return refuse({code: 'already_there', fields: []});
    const payment = (records.ofPerson(command.person, 'fund-payment') as readonly RecordOf<'fund-payment'>[]).find(each => each.id === id);
    const request = (records.ofPerson(command.person, 'fund-request') as readonly FundRequest[]).find(
      each => each.id === payment?.data.request,
    );
    const {line = null, pence: paid = null, paidOn = null} = payment?.data ?? {};
    // What an old system paid has no entry here that could be taken back.
    if (!payment || !request || line === null || paid === null) return refuse({code: 'unknown_record', fields: ['payment']});
    if (reason.trim() === '') return refuse({code: 'words_missing', fields: ['reason']});
    if (on > context.today) return refuse({code: 'date_in_future', fields: ['on']});
    if (paidOn !== null && on < paidOn) return refuse({code: 'dates_out_of_order', fields: ['on']});
    const back = refunded(records, command.person, id) + pence;
    if (back > paid) return refuse({code: 'out_of_range', fields: ['pence']});
    const data: DataOf<'fund-refund'> = {...command.body, request: request.id};
    const refund = newRecord('fund-refund', command, scopeOf(records, command, 'money'), data, context);
    return ok({
      status: 'applied',
      puts: [refund, ...(back === paid ? [withData(request, {status: 'reversed'})] : [])],
      grants: [],
      entries: [{line, kind: 'refund', pence, request: request.id, person: command.person}],
    });
  },
});
