/** Fields of which several values stand: not members of sets, and not marks. */
import {MARKS, type DomainRecord, type Head} from './record.ts';

/** both_kept: nobody has put two texts or decisions together yet. overtaken: the others were passed by the plain value that is shown. */
export interface Versions {
  readonly field: string;
  readonly how: 'both_kept' | 'overtaken';
  readonly heads: readonly Head[];
}

export function versionsIn({heads, data}: Pick<DomainRecord, 'heads' | 'data'>): readonly Versions[] {
  return Object.entries(heads).flatMap(([field, values]): readonly Versions[] => {
    const isOne = values.length < 2 || Array.isArray(data[field]) || (MARKS as readonly string[]).includes(field);
    if (isOne) return [];
    return [{field, how: values.slice(1).every(({overtaken}) => overtaken) ? 'overtaken' : 'both_kept', heads: values}];
  });
}

/** Those of which somebody has to choose one. */
export function fieldsToChoose(record: DomainRecord): readonly string[] {
  return versionsIn(record).flatMap(({field, how}) => (how === 'both_kept' ? [field] : []));
}
