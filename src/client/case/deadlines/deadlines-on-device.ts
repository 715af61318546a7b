/** What is due of a person, worked out on this device from sealed records, with no network. */
import {deadlinesOf} from '#domain/deadline/deadlines.ts';
import type {Deadline} from '#domain/deadline/deadline.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {keptPerFile} from '#client/case/person/kept-per-file.ts';

/** Nothing while no more than the headlines of somebody are here. */
export const deadlinesOnDevice = keptPerFile((memory, person, today): readonly Deadline[] => {
  const file = memory.file(person);
  return file.some(record => isKind(record, 'young-person'))
    ? deadlinesOf(file, [...memory.records(null, 'setting'), ...memory.records(null, 'income-scheme')], today)
    : [];
});
