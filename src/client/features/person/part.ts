/** What every part of a person's file is given. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';

export interface PartProps {
  readonly person: PersonOnDevice;
  readonly today: CalendarDate;
}
