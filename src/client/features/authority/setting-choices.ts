/** What can be chosen where a setting is one choice out of a few, and the words of each: in a form, in a list, in history. */
import {SETTING_CHOICES, type ChoiceName, type SettingName} from '#domain/authority/settings.ts';
import type {Translate, TextKey} from '#client/i18n/text.ts';

/** Of every choice its words: a code that is added without them is a type error. */
const WORDS: {readonly [Name in ChoiceName]: Readonly<Record<(typeof SETTING_CHOICES)[Name][number], TextKey>>} = {
  fundYearRule: {payment: 'authority:choice.fundYearRule.payment', decision: 'authority:choice.fundYearRule.decision'},
  fundCategory6: {
    decide: 'authority:choice.fundCategory6.decide',
    yes: 'authority:choice.fundCategory6.yes',
    no: 'authority:choice.fundCategory6.no',
  },
  threatenedRule: {days_56: 'authority:choice.threatenedRule.days_56', months_6: 'authority:choice.threatenedRule.months_6'},
  suitableHomeDuty: {
    not_in_force: 'authority:choice.suitableHomeDuty.not_in_force',
    in_force: 'authority:choice.suitableHomeDuty.in_force',
  },
  fundPlanLink: {required: 'authority:choice.fundPlanLink.required', advised: 'authority:choice.fundPlanLink.advised'},
};

/** Settings that are some of a list of codes, by which list. */
export type CodesUnit = 'spendTypes' | 'weekdays' | 'worryKinds';

export function codeWords(t: Translate, unit: CodesUnit, code: string): string {
  if (unit === 'weekdays') return t(`codes:weekday.${code as 'monday'}`);
  return unit === 'worryKinds' ? t(`codes:worry.${code as 'other'}`) : t(`codes:spend.${code as 'other'}`);
}

export const isChoice = (name: SettingName): name is ChoiceName => name in SETTING_CHOICES;

/** In the order in which they are offered. */
export function choicesOf(name: ChoiceName): readonly {readonly code: string; readonly words: TextKey}[] {
  const words: Readonly<Record<string, TextKey>> = WORDS[name];
  return SETTING_CHOICES[name].flatMap(code => (words[code] === undefined ? [] : [{code, words: words[code]}]));
}
