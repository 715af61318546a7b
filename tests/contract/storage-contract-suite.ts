/** What every store promises the sync core; run on memory, embedded and PostgreSQL by the tests beside it. */
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {date} from '#domain/shared/calendar-date.ts';
import type {DomainRecord} from '#domain/shared/record.ts';
import type {Storage} from '#server/db/storage.ts';

const A = 'W06999999';
const B = 'W06000011';
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const PERSON = id(1);
const SHARED = {id: id(100), person: PERSON, compartment: 'shared'} as const;
const STAFF = {id: id(101), person: PERSON, compartment: 'staff'} as const;
const AT = '2026-11-21T10:00:00.000Z';

function record(n: number, scope = STAFF.id, text = 'geiriau'): DomainRecord {
  return {
    id: id(n),
    kind: 'stay-notes',
    scope,
    person: PERSON,
    data: {words: text},
    heads: {},
    made: {author: id(9), device: null, at: AT, op: id(n + 5000)},
  };
}

export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`storage contract: ${name}`, () => {
    let storage: Storage;
    beforeAll(async () => {
      storage = await open();
      await storage.mintEpoch(id(700), 'test');
    });
    afterAll(() => storage.close());
    let authority = 0;
    let here = A;
    beforeEach(async () => {
      here = `W069${String(++authority).padStart(5, '0')}`;
      await storage.addAuthority({code: here, cy: 'Sir', en: 'Shire', sample: true});
      await storage.transaction(here, store => store.addScopes([SHARED, STAFF]));
    });
    const put = (...records: DomainRecord[]) =>
      storage.transaction(here, async store => {
        await store.putRecords(records, id(800), id(9), AT);
        return store.publish(records.map(({scope, id: record}) => ({scope, id: record, present: true})));
      });

    it('keeps a record as it was given, Welsh letters and all', async () => {
      await put(record(1, STAFF.id, 'Tŷ Ŵyr â’r ŷd — 👩🏽‍🎓'));
      const found = await storage.snapshot(here, store => store.record(id(1)));
      expect(found).toEqual(record(1, STAFF.id, 'Tŷ Ŵyr â’r ŷd — 👩🏽‍🎓'));
    });

    it('is all or nothing', async () => {
      await expect(
        storage.transaction(here, async store => {
          await store.putRecords([record(2)], id(800), null, AT);
          await store.publish([{scope: STAFF.id, id: id(2), present: true}]);
          throw new Error('stop');
        }),
      ).rejects.toThrow('stop');
      expect(await storage.snapshot(here, store => store.record(id(2)))).toBeUndefined();
      expect(await storage.snapshot(here, store => store.version())).toBe(0);
    });

    it('undoes one savepoint and keeps the rest', async () => {
      await storage.transaction(here, async store => {
        await store.putRecords([record(3)], id(800), null, AT);
        await expect(
          store.savepoint(async () => {
            await store.putRecords([record(4)], id(800), null, AT);
            throw new Error('one op');
          }),
        ).rejects.toThrow('one op');
        await store.putRecords([record(5)], id(800), null, AT);
      });
      const kept = await storage.snapshot(here, store => store.recordsOf(PERSON));
      expect(kept.map(found => found.id)).toEqual([id(3), id(5)]);
    });

    it('[C1] gives versions in commit order, without gaps', async () => {
      const versions = await Promise.all(Array.from({length: 8}, (_, n) => put(record(20 + n))));
      expect(versions.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      await storage
        .transaction(here, async store => {
          await store.publish([]);
          throw new Error('back');
        })
        .catch(() => undefined);
      expect(await put(record(40))).toBe(9);
    });

    it('tells what changed after a version, never half of one', async () => {
      await put(record(1), record(2), record(3));
      await put(record(4), record(5, SHARED.id));
      const read = (after: number, limit: number, scopes: string[] = [STAFF.id, SHARED.id]) =>
        storage.snapshot(here, store => store.changesAfter(scopes, after, limit));
      expect((await read(0, 10)).entries.map(entry => [entry.version, entry.id])).toEqual([
        [1, id(1)],
        [1, id(2)],
        [1, id(3)],
        [2, id(4)],
        [2, id(5)],
      ]);
      const cut = await read(0, 4);
      expect([cut.entries.length, cut.more]).toEqual([3, true]);
      const giant = await read(0, 2);
      expect([giant.entries.map(entry => entry.version), giant.more]).toEqual([[1, 1, 1], true]);
      expect((await read(1, 10, [SHARED.id])).entries.map(entry => entry.record?.id)).toEqual([id(5)]);
      expect((await read(0, 10, [])).entries).toEqual([]);
    });

    it('tells the newest state only, and a leaving as a leaving', async () => {
      await put(record(1));
      await put(record(1, STAFF.id, 'newydd'));
      await storage.transaction(here, store => store.publish([{scope: STAFF.id, id: id(1), present: false}]));
      const {entries} = await storage.snapshot(here, store => store.changesAfter([STAFF.id], 0, 10));
      expect(entries).toEqual([{scope: STAFF.id, id: id(1), version: 3, record: null}]);
      expect(await storage.snapshot(here, store => store.page(STAFF.id, null, 10))).toEqual([]);
    });

    it('pages a scope by id and goes on where it stopped', async () => {
      await put(record(3), record(1), record(2));
      const first = await storage.snapshot(here, store => store.page(STAFF.id, null, 2));
      expect(first.map(entry => entry.id)).toEqual([id(1), id(2)]);
      expect((await storage.snapshot(here, store => store.page(STAFF.id, id(2), 2))).map(entry => entry.id)).toEqual([id(3)]);
    });

    it('returns only records that really changed', async () => {
      await put(record(1));
      const again = await storage.transaction(here, store => store.putRecords([record(1), record(2)], id(801), null, AT));
      expect(again.map(changed => changed.id)).toEqual([id(2)]);
    });

    it('grants by calendar days, both ends counted, and changes dates by cause', async () => {
      const grant = {id: id(300), cause: id(301), holder: id(302), scope: STAFF.id, from: date('2026-11-21'), until: date('2026-11-25')};
      await storage.transaction(here, store => store.putGrants([grant]));
      const on = (day: string, holder = id(302)) => storage.snapshot(here, store => store.heldBy(holder, date(day)));
      expect((await on('2026-11-20')).length).toBe(0);
      expect(await on('2026-11-21')).toEqual([{...STAFF, grant: id(300), until: '2026-11-25'}]);
      expect((await on('2026-11-25')).length).toBe(1);
      expect((await on('2026-11-26')).length).toBe(0);
      expect((await on('2026-11-21', id(303))).length).toBe(0);
      await storage.transaction(here, store => store.putGrants([{...grant, until: date('2026-11-20')}]));
      expect((await on('2026-11-21')).length).toBe(0);
    });

    it('shows a scope once, however many causes give it', async () => {
      const grant = (n: number) => ({id: id(n), cause: id(n + 1), holder: id(302), scope: STAFF.id, from: date('2026-01-01'), until: null});
      await storage.transaction(here, store => store.putGrants([grant(320), grant(310)]));
      expect((await storage.snapshot(here, store => store.heldBy(id(302), date('2026-11-21')))).map(scope => scope.grant)).toEqual([
        id(310),
      ]);
    });

    it('keeps each op and each parked op with its whole body, whatever is in it', async () => {
      const body = {
        op: id(50),
        seq: 1,
        kind: 'unknown',
        version: 1,
        record: id(51),
        person: null,
        scope: null,
        at: AT,
        sinceServerMs: null,
        body: {odd: '\u0000 \ud800 ŵ'},
      };
      await storage.transaction(here, async store => {
        await store.logOp({
          op: id(50),
          client: id(60),
          account: id(61),
          seq: 1,
          bodyHash: 'x',
          answer: {op: id(50), seq: 1, status: 'parked'},
          epoch: id(700),
          receivedAt: AT,
          body,
        });
        await store.park({op: id(50), account: id(61), person: null, reason: 'unknown_kind', body, parkedAt: AT});
        expect((await store.loggedOp(id(50)))?.body).toEqual(body);
      });
      expect((await storage.snapshot(here, store => store.parked()))[0]?.body).toEqual(body);
    });

    it('never shows one authority what is another’s', async () => {
      await storage.addAuthority({code: B, cy: 'Arall', en: 'Other', sample: false});
      await put(record(1));
      await storage.snapshot(B, async store => {
        expect(await store.record(id(1))).toBeUndefined();
        expect(await store.recordsOf(PERSON)).toEqual([]);
        expect((await store.changesAfter([STAFF.id], 0, 10)).entries).toEqual([]);
        expect(await store.scopesOf(PERSON)).toEqual([]);
        expect(await store.recordsIn([STAFF.id])).toEqual([]);
        expect(await store.changedSince([STAFF.id], 0)).toEqual(new Set());
        expect(await store.indexFaults()).toEqual({missing: 0, astray: 0});
        expect(await store.alarms()).toEqual([]);
      });
    });

    it('tells a scope from its records, and where the index shows something else', async () => {
      const faults = () => storage.snapshot(here, store => store.indexFaults());
      await put(record(1), record(2), record(3, SHARED.id));
      expect(await faults()).toEqual({missing: 0, astray: 0});
      // Changed and never published; another that was never entered; one that the index shows where it no longer is.
      await storage.transaction(here, store => store.putRecords([record(1, STAFF.id, 'newydd'), record(4)], id(800), null, AT));
      expect(await faults()).toEqual({missing: 1, astray: 0});
      await storage.transaction(here, store => store.putRecords([record(3, STAFF.id)], id(801), null, AT));
      expect(await faults()).toEqual({missing: 2, astray: 1});
      const inScope = async (...scopes: string[]) =>
        (await storage.snapshot(here, store => store.recordsIn(scopes))).map(found => found.id).toSorted();
      expect(await inScope(STAFF.id)).toEqual([id(1), id(2), id(3), id(4)]);
      expect(await inScope(SHARED.id)).toEqual([]);
      expect(await inScope(STAFF.id, SHARED.id)).toEqual([id(1), id(2), id(3), id(4)]);
      await storage.transaction(here, store =>
        store.publish([
          {scope: SHARED.id, id: id(3), present: false},
          {scope: STAFF.id, id: id(3), present: true},
          {scope: STAFF.id, id: id(4), present: true},
        ]),
      );
      expect(await faults()).toEqual({missing: 0, astray: 0});
    });

    it('tells which scopes have changed since a version', async () => {
      await put(record(1));
      await put(record(2, SHARED.id));
      const since = async (version: number, ...scopes: string[]) => [
        ...(await storage.snapshot(here, store => store.changedSince(scopes, version))),
      ];
      expect((await since(0, STAFF.id, SHARED.id)).toSorted()).toEqual([STAFF.id, SHARED.id].toSorted());
      expect(await since(1, STAFF.id, SHARED.id)).toEqual([SHARED.id]);
      expect(await since(2, STAFF.id, SHARED.id)).toEqual([]);
      expect(await since(0)).toEqual([]);
    });

    it('keeps one alarm a kind and day, with how often and the sum of what it counted', async () => {
      const raise = (day: string, at: string, detail?: Record<string, number>) =>
        storage.transaction(here, store => store.raiseAlarm('digest_differs', date(day), at, detail));
      await raise('2026-11-21', AT, {staff: 2, shared: 1});
      await raise('2026-11-21', '2026-11-21T12:00:00.000Z', {staff: 1, money: 4});
      await raise('2026-11-22', '2026-11-22T10:00:00.000Z');
      await storage.transaction(here, store => store.raiseAlarm('rolled_back', date('2026-11-21'), AT));
      const [newest, ...older] = await storage.snapshot(here, store => store.alarms());
      expect(newest).toEqual({
        kind: 'digest_differs',
        firstAt: '2026-11-22T10:00:00.000Z',
        lastAt: '2026-11-22T10:00:00.000Z',
        times: 1,
        detail: {},
      });
      expect(older).toEqual([
        {kind: 'digest_differs', firstAt: AT, lastAt: '2026-11-21T12:00:00.000Z', times: 2, detail: {staff: 3, shared: 1, money: 4}},
        {kind: 'rolled_back', firstAt: AT, lastAt: AT, times: 1, detail: {}},
      ]);
    });

    it('[E6] keeps beside the epoch how far a verified backup goes, never less, for one authority, until another epoch', async () => {
      await storage.addAuthority({code: B, cy: 'Arall', en: 'Other', sample: false});
      const safe = (authority = here) => storage.snapshot(authority, store => store.safeVersion());
      expect(await safe()).toBe(0);
      const note = (version: number) => storage.transaction(here, store => store.noteSafe(version));
      await note(7);
      await note(5);
      expect([await safe(), await safe(B)]).toEqual([7, 0]);
      await note(2_500_000_000);
      expect(await safe()).toBe(2_500_000_000);
      await storage.mintEpoch(id(700 + authority), 'test');
      expect(await safe()).toBe(0);
    });

    it('remembers what a client holds', async () => {
      const views = (held: ReadonlyMap<string, string>) => storage.transaction(here, store => store.setClientViews(id(60), held));
      await views(
        new Map([
          [STAFF.id, id(310)],
          [SHARED.id, id(311)],
        ]),
      );
      await views(new Map([[STAFF.id, id(312)]]));
      expect(await storage.snapshot(here, store => store.clientViews(id(60)))).toEqual(new Map([[STAFF.id, id(312)]]));
    });
  });
}
