/** What differs between two states of a record, field by field; of the first state everything that is known. Pure. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

type State = Readonly<Record<string, unknown>>;
const isNothing = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export function changesBetween(before: State | undefined, after: State): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])];
  return fields
    .map(field => ({field, before: before?.[field], after: after[field]}))
    .filter(change => !(isNothing(change.before) && isNothing(change.after)))
    .filter(change => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
