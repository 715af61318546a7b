/**
 * Settings of an authority: effective-dated rows, never overwritten, so that a rule is judged by the setting in force on
 * the date it concerns (edge case 30). One that has not begun can be withdrawn; the row stays and says by whom. Each says what it may be, what holds where nothing was set, and whether that is
 * law (by its rule), local policy, or the product's own choice.
 */
import * as z from 'zod/mini';
import {SPEND_TYPES} from '../fund/codes.ts';
import {BENEFITS} from '../money-plan/codes.ts';
import {calendarDateSchema, WEEKDAYS, type CalendarDate} from '../shared/calendar-date.ts';
import {isKeepableText, lineSchema, optionalLine, timeOfDaySchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind, type DomainRecord} from '../shared/record.ts';
import {WORRY_KINDS} from '../worry/codes.ts';

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const pence = whole(0, 10_000_000);
const minutes = whole(0, 1_440);
const TEXT_LIMIT = 4_000;
const text = z.string().check(z.minLength(1), z.maxLength(TEXT_LIMIT), z.refine(isKeepableText));
/** Both languages or neither: nothing of an authority's own words is shown in one of them only. */
const bothLanguages = z.object({cy: text, en: text});
/** A number to call: whose it is and when it is answered, in both languages. */
export const phoneNumberSchema = z.object({
  cy: lineSchema,
  en: lineSchema,
  number: z.string().check(z.regex(/^\+?[0-9][0-9 ]{2,19}$/)),
  whenCy: optionalLine,
  whenEn: optionalLine,
});
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;
export const PHONE_NUMBERS_LIMIT = 10;
const phoneNumbers = z.array(phoneNumberSchema).check(z.maxLength(PHONE_NUMBERS_LIMIT));
/** A page about a benefit, in each language; over https alone, without names, passwords, ports or marks that nobody sees. */
const pageAddress = z
  .string()
  .check(z.maxLength(500), z.regex(/^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][^\s\p{C}"<>\\]*)?$/iu));
export const benefitLinkSchema = z.object({benefit: z.enum(BENEFITS), cy: pageAddress, en: pageAddress});
export type BenefitLink = z.infer<typeof benefitLinkSchema>;
const benefitLinks = z.array(benefitLinkSchema).check(z.refine(links => new Set(links.map(({benefit}) => benefit)).size === links.length));
/** One of our codes as a return writes it; `suffix`: whether the home is suitable follows it. Which there must be: return-codes.ts. */
export const returnCodeSchema = z.object({
  list: z.enum(['home', 'activity', 'inTouch']),
  ours: z.string().check(z.maxLength(40)),
  theirs: z.string().check(z.regex(/^[A-Z0-9]{1,4}$/)),
  suffix: z.optional(z.boolean()),
});
export type ReturnCode = z.infer<typeof returnCodeSchema>;
const returnCodes = z.array(returnCodeSchema).check(z.maxLength(99));
/** Some of a list of codes, each once. */
const someOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.array(z.enum(codes)).check(
    z.minLength(1),
    z.refine(chosen => new Set(chosen).size === chosen.length),
  );

/** What there is to choose from, of each setting that is one choice out of a few: codes, with their words in locales. */
export const SETTING_CHOICES = {
  /** The financial year in which money counts: that of its payment or that of the decision. */
  fundYearRule: ['payment', 'decision'],
  /** The fund's groups do not name category 6: somebody decides each time, unless the authority has said. */
  fundCategory6: ['decide', 'yes', 'no'],
  /** Whether a request must name a part of the pathway plan before it is recommended. */
  fundPlanLink: ['required', 'advised'],
  /** What being threatened with homelessness is, from the day on which it is set: the test of 2014, or that of the Act of 2026. */
  threatenedRule: ['days_56', 'months_6'],
  /** Whether the duty to care leavers of the Act of 2026 is in force. */
  suitableHomeDuty: ['not_in_force', 'in_force'],
} as const;
export type ChoiceName = keyof typeof SETTING_CHOICES;
/** One that is chosen, in a shape that codes have and nothing else needs. */
const chosenCode = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/));

export type SettingUnit =
  | 'days'
  | 'workingDays'
  | 'weeks'
  | 'months'
  | 'moves'
  | 'times'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'pence'
  | 'text'
  | 'numbers'
  | 'time'
  | 'spendTypes'
  | 'weekdays'
  | 'worryKinds'
  | 'links'
  | 'returnCodes'
  | 'choice';
