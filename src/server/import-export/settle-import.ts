/**
 * Settling what an import left to a person: one row or a whole group. A correction is kept beside the row, every row of
 * the authority is judged again by the importer's own judge, and whatever is sound now comes in by the importer's own
 * way, with the rows that hung from it. All of it is one transaction: settled whole, or nothing has changed.
 */
import {createHash} from 'node:crypto';
import {may} from '#domain/access/permissions.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {SettleAnswer, SettleRequest} from '#protocol/import-messages.ts';
import type {KeptRow, Settlings} from '#server/db/import-hold-store.ts';
import type {TeamStore, TeamWriting} from '#server/db/team-store.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {RecordImport, type ImportedRow} from '#server/sync/import-records.ts';
import {enterWhatCame} from '#server/sync/keep-ledger.ts';
import {publishChanges} from '#server/sync/publish-changes.ts';
import type {Publisher} from '#server/sync/publisher.ts';
import {AnswerMoved, changeRecords} from './answer-question.ts';
import {decideRows, Refused} from './decide-rows.ts';
import type {ExtractRows} from './extract-rows.ts';
import {judgeRows} from './judge-extract.ts';
import type {JudgedRow} from './judged-row.ts';
import {keptRow, withWhatEveryoneHas} from './kept-row.ts';
import {withSettlings} from './lay-settlings.ts';
import {storedRows} from './stored-rows.ts';
import {RecordWriter} from './to-records.ts';
import {waitingGroups, type WaitingGroup} from './waiting-groups.ts';

const nameOf = ({file, row}: {readonly file: string; readonly row: number}) => `${file} ${row}`;

/** @throws ProtocolError not_found for everybody who may not settle. */
export async function settleImport(
  exchange: Exchange,
  team: TeamStore,
  summaryHolders: readonly Id[],
  request: SettleRequest,
): Promise<SettleAnswer> {
  const {signedIn} = exchange;
  if (!may(signedIn.role, 'import.settle', false)) throw new ProtocolError('not_found');
  const bodyHash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  return team.transaction(signedIn.authority, async writing => {
    await writing.holds.lock();
    const past = await writing.holds.settling(request.id);
    if (past) {
      const isSame = past.bodyHash === bodyHash && past.account === signedIn.account;
      return isSame ? (past.answer as SettleAnswer) : new Refused('state_moved').answer;
    }
    try {
      return await writing.store.savepoint(() => new OneSettling(exchange, writing, summaryHolders, request, bodyHash).settle());
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      if (error instanceof AnswerMoved) return new Refused('state_moved').answer;
      throw error;
    }
  });
}

class OneSettling {
  readonly #exchange: Exchange;
  readonly #team: TeamWriting;
  readonly #publisher: Publisher;
  readonly #request: SettleRequest;
  readonly #bodyHash: string;
  readonly #intake: RecordImport;

  constructor(exchange: Exchange, team: TeamWriting, summaryHolders: readonly Id[], request: SettleRequest, bodyHash: string) {
    this.#exchange = exchange;
    this.#team = team;
    this.#publisher = publisherOf(exchange);
    this.#request = request;
    this.#bodyHash = bodyHash;
    this.#intake = new RecordImport(exchange.storage, this.#publisher, summaryHolders);
  }

