/** Codes of the profile that staff write: kept apart, so that a phone of a young person does not load them first. */
/** What a correction settles; `stated` is how a date comes in. */
export const SETTLED_BIRTH_DATES = ['verified', 'assessed', 'disputed'] as const;
/** Family, friends and others of one's own life. */
export const PERSONAL_RELATIONS = [
  'mother',
  'father',
  'step_parent',
  'brother_sister',
  'grandparent',
  'own_child_parent',
  'partner',
  'other_family',
  'former_carer',
  'friend',
  'trusted_adult',
  'other_personal',
] as const;
/** Whoever comes in a role. */
export const PROFESSIONAL_RELATIONS = [
  'social_worker',
  'reviewing_officer',
  'gp',
  'health',
  'solicitor',
  'school_college',
  'employer',
  'probation',
  'housing',
  'advocate',
  'other_professional',
] as const;
export const RELATIONS = [...PERSONAL_RELATIONS, ...PROFESSIONAL_RELATIONS] as const;
export const IDENTITY_DOCUMENTS = ['birth_certificate', 'passport', 'ni_number', 'bank_account', 'brp_evisa', 'driving_licence'] as const;
export const ADVOCACY_RESPONSES = ['accepted', 'declined', 'later', 'not_asked'] as const;
