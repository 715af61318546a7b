/** The one arrangement of When I am Ready in somebody's life: where it is found, and how it is written to by both sides. */
import {newRecord, type CaseRecords, type Command, type DecideContext, type Decision, type Refusal} from '../command.ts';
import type {RecordOf} from '../record-kinds.ts';
import {birthday} from '../shared/calendar-date.ts';
import {partId, type Id} from '../shared/ids.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {must, ok, refuse, type Result} from '../shared/result.ts';
import {ownRecord, writeFields, type FieldWrite} from '../write-field.ts';

export type Ready = RecordOf<'when-i-am-ready'>;

/** There is one arrangement in a life, under an id that every device works out alike. */
export const arrangementId = (person: Id): Id => partId(person, 'when i am ready');

/** The arrangement of a file: the imported one where there is one, else the one of the person. */
export function arrangementOf(records: readonly Ready[]): Ready | undefined {
  const order = ({data, made, id}: Ready) => [data.startOn ?? '', made.at, id].join();
  return records.filter(each => !struckOut(each)).toSorted((one, other) => (order(one) < order(other) ? 1 : -1))[0];
}

const NOTHING_SAID: Ready['data'] = {
  youngPersonWants: null,
  carerWants: null,
  agreedOn: null,
  startOn: null,
  plannedEndOn: null,
  endOn: null,
  endReason: null,
};

export const bornOn = (records: CaseRecords, {person}: Command) =>
  (records.ofPerson(person, 'young-person')[0] as RecordOf<'young-person'> | undefined)?.data.birthDates.at(-1)?.date;

/** From 16; what they say after it has ended is kept too. */
export function talkFault(records: CaseRecords, command: Command, {today}: DecideContext): Refusal | null {
  const born = bornOn(records, command);
  return born !== undefined && today < birthday(born, 16) ? {code: 'date_in_future', fields: []} : null;
}

const WAYS: Readonly<Record<string, FieldWrite['way']>> = {
  youngPersonWants: 'decision',
  carerWants: 'decision',
  toDecide: 'text',
  houseRules: 'text',
};

export function writeReady(records: CaseRecords, command: Command<object>, context: DecideContext): Result<Decision, Refusal> {
  const known = records.get(command.record);
  if (known) {
    const found = ownRecord(known, 'when-i-am-ready', command);
    if (!found.ok) return found;
  } else if (command.person === null || command.record !== arrangementId(command.person))
    return refuse({code: 'unknown_record', fields: []});
  const scope = must(records.scope(command.person, 'shared'), 'a person has every scope');
  const before: DomainRecord = known ?? (newRecord('when-i-am-ready', command, scope, {...NOTHING_SAID}, context) as DomainRecord);
  const writes = Object.entries(command.body).map(([field, value]): [string, FieldWrite] => [field, {way: WAYS[field] ?? 'plain', value}]);
  return ok(writeFields(before, Object.fromEntries(writes), command, context));
}
