/** Every command there is. Young people's own stand in a file of their own, so that their phones load no others. */
import {endHomeRisk, setHomeRisk} from './accommodation/home-risk-commands.ts';
import {hearHomeNews} from './accommodation/home-news-commands.ts';
import {
  changeHomelessEpisode,
  endHomelessEpisode,
  openHomelessEpisode,
  recordMultiAgencyReview,
} from './accommodation/homeless-commands.ts';
import {agreeReady, beginReady, checkReady, endReady, takeBackReady} from './accommodation/ready-commands.ts';
import {changeStay, correctStay, enterStay, writeStayNote} from './accommodation/stay-commands.ts';
import {decideSuitability, judgeHome} from './accommodation/suitability-commands.ts';
import {enterVacation, settleVacation} from './accommodation/vacation-commands.ts';
import {endCover, giveAllocation, giveCover, writeHandOver} from './access/commands.ts';
import {addStaff, changeStaff, endStaff, setSetting, setTeam, withdrawSetting} from './authority/commands.ts';
import type {CaseRecords, Command, CommandKind, DecideContext, Decision, Refusal} from './command.ts';
import {recordContact} from './contact/commands.ts';
import {noteTouchStep, setInTouch} from './contact/keeping-in-touch-commands.ts';
import {writeSharedNote} from './contact/shared-note-commands.ts';
import {endLoneVisit, extendLoneVisit, startLoneVisit} from './contact/lone-visit-commands.ts';
import {cancelVisit, keepVisit, moveVisit, planVisit} from './contact/visit-commands.ts';
import {endHold, holdDeadline} from './deadline/hold-commands.ts';
import {decideCommand} from './decide.ts';
import {decideEducationSupport, noteEducationPayment} from './education-support/support-commands.ts';
import {answerFundDuty, closeFundRequest, recommendFund, seeFundPaper, writeFundAssessment} from './fund/assessment-commands.ts';
import {allowOverspend, carryBudgetOver, setBudget} from './fund/budget-commands.ts';
import {decideFund} from './fund/decision-commands.ts';
import {recordFundPayment, recordFundRefund} from './fund/payment-commands.ts';
import {
  answerIncomeOffer,
  endIncome,
  noteIncomePayments,
  offerIncome,
  pauseIncome,
  resumeIncome,
} from './income-scheme/enrolment-commands.ts';
import {setIncomeScheme} from './income-scheme/scheme-commands.ts';
import {changeActivity, endActivity, enterActivity} from './learning-work/activity-commands.ts';
import {correctSnapshot} from './learning-work/snapshot-commands.ts';
import {addPlanAction, changePlanAction} from './pathway-plan/commands.ts';
import {approvePlan, endPlan, givePlanCopy, handInPlan, returnPlan, sharePlan} from './pathway-plan/lifecycle-commands.ts';
import {changePlan, noteConsulted, showPlanSection, startPlan, writeContingency, writePlanSection} from './pathway-plan/plan-commands.ts';
import {addReviewDecision, arrangeReview, cancelReview, changeReview, giveReviewCopy, holdReview} from './pathway-plan/review-commands.ts';
import {settleReviewRequest} from './pathway-plan/review-request-commands.ts';
import type {Result} from './shared/result.ts';
import {endRadarHold, holdRadar} from './radar/radar-commands.ts';
import {answerAccessRequest, extendAccessRequest, recordAccessRequest} from './records-access/commands.ts';
import {moveComplaint, recordComplaint} from './worry/complaint-commands.ts';
import {endShift, startShift} from './worry/duty-commands.ts';
import {actOnWorry, closeWorry, passWorryOn, seeWorry} from './worry/worry-commands.ts';
import {strikeOut} from './any-record/strike-out.ts';
import {changeAlert, endAlert, writeAlert} from './young-person/alert-commands.ts';
import {moveAlert, writeRiskSummary} from './young-person/commands.ts';
import {changeDetention, enterDetention, noteRelease} from './young-person/detention-commands.ts';
import {writeSafeCall} from './young-person/emergency-card.ts';
import {addOwnChild, changeOwnChild, writeImmigration} from './young-person/family-commands.ts';
import {
  addImportantPerson,
  changeImportantPerson,
  endImportantPerson,
  moveImportantPerson,
} from './young-person/important-person-commands.ts';
import {addLookedAfterPeriod, changeLookedAfterPeriod, correctLookedAfterPeriod} from './young-person/looked-after-commands.ts';
import {answerAdvocacyOffer, giveConsent, noteIdentityDocument, recordAdvocacyOffer} from './young-person/papers-commands.ts';
import {changeProfile, correctBirthDate} from './young-person/profile-commands.ts';
import {decideCategory, endCategoryDecision, recordDeath, setToldUs} from './young-person/standing-commands.ts';
import {OWN_COMMANDS} from './young-persons-commands.ts';
import type * as z from 'zod/mini';

