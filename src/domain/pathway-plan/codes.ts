/** Pathway plan codes; section keys follow Schedule 1 of WSI 2015/1820 in its order (domain.md 3.2). */
export const PLAN_STATUSES = ['draft', 'shared', 'current', 'superseded', 'ended'] as const;
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
