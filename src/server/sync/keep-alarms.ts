/**
 * Worries go their way on the server alone (domain/worry/escalation.ts): received when they come in, then to whoever is next by
 * what the authority has set. Looked at with every change of a worry and each minute; a server that was away takes at once the
 * steps that have passed, each once and in order, and writes when they were due. What has been written is not written again.
 */
import {adviserOn, coversOn} from '#domain/access/commands.ts';
import {settingsInForce} from '#domain/authority/settings.ts';
import type {RecordOf} from '#domain/record-kinds.ts';
import {calendarDateInWales} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {alarmTimes} from '#domain/worry/alarm-times.ts';
import {onDutyAt} from '#domain/worry/duty-shift.ts';
import {stepsDue, type EscalationFacts} from '#domain/worry/escalation.ts';
import {isStaffs} from '#domain/worry/open-worry.ts';
import type {Writing} from '#server/db/storage.ts';
import type {Publisher} from './publisher.ts';
import {idNamed} from './scopes.ts';

type Worry = RecordOf<'worry'>;

export const isOpenWorry = (record: DomainRecord | undefined): record is Worry =>
  record !== undefined && isKind(record, 'worry') && record.data.closedAt === null && !struckOut(record);

/** Whoever leads the adviser: by their own record, and by the team that they are in. */
function managersOf(adviser: Id | null, ofAuthority: readonly DomainRecord[]): readonly Id[] {
  if (adviser === null) return [];
  const led = ofAuthority.flatMap(record => {
    if (isKind(record, 'staff-member') && record.id === adviser) return record.data.manager ?? [];
    return isKind(record, 'team') && record.data.members.includes(adviser) ? (record.data.manager ?? []) : [];
  });
  return [...new Set(led)].filter(holder => holder !== adviser);
}

/** By the settings of the day on which it was received, and by who is there now. Null: the young person has died. */
async function factsOf(
  store: Writing,
  {today, now}: Publisher,
  worry: Worry,
  ofAuthority: readonly DomainRecord[],
): Promise<EscalationFacts | null> {
  const {person} = worry;
  if (person === null) return null;
  const file = await store.recordsOf(person, ['young-person', 'allocation', 'cover']);
  if (file.some(record => isKind(record, 'young-person') && record.data.diedOn !== null)) return null;
  const records = {ofPerson: (_: Id | null, kind: string) => file.filter(record => record.kind === kind && !struckOut(record))};
  const adviser = adviserOn(records, person, today)?.data.adviser ?? null;
  const cover = coversOn(records, person, today).filter(({data}) => data.from <= today);
  const shifts = ofAuthority.filter((record): record is RecordOf<'duty-shift'> => isKind(record, 'duty-shift'));
  return {
    times: alarmTimes(settingsInForce(ofAuthority), calendarDateInWales(worry.data.receivedAt ?? now)),
    adviser,
    cover: [...new Set(cover.map(({data}) => data.holder))],
    managers: managersOf(adviser, ofAuthority),
    onDuty: onDutyAt(shifts, now),
    isStaffs: isStaffs(worry),
  };
}

/** Whoever put it down, or passed it on by hand, knows of it: their own device need not be woken for that. */
function whoKnows({data, made}: Worry): Id | null {
  const handed = (data.acts ?? []).filter(({what}) => what === 'passed_on').toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
  return handed?.by ?? made.author;
}

/** Of records that have changed, the worries among them. Returns those that went a step; their caller publishes them. */
export async function passOnWorries(
  store: Writing,
  publisher: Publisher,
  records: readonly DomainRecord[],
): Promise<readonly DomainRecord[]> {
  const ids = [...new Set(records.filter(isOpenWorry).map(({id}) => id))];
  if (ids.length === 0) return [];
  const ofAuthority = await store.recordsOf(null, ['setting', 'staff-member', 'team', 'duty-shift']);
  const changed: DomainRecord[] = [];
  const woken = new Set<Id>();
  for (const id of ids.toSorted()) {
    // As it is now: another change of this transaction, or another server, may have been here.
    const found = await store.lockRecord(id);
    if (!isOpenWorry(found)) continue;
    const worry: Worry = {...found, data: {...found.data, receivedAt: found.data.receivedAt ?? publisher.now}};
    const facts = await factsOf(store, publisher, worry, ofAuthority);
    const steps = facts ? stepsDue(worry.data, facts, publisher.now) : [];
    if (steps.length === 0 && found.data.receivedAt !== null) continue;
    const passed = [...(worry.data.passed ?? []), ...steps];
    const knows = whoKnows(worry);
    for (const holder of steps.flatMap(({holders}) => holders)) if (holder !== knows) woken.add(holder);
    const put = {...worry, data: {...worry.data, passed}};
    changed.push(...(await store.putRecords([put], idNamed('alarm', publisher.authority, id, String(passed.length)), null, publisher.now)));
  }
  // After the last worry is held: whoever does the same beside this holds them in the same order.
  if (woken.size > 0) await store.notify([...woken], publisher.now);
  return changed;
}
