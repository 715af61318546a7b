/**
 * The words of the calendar in both languages. They are here because Chromium has no Welsh calendar at all and says
 * nothing when it prints English instead (welsh.md 7).
 */
import type {Language} from './language-choice.ts';

export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  cy: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

export const MONTHS_SHORT: Readonly<Record<Language, readonly string[]>> = {
  cy: ['Ion', 'Chw', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gor', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** Monday first, as they stand at the start of a line. */
export const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  cy: ['Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn', 'Dydd Sul'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** Endings of the ordinals 1 to 31; Welsh has no rule that gives them. */
const WELSH_ENDINGS = [
  'af',
  'il',
  'ydd',
  'ydd',
  'ed',
  'ed',
  'fed',
  'fed',
  'fed',
  'fed',
  'eg',
  'fed',
  'eg',
  'eg',
  'fed',
  'eg',
  'eg',
  'fed',
  'eg',
  'fed',
];

/** "3ydd", "11eg", "21ain"; "3rd", "11th". For 1 to 31: days of a month, sections, reviews. */
export function ordinal(number: number, language: Language): string {
  if (language === 'cy') return `${number}${WELSH_ENDINGS[number - 1] ?? 'ain'}`;
  const teens = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}
