/**
 * Paying, online: what waits to be paid across the authority, and a payment or a refund carried out as the op that it is, by
 * the same push that devices use: answered once, kept in the log of ops, decided by the domain's own function.
 */
import {may} from '#domain/access/permissions.ts';
import {settingsInForce, type SettingsInForce} from '#domain/authority/settings.ts';
import {commandNamed} from '#domain/commands.ts';
import {partsIn} from '#domain/fund/decision-commands.ts';
import {latestDecision} from '#domain/fund/which-decision.ts';
import type {KindCode, RecordOf} from '#domain/record-kinds.ts';
import {addDays, type CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {isKind} from '#domain/shared/is-kind.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {ProtocolError} from '#protocol/errors.ts';
import type {FundAnswer, FundPayment, FundRefund, FundWork, PaidRequest, Payable} from '#protocol/fund-messages.ts';
import {publisherOf, type Exchange} from '#server/sync/exchange.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {idNamed} from '#server/sync/scopes.ts';

const KINDS = [
  'fund-request',
  'fund-decision',
  'fund-payment',
  'fund-refund',
  'fund-paper',
  'fund-assessment',
  'allocation',
  'young-person',
] as const satisfies readonly KindCode[];

/** Looking is noted: it names people. @throws ProtocolError not_found to whoever does not pay. */
export async function fundWork(exchange: Exchange): Promise<FundWork> {
  const {storage, signedIn} = exchange;
  const {today, now} = publisherOf(exchange);
  if (!may(signedIn.role, 'fund.pay', false)) throw new ProtocolError('not_found');
  return storage.transaction(signedIn.authority, async store => {
    const files = byPerson(await store.recordsOfKinds(KINDS));
    const settings = settingsInForce(await store.recordsOf(null, ['setting']));
    const lines = new Map((await store.budgetLines()).map(({id, financialYear, fundName}) => [id, {financialYear, fundName}] as const));
    const found = [...files].map(([person, file]) => new FundFile(person, file, lines, settings));
    const work = {
      toPay: found.flatMap(file => file.toPay(signedIn.holder, today)).toSorted(byUrgency),
      paid: found.flatMap(file => file.paid()).toSorted((one, other) => ((one.paidOn ?? '') < (other.paidOn ?? '') ? 1 : -1)),
    };
    await store.audit({
      at: now,
      account: signedIn.account,
      action: 'fund.look',
      detail: {toPay: work.toPay.length, paid: work.paid.length},
    });
    return work;
  });
}

const byUrgency = (one: Payable, other: Payable) => {
  const order = ({urgency, decidedOn}: Payable) => `${urgency === 'urgent' ? 0 : 1} ${decidedOn ?? ''}`;
  return order(one) < order(other) ? -1 : 1;
};

/** What stands, of each person. */
export function byPerson(records: readonly DomainRecord[]): ReadonlyMap<Id, readonly DomainRecord[]> {
  const files = new Map<Id, DomainRecord[]>();
  for (const record of records) {
    if (record.person === null || struckOut(record)) continue;
    const file = files.get(record.person);
    if (file) file.push(record);
    else files.set(record.person, [record]);
  }
  return files;
}

class FundFile {
  readonly #person: Id;
  readonly #file: readonly DomainRecord[];
  readonly #lines: ReadonlyMap<Id, NonNullable<Payable['budget']>>;
  readonly #settings: SettingsInForce;

  constructor(
    person: Id,
    file: readonly DomainRecord[],
    lines: ReadonlyMap<Id, NonNullable<Payable['budget']>>,
    settings: SettingsInForce,
  ) {
    this.#person = person;
    this.#file = file;
    this.#lines = lines;
    this.#settings = settings;
  }

  #of<Kind extends KindCode>(kind: Kind): readonly RecordOf<Kind>[] {
    return this.#file.filter((record): record is RecordOf<Kind> => isKind(record, kind));
  }

  #decision(request: Id): RecordOf<'fund-decision'> | undefined {
    return latestDecision(this.#of('fund-decision'), request);
  }

  #facts({id, data}: RecordOf<'fund-request'>, decision: RecordOf<'fund-decision'> | undefined) {
    const who = this.#of('young-person')[0]?.data;
    const line = decision?.data.line;
    return {
      request: id,
      person: this.#person,
      name: who ? `${who.knownAs ?? who.forename} ${who.surname}` : '',
      spendType: data.spendType,
      urgency: data.urgency,
      awardedPence: decision?.data.awardedPence ?? 0,
      decidedOn: decision?.data.decidedOn ?? null,
      decidedBy: decision?.data.decidedBy ?? null,
      budget: (line ? this.#lines.get(line) : undefined) ?? null,
    };
  }

  toPay(holder: Id, today: CalendarDate): readonly Payable[] {
    return this.#of('fund-request')
      .filter(({data}) => data.status === 'approved')
      .map(request => {
        const decision = this.#decision(request.id);
        return {
          ...this.#facts(request, decision),
          quotes: this.#of('fund-paper')
            .filter(({data}) => data.request === request.id && data.what === 'quote')
            .map(({data}) => ({supplier: data.supplier, pence: data.pence})),
          isOwn: this.#partsIn(request, decision, today).includes(holder),
        };
      });
  }

  /** Everybody who asked, recommended, decided or works with them. */
  #partsIn(
    request: RecordOf<'fund-request'>,
    decision: RecordOf<'fund-decision'> | undefined,
    today: CalendarDate,
  ): readonly (Id | null)[] {
    const records = {ofPerson: (_: unknown, kind: string) => this.#file.filter(record => record.kind === kind)};
    return [decision?.data.decidedBy ?? null, ...partsIn(records, request, today)];
  }

  paid(): readonly PaidRequest[] {
    return this.#of('fund-payment').flatMap(payment => {
      const request = this.#of('fund-request').find(({id}) => id === payment.data.request);
      if (!request) return [];
      const decision = this.#decision(request.id);
      const paidPence = payment.data.pence ?? decision?.data.awardedPence ?? 0;
      const evidenceDueOn = this.#evidenceDueOn(request, payment.data.paidOn, paidPence);
      const refundedPence = this.#of('fund-refund')
        .filter(({data}) => data.payment === payment.id)
        .reduce((sum, {data}) => sum + data.pence, 0);
      const {paidOn, method, reference, payee} = payment.data;
      const canBeRefunded = payment.data.pence !== undefined && refundedPence < paidPence;
      const ofPayment = {payment: payment.id, paidOn, paidPence, refundedPence, method, reference, payee};
      return [{...this.#facts(request, decision), ...ofPayment, evidence: request.data.evidence, evidenceDueOn, canBeRefunded}];
    });
  }

  #evidenceDueOn({data}: RecordOf<'fund-request'>, paidOn: CalendarDate | null, pence: number): CalendarDate | null {
    const isShown = data.evidence === 'receipt' || data.evidence === 'photo';
    if (data.status !== 'paid' || isShown || paidOn === null || pence <= this.#settings('fundEvidenceAbovePence', paidOn)) return null;
    return addDays(paidOn, this.#settings('fundEvidenceDays', paidOn));
  }
}

/** @throws ProtocolError not_found to whoever does not pay. */
export async function payOnline(
  exchange: Exchange,
  kind: 'fund-payment.record' | 'fund-refund.record',
  request: FundPayment | FundRefund,
): Promise<FundAnswer> {
  if (!may(exchange.signedIn.role, 'fund.pay', false)) throw new ProtocolError('not_found');
  for (let tried = 1; ; tried++) {
    try {
      return await pushOnce(exchange, kind, request);
    } catch (error) {
      // The same account in two windows at once: the other took the number.
      if (tried === TRIES || !(error instanceof ProtocolError && error.body.code === 'op_reused')) throw error;
    }
  }
}

const TRIES = 3;

async function pushOnce(exchange: Exchange, kind: string, {op, record, person, body}: FundPayment | FundRefund): Promise<FundAnswer> {
  const {storage, signedIn} = exchange;
  const {now: at} = publisherOf(exchange);
  const client = idNamed('online client', signedIn.authority, signedIn.account);
  const {epoch, lastSeq} = await storage.snapshot(signedIn.authority, async store => ({
    epoch: await store.epoch(),
    lastSeq: (await store.client(client))?.lastSeq ?? 0,
  }));
  const {version} = must(commandNamed(kind), 'payments are commands');
  const sent = {op, seq: lastSeq + 1, kind, version, record, person, scope: null, at, sinceServerMs: null, body};
  const {answers} = await handlePush(exchange, {protocol: 1, client, epoch, deviceNow: at, ops: [sent]});
  const {status, code} = must(answers[0], 'each op has its answer');
  return {refused: status === 'rejected' || status === 'parked' ? (code ?? status) : null};
}
