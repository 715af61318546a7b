/**
 * Push: each op gets exactly one durable answer, and a lost reply costs one retry. Nothing that a person wrote is ever
 * thrown away: what cannot be applied is stored with its whole body as rejected or parked (rules P1 to P9).
 */
import {createHash} from 'node:crypto';
import {commandNamed} from '#domain/commands.ts';
import type {Decision, Refusal} from '#domain/command.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Result} from '#domain/shared/result.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {PushAnswer, PushRequest} from '#protocol/messages.ts';
import {RECOVERED_RECORD, type Answer, type Op} from '#protocol/ops.ts';
import type {ClientRow, ParkedOp, Writing} from '#server/db/storage.ts';
import {correctedTime} from './corrected-time.ts';
import {decideOp} from './decide-op.ts';
import {demandEpoch, demandOwnClient, publisherOf, type Exchange} from './exchange.ts';
import {isKnownAgain} from './recovered-records.ts';
import {publishChanges, storeDecision, type Left, type Publisher} from './publish-changes.ts';

/** What identifies the words of an op: everything but its place in the queue. */
export function hashOf(op: Op): string {
  const {seq: _seq, sinceServerMs: _since, ...words} = op;
  return createHash('sha256')
    .update(JSON.stringify(words, Object.keys(words).sort()))
    .update(JSON.stringify(words.body ?? null))
    .update(JSON.stringify(words.bases ?? null))
    .digest('hex');
}

export async function handlePush(exchange: Exchange, request: PushRequest): Promise<PushAnswer> {
  const {storage, signedIn} = exchange;
  await demandOwnClient(exchange, request);
  return storage.transaction(signedIn.authority, async store => {
    const publisher = publisherOf(exchange);
    const client = (await store.lockClient(request.client)) ?? {
      id: request.client,
      account: signedIn.account,
      lastSeq: 0,
      lastSeenAt: publisher.now,
      unsent: 0,
      attention: 0,
    };
    if (client.account !== signedIn.account) throw new ProtocolError('client_not_yours');
    const epoch = await demandEpoch(store, request.epoch, client);
    const pushing = new Pushing(exchange, store, publisher, client, epoch, request.deviceNow);
    const answers: Answer[] = [];
    for (const op of request.ops) answers.push(await pushing.answer(op));
    const {changed, left} = pushing;
    // [E4] Every new op raises the version, so that a store which lost nothing but refused or parked work is known to have lost.
    const version = pushing.isNews ? await publishChanges(store, publisher, changed, left) : await store.version();
    await store.saveClient({
      ...client,
      lastSeq: pushing.lastSeq,
      lastSeenAt: publisher.now,
      unsent: Math.max(0, client.unsent - answers.length),
    });
    return {epoch, version, lastSeq: pushing.lastSeq, serverNow: publisher.now, answers};
  });
}

const WAITS = 'waits_for_another';
const RECOVERED = 'recovered';

type Outcome = Pick<Answer, 'status' | 'code' | 'fields'> & {readonly puts: readonly DomainRecord[]};

class Pushing {
  readonly changed: DomainRecord[] = [];
  readonly left: Left[] = [];
  /** At least one op that was not known. */
  isNews = false;
  lastSeq: number;
  readonly #exchange: Exchange;
  readonly #store: Writing;
  readonly #publisher: Publisher;
  readonly #client: ClientRow;
  readonly #epoch: Id;
  readonly #atOf: (op: Op) => string;
  /** Parked work that nobody has settled; read when it is first needed. */
  #parked: ParkedOp[] | undefined;

  constructor(exchange: Exchange, store: Writing, publisher: Publisher, client: ClientRow, epoch: Id, deviceNow: string) {
    this.#exchange = exchange;
    this.#store = store;
    this.#publisher = publisher;
    this.#client = client;
    this.#epoch = epoch;
    this.#atOf = op => correctedTime(op, {deviceNow, receivedAt: publisher.now});
    this.lastSeq = client.lastSeq;
  }

