/**
 * Fund requests, budgets and the basic income pilot, to records. The young person sees request and decision; references
 * and the landlord's share lie in `money`; whether somebody else controls the money is a safeguarding answer, restricted.
 */
import {EVIDENCE, FUND_STATUSES, PAYMENT_METHODS, PURPOSE_AREAS, SPEND_TYPES, URGENCIES} from '#domain/fund/codes.ts';
import {
  CLOSING_REASONS,
  DEBT_BANDS,
  ENROLMENT_DECISIONS,
  PAYMENT_FREQUENCIES,
  RENT_PAID,
  SAVINGS_BANDS,
} from '#domain/income-scheme/codes.ts';
import {must} from '#domain/shared/result.ts';
import {ACTIVITIES} from '#domain/young-person/codes.ts';
import type {RowDrafts} from './record-drafts.ts';

export function fundRequestRecords(row: RowDrafts): void {
  row.add('fund-request', 'shared', {
    reference: row.text('request_id'),
    requestedOn: must(row.day('requested_date'), 'an imported request has its date'),
    byYoungPerson: row.text('requested_by') === 'YP',
    requestedBy: row.staff('requested_by'),
    spendType: row.oneOf(SPEND_TYPES, 'spend_type'),
    purpose: row.oneOf(PURPOSE_AREAS, 'purpose_area'),
    askedPence: row.number('amount_requested'),
    words: row.words('yp_words', null),
    urgency: row.oneOf(URGENCIES, 'urgency'),
    status: must(row.oneOf(FUND_STATUSES, 'status'), 'an imported request has its status'),
    evidence: row.oneOf(EVIDENCE, 'evidence'),
    financialYear: row.text('financial_year'),
  });
  const request = row.id('fund-request');
  if (row.hasAny('amount_awarded', 'decided_by', 'decided_date', 'decision_reason')) {
    row.add('fund-decision', 'shared', {
      request,
      awardedPence: row.number('amount_awarded'),
      decidedBy: row.staff('decided_by'),
      decidedOn: row.day('decided_date'),
      reason: row.text('decision_reason'),
    });
  }
  const otherSources = row.text('other_sources');
  if (otherSources !== null) row.add('fund-assessment', 'staff', {request, otherSources, notes: null});
  if (row.hasAny('paid_date', 'payment_method', 'payment_ref')) {
    row.add('fund-payment', 'money', {
      request,
      paidOn: row.day('paid_date'),
      method: row.oneOf(PAYMENT_METHODS, 'payment_method'),
      reference: row.text('payment_ref'),
      payee: null,
    });
  }
}

export function budgetRecords(row: RowDrafts): void {
  row.add('budget', 'budgets', {
    reference: row.text('budget_id'),
    financialYear: must(row.text('financial_year'), 'an imported budget has its year'),
    fundName: row.text('fund_name') ?? '',
    allocationPence: row.number('allocation'),
    broughtForwardPence: row.number('brought_forward'),
    formerCommittedPence: row.number('committed_old'),
    formerSpentPence: row.number('spent_old'),
    holder: row.staff('holder_staff_id'),
    notes: row.text('notes'),
  });
}

export function enrolmentRecords(row: RowDrafts): void {
  row.add('income-enrolment', 'shared', {
    offeredOn: row.day('offered_date'),
    adviceOn: row.day('advice_date'),
    decision: row.oneOf(ENROLMENT_DECISIONS, 'decision'),
    joinedOn: row.day('join_date'),
    firstPaymentMonth: row.text('first_payment_month'),
    finalPaymentMonth: row.text('final_payment_month'),
    paymentsMade: row.number('payments_made'),
    frequency: row.oneOf(PAYMENT_FREQUENCIES, 'frequency'),
    grossMonthPence: row.number('gross_month'),
    netMonthPence: row.number('net_month'),
    accountSetUp: row.flag('account_set_up'),
    pauseNote: row.text('pause_note'),
    closingReason: row.oneOf(CLOSING_REASONS, 'closing_reason'),
  });
  const monthlyPence = row.number('landlord_share');
  if (monthlyPence !== null) row.add('income-landlord-share', 'money', {enrolment: row.id('income-enrolment'), monthlyPence});
}

export function checkInRecords(row: RowDrafts): void {
  row.add('income-check-in', 'shared', {
    on: must(row.day('checkin_date'), 'an imported check-in has its date'),
    monthNumber: row.number('month_no'),
    withStaff: row.staff('with_staff_id'),
    paidOnTime: row.flag('paid_on_time'),
    coversEssentials: row.flag('covers_essentials'),
    rentPaid: row.oneOf(RENT_PAID, 'rent_paid'),
    arrearsPence: row.number('arrears'),
    savings: row.oneOf(SAVINGS_BANDS, 'savings_band'),
    debt: row.oneOf(DEBT_BANDS, 'debt_band'),
    activity: row.oneOf(ACTIVITIES, 'eet_status'),
    wellbeing: row.number('wellbeing_0_10'),
    usedFor: row.text('used_for'),
    supportWanted: row.text('support_wanted'),
  });
  const answer = row.flag('money_controlled');
  if (answer !== null) row.add('money-controlled', 'restricted', {checkIn: row.id('income-check-in'), answer});
}
