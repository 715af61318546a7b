/** What an authority decides for itself, over the real routes: decided by the server, in history, and noted in the audit. */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TwoAuthorities, type Somebody} from '../support/two-authorities.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  const seqs = new Map<Somebody, number>();
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open(), {roles: ['administrator', 'manager', 'adviser']});
  });
  afterAll(() => world.end());

  async function push(who: Somebody, kind: string, record: Id, body: object): Promise<string> {
    const seq = (seqs.get(who) ?? 0) + 1;
    seqs.set(who, seq);
    const op = {...contactOp(PERSON.own, newId(), record, seq, ''), kind, person: null, body};
    const payload = {
      protocol: 1,
      client: world.device(who).client,
      epoch: await world.epoch(),
      deviceNow: '2026-11-21T10:00:00.000Z',
      ops: [op],
    };
    const answer = await world.ask(who, {method: 'POST', url: '/api/sync/v1/push', payload});
    const [said] = answer.json<{answers: {status: string; code?: string}[]}>().answers;
    return [said?.status, said?.code].filter(Boolean).join(' ');
  }
  const states = async (record: Id) =>
    (
      await world.sql.query<{author: Id; body: {data: Record<string, unknown>}}>(
        'select author, body from record_history where authority = $1 and record = $2 order by number',
        [HERE, record],
      )
    ).map(({author, body}) => ({author, data: body.data}));
  const noted = async (record: Id) =>
    (
      await world.sql.query<{account: Id; action: string}>(
        'select account, action from audit where authority = $1 and record = $2 order by at',
        [HERE, record],
      )
    ).map(({account, action}) => ({account, action}));

  test('a setting that has not begun is taken back by somebody else: both are in its history and in the audit', async () => {
    const record = newId();
    const body = {name: 'contactEveryWeeks', value: 4, from: '2026-12-01', reason: 'More contact'};
    const [administrator, manager] = [world.device('administrator'), world.device('manager')];
    expect(await push('administrator', 'setting.set', record, body)).toBe('applied');
    expect(await push('adviser', 'setting.withdraw', record, {})).toBe('parked not_yours_now');
    expect(await push('manager', 'setting.withdraw', record, {})).toBe('applied');
    expect(await push('manager', 'setting.withdraw', record, {})).toBe('rejected state_moved');
    expect(await states(record)).toEqual([
      {author: administrator.holder, data: body},
      {author: manager.holder, data: {...body, withdrawn: {by: manager.holder, on: '2026-11-21'}}},
    ]);
    expect(await noted(record)).toEqual([
      {account: administrator.account, action: 'setting.set'},
      {account: manager.account, action: 'setting.withdraw'},
    ]);
  });

  test('one that holds already is not taken back, and what is not there is not found', async () => {
    const record = newId();
    const body = {name: 'contactEveryWeeks', value: 4, from: '2026-11-21', reason: null};
    expect(await push('manager', 'setting.set', record, body)).toBe('applied');
    expect(await push('manager', 'setting.withdraw', record, {})).toBe('rejected in_force_already');
    expect(await push('manager', 'setting.withdraw', newId(), {})).toBe('rejected unknown_record');
  });

  test('a choice is kept by its code, another is refused, and an urgent request may not wait longer than others', async () => {
    const record = newId();
    const body = {name: 'fundYearRule', value: 'decision', from: '2027-04-01', reason: null};
    expect(await push('manager', 'setting.set', record, body)).toBe('applied');
    expect(await push('manager', 'setting.set', newId(), {...body, value: 'advised'})).toBe('rejected out_of_range');
    expect(await push('adviser', 'setting.set', newId(), body)).toBe('parked not_yours_now');
    expect(await push('manager', 'setting.set', newId(), {...body, name: 'fundUrgentDays', value: 3})).toBe('applied');
    expect(await push('manager', 'setting.set', newId(), {...body, name: 'fundDecisionDays', value: 2})).toBe(
      'rejected settings_contradict',
    );
    expect((await states(record)).map(({data}) => data)).toEqual([body]);
    expect(await noted(record)).toEqual([{account: world.device('manager').account, action: 'setting.set'}]);
  });

  test('pages about benefits reach every young person’s own device, over https alone', async () => {
    const pages = (en: string) => ({
      name: 'benefitLinks',
      value: [{benefit: 'pip', cy: 'https://enghraifft.cymru/pip', en}],
      from: '2026-11-21',
      reason: null,
    });
    const body = pages('https://example.wales/pip');
    expect(await push('manager', 'setting.set', newId(), pages('http://example.wales/pip'))).toBe('rejected body_invalid');
    expect(await push('manager', 'setting.set', newId(), body)).toBe('applied');
    const [help] = await world.sql.query<{body: {data: {benefitLinks: unknown}}}>(
      `select body from record where authority = $1 and person = $2 and kind = 'who-helps'`,
      [HERE, PERSON.own],
    );
    expect(help?.body.data.benefitLinks).toEqual(body.value);
  });

  test('a budget’s first figure needs no reason; a change of it does, and both stay', async () => {
    const figure = {financialYear: '2027-28', fundName: 'Cronfa Dydd Gŵyl Dewi', allocationPence: 1_000_000, notes: null};
    const [first, second] = [newId(), newId()];
    expect(await push('manager', 'budget.set', first, {...figure, reason: null})).toBe('applied');
    expect(await push('manager', 'budget.set', newId(), {...figure, allocationPence: 2, reason: ' '})).toBe('rejected words_missing');
    expect(await push('manager', 'budget.set', newId(), {...figure, allocationPence: 2})).toBe('rejected words_missing');
    expect(await push('manager', 'budget.set', second, {...figure, allocationPence: 900_000, reason: 'Cut in March'})).toBe('applied');
    expect((await states(first))[0]?.data).toMatchObject({allocationPence: 1_000_000});
    expect((await states(second))[0]?.data).toMatchObject({allocationPence: 900_000, reason: 'Cut in March'});
    expect(await noted(second)).toEqual([{account: world.device('manager').account, action: 'budget.set'}]);
  });

  test('details of a colleague and their level of Welsh hold at once, and are noted', async () => {
    const record = world.device('adviser').holder;
    const body = {forename: 'Elin', surname: 'Prawf', jobTitle: null, email: null, phone: null, welshLevel: 3};
    expect(await push('manager', 'staff.change', record, body)).toBe('parked not_yours_now');
    expect(await push('administrator', 'staff.change', record, body)).toBe('applied');
    expect((await states(record)).at(-1)?.data).toMatchObject({welshLevel: 3});
    expect((await noted(record)).at(-1)).toEqual({account: world.device('administrator').account, action: 'staff.change'});
  });

  test('nobody enters their own last day', async () => {
    expect(await push('administrator', 'staff.leave', world.device('administrator').holder, {on: '2026-12-31'})).toBe(
      'rejected own_last_day',
    );
    expect(await push('administrator', 'staff.leave', world.device('adviser').holder, {on: '2026-12-31'})).toBe('applied');
  });
});
