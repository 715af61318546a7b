/**
 * Which form of a counted text a number takes: the six plural forms of Welsh, the two of English, and for Welsh above ten
 * "12 o gynlluniau", which plural rules do not know (welsh.md 4 and 5). Every browser knows the plural rules of Welsh,
 * also those that know nothing else of it (welsh.md 7).
 */
import type {Language} from './language-choice.ts';

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {cy: new Intl.PluralRules('cy'), en: new Intl.PluralRules('en')};
const TEN = 10;

export function countedForm(count: number, language: Language): string {
  return language === 'cy' && count > TEN ? 'overTen_other' : RULES[language].select(count);
}
