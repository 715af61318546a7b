/** Parts of the plan that a request can help with: those of a plan of somebody who is held only where they have one. */
import {DETENTION_SECTIONS, PLAN_SECTIONS, type PlanSection} from '#domain/pathway-plan/codes.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {MemoryStore} from '#client/vault/contract.ts';

export function sectionsFor(memory: MemoryStore, person: Id, today: string): readonly PlanSection[] {
  const isHeld = memory
    .records(person, 'detention')
    .some(({data}) => data.startOn <= today && (data.releasedOn === null || data.releasedOn > today));
  return isHeld ? [...PLAN_SECTIONS, ...DETENTION_SECTIONS] : PLAN_SECTIONS;
}
