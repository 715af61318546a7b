/** A setting while it is being changed: as typed, kept as a draft, and what it says once it can be read. Pure. */
import {readAs} from '#client/forms/use-draft.ts';
import * as z from 'zod/mini';
import {
  benefitLinkSchema,
  phoneNumberSchema,
  SETTINGS,
  type BenefitLink,
  type PhoneNumber,
  type ReturnCode,
  type Setting,
  type SettingName,
  type SettingUnit,
} from '#domain/authority/settings.ts';
import {BENEFITS, type Benefit} from '#domain/money-plan/codes.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import {keepableWords} from '#client/forms/keepable-words.ts';
import type {ReturnList} from '#domain/statutory-extract/return-lists.ts';
import {codeFieldId, codesDraftOf, codesDraftSchema, NO_CODES, readCodes} from './return-codes-draft.ts';
import type {CodesUnit} from './setting-choices.ts';

const dateParts = z.object({day: z.string(), month: z.string(), year: z.string()});
const numberDraft = z.object({cy: z.string(), en: z.string(), number: z.string(), whenCy: z.string(), whenEn: z.string()});
const draftSchema = z.object({
  /** A number as typed, or the code of what was chosen. */
  typed: z.string(),
  cy: z.string(),
  en: z.string(),
  types: z.array(z.string()),
  numbers: z.array(numberDraft),
  /** Pages by benefit. Drafts of before there were any have none. */
  links: z.optional(z.partialRecord(z.enum(BENEFITS), z.object({cy: z.string(), en: z.string()}))),
  /** Codes of a return by list and ours. Drafts of before there were any have none. */
  codes: z.optional(codesDraftSchema),
  from: dateParts,
  reason: z.string(),
});
export type SettingDraft = z.infer<typeof draftSchema>;
export type NumberDraft = z.infer<typeof numberDraft>;
export const NO_NUMBER: NumberDraft = {cy: '', en: '', number: '', whenCy: '', whenEn: ''};

export const readSettingDraft = readAs(draftSchema);

/** Settings that are some of a list of codes. */
export const isCodes = (unit: SettingUnit): unit is CodesUnit => unit === 'spendTypes' || unit === 'weekdays' || unit === 'worryKinds';

function typedAs(unit: SettingUnit, value: Setting['value']): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  return unit === 'pence' ? (value / 100).toFixed(value % 100 === 0 ? 0 : 2) : String(value);
}

/** Begins with what holds now, so that a change is a change and not a retyping. */
export function draftOf(name: SettingName, value: Setting['value'], from: SettingDraft['from']): SettingDraft {
  const {unit} = SETTINGS[name];
  const isText = value !== null && typeof value === 'object' && !Array.isArray(value);
  return {
    typed: typedAs(unit, value),
    cy: isText ? value.cy : '',
    en: isText ? value.en : '',
    types: isCodes(unit) && Array.isArray(value) ? [...(value as readonly string[])] : [],
    numbers:
      unit === 'numbers' && Array.isArray(value)
        ? (value as readonly PhoneNumber[]).map(each => ({...each, whenCy: each.whenCy ?? '', whenEn: each.whenEn ?? ''}))
        : [],
    links:
      unit === 'links' && Array.isArray(value)
        ? Object.fromEntries((value as readonly BenefitLink[]).map(({benefit, cy, en}) => [benefit, {cy, en}]))
        : {},
    codes: unit === 'returnCodes' && Array.isArray(value) ? codesDraftOf(value as readonly ReturnCode[]) : NO_CODES,
    from,
    reason: '',
  };
}

/** In the order in which they are typed. */
export const NUMBER_PARTS = ['cy', 'en', 'number', 'whenCy', 'whenEn'] as const;
export type NumberPart = (typeof NUMBER_PARTS)[number];

/** Id of a number's field; the first is the setting's own, where its label leads. */
export const numberFieldId = (index: number, part: NumberPart): string =>
  index === 0 && part === 'cy' ? 'value' : `value-${index}-${part}`;

/** What is wrong, and the field that it is said at; of a list of numbers, which number (from 1) and which part of it. */
export type ValueFault =
  | {readonly field: string; readonly is: 'number' | 'amount' | 'both' | 'tooLong' | 'types' | 'choice' | 'time'}
  | {readonly field: string; readonly is: 'code'; readonly list: ReturnList; readonly ours: string}
  | {readonly field: string; readonly is: 'page' | 'bothPages'; readonly benefit: Benefit}
  | {readonly field: string; readonly is: 'part'; readonly part: NumberPart; readonly place: number; readonly missing: boolean};
type SimpleFault = Exclude<ValueFault['is'], 'part' | 'page' | 'bothPages' | 'code'>;
export type ReadValue =
  | {readonly ok: true; readonly value: Setting['value']}
  | {readonly ok: false; readonly faults: readonly ValueFault[]};

