/** Tells records apart by their kind without loading the kinds themselves, so that a phone need not hold every schema. */
import type {KindCode, RecordOf} from '../record-kinds.ts';
import type {DomainRecord} from './record.ts';

export function isKind<Kind extends KindCode>(record: DomainRecord, kind: Kind): record is RecordOf<Kind> {
  return record.kind === kind;
}