/** law: a statutory maximum by its rule; it can be set stricter, never laxer. unverified: law whose words were not read here. */
export type SettingBasis = 'law' | 'unverified' | 'local' | 'product';

interface Definition<Schema extends z.ZodMiniType> {
  readonly schema: Schema;
  readonly fallback: z.infer<Schema>;
  readonly unit: SettingUnit;
  readonly basis: SettingBasis;
  /** The rule of domain.md that it stands for. */
  readonly rule?: string;
}

function setting<Schema extends z.ZodMiniType>(
  schema: Schema,
  fallback: z.infer<Schema>,
  unit: SettingUnit,
  basis: SettingBasis,
  rule?: string,
): Definition<Schema> {
  return {schema, fallback, unit, basis, ...(rule === undefined ? {} : {rule})};
}

const optionalTexts = z.nullable(bothLanguages);

export const SETTINGS = {
  adviserFundLimitPence: setting(pence, 0, 'pence', 'local'),
  managerFundLimitPence: setting(pence, 50_000, 'pence', 'local'),
  fundCapRequestPence: setting(pence, 100_000, 'pence', 'local'),
  fundCapYearPence: setting(pence, 200_000, 'pence', 'local'),
  fundYearRule: setting(z.enum(SETTING_CHOICES.fundYearRule), 'payment', 'choice', 'local'),
  spendTypes: setting(someOf(SPEND_TYPES), [...SPEND_TYPES], 'spendTypes', 'local'),
  /** What the fund does not pay for, for whoever asks and whoever decides. */
  fundExclusions: setting(optionalTexts, null, 'text', 'local'),
  fundCategory6: setting(z.enum(SETTING_CHOICES.fundCategory6), 'decide', 'choice', 'local'),
  fundPlanLink: setting(z.enum(SETTING_CHOICES.fundPlanLink), 'required', 'choice', 'local'),
  fundDecisionDays: setting(whole(1, 20), 10, 'workingDays', 'local'),
  /** 0: the same day. */
  fundUrgentDays: setting(whole(0, 5), 0, 'workingDays', 'local'),
  /** Evidence of what was bought is asked for when the award is above this; 0: always. */
  fundEvidenceAbovePence: setting(pence, 0, 'pence', 'local'),
  /** Days after the payment. */
  fundEvidenceDays: setting(whole(1, 182), 28, 'days', 'local'),
  reviewIntervalMonths: setting(whole(1, 6), 6, 'months', 'unverified', 'R-33'),
  accommodationReviewDays: setting(whole(1, 182), 28, 'days', 'unverified', 'R-36'),
  requestedReviewDays: setting(whole(1, 182), 28, 'days', 'local', 'R-34'),
  planAfterAssessmentDays: setting(whole(1, 182), 14, 'days', 'local', 'R-24'),
  visitFirstDays: setting(whole(1, 7), 7, 'days', 'law', 'R-41'),
  visitIntervalMonths: setting(whole(1, 2), 2, 'months', 'law', 'R-42'),
  contactEveryWeeks: setting(whole(1, 52), 8, 'weeks', 'local', 'R-45'),
  copyGivenDays: setting(whole(1, 91), 14, 'days', 'local', 'R-29'),
  suitabilityDays: setting(whole(0, 28), 7, 'days', 'local', 'R-40'),
  keepTryingDays: setting(whole(1, 56), 14, 'days', 'local', 'R-47'),
  keepTryingDaysCategory2: setting(whole(1, 14), 2, 'days', 'local', 'R-47'),
  bedAndBreakfastDays: setting(whole(0, 14), 14, 'days', 'law', 'R-56'),
  homeForReleaseDays: setting(whole(1, 182), 56, 'days', 'local', 'R-31'),
  bedAndBreakfastHigherDays: setting(whole(0, 42), 42, 'days', 'law', 'R-56'),
  threatenedRule: setting(z.enum(SETTING_CHOICES.threatenedRule), 'days_56', 'choice', 'unverified', 'R-54'),
  suitableHomeDuty: setting(z.enum(SETTING_CHOICES.suitableHomeDuty), 'not_in_force', 'choice', 'unverified', 'R-53'),
  multiAgencyReviewDays: setting(whole(1, 20), 5, 'workingDays', 'local', 'R-57'),
  accessRequestMonths: setting(whole(1, 3), 1, 'months', 'unverified', 'R-69'),
  complaintLocalDays: setting(whole(1, 30), 10, 'workingDays', 'unverified', 'R-72'),
  complaintInvestigationDays: setting(whole(1, 65), 25, 'workingDays', 'unverified', 'R-72'),
  /** What is paid for a course of higher education that the plan sets out; the law's own figure was not read here. */
  higherEducationAmountPence: setting(pence, 200_000, 'pence', 'unverified', 'R-61'),
  educationSupportDays: setting(whole(1, 40), 10, 'workingDays', 'local', 'R-60'),
  /** From so many moves within a year the radar says so. */
  radarMoves: setting(whole(2, 12), 3, 'moves', 'local'),
  /** Not seen for so many times as long as contact is due by default: the radar says so. One that was missed is no crisis yet. */
  radarNotSeenTimes: setting(whole(1, 6), 2, 'times', 'local'),
  /** Neither working nor studying, and asked after, for so long. */
  radarNoActivityMonths: setting(whole(1, 24), 6, 'months', 'local'),
  /** How long before and after its day information counts for a snapshot. */
  snapshotMonthsBefore: setting(whole(0, 6), 3, 'months', 'local'),
  snapshotMonthsAfter: setting(whole(0, 6), 1, 'months', 'local'),
  /** None: those of the product (statutory-extract/return-codes.ts). */
  returnCodes: setting(returnCodes, [], 'returnCodes', 'local'),
  helpText: setting(optionalTexts, null, 'text', 'local'),
  complaintText: setting(optionalTexts, null, 'text', 'local', 'R-71'),
  welcomeText: setting(optionalTexts, null, 'text', 'local'),
  dutyNumbers: setting(phoneNumbers, [], 'numbers', 'local'),
  outOfHoursNumbers: setting(phoneNumbers, [], 'numbers', 'local'),
  /** When somebody is at work to read what young people write; bank holidays are none of it. */
  officeDays: setting(someOf(WEEKDAYS), ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], 'weekdays', 'local'),
  officeOpens: setting(timeOfDaySchema, '09:00', 'time', 'local'),
  officeCloses: setting(timeOfDaySchema, '17:00', 'time', 'local'),
  /** Worries that cannot wait for the office to open. */
  alarmUrgentKinds: setting(someOf(WORRY_KINDS), ['no_home_tonight', 'unsafe'], 'worryKinds', 'local'),
  /** Minutes from when the council had it until it goes to the manager, and to the duty worker, unless somebody has read it. */
  alarmUrgentManagerMinutes: setting(minutes, 15, 'minutes', 'local'),
  alarmUrgentDutyMinutes: setting(minutes, 30, 'minutes', 'local'),
  /** The same outside office hours; 0: at once. */
  alarmNightManagerMinutes: setting(minutes, 0, 'minutes', 'local'),
  alarmNightDutyMinutes: setting(minutes, 0, 'minutes', 'local'),
  /** Of other worries: minutes of office hours alone. */
  alarmOtherManagerMinutes: setting(minutes, 240, 'minutes', 'local'),
  alarmOtherDutyMinutes: setting(minutes, 480, 'minutes', 'local'),
  /** The product brings none: a page is chosen by whoever answers for it. */
  benefitLinks: setting(benefitLinks, [], 'links', 'local'),
  deviceLeaseDays: setting(whole(1, 90), 14, 'days', 'product'),
  hiddenLockSeconds: setting(whole(0, 300), 60, 'seconds', 'product'),
  idleLockMinutes: setting(whole(1, 15), 5, 'minutes', 'product'),
  invitationDays: setting(whole(1, 30), 7, 'days', 'product'),
  youngPersonCodeHours: setting(whole(1, 72), 24, 'hours', 'product'),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<Name extends SettingName = SettingName> = z.infer<(typeof SETTINGS)[Name]['schema']>;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** Any value of any setting; which one a name takes is checked by its own schema. */
