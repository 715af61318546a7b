/** Every command there is, and the one function that decides any of them, on device and server alike. */
import {endCover, giveAllocation, giveCover, writeHandOver} from './access/commands.ts';
import {may} from './access/permissions.ts';
import {addStaff, changeStaff, endStaff, setSetting, setTeam, withdrawSetting} from './authority/commands.ts';
import type {CaseRecords, Command, CommandKind, DecideContext, Decision, Refusal} from './command.ts';
import {recordContact} from './contact/commands.ts';
import {sendMessage} from './contact/message-commands.ts';
import {setBudget} from './fund/commands.ts';
import {addPlanAction} from './pathway-plan/commands.ts';
import {askForReview, giveSectionAnswer, settleReviewRequest, tickOwnAction} from './pathway-plan/young-person-commands.ts';

import {refuse, type Result} from './shared/result.ts';
import {resolveRiskSummary, writeRiskSummary} from './young-person/commands.ts';
import type * as z from 'zod/mini';

export const COMMANDS = {
  'contact.record': recordContact,
  'plan-action.add': addPlanAction,
  'risk-summary.write': writeRiskSummary,
  'risk-summary.resolve': resolveRiskSummary,
  'cover.give': giveCover,
  'cover.end': endCover,
  'allocation.give': giveAllocation,
  'hand-over.write': writeHandOver,
  'section-answer.give': giveSectionAnswer,
  'review.ask': askForReview,
  'review.settle-request': settleReviewRequest,
  'own-action.tick': tickOwnAction,
  'message.send': sendMessage,
  'setting.set': setSetting,
  'setting.withdraw': withdrawSetting,
  'staff.add': addStaff,
  'staff.change': changeStaff,
  'staff.leave': endStaff,
  'team.set': setTeam,
  'budget.set': setBudget,
} as const;
export type CommandCode = keyof typeof COMMANDS;
export type BodyOf<Code extends CommandCode> = z.infer<(typeof COMMANDS)[Code]['body']>;

export function commandNamed(kind: string): CommandKind | undefined {
  return Object.hasOwn(COMMANDS, kind) ? (COMMANDS[kind as CommandCode] as unknown as CommandKind) : undefined;
}

/** Checks the body and the right, then decides. `holdsScope`: whether the scope concerned is the actor's today. */
export function decide(records: CaseRecords, command: Command, context: DecideContext, holdsScope: boolean): Result<Decision, Refusal> {
  const kind = commandNamed(command.kind);
  if (!kind) return refuse({code: 'unknown_kind', fields: []});
  const body = kind.body.safeParse(command.body);
  if (!body.success) return refuse({code: 'body_invalid', fields: body.error.issues.map(issue => issue.path.join('.'))});
  if (!may(context.actor.role, kind.action, holdsScope)) return refuse({code: 'not_permitted', fields: []});
  return kind.decide(records, {...command, body: body.data}, context);
}
