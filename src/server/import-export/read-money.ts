/**
 * Pounds as typed to whole pence. '1,280', '£1 280.00', 'GBP 1280' and a spreadsheet's 1279.9999999999998 are one
 * amount; '12,50' may be twelve pounds fifty or a slip for 1,250, so it is asked about.
 */
import {BLANK, type CellReading, isNothing, question, read, tidy} from './read-cell.ts';

/** Ten million pounds: no amount of this work comes near it. */
const MOST_PENCE = 1_000_000_000;
const PER_WEEK = /\s*(?:\/|p\/?|per |a |yr )\s*(?:w(?:ee)?k|w|wythnos)\.?$|\s*weekly$/i;
const CURRENCY = /Â?£|&pound;|gbp|[?\ufffd](?=\d)|\s+(?:pounds?|punt|punnoedd)$/i;

export function readMoney(text: string, isWeekly = false): CellReading<number> {
  const value = tidy(text);
  if (isNothing(value)) return BLANK;
  if (/^(nil|dim)$/i.test(value)) return read(0);
  const inPence = /^(\d{1,3})\s*(?:p|c)$/i.exec(value)?.[1];
  if (inPence !== undefined) return read(Number(inPence));
  const {amount, isNegative} = withoutSigns(isWeekly ? value.replace(PER_WEEK, '') : value);
  const pence = penceOf(amount);
  if (pence === null || pence > MOST_PENCE) return question('AMOUNT_UNREADABLE');
  return isNegative && pence > 0 ? question('AMOUNT_NEGATIVE') : read(pence);
}

function withoutSigns(value: string): {amount: string; isNegative: boolean} {
  const inBrackets = /^\((.*)\)$/.exec(value);
  let amount = inBrackets?.[1] ?? value;
  amount = amount.replace(CURRENCY, '').trim();
  const signed = /^[-\u2212\u2013]\s*(.*)$/.exec(amount) ?? /^(.*?)\s*(?:[-\u2212]|cr)$/i.exec(amount);
  amount = (signed?.[1] ?? amount).replace(CURRENCY, '').trim();
  return {amount, isNegative: inBrackets !== null || signed !== null};
}

function penceOf(amount: string): number | null {
  if (/^\d+$/.test(amount) || /^\d*\.\d{1,2}$/.test(amount) || /^\d+\.$/.test(amount)) return toPence(amount);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(amount)) return toPence(amount.replaceAll(',', ''));
  if (/^\d{1,3}(?: \d{3})+(?:\.\d{1,2})?$/.test(amount)) return toPence(amount.replaceAll(' ', ''));
  // Points between the thousands and a comma before the pence, as on the continent.
  if (/^\d{1,3}(?:\.\d{3})+,\d{2}$/.test(amount)) return toPence(amount.replaceAll('.', '').replace(',', '.'));
  return floatOf(amount);
}

/** A spreadsheet's binary fraction: many places, but a whole number of pence all the same. */
function floatOf(amount: string): number | null {
  if (!/^\d{1,8}\.\d{6,}$/.test(amount)) return null;
  const pence = Math.round(Number(amount) * 100);
  return Math.abs(Number(amount) * 100 - pence) < 1e-4 ? pence : null;
}

function toPence(amount: string): number | null {
  const [pounds = '', pence = ''] = amount.split('.');
  if (pounds === '' && pence === '') return null;
  if (pounds.length > 10) return null;
  return Number(pounds) * 100 + Number(pence.padEnd(2, '0'));
}
