/** What the radar looks for: each a rule over records, told with its facts; none is a score, and none is a guess. */
export const RADAR_SIGNALS = [
  'nowhere_tonight',
  'worry_unread',
  'home_may_end',
  'home_not_suitable',
  'no_home_for_release',
  'no_adviser',
  'out_of_touch',
  'not_seen',
  'many_moves',
  'arrears',
  'income_ends',
  'not_learning_or_working',
  'plan_missing',
  'turns_18_unready',
  'turns_21_unready',
  'leave_expires',
  'live_risk',
] as const;
export type RadarSignal = (typeof RADAR_SIGNALS)[number];

/** Who has to act. */
export const RADAR_WHO = ['adviser', 'manager'] as const;
export type RadarWho = (typeof RADAR_WHO)[number];

/** A fact behind a signal: what it is, and its day. */
export const RADAR_FACTS = [
  'home_driver',
  'judged_on',
  'release_on',
  'raised_on',
  'lost_since',
  'last_step',
  'last_contact',
  'moved_on',
  'noted_on',
  'last_payment',
  'activity_since',
  'duty_since',
  'born',
  'leave_until',
  'review_by',
  'adviser_until',
] as const;
export type RadarFactCode = (typeof RADAR_FACTS)[number];