export const settingValueSchema = z.union([
  z.number(),
  chosenCode,
  timeOfDaySchema,
  optionalTexts,
  phoneNumbers,
  benefitLinks,
  returnCodes,
  z.array(z.string()),
]);

export const settingKind = recordKind({
  kind: 'setting',
  compartments: ['settings'],
  schema: z.object({
    name: z.enum(SETTING_NAMES as [SettingName, ...SettingName[]]),
    value: settingValueSchema,
    from: calendarDateSchema,
    reason: optionalLine,
    /** Withdrawn before its day: it has never been in force. */
    withdrawn: z.optional(z.object({by: idSchema, on: calendarDateSchema})),
  }),
  fields: {name: 'fixed', value: 'fixed', from: 'fixed', reason: 'fixed', withdrawn: 'command'},
});
export type Setting = z.infer<typeof settingKind.schema>;
export type SettingRow = DomainRecord<Setting>;

/** Whether a row is in force from its day on, unless a later one is. */
export const stands = ({data}: SettingRow): boolean => data.withdrawn === undefined;

export type SettingsInForce = <Name extends SettingName>(name: Name, on: CalendarDate) => SettingValue<Name>;

/** Rows of one setting, withdrawn ones too, the one that starts latest first; of two from the same day, the later made. */
export function rowsOf(rows: readonly DomainRecord[], name: SettingName): readonly SettingRow[] {
  const order = ({id, data, made}: SettingRow) => [data.from, made.at, id].join();
  return rows
    .filter((row): row is SettingRow => row.kind === 'setting' && row.data['name'] === name)
    .toSorted((one, other) => (order(one) < order(other) ? 1 : -1));
}

