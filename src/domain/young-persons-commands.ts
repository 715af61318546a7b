/** What a young person can do: all that their own device knows how to decide. Staff have these and all others (commands.ts). */
import {sayHomeNews, sayReady} from './accommodation/home-news-commands.ts';
import {settleConflict} from './any-record/settle-conflict.ts';
import type {CommandKind} from './command.ts';
import {sendMessage} from './contact/message-commands.ts';
import {sayHousehold} from './entitlements/household-commands.ts';
import {askEducationSupport, withdrawEducationSupport} from './education-support/support-requests.ts';
import {addFundPaper, askFund, changeFundRequest, tellFundOutcome, withdrawFundRequest, writeFundNote} from './fund/request-commands.ts';
import {answerCheckIn} from './income-scheme/check-in-commands.ts';
import {giveEvaluationConsent, withdrawEvaluationConsent} from './income-scheme/evaluation-commands.ts';
import {confirmActivity, sayActivity} from './learning-work/own-activity-commands.ts';
import {addMoneyLine, changeMoneyLine, sayBenefit, takeOutMoneyLine, writeMoneyHelp} from './money-plan/money-plan-commands.ts';
import {askForReview, giveSectionAnswer, tickOwnAction} from './pathway-plan/young-person-commands.ts';
import {answerPlan, writeOwnWords, writePlanViews} from './pathway-plan/young-plan-commands.ts';
import {notePaperCopy} from './records-access/paper-copy-commands.ts';
import {withdrawConsent} from './young-person/consent-commands.ts';
import {raiseWorry, sayAllRight} from './worry/raise-commands.ts';
import {changeDetails} from './young-person/details-commands.ts';

export const OWN_COMMANDS = {
  'section-answer.give': giveSectionAnswer,
  'own-words.write': writeOwnWords,
  'plan-views.write': writePlanViews,
  'plan.answer': answerPlan,
  'review.ask': askForReview,
  'own-action.tick': tickOwnAction,
  'message.send': sendMessage,
  'details.change': changeDetails,
  'paper-copy.note': notePaperCopy,
  'consent.withdraw': withdrawConsent,
  'fund-request.ask': askFund,
  'fund-request.change': changeFundRequest,
  'fund-request.withdraw': withdrawFundRequest,
  'fund-note.write': writeFundNote,
  'fund-paper.add': addFundPaper,
  'fund-outcome.tell': tellFundOutcome,
  'income-check-in.answer': answerCheckIn,
  'evaluation-consent.give': giveEvaluationConsent,
  'evaluation-consent.withdraw': withdrawEvaluationConsent,
  'money-line.add': addMoneyLine,
  'money-line.change': changeMoneyLine,
  'money-line.take-out': takeOutMoneyLine,
  'benefit-check.say': sayBenefit,
  'money-help.write': writeMoneyHelp,
  'household.say': sayHousehold,
  'home-news.say': sayHomeNews,
  'when-i-am-ready.say': sayReady,
  'worry.raise': raiseWorry,
  'worry.all-right': sayAllRight,
  'activity.say': sayActivity,
  'activity.confirm': confirmActivity,
  'education-support.ask': askEducationSupport,
  'education-support.withdraw': withdrawEducationSupport,
  'conflict.settle': settleConflict,
} as const;

export function ownCommandNamed(kind: string): CommandKind | undefined {
  return Object.hasOwn(OWN_COMMANDS, kind) ? (OWN_COMMANDS[kind as keyof typeof OWN_COMMANDS] as unknown as CommandKind) : undefined;
}
