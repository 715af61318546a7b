/** One plan as its owner reads it: part by part, their own words first. Only what lies on their device can be in it. */
import {ALL_SECTIONS, PLAN_IN_FORCE, PLAN_IN_MAKING, PLAN_SECTIONS, type PlanSection} from '#domain/pathway-plan/codes.ts';
import type {KindCode} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';
import {ownWordsId, planViewsId} from '#domain/pathway-plan/part-ids.ts';

export type Plan = Folded<'pathway-plan'>;
/** Where records are read: the device's memory, or a part of it. */
export type PlanRecords = Pick<MemoryStore, 'records'>;

export interface OwnSection {
  readonly key: PlanSection;
  readonly own: Folded<'own-words'> | undefined;
  /** Where their words are, or will be once there are any. */
  readonly ownId: Id;
  readonly staff: readonly Folded<'plan-section'>[];
  readonly actions: readonly Folded<'plan-action'>[];
}

export interface OwnPlan {
  readonly plan: Plan;
  readonly views: Folded<'plan-views'> | undefined;
  readonly viewsId: Id;
  readonly sections: readonly OwnSection[];
  readonly contingencies: readonly Folded<'plan-contingency'>[];
  readonly consulted: readonly Folded<'plan-consulted'>[];
  /** What they answered to the whole of it, newest first. */
  readonly answers: readonly Folded<'plan-response'>[];
  /** Promises in no part of it, and those that came of a visit. */
  readonly others: readonly Folded<'plan-action'>[];
}

/** Newest first. */
export const plansOf = (memory: PlanRecords, id: Id): readonly Plan[] =>
  memory.records(id, 'pathway-plan').toSorted((one, other) => other.data.version - one.data.version);

/** The plan in force, or the last that was; never one that is still being made. */
export function presentPlan(memory: PlanRecords, id: Id): Plan | undefined {
  const made = plansOf(memory, id).filter(({data}) => !PLAN_IN_MAKING.includes(data.status));
  return made.find(({data}) => PLAN_IN_FORCE.includes(data.status)) ?? made[0];
}

export function readOwnPlan(memory: PlanRecords, plan: Plan): OwnPlan {
  const person = plan.person ?? '';
  const of = <Kind extends KindCode>(kind: Kind) =>
    memory.records(person, kind).filter(record => (record.data as {plan?: Id | null}).plan === plan.id);
  const [own, staff, actions, views] = [of('own-words'), of('plan-section'), of('plan-action'), of('plan-views')[0]];
  const isWritten = (key: PlanSection) => [...own, ...staff, ...actions].some(({data}) => data.section === key);
  // Matters of somebody who is detained (Schedule 2) stand there only where somebody has written of them.
  const keys = ALL_SECTIONS.filter(key => (PLAN_SECTIONS as readonly string[]).includes(key) || isWritten(key));
  return {
    plan,
    views,
    viewsId: views?.id ?? planViewsId(plan.id),
    sections: keys.map(key => {
      const mine = own.find(({data}) => data.section === key);
      return {
        key,
        own: mine,
        ownId: mine?.id ?? ownWordsId(plan.id, key),
        staff: staff.filter(({data}) => data.section === key),
        actions: actions.filter(({data}) => data.section === key),
      };
    }),
    contingencies: of('plan-contingency'),
    consulted: of('plan-consulted'),
    answers: of('plan-response').toSorted((one, other) => (one.made.at < other.made.at ? 1 : -1)),
    others: memory
      .records(person, 'plan-action')
      .filter(({data}) => data.plan === null || (data.plan === plan.id && data.section === null)),
  };
}

/** Nobody has written anything in it yet. */
export const isEmptySection = ({own, staff, actions}: OwnSection): boolean =>
  !own?.data.words && !staff.some(({data}) => data.needs ?? data.goingWell ?? data.outcome) && actions.length === 0;

/** The ops of what stands in a field: what was in view when somebody began to write. */
export function seen(
  record: {readonly heads: Readonly<Record<string, readonly {readonly ops: readonly Id[]}[]>>} | undefined,
  field: string,
): Id[] {
  return (record?.heads[field] ?? []).flatMap(({ops}) => ops);
}
