/** One plan as its makers see it: the young person's words and the staff's, section by section, and what belongs to the whole. */
import {ALL_SECTIONS, DETENTION_SECTIONS, PLAN_SECTIONS, type PlanSection} from '#domain/pathway-plan/codes.ts';
import {missingForSignOff, READ_BY_CHECKS, type SignOffCheck} from '#domain/pathway-plan/sign-off-checks.ts';
import type {KindCode} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut} from '#domain/shared/record.ts';
import type {Folded, MemoryStore} from '#client/vault/contract.ts';
import {ownWordsId, planViewsId, shownSectionId, staffSectionId} from '#domain/pathway-plan/part-ids.ts';

export interface SectionInMaking {
  readonly key: PlanSection;
  readonly own: Folded<'own-words'> | undefined;
  /** What staff have written for themselves. */
  readonly draft: Folded<'plan-section'> | undefined;
  /** What the young person sees of it. */
  readonly shown: Folded<'plan-section'> | undefined;
  readonly actions: readonly Folded<'plan-action'>[];
  readonly ids: {readonly own: Id; readonly draft: Id; readonly shown: Id};
}

export interface PlanInMaking {
  readonly plan: Folded<'pathway-plan'>;
  readonly sections: readonly SectionInMaking[];
  readonly views: Folded<'plan-views'> | undefined;
  readonly viewsId: Id;
  readonly contingencies: readonly Folded<'plan-contingency'>[];
  readonly consulted: readonly Folded<'plan-consulted'>[];
  readonly responses: readonly Folded<'plan-response'>[];
  readonly decisions: readonly Folded<'plan-sign-off'>[];
  readonly missing: readonly SignOffCheck[];
  /** The plan that is in force meanwhile. */
  readonly inForce: Folded<'pathway-plan'> | undefined;
}

/** Matters of Schedule 2 stand in the plan of somebody who is detained, or where they were written already. */
function sectionKeys(memory: MemoryStore, person: Id, today: string, written: ReadonlySet<string>): readonly PlanSection[] {
  const detained = memory
    .records(person, 'detention')
    .some(({data}) => data.startOn <= today && (data.releasedOn === null || data.releasedOn > today));
  return detained ? ALL_SECTIONS : [...PLAN_SECTIONS, ...DETENTION_SECTIONS.filter(key => written.has(key))];
}

export function readPlan(memory: MemoryStore, person: Id, planId: Id, today: string): PlanInMaking | null {
  const plans = memory.records(person, 'pathway-plan');
  const plan = plans.find(({id}) => id === planId);
  if (!plan) return null;
  const of = <Kind extends KindCode>(kind: Kind) =>
    memory.records(person, kind).filter(record => !struckOut(record) && (record.data as {plan?: Id | null}).plan === planId);
  const [own, texts, actions] = [of('own-words'), of('plan-section'), of('plan-action')];
  const shared = memory.scope(person, 'shared');
  const written = new Set([...own, ...texts].map(({data}) => data.section));
  const sections = sectionKeys(memory, person, today, written).map((key): SectionInMaking => {
    const ofKey = texts.filter(({data}) => data.section === key);
    const [mine, draft, shown] = [
      own.find(({data}) => data.section === key),
      ofKey.find(({scope}) => scope !== shared),
      ofKey.find(({scope}) => scope === shared),
    ];
    return {
      key,
      own: mine,
      draft,
      shown,
      actions: actions.filter(({data}) => data.section === key),
      ids: {
        own: mine?.id ?? ownWordsId(planId, key),
        draft: draft?.id ?? staffSectionId(planId, key),
        shown: shown?.id ?? shownSectionId(planId, key),
      },
    };
  });
  const checked = READ_BY_CHECKS.flatMap(kind => memory.records(person, kind));
  const views = of('plan-views')[0];
  return {
    plan,
    sections,
    views,
    viewsId: views?.id ?? planViewsId(planId),
    contingencies: of('plan-contingency'),
    consulted: of('plan-consulted'),
    responses: of('plan-response'),
    decisions: of('plan-sign-off'),
    missing: missingForSignOff(plan, checked),
    inForce: plans.findLast(({id, data}) => id !== planId && (data.status === 'current' || data.status === 'under_review')),
  };
}

/** The ops of what stands in a field: what its author had in view. */
export function seen(
  record: {readonly heads: Readonly<Record<string, readonly {readonly ops: readonly Id[]}[]>>} | undefined,
  field: string,
): Id[] {
  return (record?.heads[field] ?? []).flatMap(({ops}) => ops);
}