  async answer(op: Op): Promise<Answer> {
    const bodyHash = hashOf(op);
    const logged = await this.#store.loggedOp(op.op);
    if (logged) {
      // [P3] The same op again: the same answer. [P4] The same id with other words: a copied device.
      if (logged.bodyHash !== bodyHash || logged.account !== this.#client.account)
        throw new ProtocolError('op_reused', {lastSeq: this.lastSeq});
      if (op.seq === this.lastSeq + 1) this.lastSeq = op.seq;
      return {...logged.answer, seq: op.seq};
    }
    // [P5] A hole in the queue: nothing from here on, the device sends again from the hole.
    if (op.seq > this.lastSeq + 1) throw new ProtocolError('sequence_gap', {lastSeq: this.lastSeq});
    if (op.seq <= this.lastSeq) throw new ProtocolError('op_reused', {lastSeq: this.lastSeq});
    const {puts, ...outcome} = await this.#decideAlone(op);
    const answer: Answer = {op: op.op, seq: op.seq, ...outcome};
    this.isNews = true;
    if (answer.status === 'parked') await this.#park(op, answer.code ?? 'parked');
    await this.#store.logOp({
      op: op.op,
      client: this.#client.id,
      account: this.#client.account,
      seq: op.seq,
      bodyHash,
      answer,
      epoch: this.#epoch,
      receivedAt: this.#publisher.now,
      body: op,
    });
    this.changed.push(...puts);
    this.lastSeq = op.seq;
    await this.#decideWaiting(op.op);
    await this.#closeRecovered(op.record);
    return answer;
  }

  async #park(op: Op, reason: string): Promise<void> {
    const parked = {op: op.op, account: this.#client.account, person: op.person, reason, body: op, parkedAt: this.#publisher.now};
    await this.#store.park(parked);
    this.#parked?.push(parked);
  }

  async #openParked(): Promise<readonly ParkedOp[]> {
    this.#parked ??= [...(await this.#store.parked())];
    return this.#parked;
  }

  async #endWait(op: Id, end: Parameters<Writing['endWait']>[1]): Promise<void> {
    await this.#store.endWait(op, end);
    this.#parked = this.#parked?.flatMap(each => (each.op !== op ? [each] : 'reason' in end ? [{...each, reason: end.reason}] : []));
  }

  /** [P6] One op that fails takes nothing else with it and blocks nothing. */
  async #decideAlone(op: Op): Promise<Outcome> {
    const {signedIn} = this.#exchange;
    // [E5] Whoever sends it and whatever the server knows: the same answer.
    if (op.kind === RECOVERED_RECORD) return {status: 'parked', code: RECOVERED, puts: []};
    for (const needed of op.after ?? []) if (await this.#isMissing(needed)) return {status: 'parked', code: WAITS, puts: []};
    const result = await this.#decide(op);
    if (!result.ok) return this.#refused(result.refusal);
    const {status, puts, grants, left} = result.value;
    this.left.push(...(left ?? []));
    await this.#store.savepoint(() => storeDecision(this.#store, this.#publisher, puts, grants, op.op, signedIn.holder));
    await this.#note(op);
    return {status, puts};
  }

  /** What an authority decides for itself is noted, each time and in one place: codes and days only. */
  async #note(op: Op): Promise<void> {
    if (!commandNamed(op.kind)?.audited) return;
    const {name, from} = op.body as {name?: unknown; from?: unknown};
    await this.#store.audit({
      at: this.#publisher.now,
      account: this.#exchange.signedIn.account,
      action: op.kind,
      record: op.record,
      ...(typeof name === 'string' && typeof from === 'string' ? {detail: {name, from}} : {}),
    });
  }

  /** [P7] Unknown to the server and not the actor's get the same answer: parked, for a manager to see. */
  #refused({code, fields}: Refusal): Outcome {
    if (code === 'not_permitted' || code === 'unknown_kind')
      return {status: 'parked', code: code === 'unknown_kind' ? 'unknown_kind' : 'not_yours_now', puts: []};
    return {status: 'rejected', code, fields: [...fields], puts: []};
  }

  #decide(op: Op): Promise<Result<Decision, Refusal>> {
    const {holder, role} = this.#exchange.signedIn;
    const at = this.#atOf(op);
    return decideOp(this.#store, this.#publisher, {...op, at}, {holder, role, device: this.#client.id}, holder);
  }

  /** [P10] An op that never came, or that a manager has still to decide about. */
  async #isMissing(op: Id): Promise<boolean> {
    const logged = await this.#store.loggedOp(op);
    if (!logged) return true;
    return logged.answer.status === 'parked' && (await this.#openParked()).some(each => each.op === op);
  }

  /** What waited for this op is decided now, if nothing else is missing. Its durable answer stays; the words come into the file. */
  async #decideWaiting(first: Id): Promise<void> {
    const {account, holder} = this.#exchange.signedIn;
    const came = [first];
    for (let op = came.pop(); op !== undefined; op = came.pop()) {
      const needed = op;
      const waiting = (await this.#openParked()).filter(each => each.reason === WAITS && each.account === account);
      for (const {body} of waiting.filter(each => each.body.after?.includes(needed))) {
        const result = await this.#decideAlone(body);
        if (result.code === WAITS) continue;
        this.changed.push(...result.puts);
        const isIn = result.status !== 'parked' && result.status !== 'rejected';
        await this.#endWait(body.op, isIn ? {at: this.#publisher.now, by: holder} : {reason: result.code ?? result.status});
        if (isIn) came.push(body.op);
      }
    }
  }

  /** [E5] A record that a device has brought back waits for nobody any more once all of it is known. */
  async #closeRecovered(record: Id): Promise<void> {
    const end = {at: this.#publisher.now, by: this.#exchange.signedIn.holder};
    for (const each of (await this.#openParked()).filter(({reason, body}) => reason === RECOVERED && body.record === record))
      if (await isKnownAgain(this.#store, each.body)) await this.#endWait(each.op, end);
  }
}
