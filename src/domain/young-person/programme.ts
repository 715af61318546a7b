/** The programme of education or training that the plan in force sets out. */
import {planInForce} from '../pathway-plan/plan-in-force.ts';
import type {RecordOf} from '../record-kinds.ts';
import {NO_PROGRAMME, type PlanProgramme} from './care-leaver-category.ts';

export function programmeOf(plans: readonly RecordOf<'pathway-plan'>[]): PlanProgramme {
  const plan = planInForce(plans)?.data;
  if (!plan?.programme) return NO_PROGRAMME;
  return {status: plan.programmeStatus ?? 'active', expectedEndOn: plan.programmeEndsOn, expectedResumeOn: plan.programmeResumesOn};
}
