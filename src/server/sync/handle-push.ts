/**
 * Push: each op gets exactly one durable answer, and a lost reply costs one retry. Nothing that a person wrote is ever
 * thrown away: what cannot be applied is stored with its whole body as rejected or parked (rules P1 to P9).
 */
import {createHash} from 'node:crypto';
import type {Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {PushAnswer, PushRequest} from '#protocol/messages.ts';
import type {Answer, Op} from '#protocol/ops.ts';
import type {ClientRow, Writing} from '#server/db/storage.ts';
import {correctedTime} from './corrected-time.ts';
import {Deciding} from './deciding.ts';
import {type Exchange, demandEpoch, demandOwnClient, notice, publisherOf} from './exchange.ts';
import {publishChanges} from './publish-changes.ts';
import type {Publisher} from './publisher.ts';

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
  const noteReused = () => notice(exchange, 'op_reused', {record: request.client});
  const pushed = storage.transaction(signedIn.authority, async store => {
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
    const {changed, left} = pushing.deciding;
    // [E4] Every new op raises the version, so that a store which lost nothing but refused or parked work is known to have lost.
    const version = pushing.isNews ? await publishChanges(store, publisher, changed, left) : await store.version();
    await store.saveClient({
      ...client,
      lastSeq: pushing.lastSeq,
      lastSeenAt: publisher.now,
      unsent: Math.max(0, client.unsent - answers.length),
    });
    return {hasTaken: pushing.hasTaken, answer: {epoch, version, lastSeq: pushing.lastSeq, serverNow: publisher.now, answers}};
  });
  const {hasTaken, answer} = await pushed.catch(async error => {
    if (error instanceof ProtocolError && error.body.code === 'op_reused') await noteReused();
    throw error;
  });
  if (hasTaken) await noteReused();
  return answer;
}

class Pushing {
  readonly deciding: Deciding;
  /** At least one op that was not known. */
  isNews = false;
  /** At least one under an id that stands for other words, or for somebody else's. */
  hasTaken = false;
  lastSeq: number;
  readonly #store: Writing;
  readonly #publisher: Publisher;
  readonly #client: ClientRow;
  readonly #epoch: Id;

  constructor({signedIn}: Exchange, store: Writing, publisher: Publisher, client: ClientRow, epoch: Id, deviceNow: string) {
    const {account, holder, role} = signedIn;
    const atOf = (op: Op) => correctedTime(op, {deviceNow, receivedAt: publisher.now});
    this.deciding = new Deciding(store, publisher, {account, holder, role, device: client.id}, atOf);
    this.#store = store;
    this.#publisher = publisher;
    this.#client = client;
    this.#epoch = epoch;
    this.lastSeq = client.lastSeq;
  }

  async answer(op: Op): Promise<Answer> {
    const bodyHash = hashOf(op);
    const logged = await this.#store.loggedOp(op.op);
    if (logged) {
      if (op.seq === this.lastSeq + 1) this.lastSeq = op.seq;
      // [P3] The same op again: the same answer.
      if (logged.bodyHash === bodyHash && logged.account === this.#client.account) return {...logged.answer, seq: op.seq};
      // [P4] Somebody has taken its id, for other words: no other number would help it, and the others do not wait for it.
      this.hasTaken = true;
      return {op: op.op, seq: op.seq, status: 'rejected', code: 'op_reused'};
    }
    // [P5] A hole in the queue: the whole push is undone, and the device sends again from what is known without it.
    if (op.seq > this.lastSeq + 1) throw new ProtocolError('sequence_gap', {lastSeq: this.#client.lastSeq});
    if (op.seq <= this.lastSeq) throw new ProtocolError('op_reused', {lastSeq: this.#client.lastSeq});
    const answer: Answer = {op: op.op, seq: op.seq, ...(await this.deciding.decide(op))};
    this.isNews = true;
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
    this.lastSeq = op.seq;
    await this.deciding.decideWhatWaitsFor(op);
    return answer;
  }
}
