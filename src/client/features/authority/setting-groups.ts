/** Which settings stand on one page, in the order in which somebody thinks of them. */
import type {SettingName} from '#domain/authority/settings.ts';

export const SETTING_GROUPS = {
  limits: [
    'adviserFundLimitPence',
    'managerFundLimitPence',
    'fundCapRequestPence',
    'fundCapYearPence',
    'fundYearRule',
    'spendTypes',
    'fundExclusions',
    'fundCategory6',
    'fundPlanLink',
    'fundDecisionDays',
    'fundUrgentDays',
    'fundEvidenceAbovePence',
    'fundEvidenceDays',
  ],
  reviews: [
    'reviewIntervalMonths',
    'accommodationReviewDays',
    'requestedReviewDays',
    'planAfterAssessmentDays',
    'visitFirstDays',
    'visitIntervalMonths',
    'contactEveryWeeks',
    'copyGivenDays',
    'suitabilityDays',
    'keepTryingDays',
    'keepTryingDaysCategory2',
    'bedAndBreakfastDays',
    'bedAndBreakfastHigherDays',
    'threatenedRule',
    'suitableHomeDuty',
    'homeForReleaseDays',
    'multiAgencyReviewDays',
    'accessRequestMonths',
    'complaintLocalDays',
    'complaintInvestigationDays',
  ],
  alarms: [
    'officeDays',
    'officeOpens',
    'officeCloses',
    'alarmUrgentKinds',
    'alarmUrgentManagerMinutes',
    'alarmUrgentDutyMinutes',
    'alarmNightManagerMinutes',
    'alarmNightDutyMinutes',
    'alarmOtherManagerMinutes',
    'alarmOtherDutyMinutes',
  ],
  radar: ['radarMoves', 'radarNotSeenTimes', 'radarNoActivityMonths'],
  learning: ['higherEducationAmountPence', 'educationSupportDays', 'snapshotMonthsBefore', 'snapshotMonthsAfter'],
  texts: ['welcomeText', 'helpText', 'complaintText', 'dutyNumbers', 'outOfHoursNumbers', 'benefitLinks'],
  returns: ['returnCodes'],
  devices: ['deviceLeaseDays', 'hiddenLockSeconds', 'idleLockMinutes', 'youngPersonCodeHours', 'invitationDays'],
} as const satisfies Readonly<Record<string, readonly SettingName[]>>;

export type SettingGroup = keyof typeof SETTING_GROUPS;
export const GROUP_NAMES = Object.keys(SETTING_GROUPS) as readonly SettingGroup[];

export function groupOf(name: SettingName): SettingGroup {
  return GROUP_NAMES.find(group => (SETTING_GROUPS[group] as readonly SettingName[]).includes(name)) ?? 'limits';
}
