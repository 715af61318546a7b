/**
 * Parked work over the real routes: words of an adviser who lost the person are read by a manager, owned by one at a
 * time, put into the file in the author's name or closed with a reason; doubles have no second effect; others see
 * nothing; what waited for another op is decided by itself when that comes.
 */
import {randomUUID} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Id} from '#domain/shared/ids.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Op} from '#protocol/ops.ts';
import type {ParkedAnswer, ParkedItem, ParkedList, ParkedSettle} from '#protocol/parked-messages.ts';
import {scopeId} from '#server/sync/scopes.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {contactOp, HERE, PERSON, TODAY, TwoAuthorities, type Somebody} from '../support/two-authorities.ts';

const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  let seq = 0;
  beforeAll(async () => {
    world = await TwoAuthorities.open(await open());
  });
  afterAll(() => world.end());

  const push = async (...ops: Op[]) => {
    const payload = {
      protocol: 1,
      client: world.device('adviser').client,
      epoch: await world.epoch(),
      deviceNow: '2026-11-21T10:00:00.000Z',
      ops,
    };
    const answer = await world.ask('adviser', {method: 'POST', url: '/api/sync/v1/push', payload});
    return answer.json<{answers: {status: string; code?: string}[]}>().answers;
  };
  const list = async (state: '' | '/closed' = '', who: Somebody = 'manager') =>
    (await world.ask(who, {method: 'GET', url: `/api/parked${state}`})).json<ParkedList>();
  const item = async (op: Id, state: '' | '/closed' = ''): Promise<ParkedItem | undefined> =>
    (await list(state)).items.find(each => each.op === op);
  const own = async (op: Id, from: Id | null, to: Id | null, who: Somebody = 'manager') =>
    (await world.ask(who, {method: 'POST', url: '/api/parked/owner', payload: {op, from, to}})).json<ParkedAnswer>();
  const settle = async (change: Partial<ParkedSettle> & Pick<ParkedSettle, 'op' | 'kind'>, who: Somebody = 'manager') => {
    const payload: ParkedSettle = {id: newId(), words: null, ...change};
    const answered = await world.ask(who, {method: 'POST', url: '/api/parked/settle', payload});
    return {payload, status: answered.statusCode, answer: answered.json<ParkedAnswer>()};
  };
  const record = async (id: Id) =>
    (await world.sql.query<{body: DomainRecord}>(`select body from record where authority = '${HERE}' and id = '${id}'`))[0]?.body;
  /** A contact about somebody else's young person, as an adviser writes it who has lost the person. */
  const parkedContact = async (note: string, change: Partial<Op> = {}) => {
    const op = contactOp(PERSON.others, newId(), newId(), ++seq, note, change);
    const [answer] = await push(op);
    expect(answer?.status).toBe('parked');
    return op;
  };

  test('a manager reads who wrote what about whom, and why it waits; nobody else does', async () => {
    const op = await parkedContact('Galwodd ar y ffordd adref');
    expect(await item(op.op)).toMatchObject({
      kind: 'contact.record',
      author: world.device('adviser').holder,
      person: {id: PERSON.others, knownAs: 'Nia'},
      reason: 'not_yours_now',
      owner: null,
      body: {note: {text: 'Galwodd ar y ffordd adref', lang: 'cy'}},
    });
    for (const who of ['adviser', 'colleague', 'administrator', 'governance_officer', 'young_person'] as const) {
      for (const path of ['/api/parked', '/api/parked/closed'])
        expect((await world.ask(who, {method: 'GET', url: path})).json()).toEqual({code: 'not_found'});
      expect((await settle({op: op.op, kind: 'close', words: 'x'}, who)).status).toBe(404);
      expect(await own(op.op, null, null, who)).toEqual({code: 'not_found'});
    }
    expect((await list('', 'stranger')) as unknown).toEqual({code: 'not_found'});
  });

  test('one owner at a time, who can hand it on; another owner’s work is not settled', async () => {
    const op = await parkedContact('Owned');
    const [manager, deputy, adviser] = [world.device('manager').holder, world.device('deputy').holder, world.device('adviser').holder];
    const both = await Promise.all([own(op.op, null, manager), own(op.op, null, deputy, 'deputy')]);
    expect(both.map(({refused}) => refused).filter(refused => refused === 'state_moved')).toHaveLength(1);
    const owner = (await item(op.op))?.owner ?? null;
    expect((await own(op.op, owner, adviser)).refused).toBe('owner_unknown');
    expect((await own(op.op, owner, deputy)).refused).toBeNull();
    expect((await settle({op: op.op, kind: 'close', words: 'Mine'})).answer.refused).toBe('owned_by_another');
    expect((await settle({op: op.op, kind: 'close', words: ' '}, 'deputy')).answer.refused).toBe('words_missing');
    expect((await settle({op: op.op, kind: 'close', words: 'Written twice'}, 'deputy')).answer).toEqual({refused: null, as: 'closed'});
    expect(await item(op.op)).toBeUndefined();
    expect((await item(op.op, '/closed'))?.closed).toMatchObject({by: deputy, as: 'closed', words: 'Written twice'});
    expect((await item(op.op, '/closed'))?.body).toMatchObject({note: {text: 'Owned'}});
  });

  test('put into the file it is the author’s contact of that time, with the manager in history and audit; once', async () => {
    const op = await parkedContact('Into the file');
    const done = await settle({op: op.op, kind: 'file'});
    expect(done.answer).toEqual({refused: null, as: 'filed'});
    const {holder: author, client} = world.device('adviser');
    expect(await record(op.record)).toMatchObject({
      kind: 'contact',
      person: PERSON.others,
      data: {note: {text: 'Into the file'}},
      made: {author, device: client, at: op.at, op: op.op},
    });
    const [history] = await world.sql.query(`select author, op from record_history where record = '${op.record}'`);
    expect(history).toEqual({author: world.device('manager').holder, op: op.op});
    const audited = await world.sql.query(
      `select account, person, detail from audit where action = 'parked.settle' and record = '${op.op}'`,
    );
    const detail = {as: 'filed', reason: 'not_yours_now', kind: 'contact.record'};
    expect(audited).toEqual([{account: world.device('manager').account, person: PERSON.others, detail}]);
    const repeated = await world.ask('manager', {method: 'POST', url: '/api/parked/settle', payload: done.payload});
    expect(repeated.json()).toEqual(done.answer);
    expect((await settle({op: op.op, kind: 'file'}, 'deputy')).answer.refused).toBe('state_moved');
    expect(await world.sql.query(`select author from record_history where record = '${op.record}'`)).toHaveLength(1);
  });

  test('a draft that was handed over is filed as words, which the person’s adviser receives', async () => {
    const body = {
      key: 'record/1',
      value: {person: PERSON.others, way: 'phone', text: 'Hanner brawddeg', lang: 'cy'},
      savedAt: '2026-11-20T08:00:00.000Z',
    };
    const op = await parkedContact('', {kind: 'draft.handed-over', body, at: '2026-11-20T08:00:00.000Z'});
    expect((await item(op.op))?.reason).toBe('unknown_kind');
    expect((await settle({op: op.op, kind: 'file'})).answer).toEqual({refused: null, as: 'filed_words'});
    const [filed] = await world.sql.query<{body: DomainRecord; scope: Id}>(
      `select body, scope from record where authority = '${HERE}' and kind = 'filed-words' and body->'made'->>'op' = '${op.op}'`,
    );
    const {holder: author} = world.device('adviser');
    expect(filed?.body).toMatchObject({
      person: PERSON.others,
      data: {
        author,
        writtenAt: op.at,
        from: 'draft.handed-over',
        words: [{text: 'Hanner brawddeg', lang: 'cy'}],
        filedBy: world.device('manager').holder,
      },
      made: {author, at: op.at},
    });
    const {client} = world.device('colleague');
    const pull = {protocol: 1, client, epoch: await world.epoch(), cursor: 0, views: []};
    expect((await world.ask('colleague', {method: 'POST', url: '/api/sync/v1/pull', payload: pull})).body).toContain('Hanner brawddeg');
  });

  test('what says nothing, is about nobody here, or is there already is not filed, and can still be closed', async () => {
    const empty = await parkedContact('', {kind: 'no.such-kind', body: {on: '2026-11-20'}});
    expect((await settle({op: empty.op, kind: 'file'})).answer.refused).toBe('nothing_to_file');
    const elsewhere = await parkedContact('Not ours', {person: PERSON.elsewhere});
    expect((await item(elsewhere.op))?.person).toEqual({id: PERSON.elsewhere, knownAs: null});
    expect((await settle({op: elsewhere.op, kind: 'file'})).answer.refused).toBe('no_person');
    const first = await parkedContact('The same record');
    const second = await parkedContact('The same record', {record: first.record});
    expect((await settle({op: first.op, kind: 'file'})).answer.as).toBe('filed');
    expect((await settle({op: second.op, kind: 'file'})).answer.refused).toBe('already_there');
    for (const {op} of [empty, elsewhere, second])
      expect((await settle({op, kind: 'close', words: 'Nothing to keep'})).answer).toEqual({refused: null, as: 'closed'});
  });

  test('what only a manager may do is never done by filing somebody else’s op: no cover, no setting', async () => {
    const {holder: adviser} = world.device('adviser');
    const cover = await parkedContact('', {kind: 'cover.give', body: {holder: adviser, from: TODAY, until: '2026-12-01'}});
    const setting = await parkedContact('', {
      kind: 'setting.set',
      person: null,
      body: {name: 'adviserFundLimitPence', value: 40_000, from: TODAY, reason: null},
    });
    const before = await world.counts();
    expect((await settle({op: cover.op, kind: 'file'})).answer).toEqual({refused: 'nothing_to_file', as: null});
    expect((await settle({op: setting.op, kind: 'file'})).answer).toEqual({refused: 'no_person', as: null});
    expect(await world.counts()).toEqual(before);
  });

  test('work that waited for another op is decided when that op comes, and leaves the list', async () => {
    const needed = newId();
    const late = contactOp(PERSON.own, newId(), newId(), ++seq, 'Waited', {after: [needed]});
    expect(await push(late)).toMatchObject([{status: 'parked', code: 'waits_for_another'}]);
    expect((await item(late.op))?.reason).toBe('waits_for_another');
    expect(await push(contactOp(PERSON.own, needed, newId(), ++seq, 'Came'))).toMatchObject([{status: 'applied'}]);
    expect(await record(late.record)).toMatchObject({data: {note: {text: 'Waited'}}, made: {author: world.device('adviser').holder}});
    expect(await item(late.op)).toBeUndefined();
    expect((await item(late.op, '/closed'))?.closed?.as).toBe('came_by_itself');
    // Of somebody who is not the author's, it goes on waiting, for a manager.
    const missing = newId();
    const lost = contactOp(PERSON.others, newId(), newId(), ++seq, 'Waits on', {after: [missing]});
    await push(lost);
    await push(contactOp(PERSON.own, missing, newId(), ++seq, 'Came too'));
    expect((await item(lost.op))?.reason).toBe('not_yours_now');
  });

  test('[P10] what was written upon parked work comes into the file with it', async () => {
    const first = await parkedContact('The first');
    const upon = await parkedContact('Written upon it', {after: [first.op]});
    const further = await parkedContact('And upon that', {after: [upon.op]});
    expect((await item(further.op))?.reason).toBe('waits_for_another');
    expect((await settle({op: first.op, kind: 'file'})).answer.as).toBe('filed');
    for (const op of [upon, further]) {
      expect(await record(op.record)).toMatchObject({kind: 'contact', made: {author: world.device('adviser').holder}});
      expect((await item(op.op, '/closed'))?.closed?.as).toBe('came_by_itself');
    }
  });

  describe('[E5] a record that a device brings back', () => {
    const broughtBack = (held: DomainRecord) =>
      parkedContact('', {kind: 'record.recovered', record: held.id, person: held.person, body: {record: held}});
    const lost = (change: Partial<DomainRecord> = {}): DomainRecord => ({
      id: newId(),
      kind: 'preferred-words',
      scope: scopeId(HERE, PERSON.others, 'shared'),
      person: PERSON.others,
      data: {words: {text: 'Fy nhŷ', lang: 'cy'}},
      heads: {},
      made: {author: world.device('colleague').holder, device: null, at: '2026-11-20T08:00:00.000Z', op: newId()},
      ...change,
    });

    test('is put into the file as it was held, in its own author’s name', async () => {
      const held = lost();
      const op = await broughtBack(held);
      expect((await item(op.op))?.reason).toBe('recovered');
      expect((await settle({op: op.op, kind: 'file'})).answer).toEqual({refused: null, as: 'filed'});
      expect(await record(held.id)).toEqual(held);
    });

    test('adds the words that the store lacks beside those that it has', async () => {
      const head = (text: string) => ({
        ops: [newId()],
        value: {text, lang: 'cy'},
        author: world.device('colleague').holder,
        device: null,
        at: '2026-11-20T08:00:00.000Z',
      });
      const [one, other] = [head('un'), head('dau')];
      const held = lost({heads: {words: [one]}});
      await settle({op: (await broughtBack(held)).op, kind: 'file'});
      const further = await broughtBack({...held, heads: {words: [other]}});
      expect((await settle({op: further.op, kind: 'file'})).answer.as).toBe('filed');
      expect((await record(held.id))?.heads['words']).toEqual([one, other]);
    });

    test('closes by itself when all of it is known already', async () => {
      const held = lost();
      await settle({op: (await broughtBack(held)).op, kind: 'file'});
      const again = await broughtBack(held);
      expect((await item(again.op, '/closed'))?.closed?.as).toBe('came_by_itself');
    });

    test('is never a record that may not lie there, nor one of somebody else', async () => {
      const wrong = [
        lost({scope: scopeId(HERE, PERSON.own, 'shared')}),
        lost({kind: 'risk-summary', data: {words: {text: 'x', lang: 'cy'}}}),
        lost({data: {words: 7}}),
        lost({kind: 'no-such-kind'}),
        lost({kind: 'allocation', data: {adviser: world.device('colleague').holder, from: '2026-01-01', until: null}}),
        lost({kind: 'young-person-access', data: {from: '2026-01-01', endedOn: null}}),
        lost({
          kind: 'setting',
          person: null,
          scope: scopeId(HERE, null, 'settings'),
          data: {name: 'deviceLeaseDays', value: 30, from: '2026-11-01', reason: null},
        }),
      ];
      for (const held of wrong) {
        const op = await broughtBack(held);
        expect((await settle({op: op.op, kind: 'file'})).answer.as).not.toBe('filed');
        expect(await record(held.id)).toBeUndefined();
      }
    });
  });

  test('work of an owner whose account has ended is free to be taken on, and nothing more is handed to them', async () => {
    const op = await parkedContact('Left behind');
    const {holder: deputy, account} = world.device('deputy');
    const {holder: manager} = world.device('manager');
    expect((await own(op.op, null, deputy)).refused).toBeNull();
    await world.store.accounts.setDisabled(account, '2026-11-21T10:00:00.000Z');
    expect((await list()).owners).toEqual([manager]);
    expect((await own(op.op, deputy, manager)).refused).toBeNull();
    expect((await own(op.op, manager, deputy)).refused).toBe('owner_unknown');
  });
});
