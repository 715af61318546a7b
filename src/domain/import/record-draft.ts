/**
 * History enters by `import.*` commands: the actor is the operator, the worker and date of the old system are data.
 * A draft is what one command `import.<kind>` carries. Its id follows from the row it came from, so that the same row
 * imported again is the same record.
 */
import type {Id} from '../shared/ids.ts';
import {refuse, ok, type Result} from '../shared/result.ts';
import type {AnyCompartment} from '../shared/record.ts';
import {RECORD_KINDS, type DataOf, type KindCode} from '../record-kinds.ts';

export interface RecordDraft<Kind extends KindCode = KindCode> {
  readonly id: Id;
  readonly kind: Kind;
  /** The young person's record id; null for the authority's own records (staff, budgets). */
  readonly person: Id | null;
  readonly compartment: AnyCompartment;
  readonly data: DataOf<Kind>;
  /** Who wrote it and when, as the old system has it. */
  readonly original?: {readonly by: string | null; readonly on: string | null};
}

export type DraftRefusal = {readonly kind: 'wrong-compartment' | 'wrong-data' | 'wrong-owner'; readonly fields: readonly string[]};

/** Own invariants of imported records: the kind allows the compartment, the data fit, people own people's records. */
export function checkDraft(draft: RecordDraft): Result<RecordDraft, DraftRefusal> {
  const kind = RECORD_KINDS[draft.kind];
  if (!(kind.compartments as readonly string[]).includes(draft.compartment)) return refuse({kind: 'wrong-compartment', fields: []});
  const ofAuthority = ['settings', 'people', 'budgets'].includes(draft.compartment);
  if (ofAuthority !== (draft.person === null)) return refuse({kind: 'wrong-owner', fields: []});
  const parsed = kind.schema.safeParse(draft.data);
  if (!parsed.success) return refuse({kind: 'wrong-data', fields: parsed.error.issues.map(issue => issue.path.join('.'))});
  return ok(draft);
}
