/**
 * What becomes of one person's ops: decided alone, each by the domain's own function, parked when they cannot be, and
 * decided again when what they waited for has come. Used by a push, and for work that is decided later [U2].
 */
import type {Role} from '#domain/access/roles.ts';
import type {Decision, Refusal} from '#domain/command.ts';
import {commandNamed} from '#domain/commands.ts';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import {ok, type Result} from '#domain/shared/result.ts';
import {RECOVERED_RECORD, type Answer, type Op} from '#protocol/ops.ts';
import type {ParkedOp, Writing} from '#server/db/storage.ts';
import {alone} from './alone.ts';
import {decideOp} from './decide-op.ts';
import {storeDecision, type Left} from './publish-changes.ts';
import type {Publisher} from './publisher.ts';
import {isKnownAgain} from './recovered-records.ts';

/** Why an op is parked that a newer server may understand [U2]. */
export const UNKNOWN_KIND = 'unknown_kind';
/** Why an op is parked that needs another [P10]. */
export const WAITS = 'waits_for_another';
/** Why an op is parked that this server has a fault with: another may carry it out [P6] [U2]. */
export const FAULT = 'fault';
const RECOVERED = 'recovered';

/** Whose ops they are, with the rights of now. */
export interface Author {
  readonly account: Id;
  readonly holder: Id;
  readonly role: Role;
  readonly device: Id | null;
}

/** Characters of JSON of one account that may wait for managers at one time. */
export const PARKED_LIMIT = 4_194_304;
/** Each takes somebody's time: a short one counts as this many. What a restored store lacks closes by itself. */
const PARKED_LEAST = 2_048;
const lengthOf = (op: Op) => Math.max(op.kind === RECOVERED_RECORD ? 0 : PARKED_LEAST, JSON.stringify(op).length);

type Outcome = Pick<Answer, 'status' | 'code' | 'fields'>;

export class Deciding {
  /** What its caller publishes at the end of the transaction. */
  readonly changed: DomainRecord[] = [];
  readonly left: Left[] = [];
  readonly #store: Writing;
  readonly #publisher: Publisher;
  readonly #author: Author;
  readonly #atOf: (op: Op) => string;
  /** Parked work that nobody has settled; read when it is first needed. */
  #parked: ParkedOp[] | undefined;

  constructor(store: Writing, publisher: Publisher, author: Author, atOf: (op: Op) => string) {
    this.#store = store;
    this.#publisher = publisher;
    this.#author = author;
    this.#atOf = atOf;
  }

