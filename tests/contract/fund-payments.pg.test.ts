/** Paying online: who sees what waits, one payment whoever presses and however often, and what comes back of it. */
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {ProtocolError} from '#protocol/errors.ts';
import {migrate} from '#server/db/migrate.ts';
import {SqlStorage} from '#server/db/sql-storage.ts';
import {fundWork, payOnline} from '#server/operations/pay-requests.ts';
import {readLedger, reportFund} from '#server/operations/report-fund.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {ELIN, finance, FundWorld, MAIR, newId, type Who} from '../support/fund-world.ts';
import {AUTHORITY, PEOPLE} from '../support/small-authority.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: FundWorld;
  let request: Id;
  beforeAll(async () => {
    const sql = await open();
    await migrate(sql);
    world = await FundWorld.open(new SqlStorage(sql));
    await world.budget(100_000);
    request = await world.ask(12_000);
    await world.send(ELIN, 'fund-paper.add', newId(), {
      request,
      what: 'quote',
      supplier: 'Siop Ffug',
      pence: 11_900,
      on: '2026-11-20',
      seen: true,
    });
    await world.decide(MAIR, request, 12_000);
  });
  afterAll(() => world.storage.close());

  const exchange = ({holder, role}: Who) => ({
    storage: world.storage,
    signedIn: {account: holder, authority: AUTHORITY.code, holder, role},
    clock: () => Date.parse(world.now),
  });
  const payment = (more: object = {}) => ({
    op: newId(),
    record: newId(),
    person: PEOPLE.cai,
    body: {
      request,
      paidOn: '2026-11-21' as never,
      method: 'supplier_invoice' as const,
      reference: 'INV 7',
      payee: 'Siop Ffug',
      pence: 11_900,
      ...more,
    },
  });
  const pay = (who: Who, sent: ReturnType<typeof payment>) => payOnline(exchange(who), 'fund-payment.record', sent);

  test('whoever pays sees what waits, with its quotes; a decider sees that another has to pay; nobody else sees anything', async () => {
    const {toPay, paid} = await fundWork(exchange(finance(1)));
    expect(toPay).toMatchObject([
      {
        request,
        name: 'Cai Ffug',
        awardedPence: 12_000,
        quotes: [{supplier: 'Siop Ffug', pence: 11_900}],
        isOwn: false,
        budget: {financialYear: '2026-27'},
      },
    ]);
    expect(paid).toEqual([]);
    // The words of the young person, and why it was given, are no business of finance.
    expect(JSON.stringify(toPay)).not.toContain('gitâr');
    expect((await fundWork(exchange(MAIR))).toPay[0]?.isOwn).toBe(true);
    for (const who of [ELIN, {holder: PEOPLE.cai, role: 'young_person'}, {holder: newId(), role: 'administrator'}] as const)
      await expect(fundWork(exchange(who))).rejects.toThrow(ProtocolError);
  });

  test('the decider cannot pay, nor more than was awarded; the same press twice pays once', async () => {
    expect(await pay(MAIR, payment())).toEqual({refused: 'own_request'});
    expect(await pay(finance(1), payment({pence: 12_001}))).toEqual({refused: 'out_of_range'});
    const once = payment();
    expect(await Promise.all([pay(finance(1), once), pay(finance(1), once)])).toEqual([{refused: null}, {refused: null}]);
    expect(await pay(finance(1), once)).toEqual({refused: null});
    expect(await pay(finance(2), payment())).toEqual({refused: 'paid_already'});
    expect(await world.line()).toMatchObject({committed: 0, spent: 11_900});
    const {toPay, paid} = await fundWork(exchange(finance(2)));
    expect([toPay, paid]).toMatchObject([
      [],
      [{paidPence: 11_900, refundedPence: 0, evidenceDueOn: '2026-12-19', canBeRefunded: true, reference: 'INV 7'}],
    ]);
  });

  test('the ledger tells each entry in order, and what the fund did is told to finance without small numbers', async () => {
    const {entries} = await readLedger(exchange(finance(1)));
    expect(entries.map(({kind, pence, fundName}) => [kind, pence, fundName])).toEqual([
      ['allocation', 100_000, 'Cronfa Dydd Gŵyl Dewi'],
      ['commit', 12_000, 'Cronfa Dydd Gŵyl Dewi'],
      ['release', 12_000, 'Cronfa Dydd Gŵyl Dewi'],
      ['spend', 11_900, 'Cronfa Dydd Gŵyl Dewi'],
    ]);
    const whole = await reportFund(exchange(MAIR), 'now');
    expect(whole).toMatchObject({
      isReduced: false,
      years: ['2026-27'],
      report: {requests: 1, awardedPence: 12_000, paidPence: 11_900, eligible: 1, neverAsked: 0},
    });
    expect(whole.report.bySpend).toEqual([{key: 'hobby_activity', requests: 1, awardedPence: 12_000, paidPence: 11_900}]);
    const reduced = await reportFund(exchange(finance(1)), '2026-27');
    expect([reduced.isReduced, reduced.report.bySpend]).toEqual([
      true,
      [{key: 'hobby_activity', requests: null, awardedPence: null, paidPence: null}],
    ]);
    await expect(reportFund(exchange(ELIN), '2026-27')).rejects.toThrow(ProtocolError);
    await expect(readLedger(exchange(ELIN))).rejects.toThrow(ProtocolError);
  });

  test('what a supplier gives back is taken off what was spent, never more than was paid', async () => {
    const [{payment: paid} = {payment: ''}] = (await fundWork(exchange(finance(1)))).paid;
    const back = (pence: number) =>
      payOnline(exchange(finance(1)), 'fund-refund.record', {
        op: newId(),
        record: newId(),
        person: PEOPLE.cai,
        body: {payment: paid, pence, on: '2026-11-21' as never, reason: 'Gwers wedi’i chanslo'},
      });
    expect(await back(900)).toEqual({refused: null});
    expect(await back(11_001)).toEqual({refused: 'out_of_range'});
    expect((await world.line()).spent).toBe(11_000);
    expect(await back(11_000)).toEqual({refused: null});
    expect((await world.of('fund-request'))[0]?.data.status).toBe('reversed');
    expect((await fundWork(exchange(finance(1)))).paid[0]).toMatchObject({
      refundedPence: 11_900,
      canBeRefunded: false,
      evidenceDueOn: null,
    });
  });
});
