/** Of all plans of somebody the one that holds now. */
import type {RecordOf} from '../record-kinds.ts';
import {struckOut} from '../shared/record.ts';
import {PLAN_IN_FORCE} from './codes.ts';

type Plan = RecordOf<'pathway-plan'>;

/** In the order of their versions, and of their days. */
export const inOrder = (plans: readonly Plan[]): readonly Plan[] =>
  plans.toSorted((one, other) => one.data.version - other.data.version || ((one.data.planOn ?? '') < (other.data.planOn ?? '') ? -1 : 1));

export const planInForce = (plans: readonly Plan[]): Plan | null =>
  inOrder(plans.filter(plan => !struckOut(plan) && PLAN_IN_FORCE.includes(plan.data.status))).at(-1) ?? null;
