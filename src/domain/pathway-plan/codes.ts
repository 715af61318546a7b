/** Pathway plan codes; section keys follow Schedule 1 of WSI 2015/1820 in its order, then Schedule 2 (domain.md 3.2). */
export const PLAN_STATUSES = ['draft', 'shared', 'for_sign_off', 'current', 'under_review', 'superseded', 'ended'] as const;
/** Being made: not yet anybody's plan. */
export const PLAN_IN_MAKING: readonly PlanStatus[] = ['draft', 'shared', 'for_sign_off'];
/** Its texts can still be written: not while a manager looks at it. */
export const PLAN_WRITABLE: readonly PlanStatus[] = ['draft', 'shared'];
/** In force: at most one of a person's plans. */
export const PLAN_IN_FORCE: readonly PlanStatus[] = ['current', 'under_review'];
export type PlanStatus = (typeof PLAN_STATUSES)[number];
export const PLAN_SECTIONS = [
  'contact_support',
  'education_training',
  'employment',
  'contingency',
  'accommodation',
  'family_social',
  'independence_skills',
  'financial',
  'health',
  'identity',
  'status_needs',
] as const;
/** Matters of Schedule 2, for somebody who is detained. */
export const DETENTION_SECTIONS = [
  'detention_place',
  'detention_contact',
  'detention_learning',
  'detention_needs',
  'detention_release',
] as const;
export const ALL_SECTIONS = [...PLAN_SECTIONS, ...DETENTION_SECTIONS] as const;
export type PlanSection = (typeof ALL_SECTIONS)[number];
export const CONSULTED = [
  'parent',
  'carer',
  'school',
  'health',
  'employer',
  'reviewing_officer',
  'social_worker',
  'named_by_young_person',
  'other',
] as const;
/** How an answer to a plan, or a signature, was given. */
export const WAYS_GIVEN = ['own_device', 'with_adviser', 'aloud', 'in_writing'] as const;
export const COPY_FORMATS = ['paper', 'app', 'email', 'easy_read', 'other'] as const;
export const PLAN_RESPONSES = ['agreed', 'partly_agreed', 'disagreed', 'declined', 'not_reached'] as const;
/** What a young person says of a section: it is right, something is missing, it is not right. */
export const SECTION_ANSWERS = ['agree', 'add', 'disagree'] as const;
export const VIEWS_GIVEN = ['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'] as const;
export const ACTION_STATUSES = ['not_started', 'in_progress', 'done', 'not_done', 'no_longer_needed'] as const;
export const REVIEW_TYPES = [
  'looked_after',
  'six_monthly',
  'accommodation',
  'requested_by_young_person',
  'requested_by_adviser',
  'homelessness',
  'release',
] as const;
export const PROGRAMME_STATUSES = ['active', 'interrupted', 'ended'] as const;
