/** The formatters of one language, bound to it, so that no screen has to name the language it is drawn in. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {ordinal} from './calendar-words.ts';
import {dateWithDays, dateWithWeekday, longDate, mediumDate, moment, monthAndYear, relativeDays, shortDate, timeInWales} from './dates.ts';
import type {Language} from './language-choice.ts';
import {compareTerms, listNames} from './names-and-order.ts';
import {money, number, years} from './numbers.ts';

export interface Formatters {
  longDate(on: CalendarDate): string;
  dateWithWeekday(on: CalendarDate): string;
  dateWithDays(on: CalendarDate, today: CalendarDate): string;
  mediumDate(on: CalendarDate): string;
  shortDate(on: CalendarDate): string;
  monthAndYear(month: string): string;
  time(instant: string | number): string;
  moment(instant: string | number, today: CalendarDate): string;
  relativeDays(days: number): string;
  years(count: number): string;
  ordinal(of: number): string;
  number(value: number): string;
  money(pence: number): string;
  listNames(names: readonly string[]): string;
  compareTerms(left: string, right: string): number;
}

function make(language: Language): Formatters {
  return {
    longDate: on => longDate(on, language),
    dateWithWeekday: on => dateWithWeekday(on, language),
    dateWithDays: (on, today) => dateWithDays(on, today, language),
    mediumDate: on => mediumDate(on, language),
    shortDate,
    monthAndYear: month => monthAndYear(month, language),
    time: timeInWales,
    moment: (instant, today) => moment(instant, today, language),
    relativeDays: days => relativeDays(days, language),
    years: count => years(count, language),
    ordinal: of => ordinal(of, language),
    number,
    money,
    listNames: names => listNames(names, language),
    compareTerms: (left, right) => compareTerms(left, right, language),
  };
}

const FORMATTERS: Readonly<Record<Language, Formatters>> = {cy: make('cy'), en: make('en')};

export function formattersFor(language: Language): Formatters {
  return FORMATTERS[language];
}