  /** An op that has just come: carried out, refused, or kept for a manager. */
  async decide(op: Op): Promise<Outcome> {
    const outcome = await this.#decideAlone(op);
    if (outcome.status !== 'parked') return outcome;
    if (await this.#isFull(op)) return {status: 'rejected', code: 'parked_full'};
    await this.#park(op, outcome.code ?? 'parked');
    return outcome;
  }

  /** Parked work, decided now: its durable answer stays; the words come into the file, or it waits for the reason of now. */
  async decideParked(op: Op): Promise<boolean> {
    const {status, code} = await this.#decideAlone(op);
    const isIn = status !== 'parked' && status !== 'rejected';
    await this.#endWait(op.op, isIn ? {at: this.#publisher.now, by: this.#author.holder} : {reason: code ?? status});
    return isIn;
  }

  /** What waited for this op is decided now, if nothing else is missing; what of its record was brought back is closed. */
  async decideWhatWaitsFor({op, record}: Op): Promise<void> {
    const came = [op];
    for (let first = came.pop(); first !== undefined; first = came.pop()) {
      const needed = first;
      const waiting = (await this.#openParked()).filter(each => each.reason === WAITS && each.account === this.#author.account);
      for (const {body} of waiting.filter(each => each.body.after?.includes(needed)))
        if (!(await this.#waitsStill(body)) && (await this.decideParked(body))) came.push(body.op);
    }
    await this.#closeRecovered(record);
  }

  /** [P6] One op that fails takes nothing else with it and blocks nothing. */
  async #decideAlone(op: Op): Promise<Outcome> {
    // [E5] Whoever sends it and whatever the server knows: the same answer.
    if (op.kind === RECOVERED_RECORD) return {status: 'parked', code: RECOVERED};
    if (await this.#waitsStill(op)) return {status: 'parked', code: WAITS};
    const result = await alone(this.#store, () => this.#carriedOut(op));
    if (!result) return this.#failed(op);
    if (!result.ok) return refused(result.refusal);
    const {status, puts, left} = result.value;
    this.changed.push(...puts);
    this.left.push(...(left ?? []));
    await this.#note(op);
    return {status};
  }

  async #carriedOut(op: Op): Promise<Result<Decision, Refusal>> {
    const {holder, role, device} = this.#author;
    const result = await decideOp(this.#store, this.#publisher, {...op, at: this.#atOf(op)}, {holder, role, device}, holder);
    if (!result.ok) return result;
    const stored = await storeDecision(this.#store, this.#publisher, result.value, op.op, holder);
    return stored.ok ? ok({...result.value, puts: stored.value}) : stored;
  }

  /** Nobody may hear of it from the device alone: the operator has to. */
  async #failed({op}: Op): Promise<Outcome> {
    const {now, today} = this.#publisher;
    await this.#store.audit({at: now, account: this.#author.account, action: 'sync.op_failed', record: op});
    await this.#store.raiseAlarm('op_failed', today, now);
    return {status: 'parked', code: FAULT};
  }

  /** What an authority decides for itself is noted, each time and in one place: codes and days only. */
  async #note(op: Op): Promise<void> {
    if (!commandNamed(op.kind)?.audited) return;
    const {name, from} = op.body as {name?: unknown; from?: unknown};
    await this.#store.audit({
      at: this.#publisher.now,
      account: this.#author.account,
      action: op.kind,
      person: op.person,
      record: op.record,
      ...(typeof name === 'string' && typeof from === 'string' ? {detail: {name, from}} : {}),
    });
  }

  async #park(op: Op, reason: string): Promise<void> {
    const parked = {op: op.op, account: this.#author.account, person: op.person, reason, body: op, parkedAt: this.#publisher.now};
    await this.#store.park(parked);
    this.#parked?.push(parked);
  }

  /** [P11] One account fills a manager's list only so far; what is over that stays on its device, refused and readable there. */
  async #isFull(op: Op): Promise<boolean> {
    const own = (await this.#openParked()).filter(({account}) => account === this.#author.account);
    return own.reduce((sum, {body}) => sum + lengthOf(body), lengthOf(op)) > PARKED_LIMIT;
  }

  async #openParked(): Promise<readonly ParkedOp[]> {
    this.#parked ??= [...(await this.#store.parked())];
    return this.#parked;
  }

  async #endWait(op: Id, end: Parameters<Writing['endWait']>[1]): Promise<void> {
    await this.#store.endWait(op, end);
    this.#parked = this.#parked?.flatMap(each => (each.op !== op ? [each] : 'reason' in end ? [{...each, reason: end.reason}] : []));
  }

  async #waitsStill({after}: Op): Promise<boolean> {
    for (const needed of after ?? []) if (await this.#isMissing(needed)) return true;
    return false;
  }

  /** [P10] An op that never came, or that a manager has still to decide about. */
  async #isMissing(op: Id): Promise<boolean> {
    const logged = await this.#store.loggedOp(op);
    if (!logged) return true;
    return logged.answer.status === 'parked' && (await this.#openParked()).some(each => each.op === op);
  }

  /** [E5] A record that a device has brought back waits for nobody any more once all of it is known. */
  async #closeRecovered(record: Id): Promise<void> {
    const end = {at: this.#publisher.now, by: this.#author.holder};
    for (const each of (await this.#openParked()).filter(({reason, body}) => reason === RECOVERED && body.record === record))
      if (await isKnownAgain(this.#store, each.body)) await this.#endWait(each.op, end);
  }
}

/** [P7] Unknown to the server and not the actor's get the same answer: parked, for a manager to see. */
function refused({code, fields}: Refusal): Outcome {
  if (code === UNKNOWN_KIND) return {status: 'parked', code: UNKNOWN_KIND};
  if (code === 'not_permitted') return {status: 'parked', code: 'not_yours_now'};
  return {status: 'rejected', code, fields: [...fields]};
}
