/** What somebody has put into a form about a person's file, read as the values that a command takes. */
import {calendarDateSchema, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {penceFromTyped} from '#domain/shared/money.ts';
import type {FieldsDraft} from './fields-draft.ts';
import {keepableWords} from './keepable-words.ts';
import {dateFromParts, isEmptyDate, NO_DATE, partsFromDate, type DateParts} from '#client/ui/date-parts.ts';

/** A draft keeps every field as one text: the three boxes of a date beside one another. */
export const textOfParts = ({day, month, year}: DateParts): string =>
  [day, month, year].every(part => part === '') ? '' : [day, month, year].map(part => part.replaceAll('/', '')).join('/');

export function partsOfText(text: string): DateParts {
  if (text === '') return NO_DATE;
  const [day = '', month = '', year = ''] = text.split('/');
  return {day, month, year};
}

/** As a stored value stands in its field: dates in their boxes, yes and no by their names, nothing as nothing. */
export function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return textOfList(value as readonly string[]);
  const day = calendarDateSchema.safeParse(value);
  return day.success ? textOfParts(partsFromDate(day.data)) : typeof value === 'string' ? value : '';
}

/** Several choices stand in one text, one beside the other. */
export const textOfList = (chosen: readonly string[]): string => chosen.join(' ');
export const listOfText = (text: string): readonly string[] => text.split(' ').filter(code => code !== '');

export class Entry {
  readonly #draft: FieldsDraft;
  readonly #changed: ReadonlySet<string>;

  constructor(draft: FieldsDraft, changed: readonly string[]) {
    this.#draft = draft;
    this.#changed = new Set(changed);
  }

  raw(name: string): string {
    return this.#draft.values[name] ?? '';
  }

  /** A line as it is saved; null where nothing was entered. */
  line(name: string): string | null {
    const kept = keepableWords(this.raw(name)).trim();
    return kept === '' ? null : kept;
  }

  /** A name that the form asks for; the domain refuses an empty one. */
  name(name: string): string {
    return this.line(name) ?? '';
  }

  /** The day, or null: where the boxes are empty, and where they hold none. */
  date(name: string): CalendarDate | null {
    return dateFromParts(partsOfText(this.raw(name)));
  }

  isWrongDate(name: string): boolean {
    return !isEmptyDate(partsOfText(this.raw(name))) && this.date(name) === null;
  }

  code<const Code extends string>(name: string, codes: readonly Code[]): Code | null {
    return codes.find(code => code === this.raw(name)) ?? null;
  }

  /** Pence; null where there is no amount. */
  pence(name: string): number | null {
    return penceFromTyped(this.raw(name));
  }

  count(name: string): number | null {
    const typed = this.raw(name).trim();
    return /^\d{1,4}$/u.test(typed) ? Number(typed) : null;
  }

  isWrongNumber(name: string, as: 'amount' | 'count'): boolean {
    return this.raw(name).trim() !== '' && (as === 'amount' ? this.pence(name) : this.count(name)) === null;
  }

  chosen<const Code extends string>(name: string, codes: readonly Code[]): readonly Code[] {
    const chosen = listOfText(this.raw(name));
    return codes.filter(code => chosen.includes(code));
  }

  flag(name: string): boolean | null {
    const chosen = this.raw(name);
    return chosen === '' ? null : chosen === 'yes';
  }

  words(name: string): {text: string; lang: 'cy' | 'en' | 'mixed'} | null {
    const text = keepableWords(this.raw(name));
    return text.trim() === '' ? null : {text, lang: this.code(langOf(name), ['cy', 'en', 'mixed']) ?? 'mixed'};
  }

  /** Of what a form could send, that which somebody changed, with the ops that they had seen of it. */
  changes<Body extends object>(values: Body): {readonly body: Partial<Body>; readonly bases: Readonly<Record<string, readonly Id[]>>} {
    const names = Object.keys(values).filter(name => this.#changed.has(name));
    return {
      body: Object.fromEntries(names.map(name => [name, values[name as keyof Body]])) as Partial<Body>,
      bases: Object.fromEntries(names.map(name => [name, this.#draft.bases[name] ?? []])),
    };
  }

  /** The ops that they had seen of these fields, changed or not. */
  seen(...names: readonly string[]): Readonly<Record<string, readonly Id[]>> {
    return Object.fromEntries(names.map(name => [name, this.#draft.bases[name] ?? []]));
  }

  has(...names: readonly string[]): boolean {
    return names.some(name => this.#changed.has(name));
  }
}

/** The field in which the language of some words is kept. */
export const langOf = (name: string): string => `${name}.lang`;
