/** Contacts (domain.md 4.4). Only a visit at the accommodation counts for . */
export const CONTACT_TYPES = [
  'visit_at_accommodation',
  'visit_elsewhere',
  'office',
  'phone',
  'video',
  'message',
  'letter_email',
  'prison_visit',
  'third_party',
  'attempted',
] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];
export const CONTACT_OUTCOMES = [
  'seen',
  'spoke',
  'replied',
  'no_reply',
  'refused',
  'cancelled_yp',
  'cancelled_pa',
  'did_not_meet',
  'info_only',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];
export const FACE_TO_FACE: readonly ContactType[] = ['visit_at_accommodation', 'visit_elsewhere', 'office', 'prison_visit'];
/** Who began it: we got in touch, or they did. */
export const CONTACT_DIRECTIONS = ['from_us', 'from_them'] as const;
