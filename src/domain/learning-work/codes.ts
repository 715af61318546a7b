/**
 * What activities are to a report and to the law: in which group each counts (domain.md 4.2), which are a programme that a
 * pathway plan can set out, what reasons there are where the code does not say one. `awaiting_start` counts as neither
 * learning nor work until it begins.
 */
import type {ActivityCode} from '../young-person/codes.ts';

export const ACTIVITY_GROUPS = ['education', 'training', 'employment', 'neet', 'not_known'] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

const GROUPS: Readonly<Record<ActivityCode, ActivityGroup>> = {
  F1: 'education',
  P1: 'education',
  F2: 'education',
  P2: 'education',
  F4: 'training',
  P4: 'training',
  // The code says training or employment; which, the record says where somebody knew (`isTraining`).
  F5: 'employment',
  P5: 'employment',
  G4: 'neet',
  G5: 'neet',
  G6: 'neet',
  asylum_no_work: 'neet',
  volunteering: 'neet',
  carer: 'neet',
  custody_education: 'education',
  awaiting_start: 'neet',
  not_known: 'not_known',
};

/** The group in which it counts. Nothing was said: not known. */
export const groupOfActivity = (code: ActivityCode | null | undefined, isTraining?: boolean | null): ActivityGroup =>
  code === null || code === undefined ? 'not_known' : isTrainingOrWork(code) && isTraining === true ? 'training' : GROUPS[code];

export const isTrainingOrWork = (code: ActivityCode): boolean => code === 'F5' || code === 'P5';
export const isHigherEducation = (code: ActivityCode): boolean => code === 'F1' || code === 'P1';

/** The codes that a return knows, of the local ones that it does not know (domain.md 4.2); how it maps them is not verified. */
const RETURN_CODES: Partial<Readonly<Record<ActivityCode, ActivityCode>>> = {
  asylum_no_work: 'G5',
  volunteering: 'G5',
  carer: 'G5',
  awaiting_start: 'G5',
  custody_education: 'F2',
};
export const returnCode = (code: ActivityCode): ActivityCode => RETURN_CODES[code] ?? code;

/** Why somebody is in neither, where the code alone does not say it. */
export const NEET_REASONS = [
  'looking',
  'no_offer',
  'between_courses',
  'getting_ready',
  'wellbeing',
  'childcare',
  'money_or_travel',
  'own_choice',
  'other',
  'not_known',
] as const;
export type NeetReason = (typeof NEET_REASONS)[number];

/** G4, G6, caring, and not being allowed to work are reasons by themselves. */
export const takesNeetReason = (code: ActivityCode): boolean => code === 'G5' || code === 'volunteering' || code === 'awaiting_start';

/** Learning or work that can be waited for. */
export const canBeAwaited = (code: ActivityCode): boolean => GROUPS[code] !== 'neet' && GROUPS[code] !== 'not_known';

export const ACTIVITY_END_REASONS = [
  'finished',
  'left_early',
  'job_ended',
  'changed',
  'health',
  'moved',
  'did_not_start',
  'other',
] as const;

/** Entry level is 0, of the framework in Wales that goes to 8. */
export const MOST_LEVEL = 8;
export const MOST_HOURS = 100;
