/** Every kind of record there is (domain.md 3 and 8), by its code. A record whose kind is not here does not exist. */
import {allocationKind, coverKind, handOverKind, youngPersonAccessKind} from './access/allocation.ts';
import {homeNewsKind, homeRiskKind, stayKind, stayNotesKind, suitabilityKind} from './accommodation/accommodation.ts';
import {homelessEpisodeKind, multiAgencyReviewKind} from './accommodation/homelessness.ts';
import {readyCheckKind, whenIAmReadyKind} from './accommodation/when-i-am-ready.ts';
import {staffMemberKind, teamKind} from './authority/authority.ts';
import {settingKind} from './authority/settings.ts';
import {contactKind, messageKind, sharedNoteKind} from './contact/contact.ts';
import {touchStepKind} from './contact/keeping-in-touch.ts';
import {loneVisitKind} from './contact/lone-visit.ts';
import {plannedVisitKind} from './contact/planned-visit.ts';
import {deadlineHoldKind} from './deadline/deadline-hold.ts';
import {entitlementsKind} from './entitlements/entitlements-record.ts';
import {householdKind} from './entitlements/household.ts';
import {filedWordsKind} from './filed-words/filed-words.ts';
import {
  budgetActKind,
  budgetKind,
  budgetLineKind,
  fundAssessmentKind,
  fundDecisionKind,
  fundNoteKind,
  fundOutcomeKind,
  fundPaperKind,
  fundPaymentKind,
  fundRefundKind,
  fundRequestKind,
} from './fund/fund.ts';
import {evaluationConsentKind} from './income-scheme/evaluation-consent.ts';
import {
  incomeCheckInKind,
  incomeEnrolmentKind,
  incomeLandlordShareKind,
  incomeSchemeKind,
  moneyControlledKind,
} from './income-scheme/income-scheme.ts';
import {educationSupportKind} from './education-support/education-support.ts';
import {activityKind, vacationKind} from './learning-work/learning-work.ts';
import {snapshotKind} from './learning-work/snapshot.ts';
import {benefitCheckKind, moneyHelpKind, moneyLineKind} from './money-plan/money-plan.ts';
import {
  assessmentKind,
  ownWordsKind,
  pathwayPlanKind,
  planActionKind,
  planSectionKind,
  planViewsKind,
  reviewDecisionKind,
  reviewKind,
  reviewRequestKind,
  sectionAnswerKind,
} from './pathway-plan/pathway-plan.ts';
import {radarHoldKind} from './radar/radar-hold.ts';
import {accessRequestKind} from './records-access/access-request.ts';
import {paperCopyKind} from './records-access/paper-copy.ts';
import {consultedKind, contingencyKind, planResponseKind, signOffKind} from './pathway-plan/plan-parts.ts';
import type * as z from 'zod/mini';
import type {DomainRecord, FieldClass, RecordKind} from './shared/record.ts';
import {dutyShiftKind} from './worry/duty-shift.ts';
import {complaintKind, worryKind} from './worry/worry.ts';
import {importantPersonKind} from './young-person/important-person.ts';
import {summaryKind} from './young-person/summary.ts';
import {whoHelpsKind} from './young-person/who-helps.ts';
import {
  advocacyOfferKind,
  alertKind,
  categoryOverrideKind,
  consentKind,
  detentionKind,
  emergencyCardKind,
  formerSystemKind,
  identityDocumentKind,
  immigrationKind,
  inTouchKind,
  lookedAfterPeriodKind,
  ownChildKind,
  preferredWordsKind,
  riskSummaryKind,
  youngPersonKind,
} from './young-person/young-person.ts';

