/**
 * A visit for the calendar of the phone, when somebody asks for it: calendars are shared and shown on locked screens, so the entry
 * says the word for a visit and when, and nothing of who, where or why. Times are those of the clock on the wall (RFC 5545 3.3.5).
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {giveFile} from '#client/ui/give-file.ts';

export interface CalendarEntry {
  readonly on: CalendarDate;
  /** '14:05'; null: the whole day. */
  readonly at: string | null;
  /** "Visit", in the language of whoever asks. */
  readonly word: string;
}

const compact = (text: string) => text.replaceAll(/[-:]|\.\d+/gu, '');

export function calendarFile({on, at, word}: CalendarEntry, uid: string, now: string): string {
  const when = at === null ? [`DTSTART;VALUE=DATE:${compact(on)}`] : [`DTSTART:${compact(on)}T${compact(at)}00`, 'DURATION:PT1H'];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Llwybr//Llwybr//CY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(now)}`,
    ...when,
    `SUMMARY:${word}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** Gives the file to the browser, which opens the calendar or keeps it, as the phone is set. */
export function giveToCalendar(entry: CalendarEntry): void {
  giveFile(`${entry.word.toLowerCase()}.ics`, 'text/calendar', calendarFile(entry, crypto.randomUUID(), new Date().toISOString()));
}
