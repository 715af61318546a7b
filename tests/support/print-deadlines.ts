/** A process of its own for tests of time zones: reads files of records from stdin and prints the deadlines of each, and its zone. */
import {text} from 'node:stream/consumers';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import type {DomainRecord} from '#domain/shared/record.ts';

export interface AskedOf {
  readonly file: readonly DomainRecord[];
  readonly settings: readonly DomainRecord[];
  readonly today: CalendarDate;
}

const asked = JSON.parse(await text(process.stdin)) as readonly AskedOf[];
process.stdout.write(
  JSON.stringify({
    minutesFromUtc: [new Date(2026, 0, 1).getTimezoneOffset(), new Date(2026, 6, 1).getTimezoneOffset()],
    answers: asked.map(({file, settings, today}) => deadlinesOf(file, settings, today)),
  }),
);
