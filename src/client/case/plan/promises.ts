/** What counts as promised to a young person, the same on their screens and on paper. */
import {PLAN_IN_MAKING} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import {plansOf, type PlanRecords} from './read-own-plan.ts';
import type {Folded} from '#client/vault/contract.ts';

type Action = Folded<'plan-action'>;

const byDay = (one: Action, other: Action) => ((one.data.dueOn ?? '9999') < (other.data.dueOn ?? '9999') ? -1 : 1);

export const isToDo = ({data}: Action): boolean => data.status === 'not_started' || data.status === 'in_progress';

/** Soonest first, settled ones with them. What stands in a plan that is still being made is no promise yet: it is read there. */
export function promisesIn(records: PlanRecords, person: Id): readonly Action[] {
  const making = new Set(plansOf(records, person).flatMap(plan => (PLAN_IN_MAKING.includes(plan.data.status) ? [plan.id] : [])));
  return records
    .records(person, 'plan-action')
    .filter(({data}) => data.plan === null || !making.has(data.plan))
    .toSorted(byDay);
}