export const COMMANDS = {
  ...OWN_COMMANDS,
  'contact.record': recordContact,
  'shared-note.write': writeSharedNote,
  'visit.plan': planVisit,
  'visit.move': moveVisit,
  'visit.cancel': cancelVisit,
  'visit.keep': keepVisit,
  'in-touch.set': setInTouch,
  'touch-step.note': noteTouchStep,
  'lone-visit.start': startLoneVisit,
  'lone-visit.extend': extendLoneVisit,
  'lone-visit.safe-back': endLoneVisit,
  'plan-action.add': addPlanAction,
  'plan-action.change': changePlanAction,
  'plan.start': startPlan,
  'plan.change': changePlan,
  'plan-section.write': writePlanSection,
  'plan-section.show': showPlanSection,
  'plan-contingency.write': writeContingency,
  'plan-consulted.note': noteConsulted,
  'plan.share': sharePlan,
  'plan.hand-in': handInPlan,
  'plan.approve': approvePlan,
  'plan.return': returnPlan,
  'plan.give-copy': givePlanCopy,
  'plan.end': endPlan,
  'risk-summary.write': writeRiskSummary,
  'record.strike-out': strikeOut,
  'alert.move': moveAlert,
  'death.record': recordDeath,
  'told-us.set': setToldUs,
  'category.decide': decideCategory,
  'category.end-decision': endCategoryDecision,
  'alert.write': writeAlert,
  'alert.change': changeAlert,
  'alert.end': endAlert,
  'profile.change': changeProfile,
  'birth-date.correct': correctBirthDate,
  'looked-after-period.add': addLookedAfterPeriod,
  'looked-after-period.correct': correctLookedAfterPeriod,
  'looked-after-period.change': changeLookedAfterPeriod,
  'important-person.add': addImportantPerson,
  'important-person.change': changeImportantPerson,
  'important-person.end': endImportantPerson,
  'important-person.move': moveImportantPerson,
  'identity-document.note': noteIdentityDocument,
  'consent.give': giveConsent,
  'advocacy-offer.record': recordAdvocacyOffer,
  'advocacy-offer.answer': answerAdvocacyOffer,
  'detention.enter': enterDetention,
  'detention.change': changeDetention,
  'detention.release': noteRelease,
  'own-child.add': addOwnChild,
  'own-child.change': changeOwnChild,
  'immigration.write': writeImmigration,
  'access-request.record': recordAccessRequest,
  'access-request.extend': extendAccessRequest,
  'access-request.answer': answerAccessRequest,
  'complaint.record': recordComplaint,
  'complaint.move': moveComplaint,
  'cover.give': giveCover,
  'cover.end': endCover,
  'allocation.give': giveAllocation,
  'hand-over.write': writeHandOver,
  'review.settle-request': settleReviewRequest,
  'review.arrange': arrangeReview,
  'review.change': changeReview,
  'review.hold': holdReview,
  'review.cancel': cancelReview,
  'review-decision.add': addReviewDecision,
  'review.give-copy': giveReviewCopy,
  'deadline.hold': holdDeadline,
  'deadline.end-hold': endHold,
  'setting.set': setSetting,
  'setting.withdraw': withdrawSetting,
  'staff.add': addStaff,
  'staff.change': changeStaff,
  'staff.leave': endStaff,
  'team.set': setTeam,
  'fund-assessment.write': writeFundAssessment,
  'fund-duty.answer': answerFundDuty,
  'fund-request.recommend': recommendFund,
  'fund-request.decide': decideFund,
  'fund-request.close': closeFundRequest,
  'fund-paper.see': seeFundPaper,
  'fund-payment.record': recordFundPayment,
  'fund-refund.record': recordFundRefund,
  'income-scheme.set': setIncomeScheme,
  'income-enrolment.offer': offerIncome,
  'income-enrolment.answer': answerIncomeOffer,
  'income-enrolment.pause': pauseIncome,
  'income-enrolment.resume': resumeIncome,
  'income-enrolment.note-payments': noteIncomePayments,
  'income-enrolment.end': endIncome,
  'radar.hold': holdRadar,
  'radar.end-hold': endRadarHold,
  'stay.enter': enterStay,
  'stay.change': changeStay,
  'stay.correct-days': correctStay,
  'stay-notes.write': writeStayNote,
  'suitability.judge': judgeHome,
  'suitability.decide': decideSuitability,
  'home-news.hear': hearHomeNews,
  'home-risk.set': setHomeRisk,
  'home-risk.end': endHomeRisk,
  'homeless-episode.open': openHomelessEpisode,
  'homeless-episode.change': changeHomelessEpisode,
  'homeless-episode.end': endHomelessEpisode,
  'multi-agency-review.record': recordMultiAgencyReview,
  'when-i-am-ready.agree': agreeReady,
  'when-i-am-ready.begin': beginReady,
  'when-i-am-ready.end': endReady,
  'when-i-am-ready.take-back': takeBackReady,
  'ready-check.record': checkReady,
  'vacation.enter': enterVacation,
  'vacation.settle': settleVacation,
  'activity.enter': enterActivity,
  'activity.change': changeActivity,
  'activity.end': endActivity,
  'snapshot.correct': correctSnapshot,
  'education-support.decide': decideEducationSupport,
  'education-support.note-payment': noteEducationPayment,
  'worry.see': seeWorry,
  'worry.act': actOnWorry,
  'worry.pass-on': passWorryOn,
  'worry.close': closeWorry,
  'duty-shift.start': startShift,
  'duty-shift.end': endShift,
  'safe-call.write': writeSafeCall,
  'budget.set': setBudget,
  'budget.carry-over': carryBudgetOver,
  'budget.allow-overspend': allowOverspend,
} as const;
export type CommandCode = keyof typeof COMMANDS;
export type BodyOf<Code extends CommandCode> = z.infer<(typeof COMMANDS)[Code]['body']>;

export function commandNamed(kind: string): CommandKind | undefined {
  return Object.hasOwn(COMMANDS, kind) ? (COMMANDS[kind as CommandCode] as unknown as CommandKind) : undefined;
}

/** @see decideCommand */
export function decide(records: CaseRecords, command: Command, context: DecideContext, holdsScope: boolean): Result<Decision, Refusal> {
  return decideCommand(commandNamed(command.kind), records, command, context, holdsScope);
}
