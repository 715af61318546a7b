/** What is due of one person's file on this device: worked out here, from sealed records, with no network. */
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import type {Deadline} from '#domain/deadline/deadline.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {useMemory} from '#client/sync/device-context.ts';

export function useDeadlines(person: Id, today: CalendarDate): readonly Deadline[] {
  // While the first pages are on their way there may be no more than the headlines.
  return useMemory(
    memory =>
      memory.records(person, 'young-person').length === 0 ? [] : deadlinesOf(memory.file(person), memory.records(null, 'setting'), today),
    [person, today],
  );
}
