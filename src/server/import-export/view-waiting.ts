/**
 * What waits of an import, as a manager reads it: what the old system said, what the importer read, the other half of a
 * pair, and who it is about. Nobody else gets any of it.
 */
import {may} from '#domain/access/permissions.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {ROWS_IN_A_VIEW, type ImportGroupView, type ImportList, type ImportRowView, type SettleRequest} from '#protocol/import-messages.ts';
import type {ImportHolds, KeptRow} from '#server/db/import-hold-store.ts';
import type {TeamReading, TeamStore} from '#server/db/team-store.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import type {ExtractFile} from './extract-columns.ts';
import {readRow} from './read-row.ts';
import {recordId} from './record-drafts.ts';
import {rawRowOf} from './stored-rows.ts';
import {cellsOf} from './view-cells.ts';
import {choicesFor, newestCorrections, waitingGroups, wireGroup, type WaitingGroup} from './waiting-groups.ts';

function demandRight({signedIn}: Exchange): void {
  if (!may(signedIn.role, 'import.settle', false)) throw new ProtocolError('not_found');
}

export async function listWaiting(exchange: Exchange, team: TeamStore): Promise<ImportList> {
  demandRight(exchange);
  const {authority} = exchange.signedIn;
  return team.snapshot(authority, async ({holds}) => ({
    groups: waitingGroups(authority, await holds.waiting(), await holds.settlings()).map(wireGroup),
    importedAt: await holds.firstImportAt(),
  }));
}

/** Looking is noted: rows hold case content. @throws ProtocolError not_found when the group is settled or never was. */
export async function viewWaiting(exchange: Exchange, team: TeamStore, id: Id): Promise<ImportGroupView> {
  demandRight(exchange);
  const {authority, account} = exchange.signedIn;
  const {now, today} = publisherOf(exchange);
  return team.transaction(authority, async reading => {
    const {holds, store} = reading;
    const settlings = await holds.settlings();
    const group = waitingGroups(authority, await holds.waiting(), settlings).find(each => each.id === id);
    if (!group) throw new ProtocolError('not_found');
    const corrections = newestCorrections(settlings);
    const names = await namesOf(reading);
    const cells = (row: KeptRow) => cellsOf(group.file, row, corrections.get(`${row.file} ${row.row}`) ?? new Map(), today);
    const rows: ImportRowView[] = [];
    for (const kept of group.members.slice(0, ROWS_IN_A_VIEW)) {
      const other = await otherOf(holds, kept);
      rows.push({
        file: kept.file,
        row: kept.row,
        person: await personOf(reading, authority, kept.personKey, names),
        cells: cells(kept),
        other: other ? {row: other.row, outcome: other.outcome, cells: cells(other)} : null,
        history: [...(await holds.historyOf(kept.file, kept.row))],
      });
    }
    await store.audit({at: now, account, action: 'import.look', detail: {file: group.file, reason: group.reason, rows: rows.length}});
    const choices = await choicesOf(holds, group, group.members, today);
    return {group: wireGroup(group), choices, rows, more: group.members.length - rows.length};
  });
}

async function otherOf(holds: ImportHolds, {file, withRow}: KeptRow): Promise<KeptRow | undefined> {
  return withRow === null || withRow === undefined ? undefined : holds.row(file, withRow);
}

/** What all of these rows allow. */
export async function choicesOf(
  holds: ImportHolds,
  group: WaitingGroup,
  rows: readonly KeptRow[],
  today: CalendarDate,
): Promise<SettleRequest['kind'][]> {
  let choices = null as SettleRequest['kind'][] | null;
  for (const row of rows) {
    const isReadable = group.column !== null && isReadableIn(group.file, row, group.column, today);
    const mine = choicesFor(group, isReadable, await otherOf(holds, row));
    choices = choices?.filter(choice => mine.includes(choice)) ?? mine;
  }
  return choices ?? [];
}

function isReadableIn(file: ExtractFile, row: KeptRow, column: string, today: CalendarDate): boolean {
  const {values, questions} = readRow(file, rawRowOf(file, row), today);
  return (values[column] ?? null) !== null && !questions.some(question => question.column === column);
}

/** Names by the old system's number, as the import has them. */
async function namesOf({holds}: TeamReading): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const row of await holds.rowsOf('young_people.csv')) {
    const {cells} = rawRowOf('young_people.csv', row);
    const parts = [cells.get('forename'), cells.get('surname')].map(part => (part ?? '').trim());
    const name = parts.filter(part => part !== '').join(' ');
    if (row.personKey !== null && name !== '' && !names.has(row.personKey)) names.set(row.personKey, name);
  }
  return names;
}

async function personOf(
  {store}: TeamReading,
  authority: string,
  key: string | null,
  names: ReadonlyMap<string, string>,
): Promise<ImportRowView['person']> {
  if (key === null) return null;
  const id = recordId(authority, 'young_people.csv', key, 'young-person');
  return {id: (await store.known([id])).has(id) ? id : null, name: names.get(key) ?? key};
}
