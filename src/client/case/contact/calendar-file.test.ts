/** What comes into a calendar: a word and a time, and nothing that says whose, where or why. */
import {expect, test} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import {calendarFile} from './calendar-file.ts';

const on = date('2026-12-03');

test('a visit with a time is an hour on the clock of the wall, under a word alone', () => {
  const file = calendarFile({on, at: '15:30', word: 'Ymweliad'}, 'b7', '2026-11-26T10:00:00.123Z');
  expect(file.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Llwybr//Llwybr//CY',
    'BEGIN:VEVENT',
    'UID:b7',
    'DTSTAMP:20261126T100000Z',
    'DTSTART:20261203T153000',
    'DURATION:PT1H',
    'SUMMARY:Ymweliad',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('without a time it is the whole day', () => {
  expect(calendarFile({on, at: null, word: 'Visit'}, 'b7', '2026-11-26T10:00:00.000Z')).toContain(
    'DTSTART;VALUE=DATE:20261203\r\nSUMMARY:Visit',
  );
});
