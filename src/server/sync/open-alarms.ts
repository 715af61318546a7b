/**
 * What a duty worker on shift sees: the open alarms that have come to duty, each with the person's emergency contact card, and
 * nothing else of the file. Asked online and kept in memory only; each opening is noted in the audit, so that the young person
 * can read who looked. Off shift, and once it is closed or handed back, there is nothing (domain.md 8).
 */
import {may} from '#domain/access/permissions.ts';
import type {RecordOf} from '#domain/record-kinds.ts';
import type {Id} from '#domain/shared/ids.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {isOn} from '#domain/worry/duty-shift.ts';
import {emergencyCard, emergencyCardId} from '#domain/young-person/emergency-card.ts';
import {isWithDuty} from '#domain/worry/rounds.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {DutyList} from '#protocol/duty-messages.ts';
import type {FileAnswer} from '#protocol/messages.ts';
import type {Reading} from '#server/db/storage.ts';
import {publisherOf, type Exchange} from './exchange.ts';
import {scopeId} from './scopes.ts';

const withDuty = (record: DomainRecord): record is RecordOf<'worry'> =>
  isKind(record, 'worry') && !struckOut(record) && isWithDuty(record.data);

/** The shift of whoever asks, if it is on now. */
async function ownShift(store: Reading, exchange: Exchange): Promise<RecordOf<'duty-shift'> | undefined> {
  const {now} = publisherOf(exchange);
  return (await store.recordsOf(null, ['duty-shift'])).find(
    (record): record is RecordOf<'duty-shift'> =>
      isKind(record, 'duty-shift') && record.data.worker === exchange.signedIn.holder && isOn(record, now),
  );
}

/** Whose alarms there are, and how each stands: no names and no words. @throws ProtocolError not_found: for any other role. */
export async function listDutyAlarms(exchange: Exchange): Promise<DutyList> {
  const {storage, signedIn} = exchange;
  if (!may(signedIn.role, 'duty.work', false)) throw new ProtocolError('not_found');
  return storage.snapshot(signedIn.authority, async store => {
    const shift = await ownShift(store, exchange);
    if (!shift) return {shift: null, alarms: []};
    const worries = (await store.recordsOfKinds(['worry'])).filter(withDuty);
    return {
      shift: shift.data.endsAt,
      alarms: worries.flatMap(({id, person, data}) =>
        person === null ? [] : [{worry: id, person, steps: (data.passed ?? []).length + (data.acts ?? []).length + data.seenBy.length}],
      ),
    };
  });
}

/** As it reads now, under the id of the one that is kept: of the profile nothing else goes out. */
function cardOf(file: readonly DomainRecord[], authority: string, person: Id): readonly DomainRecord[] {
  const data = emergencyCard(file);
  const kept = file.find(record => record.kind === 'emergency-card');
  const id = kept?.id ?? emergencyCardId(person);
  const made = {author: person, device: null, at: '1970-01-01T00:00:00.000Z', op: id};
  const scope = scopeId(authority, person, 'summary');
  return data ? [{id, kind: 'emergency-card', scope, person, data: {...data}, heads: {}, made}] : [];
}

/** @throws ProtocolError not_found: also when nothing of that person is with duty, or the shift is over. */
export async function openAlarms(exchange: Exchange, person: Id): Promise<FileAnswer> {
  const {storage, signedIn} = exchange;
  return storage.transaction(signedIn.authority, async store => {
    const shift = await ownShift(store, exchange);
    const file = shift ? await store.recordsOf(person, ['worry', 'emergency-card', 'young-person']) : [];
    const worries = file.filter(withDuty);
    if (worries.length === 0) throw new ProtocolError('not_found');
    const cards = cardOf(file, signedIn.authority, person);
    // Where each lies, so that whoever writes is told whether the young person reads it.
    const lies = new Set(worries.map(({scope}) => scope));
    // What staff keep from the young person is not given away by who looked at it.
    const shared = lies.has(scopeId(signedIn.authority, person, 'shared'));
    await store.audit({at: publisherOf(exchange).now, account: signedIn.account, action: 'alarm.open', person, detail: {shared}});
    const scopes = (await store.scopesOf(person))
      .filter(({id}) => lies.has(id))
      .map(({id, compartment}) => ({scope: id, grant: id, person, compartment, until: null}));
    return {person, records: [...worries, ...cards] as FileAnswer['records'], scopes};
  });
}
