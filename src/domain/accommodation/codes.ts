/**
 * Homes and placements. The first list is what workers choose from (list C of the old system); HOME_GROUPS maps each
 * to the neutral key of domain.md 4.1. Suitability is always a recorded judgement, never derived from the type.
 */
export const ACCOMMODATION_TYPES = [
  'foster_in_house',
  'foster_agency',
  'foster_kinship',
  'childrens_home',
  'when_i_am_ready',
  'supported_lodgings',
  'semi_independent',
  'foyer',
  'tenancy_council',
  'tenancy_housing_association',
  'private_rented',
  'university_halls',
  'lodgings',
  'parents',
  'relatives_friends',
  'bed_breakfast',
  'hostel',
  'no_fixed_abode',
  'sofa_surfing',
  'custody',
  'abroad',
  'not_known',
  'other',
] as const;
export type AccommodationType = (typeof ACCOMMODATION_TYPES)[number];

export const HOME_GROUPS: Readonly<Record<AccommodationType, string>> = {
  foster_in_house: 'foster_care',
  foster_agency: 'foster_care',
  foster_kinship: 'foster_care',
  childrens_home: 'residential',
  when_i_am_ready: 'former_foster_wir',
  supported_lodgings: 'supported_lodgings',
  semi_independent: 'semi_independent',
  foyer: 'foyer',
  tenancy_council: 'independent',
  tenancy_housing_association: 'independent',
  private_rented: 'independent',
  university_halls: 'independent',
  lodgings: 'lodgings',
  parents: 'parents_relatives',
  relatives_friends: 'parents_relatives',
  bed_breakfast: 'bed_breakfast',
  hostel: 'emergency',
  no_fixed_abode: 'no_fixed_abode',
  sofa_surfing: 'no_fixed_abode',
  custody: 'custody',
  abroad: 'abroad',
  not_known: 'not_known',
  other: 'other',
};
export const SUITABILITY = ['suitable', 'unsuitable', 'suitable_with_conditions', 'not_assessed'] as const;
/** How things stand with the home, for lists: settled, not (temporary or none), or unknown. */
export const HOME_STATUSES = ['settled', 'temporary', 'homeless', 'custody', 'not_known'] as const;
