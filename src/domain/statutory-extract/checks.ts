/** What can be asked of a return, and where it is mended: codes alone, for screens, which load nothing of how it is found. */
export const CHECKS = [
  'in_touch_with_nothing',
  'blank_with_values',
  'returned_home_lately',
  'died_without_day',
  'home_not_known',
  'home_outside_window',
  'suitability_missing',
  'foster_after_care',
  'foyer_under_18',
  'former_foster_under_18',
  'activity_not_known',
  'activity_outside_window',
  'activity_disputed',
  'spell_overlap',
  'spell_gap',
  'spell_none_open',
  'spell_room_kept',
  'spell_no_start',
  'spell_end_before_start',
  'two_versions',
  'two_corrections',
  'file_says_otherwise',
  'birth_date_disputed',
  'birth_date_not_verified',
  'sex_missing',
  'no_local_id',
] as const;
export type Check = (typeof CHECKS)[number];

/** Parts of a person's file. `days` and `judge` are about the first of the records. */
export const MENDED_AT = ['days', 'judge', 'home', 'learning', 'contacts', 'birth-date', 'profile', 'overview'] as const;
export type MendedAt = (typeof MENDED_AT)[number];
