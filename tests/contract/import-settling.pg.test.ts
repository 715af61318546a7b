/**
 * What an import left to a person, settled by a manager over the real routes: groups equal the report, a correction
 * brings in a person with all that hung from them, a group decision settles all its rows, the same request twice has
 * one effect, a second manager is told, other roles see nothing, and the operator's import again undoes nothing.
 */
import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {ImportGroup, ImportGroupView, ImportList, SettleAnswer, SettleRequest} from '#protocol/import-messages.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import {importExtract} from '#server/import-export/import-extract.ts';
import type {ImportReport} from '#server/import-export/import-report.ts';
import {recordId} from '#server/import-export/record-drafts.ts';
import {embeddedSql, postgresSql, TEST_DATABASE_URL} from '../support/databases.ts';
import {HERE, TODAY, TwoAuthorities, type Somebody} from '../support/two-authorities.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/extract');
const url = TEST_DATABASE_URL;
const ENGINES = [['embedded', embeddedSql], ...(url === undefined ? [] : [['PostgreSQL', () => postgresSql(url)] as const])] as const;
const newId = (): Id => randomUUID().replace(/^(.{14})./, '$17');
const personId = (key: string) => recordId(HERE, 'young_people.csv', key, 'young-person');

describe.each(ENGINES)('%s', (_engine, open) => {
  let world: TwoAuthorities;
  let report: ImportReport;
  const again = () =>
    importExtract(world.store, {folder: FIXTURE, authority: {code: HERE, cy: 'Sir', en: 'Shire', sample: false}, today: TODAY});

  beforeAll(async () => {
    world = await TwoAuthorities.open(await open());
    report = await again();
  });
  afterAll(() => world.end());

  const list = async () => (await world.ask('manager', {method: 'GET', url: '/api/import/waiting'})).json<ImportList>();
  const view = async (group: Id) =>
    (await world.ask('manager', {method: 'GET', url: `/api/import/waiting/${group}`})).json<ImportGroupView>();
  const settle = async (
    {id: group, mark}: ImportGroup,
    change: Partial<SettleRequest> & Pick<SettleRequest, 'kind'>,
    who: Somebody = 'manager',
  ) => {
    const payload: SettleRequest = {id: newId(), group, mark, row: null, corrections: [], words: null, ...change};
    const answer = await world.ask(who, {method: 'POST', url: '/api/import/settle', payload});
    return {payload, status: answer.statusCode, answer: answer.json<SettleAnswer>()};
  };
  const find = async (wanted: (group: ImportGroup) => boolean): Promise<ImportGroup> => {
    const found = (await list()).groups.find(wanted);
    if (!found) throw new Error('no such group');
    return found;
  };
  const ofReason = (reason: string, file?: string) =>
    find(group => group.reason === reason && group.because === null && (file === undefined || group.file === file));
  const count = async (table: string, where = 'true') =>
    Number((await world.sql.query<{n: number}>(`select count(*)::int as n from ${table} where authority = '${HERE}' and ${where}`))[0]?.n);

  test('the groups hold every held row and every question of the report, and nothing else', async () => {
    const counted = new Map<string, number>();
    const add = (name: string, rows: number) => counted.set(name, (counted.get(name) ?? 0) + rows);
    for (const {file, reason, column, kind, rows} of (await list()).groups)
      add([file, reason, kind === 'question' ? column : null, kind].join(), rows);
    for (const {file, reason, column, outcome} of report.items) if (outcome !== 'rejected') add([file, reason, column, outcome].join(), -1);
    expect(counted.size).toBeGreaterThan(25);
    expect([...counted].filter(([, rows]) => rows !== 0)).toEqual([]);
  });

  test('one person’s group says what the old system said, who it is about, and what can be chosen; looking is noted', async () => {
    const before = await count('audit', "action = 'import.look'");
    const {group, choices, rows} = await view((await ofReason('DOB_MISSING')).id);
    expect(group.rows).toBe(1);
    expect(choices).toEqual(['correct', 'set_aside']);
    expect(rows[0]?.person).toMatchObject({id: null});
    expect(rows[0]?.cells.find(({column}) => column === 'legacy_id')?.text).toBe('WC1042372');
    expect(rows[0]?.cells.find(({column}) => column === 'dob')).toMatchObject({read: null, reading: 'date'});
    expect(await count('audit', "action = 'import.look'")).toBe(before + 1);
  });

  test('roles that may not settle get the answer of a page that is not there', async () => {
    const group = await ofReason('DOB_MISSING');
    for (const who of ['adviser', 'administrator', 'governance_officer', 'finance_officer', 'young_person', 'stranger'] as const) {
      for (const path of ['/api/import/waiting', `/api/import/waiting/${group.id}`])
        expect((await world.ask(who, {method: 'GET', url: path})).json()).toEqual({code: 'not_found'});
      const refused = await settle(group, {kind: 'set_aside', words: 'x'}, who);
      expect([who, refused.status, refused.answer]).toEqual([who, 404, {code: 'not_found'}]);
    }
  });

  test('a correction that mends nothing changes nothing', async () => {
    const group = await ofReason('DOB_MISSING');
    const {answer} = await settle(group, {kind: 'correct', corrections: [{column: 'dob', value: ''}]});
    expect(answer).toEqual({refused: 'still_wrong', reason: 'DOB_MISSING', imported: 0, waiting: 0});
    expect(await count('import_correction')).toBe(0);
    expect(await count('import_settling')).toBe(0);
    expect((await list()).groups).toContainEqual(group);
  });

  test('a corrected birth date brings in the person with everything that hung from them; the cell itself stays', async () => {
    const group = await ofReason('DOB_MISSING');
    const waited = (await list()).groups.filter(({reason, because}) => reason === 'DOB_MISSING' && because !== null);
    const cells = () =>
      world.sql.query(
        `select original::text as cells from import_row where authority = '${HERE}' and key = 'WC1042372' and file = 'young_people.csv'`,
      );
    const original = await cells();
    const done = await settle(group, {kind: 'correct', corrections: [{column: 'dob', value: '14/03/2006'}]});
    expect(done.answer).toMatchObject({refused: null, waiting: 0});
    expect(waited.reduce((sum, {rows}) => sum + rows, 0)).toBe(23);
    expect(done.answer.imported).toBe(24);
    const person = personId('WC1042372');
    const kinds = await world.sql.query<{kind: string}>(`select distinct kind from record where person = '${person}'`);
    for (const kind of ['contact', 'pathway-plan', 'plan-section', 'risk-summary', 'summary', 'young-person'])
      expect(kinds).toContainEqual({kind});
    // The manager's device is given the summary by its next pull: granted, and in the index.
    const {holder, account} = world.device('manager');
    expect(await count('grant_', `holder = '${holder}' and scope in (select id from scope where person = '${person}')`)).toBe(1);
    expect(await count('sync_index', `id in (select id from record where person = '${person}' and kind = 'summary')`)).toBe(1);
    expect(await cells()).toEqual(original);
    const [noted] = await world.sql.query<{account: Id; detail: object}>(
      `select account, detail from audit where record = '${done.payload.id}'`,
    );
    const {imported} = done.answer;
    expect(noted).toEqual({
      account,
      detail: {kind: 'correct', file: 'young_people.csv', reason: 'DOB_MISSING', column: 'dob', rows: 1, imported, waiting: 0},
    });
    // The same request again, as after a lost answer; then another manager, who looked at the group before.
    const before = await count('record_history');
    const repeated = await world.ask('manager', {method: 'POST', url: '/api/import/settle', payload: done.payload});
    expect(repeated.json()).toEqual(done.answer);
    expect((await settle(group, {kind: 'set_aside', words: 'Not ours'}, 'deputy')).answer.refused).toBe('state_moved');
    expect(await count('record_history')).toBe(before);
  });

  test('of two managers at one moment one decides, the other is told', async () => {
    const group = await ofReason('DATE_IMPOSSIBLE', 'young_people.csv');
    const correct = (value: string, who: Somebody) => settle(group, {kind: 'correct', corrections: [{column: 'dob', value}]}, who);
    const both = await Promise.all([correct('28/02/2005', 'manager'), correct('01/03/2005', 'deputy')]);
    expect(both.map(({answer}) => answer.refused).filter(refused => refused === null)).toHaveLength(1);
    expect(both.map(({answer}) => answer.refused).filter(refused => refused === 'state_moved')).toHaveLength(1);
  });

  test('one decision settles a whole group: rows of a doubled person go to the one who is there', async () => {
    const group = await find(({file, reason, because}) => file === 'contacts.csv' && reason === 'DUPLICATE_PERSON' && because === 'person');
    const [standing] = await world.sql.query<{key: string}>(
      `select o.key from import_row h join import_row o on o.file = h.file and o.authority = h.authority and o.row_number = h.with_row
        where h.file = 'young_people.csv' and h.key = '${group.value}'`,
    );
    const key = standing?.key ?? '';
    const contacts = () => count('record', `kind = 'contact' and person = '${personId(key)}'`);
    const before = await contacts();
    const {answer} = await settle(group, {kind: 'correct', corrections: [{column: 'legacy_id', value: key}]});
    expect(group.rows).toBe(2);
    expect(answer).toEqual({refused: null, reason: null, imported: 2, waiting: 0});
    expect(await contacts()).toBe(before + 2);
  });

  test('rows that broke a control come in as they are, when somebody says that so it was', async () => {
    const group = await ofReason('SELF_APPROVED');
    const before = await count('record', "kind = 'fund-request'");
    const {answer} = await settle(group, {kind: 'as_it_is'});
    expect(answer).toEqual({refused: null, reason: null, imported: group.rows, waiting: 0});
    expect(await count('record', "kind = 'fund-request'")).toBe(before + group.rows);
  });

  test('a stay that contradicts another is set aside with a reason, is listed, and can be taken up again', async () => {
    const group = await ofReason('SPELL_OVERLAP');
    const [{row} = {row: 0}] = (await view(group.id)).rows;
    expect((await settle(group, {row, kind: 'set_aside', words: '  '})).answer.refused).toBe('words_missing');
    expect((await settle(group, {row, kind: 'set_aside', words: 'Typed twice'})).answer.refused).toBeNull();
    const aside = await find(({kind, file}) => kind === 'set_aside' && file === 'accommodation.csv');
    const shown = await view(aside.id);
    expect(shown.choices).toEqual(['take_up']);
    expect(shown.rows[0]?.history[0]).toMatchObject({kind: 'set_aside', words: 'Typed twice', holder: world.device('manager').holder});
    expect((await settle(aside, {row, kind: 'take_up'})).answer).toMatchObject({refused: null, waiting: 1});
    const back = await ofReason('SPELL_OVERLAP');
    expect([back.id, back.rows]).toEqual([group.id, group.rows]);
  });

  test('an unknown colleague is answered for all rows at once, in the records, with history', async () => {
    const group = await ofReason('UNKNOWN_STAFF', 'contacts.csv');
    const [colleague] = await world.sql.query<{key: string; id: Id}>(
      `select key, records->>0 as id from import_row where file = 'staff.csv' and authority = '${HERE}' and outcome = 'imported' order by row_number limit 1`,
    );
    const wrong = await settle(group, {kind: 'correct', corrections: [{column: 'staff_id', value: 'NOBODY'}]});
    expect(wrong.answer).toMatchObject({refused: 'still_wrong', reason: 'UNKNOWN_STAFF'});
    const done = await settle(group, {kind: 'correct', corrections: [{column: 'staff_id', value: colleague?.key ?? ''}]});
    expect(done.answer).toEqual({refused: null, reason: null, imported: 0, waiting: 0});
    const changed = await world.sql.query<{kind: string; author: Id; body: {data: {worker: Id}}}>(
      `select r.kind, h.author, r.body from record_history h join record r on r.id = h.record and r.authority = h.authority where h.op = '${done.payload.id}'`,
    );
    expect(changed).toHaveLength(group.rows);
    for (const {kind, author, body} of changed)
      expect([kind, author, body.data.worker]).toEqual(['contact', world.device('manager').holder, colleague?.id]);
    expect((await list()).groups.some(({id}) => id === group.id)).toBe(false);
  });

  test('a question can be left blank, or its value kept; both close it', async () => {
    const blank = await ofReason('UNKNOWN_CODE', 'accommodation.csv');
    expect((await settle(blank, {kind: 'blank'})).answer.refused).toBeNull();
    const gap = await ofReason('SPELL_GAP');
    expect((await view(gap.id)).choices).toEqual(['correct', 'as_it_is']);
    expect((await settle(gap, {kind: 'as_it_is'})).answer.refused).toBeNull();
    const visits = await ofReason('PHONE_AS_VISIT');
    const answer = await settle(visits, {kind: 'correct', corrections: [{column: 'visit_flag', value: 'N'}]});
    expect(answer.answer.refused).toBeNull();
    const left = (await list()).groups.map(({id}) => id);
    for (const {id} of [blank, gap, visits]) expect(left).not.toContain(id);
  });

  test('an answer never writes over what somebody has decided since', async () => {
    const group = await ofReason('UNKNOWN_STAFF', 'young_people.csv');
    const person = (await view(group.id)).rows[0]?.person?.id ?? '';
    const {client, holder: _holder} = world.device('manager');
    const at = '2026-11-21T10:00:00.000Z';
    const op = {
      op: newId(),
      seq: 1,
      kind: 'allocation.give',
      version: 1,
      record: newId(),
      person,
      scope: null,
      at,
      sinceServerMs: null,
      body: {adviser: world.device('adviser').holder, from: TODAY},
    };
    const payload = {protocol: 1, client, epoch: await world.epoch(), deviceNow: at, ops: [op]};
    const given = await world.ask('manager', {method: 'POST', url: '/api/sync/v1/push', payload});
    expect(given.json<{answers: object[]}>().answers).toMatchObject([{status: 'applied'}]);
    const [staff] = await world.sql.query<{key: string}>(
      `select key from import_row where file = 'staff.csv' and authority = '${HERE}' and outcome = 'imported' limit 1`,
    );
    const {answer} = await settle(group, {kind: 'correct', corrections: [{column: 'pa_staff_id', value: staff?.key ?? ''}]});
    expect(answer.refused).toBe('state_moved');
    expect(await count('record', `kind = 'allocation' and person = '${person}'`)).toBe(1);
    expect((await settle(group, {kind: 'blank'})).answer.refused).toBeNull();
  });

  test('a row whose number was corrected can be corrected again', async () => {
    const rows = await world.sql.query<{row: number; original: Record<string, string>}>(
      `select row_number as "row", original from import_row where authority = '${HERE}' and file = 'young_people.csv' order by row_number`,
    );
    const first = must(rows[0], 'there are people');
    // The number of the first with another person's cells, and without a birth date: wrong in two places.
    const cells = {...first.original, surname: 'Arall', forename: 'Gwern', dob: '', nhs_no: '', ni_no: ''};
    const number = must(rows.at(-1), 'there are people').row + 1;
    await world.sql.query(
      `insert into import_row (authority, file, row_number, key, person_key, outcome, reason, questions, original, records, with_row, facts, first_import_at)
       values ($1, 'young_people.csv', $2, $3, $3, 'held', 'DUPLICATE_PERSON', '[]', $4, '[]', $5, '{"others":[],"doubled":[],"isTooLong":false,"isCutOff":false}', now())`,
      [HERE, number, first.original['legacy_id'], JSON.stringify(cells), first.row],
    );
    const holding = async () => {
      for (const group of (await list()).groups.filter(({file, because}) => file === 'young_people.csv' && because === null))
        if ((await view(group.id)).rows.some(each => each.row === number)) return group;
      throw new Error('the row waits nowhere');
    };
    const renumbered = await settle(await holding(), {
      row: number,
      kind: 'correct',
      corrections: [{column: 'legacy_id', value: 'WC7777777'}],
    });
    expect(renumbered.answer).toMatchObject({refused: null, waiting: 1, reason: 'DOB_MISSING'});
    const dated = await settle(await holding(), {row: number, kind: 'correct', corrections: [{column: 'dob', value: '14/03/2007'}]});
    expect(dated.answer).toMatchObject({refused: null, imported: 1, waiting: 0});
  });

  test('the operator’s import again changes nothing and undoes nothing', async () => {
    const state = async () => [
      await world.sql.query(
        `select file, row_number, outcome, reason, questions, held_column, with_row, records from import_row where authority = '${HERE}' order by file, row_number`,
      ),
      await count('record_history'),
      await count('sync_index'),
      (await list()).groups,
    ];
    const before = await state();
    const second = await again();
    expect(await state()).toEqual(before);
    const held = (which: ImportReport) => which.items.filter(({outcome}) => outcome === 'held').length;
    expect(held(second)).toBeLessThan(held(report) - 40);
  });
});
