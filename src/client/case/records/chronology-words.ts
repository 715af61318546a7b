/** What happened, in the reader's words: a title, what its codes say, and the line that somebody entered. */
import type {ChronologyEntry} from '#domain/chronology/chronology.ts';
import type {Words} from '#domain/shared/fields.ts';
import type {Text, TextKey} from '#client/i18n/text.ts';
import {CODE_LISTS} from './code-lists.ts';

export interface EntryWords {
  readonly title: string;
  /** Empty where no code says more. */
  readonly details: string;
  readonly line: string | null;
  readonly texts: readonly Words[];
}

/** One record can tell the same of several days, and of one day more than once. */
export function withKeys(entries: readonly ChronologyEntry[]): readonly {readonly key: string; readonly entry: ChronologyEntry}[] {
  const times = new Map<string, number>();
  return entries.map(entry => {
    const name = `${entry.record.id} ${entry.event} ${entry.on}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return {key: `${name} ${time}`, entry};
  });
}

export function entryWords(
  {event, codes = [], record, line = null, words, more = []}: ChronologyEntry,
  {t, has}: Pick<Text, 't' | 'has'>,
): EntryWords {
  const said = codes.flatMap(field => {
    const code = record.data[field];
    const key = `codes:${CODE_LISTS[`${record.kind}.${field}`] ?? ''}.${String(code)}`;
    return code === null || code === undefined || !has(key) ? [] : [t(key as TextKey)];
  });
  return {
    title: t(`chronology:event.${event}`),
    details: said.join('; '),
    line,
    texts: [words, ...more].flatMap(each => (each?.text ? [each] : [])),
  };
}
