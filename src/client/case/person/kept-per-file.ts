/**
 * What is worked out of one person's file on a day, and only anew when the file, what the authority has set, or the day is
 * another: a list of forty people is there at once. In memory only, and gone with the file.
 */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {MemoryStore} from '#client/vault/contract.ts';

type Work<Value> = (memory: MemoryStore, person: Id, today: CalendarDate) => Value;

export function keptPerFile<Value>(work: Work<Value>): Work<Value> {
  const known = new WeakMap<readonly DomainRecord[], {readonly made: readonly unknown[]; readonly value: Value}>();
  return (memory, person, today) => {
    const file = memory.file(person);
    const made = [memory.file(null), memory.holdsFile(person), today];
    const before = known.get(file);
    if (before && made.every((part, index) => part === before.made[index])) return before.value;
    const value = work(memory, person, today);
    known.set(file, {made, value});
    return value;
  };
}
