/**
 * Numbers, money and counted years. Digits look the same in both languages; the noun after them does not: Welsh
 * changes it by the number (2 flynedd, 5 mlynedd), which six plural forms cannot say (welsh.md 4).
 */
import type {Pence} from '#domain/shared/money.ts';
import type {Language} from './language-choice.ts';

/** "1,234" and "-1,234.5". */
export function number(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** "£1,280", "£0.50": pence are shown only where there are some. */
export function money(pence: Pence): string {
  const pounds = Math.trunc(Math.abs(pence) / 100);
  const rest = Math.abs(pence) % 100;
  return `${pence < 0 ? '-' : ''}£${number(pounds)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

const NASAL_YEARS = new Set([5, 7, 8, 9, 10]);

/** "1 flwyddyn", "2 flynedd", "5 mlynedd", "11 o flynyddoedd"; "1 year", "2 years". Whole years, 0 and up. */
export function years(count: number, language: Language): string {
  if (language === 'en') {
    if (count === 0) return 'less than a year';
    return count === 1 ? '1 year' : `${number(count)} years`;
  }
  if (count === 0) return 'llai na blwyddyn';
  if (count === 1) return '1 flwyddyn';
  if (count === 2) return '2 flynedd';
  if (count > 10) return `${number(count)} o flynyddoedd`;
  return `${count} ${NASAL_YEARS.has(count) ? 'mlynedd' : 'blynedd'}`;
}
