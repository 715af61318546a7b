/**
 * A setting in words: its value with its unit, both languages of a text, each number with whose it is, what was chosen;
 * what it means and what holds by default; what it goes against.
 */
import type {ReactNode} from 'react';
import {
  contradiction,
  SETTINGS,
  type BenefitLink,
  type PhoneNumber,
  type ReturnCode,
  type Setting,
  type SettingName,
  type SettingRow,
  type SettingUnit,
} from '#domain/authority/settings.ts';
import {useText, type Text, type TextKey, type Translate} from '#client/i18n/text.ts';
import {ourWords} from './return-codes-draft.ts';
import {choicesOf, codeWords, isChoice} from './setting-choices.ts';
import {isCodes} from './setting-draft.ts';

const COUNTED = {
  days: 'counts:day',
  workingDays: 'counts:workingDay',
  weeks: 'counts:week',
  months: 'counts:month',
  moves: 'counts:move',
  times: 'counts:time',
  hours: 'counts:hour',
  minutes: 'counts:minute',
  seconds: 'counts:second',
} as const satisfies Partial<Record<SettingUnit, string>>;

/** Where nothing at all means something of its own. */
const AT_ZERO = {
  fundUrgentDays: 'authority:zero.fundUrgentDays',
  fundEvidenceAbovePence: 'authority:zero.fundEvidenceAbovePence',
  alarmUrgentManagerMinutes: 'authority:zero.alarm',
  alarmUrgentDutyMinutes: 'authority:zero.alarm',
  alarmNightManagerMinutes: 'authority:zero.alarm',
  alarmNightDutyMinutes: 'authority:zero.alarm',
  alarmOtherManagerMinutes: 'authority:zero.alarm',
  alarmOtherDutyMinutes: 'authority:zero.alarm',
} as const satisfies Partial<Record<SettingName, TextKey>>;

/** Settings whose name does not say all: what is counted from when, for whom it is, what nothing means. */
const HINTS = {
  benefitLinks: 'authority:hint.benefitLinks',
  returnCodes: 'authority:hint.returnCodes',
  fundYearRule: 'authority:hint.fundYearRule',
  fundExclusions: 'authority:hint.fundExclusions',
  fundCategory6: 'authority:hint.fundCategory6',
  fundPlanLink: 'authority:hint.fundPlanLink',
  threatenedRule: 'authority:hint.threatenedRule',
  suitableHomeDuty: 'authority:hint.suitableHomeDuty',
  fundDecisionDays: 'authority:hint.fundDecisionDays',
  fundUrgentDays: 'authority:hint.fundUrgentDays',
  fundEvidenceAbovePence: 'authority:hint.fundEvidenceAbovePence',
  fundEvidenceDays: 'authority:hint.fundEvidenceDays',
  radarNotSeenTimes: 'authority:hint.radarNotSeenTimes',
  radarNoActivityMonths: 'authority:hint.radarNoActivityMonths',
  officeDays: 'authority:hint.officeDays',
  alarmUrgentKinds: 'authority:hint.alarmUrgentKinds',
  alarmUrgentManagerMinutes: 'authority:hint.alarmUrgent',
  alarmUrgentDutyMinutes: 'authority:hint.alarmUrgent',
  alarmNightManagerMinutes: 'authority:hint.alarmUrgent',
  alarmNightDutyMinutes: 'authority:hint.alarmUrgent',
  alarmOtherManagerMinutes: 'authority:hint.alarmOther',
  alarmOtherDutyMinutes: 'authority:hint.alarmOther',
} as const satisfies Partial<Record<SettingName, TextKey>>;

const LISTED = {
  spendTypes: 'counts:spendType',
  weekdays: 'counts:officeDay',
  worryKinds: 'counts:worryKind',
  numbers: 'counts:phoneNumber',
  links: 'counts:benefitLink',
  returnCodes: 'counts:returnCode',
} as const satisfies Partial<Record<SettingUnit, string>>;

type Value = Setting['value'];
const isCounted = (unit: SettingUnit): unit is keyof typeof COUNTED => unit in COUNTED;

