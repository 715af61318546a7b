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
  'deported',
  'not_known',
  'other',
] as const;
export type AccommodationType = (typeof ACCOMMODATION_TYPES)[number];

/** The neutral keys of domain.md 4.1. */
export const HOME_GROUP_CODES = [
  'parents_relatives',
  'residential',
  'foster_care',
  'semi_independent',
  'supported_lodgings',
  'abroad',
  'deported',
  'lodgings',
  'not_known',
  'no_fixed_abode',
  'foyer',
  'independent',
  'emergency',
  'bed_breakfast',
  'custody',
  'other',
  'former_foster_wir',
] as const;
export type HomeGroup = (typeof HOME_GROUP_CODES)[number];

export const HOME_GROUPS: Readonly<Record<AccommodationType, HomeGroup>> = {
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
  deported: 'deported',
  not_known: 'not_known',
  other: 'other',
};

/** Groups with which somebody has no home yet, whatever roof there is. */
export const WITHOUT_HOME: readonly HomeGroup[] = ['bed_breakfast', 'emergency', 'no_fixed_abode', 'not_known'];
export const SUITABILITY = ['suitable', 'unsuitable', 'suitable_with_conditions', 'not_assessed'] as const;
/** How things stand with the home, for lists: settled, not (temporary or none), or unknown. */
export const HOME_STATUSES = ['settled', 'temporary', 'homeless', 'custody', 'not_known'] as const;

/** Under which section the authority provides a home: as a placement or s.109 for category 2, s.110 for 3, s.112 for 4. */
export const PROVIDED_UNDER = ['placement', 's109', 's110', 's112'] as const;
/** On what terms somebody lives there (Renting Homes (Wales) Act 2016); When I am Ready is an excluded licence (edge case 20). */
export const TENANCIES = ['secure_contract', 'standard_contract', 'supported_contract', 'excluded_licence', 'licence', 'none'] as const;
export const MOVE_REASONS = [
  'own_wish',
  'own_home',
  'learning_work',
  'nearer_people',
  'arrangement_ended',
  'notice',
  'arrears',
  'fell_out',
  'unsafe',
  'not_suitable',
  'custody',
  'released',
  'emergency',
  'other',
] as const;
export const NOTICE_BY = ['landlord', 'young_person', 'authority'] as const;
/** Of bed and breakfast. */
export const ROOM_STANDARDS = ['basic', 'higher'] as const;

/** What is looked at when a home is judged: the matters of Schedule 3 as far as they are known, and those of R-40. */
export const SUITABILITY_CHECKS = [
  'facilities',
  'repair',
  'safety',
  'location',
  'support',
  'health',
  'learning_work',
  'tenancy',
  'affordable',
  'landlord',
  'rights_known',
  'funding_known',
] as const;
export const CHECK_ANSWERS = ['good', 'concern'] as const;
export const JUDGED_BECAUSE = ['move', 'review', 'concern'] as const;
export const THEIR_VIEWS = ['agree', 'partly', 'disagree', 'not_asked'] as const;

/** How likely it is to lose the home: none, keep watch, within six months, threatened in law, nowhere tonight. */
export const HOME_RISKS = ['none', 'watch', 'at_risk', 'threatened', 'homeless_tonight'] as const;
export type HomeRisk = (typeof HOME_RISKS)[number];
/** What drives it. Those that staff alone can know are put down by staff; the others follow from records. */
export const SAID_DRIVERS = ['arrears', 'fell_out', 'exploitation', 'debt', 'substance_use', 'neighbours', 'other'] as const;
export const HOME_DRIVERS = [
  ...SAID_DRIVERS,
  'nowhere_tonight',
  'worry_tonight',
  'no_fixed_abode',
  'homeless_episode',
  'asked_to_leave',
  'bed_breakfast',
  'notice',
  'ends',
  'unsuitable',
  'release',
  'ready_ends',
  'income_ends',
  'appeal_rights_exhausted',
  'leave_expires',
] as const;
export type HomeDriver = (typeof HOME_DRIVERS)[number];
export const HOME_STANDINGS = [
  'settled',
  'settled_at_risk',
  'notice_given',
  'moving',
  'temporary',
  'homeless',
  'custody',
  'not_known',
] as const;

/** What a young person says of their home. */
export const HOME_NEWS = ['moved', 'moving', 'asked_to_leave', 'view'] as const;
export const HOME_VIEWS = ['happy', 'partly', 'unhappy'] as const;

/** How When I am Ready came to an end. */
export const READY_ENDS = [
  'reached_21',
  'programme_ended',
  'young_person_chose',
  'carer_ended',
  'authority_ended',
  'died',
  'other',
] as const;
export const VACATION_WAYS = ['provided', 'paid', 'not_needed'] as const;

export const HOMELESS_REASONS = [
  'asked_to_leave',
  'fell_out',
  'unsafe',
  'notice',
  'arrears',
  'arrangement_ended',
  'released',
  'leave_ended',
  'other',
] as const;
/** What the housing authority has said that it owes, in the order in which one comes to it (Housing (Wales) Act 2014, Part 2). */
export const HOUSING_DUTIES = ['advice', 'assess', 'prevent', 'interim', 'relieve', 'secure', 'refused'] as const;
export type HousingDuty = (typeof HOUSING_DUTIES)[number];
/** What the housing authority decided of priority need. Why somebody is at particular risk stands in no record that a phone holds. */
export const PRIORITY_DECISIONS = ['under_18', 'was_looked_after', 'other', 'none'] as const;
export const HOMELESS_OUTCOMES = [
  'kept_home',
  'own_home',
  'supported_home',
  'family_friends',
  'authority_home',
  'moved_away',
  'lost_touch',
  'other',
] as const;
