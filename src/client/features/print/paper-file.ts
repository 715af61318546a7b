/**
 * What may stand on paper for a reader. For the young person it is read from their own scope alone, so that nothing that they
 * do not see themselves can come onto a sheet for them, whoever prints it. What was struck out is not printed.
 */
import type {KindCode} from '#domain/record-kinds.ts';
import type {PaperReader} from '#domain/records-access/paper-copy.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {staffName} from '#client/case/person/people-on-device.ts';
import type {PlanRecords} from '#client/case/plan/read-own-plan.ts';
import type {MemoryStore} from '#client/vault/contract.ts';

export interface PaperFile extends PlanRecords {
  readonly person: Id;
  readonly reader: PaperReader;
  readonly today: CalendarDate;
  /** What they are called. */
  readonly name: string;
  readonly all: readonly DomainRecord[];
  /** The young person, a colleague, or somebody named to the young person; null: not known here. */
  readonly nameOf: (holder: Id | null | undefined) => string | null;
}

export function readPaperFile(memory: MemoryStore, person: Id, reader: PaperReader, today: CalendarDate): PaperFile | null {
  const own = memory.records(person, 'young-person')[0]?.data;
  if (!own) return null;
  const shared = memory.scope(person, 'shared');
  const isRead = (record: DomainRecord) => !struckOut(record) && (reader === 'staff' || record.scope === shared);
  const name = own.knownAs ?? own.forename;
  const named = memory.records(person, 'who-helps')[0]?.data.names ?? [];
  return {
    person,
    reader,
    today,
    name,
    records: <Kind extends KindCode>(of: Id | null, kind: Kind) => memory.records(of, kind).filter(isRead),
    all: memory.file(person).filter(isRead),
    nameOf: holder =>
      holder === null || holder === undefined
        ? null
        : holder === person
          ? name
          : (staffName(memory, holder) ?? named.find(({id}) => id === holder)?.name ?? null),
  };
}
