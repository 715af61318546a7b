/** Kinds of record that the profile shows: their fields have the names that they have there, wherever they are told of. */
export const PROFILE_KINDS = [
  'young-person',
  'alert',
  'important-person',
  'looked-after-period',
  'identity-document',
  'consent',
  'evaluation-consent',
  'advocacy-offer',
  'detention',
  'own-child',
  'immigration',
  'access-request',
  'complaint',
] as const;
