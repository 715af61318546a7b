/** Fields of which several values stand until somebody chooses: not members of sets, marks, or values that were overtaken. */
import {MARKS, type DomainRecord} from './record.ts';

export function fieldsToChoose({heads, data}: DomainRecord): readonly string[] {
  return Object.entries(heads).flatMap(([field, values]) => {
    const isOne = values.length < 2 || Array.isArray(data[field]) || (MARKS as readonly string[]).includes(field);
    return isOne || values.slice(1).every(({overtaken}) => overtaken) ? [] : [field];
  });
}