const kept = (text: string) => keepableWords(text).trim();

function faultsOfNumber(number: Readonly<Record<NumberPart, string | null>>, index: number): readonly ValueFault[] {
  return NUMBER_PARTS.flatMap((part): ValueFault[] => {
    const typed = number[part];
    const missing = typed === '';
    if (!missing && phoneNumberSchema.shape[part].safeParse(typed).success) return [];
    return [{field: numberFieldId(index, part), is: 'part', part, place: index + 1, missing}];
  });
}

/** The first is the setting's own, where its label leads. */
export const linkFieldId = (benefit: Benefit, language: 'cy' | 'en'): string =>
  benefit === BENEFITS[0] && language === 'cy' ? 'value' : `value-${benefit}-${language}`;

function readLinks(draft: SettingDraft): ReadValue {
  const links = BENEFITS.map(benefit => ({
    benefit,
    cy: kept(draft.links?.[benefit]?.cy ?? ''),
    en: kept(draft.links?.[benefit]?.en ?? ''),
  })).filter(({cy, en}) => cy !== '' || en !== '');
  const faults = links.flatMap(link =>
    (['cy', 'en'] as const).flatMap((language): ValueFault[] => {
      if (benefitLinkSchema.shape[language].safeParse(link[language]).success) return [];
      return [{field: linkFieldId(link.benefit, language), is: link[language] === '' ? 'bothPages' : 'page', benefit: link.benefit}];
    }),
  );
  return faults.length > 0 ? {ok: false, faults} : {ok: true, value: links};
}

/** '8:45' and '8.45' are 08:45; whatever else was typed stays as it is. */
function timeFromTyped(typed: string): string {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/u.exec(typed.trim()) ?? [];
  return hour === undefined || minute === undefined ? typed : `${hour.padStart(2, '0')}:${minute}`;
}

/** What was typed as the setting's value, or everything that is wrong with it. */
export function valueOf(name: SettingName, draft: SettingDraft): ReadValue {
  const {unit, schema} = SETTINGS[name];
  const wrong = (is: SimpleFault, field = 'value'): ReadValue => ({ok: false, faults: [{field, is}]});
  const fits = (value: Setting['value'], is: SimpleFault): ReadValue => (schema.safeParse(value).success ? {ok: true, value} : wrong(is));
  switch (unit) {
    case 'pence': {
      const pence = penceFromTyped(draft.typed);
      return pence === null ? wrong('amount') : fits(pence, 'amount');
    }
    case 'text': {
      const [cy, en] = [kept(draft.cy), kept(draft.en)];
      if (cy === '' && en === '') return {ok: true, value: null};
      if (cy === '' || en === '') return wrong('both', cy === '' ? 'value' : 'value-en');
      const isWelshRight = schema.safeParse({cy, en: '.'}).success;
      return schema.safeParse({cy, en}).success ? {ok: true, value: {cy, en}} : wrong('tooLong', isWelshRight ? 'value-en' : 'value');
    }
    case 'spendTypes':
    case 'weekdays':
    case 'worryKinds':
      return fits(draft.types, 'types');
    case 'time':
      return fits(timeFromTyped(draft.typed), 'time');
    case 'choice':
      return fits(draft.typed, 'choice');
    case 'numbers': {
      const numbers = draft.numbers.map(each => ({
        cy: kept(each.cy),
        en: kept(each.en),
        number: each.number.replaceAll(/\s+/gu, ' ').trim(),
        whenCy: kept(each.whenCy) || null,
        whenEn: kept(each.whenEn) || null,
      }));
      const faults = numbers.flatMap(faultsOfNumber);
      return faults.length > 0 ? {ok: false, faults} : {ok: true, value: numbers};
    }
    case 'links':
      return readLinks(draft);
    case 'returnCodes': {
      const {rows, wrong} = readCodes(draft.codes ?? NO_CODES);
      return wrong.length === 0
        ? {ok: true, value: [...rows]}
        : {ok: false, faults: wrong.map(each => ({field: codeFieldId(each), is: 'code', ...each}))};
    }
    case 'days':
    case 'workingDays':
    case 'weeks':
    case 'months':
    case 'moves':
    case 'times':
    case 'hours':
    case 'minutes':
    case 'seconds':
      return /^\d{1,4}$/u.test(draft.typed.trim()) ? fits(Number(draft.typed.trim()), 'number') : wrong('number');
  }
}

/** The least and the most that a whole number may be, found by asking its own schema. */
export function boundsOf(name: SettingName): {readonly least: number; readonly most: number} {
  const {schema} = SETTINGS[name];
  const allowed = Array.from({length: 1_501}, (_, number) => number).filter(number => schema.safeParse(number).success);
  return {least: allowed[0] ?? 0, most: allowed.at(-1) ?? 0};
}