/** In one line: for lists, and for saying what contradicts what. */
export function settingLine({t, format, language}: Pick<Text, 't' | 'format' | 'language'>, name: SettingName, value: Value): string {
  const {unit} = SETTINGS[name];
  if (value === null) return t('authority:notSet');
  if (value === 0 && name in AT_ZERO) return t(AT_ZERO[name as keyof typeof AT_ZERO]);
  if (typeof value === 'string') return chosenWords(t, name, value);
  if (typeof value === 'number') return isCounted(unit) ? t(COUNTED[unit], {count: value}) : format.money(value);
  if (Array.isArray(value) && value.length === 0 && unit === 'returnCodes') return t('authority:zero.returnCodes');
  if (Array.isArray(value)) return t(LISTED[unit as keyof typeof LISTED], {count: value.length});
  return value[language];
}

/** A code that this version does not know yet is shown as it is. */
function chosenWords(t: Translate, name: SettingName, value: string): string {
  const chosen = isChoice(name) ? choicesOf(name).find(({code}) => code === value) : undefined;
  return chosen === undefined ? value : t(chosen.words);
}

/** The other setting that a value from a day would go against; null where all agree. */
export function contradicted(rows: readonly SettingRow[], name: SettingName, set: Pick<Setting, 'value' | 'from'>): SettingName | null {
  const made = {author: '', device: null, at: '9999', op: ''};
  const row: SettingRow = {id: '', kind: 'setting', scope: '', person: null, data: {name, ...set, reason: null}, heads: {}, made};
  return contradiction(rows, row)?.find(each => each !== name) ?? null;
}

export function SettingValueWords({name, value}: {readonly name: SettingName; readonly value: Value}): ReactNode {
  const text = useText();
  const {unit} = SETTINGS[name];
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return (['cy', 'en'] as const).map(each => (
      <p key={each} className="app-words__text" lang={each}>
        {value[each]}
      </p>
    ));
  if (Array.isArray(value) && value.length > 0) return <ul className="govuk-list govuk-list--bullet">{listed(text, unit, value)}</ul>;
  return <p>{settingLine(text, name, value)}</p>;
}

function listed({t, language}: Pick<Text, 't' | 'language'>, unit: SettingUnit, value: readonly unknown[]): ReactNode {
  if (isCodes(unit)) return (value as readonly string[]).map(code => <li key={code}>{codeWords(t, unit, code)}</li>);
  if (unit === 'returnCodes')
    return (value as readonly ReturnCode[]).map(row => (
      <li key={`${row.list} ${row.ours}`}>
        {`${ourWords(t, row.list, row.ours)}: `}
        <span translate="no">{row.suffix === true ? t('returns:form.suffix.mark', {code: row.theirs}) : row.theirs}</span>
      </li>
    ));
  if (unit === 'links')
    return (value as readonly BenefitLink[]).map(link => (
      <li key={link.benefit}>
        {`${t(`codes:benefit.${link.benefit}`)}: `}
        <span translate="no">{link[language]}</span>
      </li>
    ));
  return (value as readonly PhoneNumber[]).map(each => (
    <li key={each.number + each.en}>
      <span translate="no">{[each[language], each.number, language === 'cy' ? each.whenCy : each.whenEn].filter(Boolean).join(' · ')}</span>
    </li>
  ));
}

/** What the setting is about where its name alone does not say, whose limit it is, and what holds where nothing is set. */
export function SettingMeaning({name}: {readonly name: SettingName}): ReactNode {
  const text = useText();
  const {t} = text;
  const {fallback} = SETTINGS[name];
  return (
    <>
      {name in HINTS && <p className="govuk-hint">{t(HINTS[name as keyof typeof HINTS])}</p>}
      <p className="app-quiet">{[basisWords(t, name), t('authority:byDefault', {value: settingLine(text, name, fallback)})].join(' · ')}</p>
    </>
  );
}

/** Whose limit it is: the law's by its rule, local policy, or the product's own choice. */
export function basisWords(t: Translate, name: SettingName): string {
  const definition = SETTINGS[name];
  return t(`authority:basis.${definition.basis}`, {rule: 'rule' in definition ? (definition.rule ?? '') : ''});
}