export const RECORD_KINDS = {
  'young-person': youngPersonKind,
  'looked-after-period': lookedAfterPeriodKind,
  immigration: immigrationKind,
  'former-system': formerSystemKind,
  'in-touch': inTouchKind,
  alert: alertKind,
  'risk-summary': riskSummaryKind,
  'emergency-card': emergencyCardKind,
  'identity-document': identityDocumentKind,
  consent: consentKind,
  'advocacy-offer': advocacyOfferKind,
  'important-person': importantPersonKind,
  'own-child': ownChildKind,
  detention: detentionKind,
  'category-override': categoryOverrideKind,
  'preferred-words': preferredWordsKind,
  summary: summaryKind,
  'who-helps': whoHelpsKind,
  'pathway-plan': pathwayPlanKind,
  'plan-views': planViewsKind,
  'plan-section': planSectionKind,
  'own-words': ownWordsKind,
  'plan-action': planActionKind,
  'plan-contingency': contingencyKind,
  'plan-consulted': consultedKind,
  'plan-response': planResponseKind,
  'plan-sign-off': signOffKind,
  'section-answer': sectionAnswerKind,
  'review-request': reviewRequestKind,
  assessment: assessmentKind,
  review: reviewKind,
  'review-decision': reviewDecisionKind,
  contact: contactKind,
  'filed-words': filedWordsKind,
  'shared-note': sharedNoteKind,
  message: messageKind,
  'planned-visit': plannedVisitKind,
  'touch-step': touchStepKind,
  'lone-visit': loneVisitKind,
  stay: stayKind,
  'stay-notes': stayNotesKind,
  suitability: suitabilityKind,
  'home-news': homeNewsKind,
  'home-risk': homeRiskKind,
  'homeless-episode': homelessEpisodeKind,
  'multi-agency-review': multiAgencyReviewKind,
  'when-i-am-ready': whenIAmReadyKind,
  'ready-check': readyCheckKind,
  'radar-hold': radarHoldKind,
  household: householdKind,
  entitlements: entitlementsKind,
  activity: activityKind,
  vacation: vacationKind,
  snapshot: snapshotKind,
  'education-support': educationSupportKind,
  'fund-request': fundRequestKind,
  'fund-note': fundNoteKind,
  'fund-paper': fundPaperKind,
  'fund-decision': fundDecisionKind,
  'fund-assessment': fundAssessmentKind,
  'fund-payment': fundPaymentKind,
  'fund-refund': fundRefundKind,
  'fund-outcome': fundOutcomeKind,
  budget: budgetKind,
  'budget-act': budgetActKind,
  'budget-line': budgetLineKind,
  'income-scheme': incomeSchemeKind,
  'income-enrolment': incomeEnrolmentKind,
  'income-landlord-share': incomeLandlordShareKind,
  'income-check-in': incomeCheckInKind,
  'money-controlled': moneyControlledKind,
  'evaluation-consent': evaluationConsentKind,
  'money-line': moneyLineKind,
  'benefit-check': benefitCheckKind,
  'money-help': moneyHelpKind,
  worry: worryKind,
  'duty-shift': dutyShiftKind,
  complaint: complaintKind,
  'access-request': accessRequestKind,
  'paper-copy': paperCopyKind,
  'deadline-hold': deadlineHoldKind,
  allocation: allocationKind,
  cover: coverKind,
  'hand-over': handOverKind,
  'young-person-access': youngPersonAccessKind,
  'staff-member': staffMemberKind,
  team: teamKind,
  setting: settingKind,
} as const;

export type KindCode = keyof typeof RECORD_KINDS;
export type DataOf<Kind extends KindCode> = z.infer<(typeof RECORD_KINDS)[Kind]['schema']>;
export type RecordOf<Kind extends KindCode> = DomainRecord<DataOf<Kind>> & {readonly kind: Kind};

/** Whether a value may stand in a field where several values can meet. */
export function fitsField(kind: string, field: string, value: unknown): boolean {
  return fitsWay(kind, field, value, ['text', 'decision', 'plain']);
}

/** Whether a value may be a member of a field that is a set. */
export function fitsSet(kind: string, field: string, member: unknown): boolean {
  return fitsWay(kind, field, [member], ['set']);
}

function fitsWay(kind: string, field: string, value: unknown, ways: readonly FieldClass[]): boolean {
  if (!Object.hasOwn(RECORD_KINDS, kind)) return false;
  const {fields, schema} = RECORD_KINDS[kind as KindCode] as unknown as RecordKind;
  const way = Object.hasOwn(fields, field) ? (fields as Record<string, FieldClass>)[field] : undefined;
  return way !== undefined && ways.includes(way) && (schema.shape[field] as z.ZodMiniType).safeParse(value).success;
}