export function settingsInForce(rows: readonly DomainRecord[]): SettingsInForce {
  return <Name extends SettingName>(name: Name, on: CalendarDate) => {
    const row = rowsOf(rows, name).find(each => stands(each) && each.data.from <= on);
    return (row ? row.data.value : SETTINGS[name].fallback) as SettingValue<Name>;
  };
}

/** Two settings of which the first may never be over the second, nor where that is strict be it; the measures make them comparable. */
interface Order {
  readonly lower: SettingName;
  readonly upper: SettingName;
  readonly measure?: {readonly lower?: number; readonly upper?: number};
  readonly strict?: boolean;
}

const DAYS_OF_MONTH = 31;
const ORDERS: readonly Order[] = [
  {lower: 'adviserFundLimitPence', upper: 'managerFundLimitPence'},
  {lower: 'managerFundLimitPence', upper: 'fundCapRequestPence'},
  {lower: 'fundCapRequestPence', upper: 'fundCapYearPence'},
  {lower: 'fundUrgentDays', upper: 'fundDecisionDays'},
  {lower: 'requestedReviewDays', upper: 'reviewIntervalMonths', measure: {upper: DAYS_OF_MONTH}},
  {lower: 'accommodationReviewDays', upper: 'reviewIntervalMonths', measure: {upper: DAYS_OF_MONTH}},
  {lower: 'keepTryingDaysCategory2', upper: 'keepTryingDays'},
  {lower: 'bedAndBreakfastDays', upper: 'bedAndBreakfastHigherDays'},
  {lower: 'hiddenLockSeconds', upper: 'idleLockMinutes', measure: {upper: 60}},
  {lower: 'officeOpens', upper: 'officeCloses', strict: true},
  {lower: 'alarmUrgentManagerMinutes', upper: 'alarmUrgentDutyMinutes'},
  {lower: 'alarmNightManagerMinutes', upper: 'alarmNightDutyMinutes'},
  {lower: 'alarmOtherManagerMinutes', upper: 'alarmOtherDutyMinutes'},
];

/** Times of day are compared as they are read: '09:30' is 930. */
const measured = (value: SettingValue): number => Number(typeof value === 'string' ? value.replace(':', '') : value);

/**
 * Names of two settings that contradict each other once this row is among the rows, set or withdrawn: on its day, or on a
 * later one from which something else is already set. Null when they all agree.
 */
export function contradiction(rows: readonly DomainRecord[], changed: SettingRow): readonly [SettingName, SettingName] | null {
  const all = [...rows.filter(({id}) => id !== changed.id), changed];
  const inForce = settingsInForce(all);
  const days = (all as readonly SettingRow[]).map(({data}) => data.from).filter(day => day >= changed.data.from);
  for (const {lower, upper, measure, strict} of ORDERS) {
    if (lower !== changed.data.name && upper !== changed.data.name) continue;
    const isOver = (on: CalendarDate) => {
      const over = measured(inForce(lower, on)) * (measure?.lower ?? 1) - measured(inForce(upper, on)) * (measure?.upper ?? 1);
      return strict === true ? over >= 0 : over > 0;
    };
    if (days.some(isOver)) return [lower, upper];
  }
  return null;
}
