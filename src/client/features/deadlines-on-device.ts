/**
 * What is due of a person, worked out on this device from sealed records, with no network, and only anew when their file, the
 * authority's settings or the day have changed: a list of forty people is there at once.
 */
import type {Deadline} from '#domain/deadline/deadline.ts';
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {MemoryStore} from '#client/vault/contract.ts';

interface WorkedOut {
  readonly ofAuthority: readonly DomainRecord[];
  readonly today: CalendarDate;
  readonly deadlines: readonly Deadline[];
}

const known = new WeakMap<readonly DomainRecord[], WorkedOut>();

/** Nothing while no more than the headlines of somebody are here. */
export function deadlinesOnDevice(memory: MemoryStore, person: Id, today: CalendarDate): readonly Deadline[] {
  const file = memory.file(person);
  const ofAuthority = memory.file(null);
  const before = known.get(file);
  if (before?.ofAuthority === ofAuthority && before.today === today) return before.deadlines;
  const settings = ofAuthority.filter(record => isKind(record, 'setting'));
  const deadlines = file.some(record => isKind(record, 'young-person')) ? deadlinesOf(file, settings, today) : [];
  known.set(file, {ofAuthority, today, deadlines});
  return deadlines;
}
