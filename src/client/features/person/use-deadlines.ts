/** What is due of one person, for the screens of their file. */
import type {Deadline} from '#domain/deadline/deadline.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {deadlinesOnDevice} from '#client/case/deadlines/deadlines-on-device.ts';
import {useMemory} from '#client/sync/device-context.ts';

export function useDeadlines(person: Id, today: CalendarDate): readonly Deadline[] {
  return useMemory(memory => deadlinesOnDevice(memory, person, today), [person, today]);
}
