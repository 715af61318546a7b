/** A setting while it is being changed: as typed, kept as a draft, and what it says once it can be read. Pure. */
import * as z from 'zod/mini';
import {SETTINGS, type PhoneNumber, type Setting, type SettingName} from '#domain/authority/settings.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {keepableWords} from '#client/features/keepable-words.ts';

const dateParts = z.object({day: z.string(), month: z.string(), year: z.string()});
const numberDraft = z.object({cy: z.string(), en: z.string(), number: z.string(), whenCy: z.string(), whenEn: z.string()});
const draftSchema = z.object({
  typed: z.string(),
  cy: z.string(),
  en: z.string(),
  types: z.array(z.string()),
  numbers: z.array(numberDraft),
  from: dateParts,
  reason: z.string(),
});
export type SettingDraft = z.infer<typeof draftSchema>;
export type NumberDraft = z.infer<typeof numberDraft>;
export const NO_NUMBER: NumberDraft = {cy: '', en: '', number: '', whenCy: '', whenEn: ''};

export function readSettingDraft(stored: unknown): SettingDraft | null {
  const read = draftSchema.safeParse(stored);
  return read.success ? read.data : null;
}

/** Begins with what holds now, so that a change is a change and not a retyping. */
export function draftOf(name: SettingName, value: Setting['value'], from: SettingDraft['from']): SettingDraft {
  const {unit} = SETTINGS[name];
  const isText = value !== null && typeof value === 'object' && !Array.isArray(value);
  return {
    typed: typeof value === 'number' ? (unit === 'pence' ? (value / 100).toFixed(value % 100 === 0 ? 0 : 2) : String(value)) : '',
    cy: isText ? value.cy : '',
    en: isText ? value.en : '',
    types: unit === 'spendTypes' && Array.isArray(value) ? [...(value as readonly string[])] : [],
    numbers:
      unit === 'numbers' && Array.isArray(value)
        ? (value as readonly PhoneNumber[]).map(each => ({...each, whenCy: each.whenCy ?? '', whenEn: each.whenEn ?? ''}))
        : [],
    from,
    reason: '',
  };
}

export type ValueFault = 'number' | 'amount' | 'both' | 'tooLong' | 'types' | {readonly number: number};
export type ReadValue = {readonly ok: true; readonly value: Setting['value']} | {readonly ok: false; readonly fault: ValueFault};

const kept = (text: string) => keepableWords(text).trim();

/** What was typed as the setting's value, or what is wrong with it. */
export function valueOf(name: SettingName, draft: SettingDraft): ReadValue {
  const {unit, schema} = SETTINGS[name];
  const fits = (value: Setting['value'], fault: ValueFault): ReadValue =>
    schema.safeParse(value).success ? {ok: true, value} : {ok: false, fault};
  switch (unit) {
    case 'pence': {
      const pence = penceFromTyped(draft.typed);
      return pence === null ? {ok: false, fault: 'amount'} : fits(pence, 'amount');
    }
    case 'text': {
      const [cy, en] = [kept(draft.cy), kept(draft.en)];
      if (cy === '' && en === '') return {ok: true, value: null};
      return cy === '' || en === '' ? {ok: false, fault: 'both'} : fits({cy, en}, 'tooLong');
    }
    case 'spendTypes':
      return fits(draft.types, 'types');
    case 'numbers': {
      const numbers = draft.numbers.map(each => ({
        cy: kept(each.cy),
        en: kept(each.en),
        number: each.number.replaceAll(/\s+/gu, ' ').trim(),
        whenCy: kept(each.whenCy) || null,
        whenEn: kept(each.whenEn) || null,
      }));
      const wrong = numbers.findIndex(each => each.cy === '' || each.en === '' || !schema.safeParse([each]).success);
      return wrong >= 0 ? {ok: false, fault: {number: wrong + 1}} : fits(numbers, {number: numbers.length});
    }
    case 'days':
    case 'weeks':
    case 'months':
    case 'hours':
    case 'minutes':
    case 'seconds':
      return /^\d{1,4}$/u.test(draft.typed.trim()) ? fits(Number(draft.typed.trim()), 'number') : {ok: false, fault: 'number'};
  }
}

/** The least and the most that a whole number may be, found by asking its own schema. */
export function boundsOf(name: SettingName): {readonly least: number; readonly most: number} {
  const {schema} = SETTINGS[name];
  const allowed = Array.from({length: 301}, (_, number) => number).filter(number => schema.safeParse(number).success);
  return {least: allowed[0] ?? 0, most: allowed.at(-1) ?? 0};
}
