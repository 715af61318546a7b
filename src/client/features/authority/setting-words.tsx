/** A setting in words: its value with its unit, both languages of a text, each number with whose it is; what it goes against. */
import type {ReactNode} from 'react';
import {
  contradiction,
  SETTINGS,
  type PhoneNumber,
  type Setting,
  type SettingName,
  type SettingRow,
  type SettingUnit,
} from '#domain/authority/settings.ts';
import {useText, type Text} from '#client/i18n/text.ts';

const COUNTED = {
  days: 'counts:day',
  workingDays: 'counts:workingDay',
  weeks: 'counts:week',
  months: 'counts:month',
  hours: 'counts:hour',
  minutes: 'counts:minute',
  seconds: 'counts:second',
} as const satisfies Partial<Record<SettingUnit, string>>;

type Value = Setting['value'];
const isCounted = (unit: SettingUnit): unit is keyof typeof COUNTED => unit in COUNTED;

/** In one line: for lists, and for saying what contradicts what. */
export function settingLine({t, format, language}: Pick<Text, 't' | 'format' | 'language'>, name: SettingName, value: Value): string {
  const {unit} = SETTINGS[name];
  if (value === null) return t('authority:notSet');
  if (typeof value === 'number') return isCounted(unit) ? t(COUNTED[unit], {count: value}) : format.money(value);
  if (Array.isArray(value)) return t(unit === 'spendTypes' ? 'counts:spendType' : 'counts:phoneNumber', {count: value.length});
  return value[language];
}

/** The other setting that a value from a day would go against; null where all agree. */
export function contradicted(rows: readonly SettingRow[], name: SettingName, set: Pick<Setting, 'value' | 'from'>): SettingName | null {
  const made = {author: '', device: null, at: '9999', op: ''};
  const row: SettingRow = {id: '', kind: 'setting', scope: '', person: null, data: {name, ...set, reason: null}, heads: {}, made};
  return contradiction(rows, row)?.find(each => each !== name) ?? null;
}

export function SettingValueWords({name, value}: {readonly name: SettingName; readonly value: Value}): ReactNode {
  const text = useText();
  const {t, language} = text;
  const {unit} = SETTINGS[name];
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return (['cy', 'en'] as const).map(each => (
      <p key={each} className="app-words__text" lang={each}>
        {value[each]}
      </p>
    ));
  if (Array.isArray(value) && value.length > 0)
    return (
      <ul className="govuk-list govuk-list--bullet">
        {unit === 'spendTypes'
          ? (value as readonly string[]).map(type => <li key={type}>{t(`codes:spend.${type as 'other'}`)}</li>)
          : (value as readonly PhoneNumber[]).map(each => (
              <li key={each.number + each.en}>
                <span translate="no">
                  {[each[language], each.number, language === 'cy' ? each.whenCy : each.whenEn].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
      </ul>
    );
  return <p>{settingLine(text, name, value)}</p>;
}
