/** the relevant amount is owed for a course that the pathway plan in force sets out; without that there is nothing to pay it under. */
import {PLAN_IN_FORCE} from '../pathway-plan/codes.ts';
import type {RecordOf} from '../record-kinds.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';

/** The plan in force that sets out a programme which has not ended. */
export function planWithProgramme(plans: readonly DomainRecord[]): RecordOf<'pathway-plan'> | undefined {
  return (plans as readonly RecordOf<'pathway-plan'>[])
    .filter(plan => !struckOut(plan) && PLAN_IN_FORCE.includes(plan.data.status))
    .filter(({data}) => Boolean(data.programme) && data.programmeStatus !== 'ended')
    .toSorted((one, other) => other.data.version - one.data.version)[0];
}