  async settle(): Promise<SettleAnswer> {
    const {holds} = this.#team;
    const {signedIn} = this.#exchange;
    const {id, kind, words} = this.#request;
    const before = await holds.settlings();
    const {group, rows} = await this.#target(before);
    const {corrections, decisions} = await decideRows(holds, this.#request, group, rows, this.#publisher.today);
    const who = {account: signedIn.account, holder: signedIn.holder};
    await holds.add({id, at: this.#publisher.now, ...who, kind, words, bodyHash: this.#bodyHash}, corrections, decisions);
    const extract = await storedRows(holds);
    const after = {corrections: [...before.corrections, ...corrections], decisions: [...before.decisions, ...decisions]};
    const answer =
      group.kind === 'question' ? await this.#answered(extract, group, rows, before, after) : await this.#released(extract, rows, after);
    await this.#audit(group, rows.length, answer);
    await holds.answer(id, answer);
    return answer;
  }

  /** The rows that are meant, in the state that the person looked at. */
  async #target(settlings: Settlings): Promise<{group: WaitingGroup; rows: readonly KeptRow[]}> {
    const {group: wanted, mark, row} = this.#request;
    const groups = waitingGroups(this.#publisher.authority, await this.#team.holds.waiting(), settlings);
    const group = groups.find(({id}) => id === wanted);
    if (!group || group.mark !== mark) throw new Refused('state_moved');
    const rows = row === null ? group.members : group.members.filter(member => member.row === row);
    if (rows.length === 0) throw new Refused('state_moved');
    return {group, rows};
  }

  /** Held rows, judged again: those of the request, and all that waited for them. */
  async #released(extract: ExtractRows, targets: readonly KeptRow[], after: Settlings): Promise<SettleAnswer> {
    const {store} = this.#team;
    const {authority, today, now} = this.#publisher;
    const held = new Map((await this.#team.holds.waiting()).filter(({outcome}) => outcome === 'held').map(row => [nameOf(row), row]));
    const writer = new RecordWriter(authority);
    const incoming: ImportedRow[] = [];
    const stillHeld: JudgedRow[] = [];
    const reasons = new Map<string, string | null>();
    for await (const judged of judgeRows(withSettlings(extract, after, today), today)) {
      // All are drafted: a plan tells the writer what its sections need.
      const drafts = writer.draftsOf(judged);
      const known = held.get(nameOf(judged));
      if (!known || judged.outcome === 'rejected') continue;
      reasons.set(nameOf(judged), judged.reason);
      if (judged.outcome === 'imported') incoming.push({kept: keptRow(judged), drafts: withWhatEveryoneHas(authority, drafts)});
      else if (isMoved(known, judged)) stillHeld.push(judged);
    }
    const came = new Set(incoming.map(({kept}) => nameOf(kept)));
    const moved = new Set([...came, ...stillHeld.map(nameOf)]);
    const reasonOf = (row: KeptRow | undefined) => (row ? (reasons.get(nameOf(row)) ?? null) : null);
    if (!targets.some(row => moved.has(nameOf(row)))) throw new Refused('still_wrong', reasonOf(targets[0]));
    const records = await this.#intake.takeInto(store, incoming, this.#request.id, this.#exchange.signedIn.holder);
    await store.keepImportRows(
      stillHeld.map(judged => ({...keptRow(judged), records: []})),
      now,
    );
    if (records.length > 0) await this.#publish(records);
    const left = this.#request.kind === 'set_aside' ? [] : targets.filter(row => !came.has(nameOf(row)));
    return {refused: null, reason: reasonOf(left[0]), imported: incoming.length, waiting: left.length};
  }

  /** Questions of rows that are in the records: what their records would have said, had the cell said so from the start. */
  async #answered(
    extract: ExtractRows,
    {column}: WaitingGroup,
    targets: readonly KeptRow[],
    before: Settlings,
    after: Settlings,
  ): Promise<SettleAnswer> {
    const {store} = this.#team;
    const {id} = this.#request;
    const {holder} = this.#exchange.signedIn;
    const names = new Set(targets.map(nameOf));
    const was = await this.#drafted(extract, names, before);
    const changed: DomainRecord[] = [];
    for (const [name, {judged, imported}] of await this.#drafted(extract, names, after)) {
      if (judged.outcome !== 'imported') throw new Refused('still_wrong', judged.reason);
      const open = judged.questions.find(question => question.column === column);
      if (open) throw new Refused('still_wrong', open.reason);
      const change = await changeRecords(store, this.#intake, was.get(name)?.imported.drafts ?? [], imported.drafts);
      const put = await store.putRecords(change.changed, id, holder, this.#publisher.now);
      if (change.left.length > 0) await store.publish(change.left.map(entry => ({...entry, present: false})));
      changed.push(...put, ...(await this.#intake.takeInto(store, [imported], id, holder)));
    }
    if (changed.length > 0) await this.#publish(changed);
    return {refused: null, reason: null, imported: 0, waiting: 0};
  }

  /** With the money of what came. */
  async #publish(records: readonly DomainRecord[]): Promise<void> {
    const {store} = this.#team;
    await publishChanges(store, this.#publisher, [...records, ...(await enterWhatCame(store, this.#publisher))]);
  }

  async #drafted(
    extract: ExtractRows,
    names: ReadonlySet<string>,
    settlings: Settlings,
  ): Promise<ReadonlyMap<string, {judged: JudgedRow; imported: ImportedRow}>> {
    const {authority, today} = this.#publisher;
    const writer = new RecordWriter(authority);
    const found = new Map<string, {judged: JudgedRow; imported: ImportedRow}>();
    for await (const judged of judgeRows(withSettlings(extract, settlings, today), today)) {
      const drafts = writer.draftsOf(judged);
      if (!names.has(nameOf(judged))) continue;
      found.set(nameOf(judged), {judged, imported: {kept: keptRow(judged), drafts: withWhatEveryoneHas(authority, drafts)}});
    }
    return found;
  }

  async #audit({file, reason, column}: WaitingGroup, rows: number, {imported, waiting}: SettleAnswer): Promise<void> {
    const {kind, id} = this.#request;
    await this.#team.store.audit({
      at: this.#publisher.now,
      account: this.#exchange.signedIn.account,
      action: 'import.settle',
      record: id,
      detail: {kind, file, reason, column, rows, imported, waiting},
    });
  }
}

function isMoved(known: KeptRow, judged: JudgedRow): boolean {
  const {reason, column, because, withRow} = keptRow(judged);
  const was = [known.reason, known.column ?? null, known.because ?? null, known.withRow ?? null];
  return JSON.stringify(was) !== JSON.stringify([reason, column, because, withRow]);
}
