/**
 * A plan's parts through the server: each is made under an id that every device works out alike, so two people who begin the
 * same part write one record; and an id that was worked out makes nothing in a file that the plan is not in.
 */
import {describe, expect, test} from 'vitest';
import type {Role} from '#domain/access/roles.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF} from '../support/case-world.ts';
import {ownWordsId, planViewsId, shownSectionId, staffSectionId} from '#domain/pathway-plan/part-ids.ts';

const {cai, nia} = PEOPLE;
const words = {text: 'Mae’n mynd i’r coleg.', lang: 'cy'} as const;
const START = {language: 'cy', assessedOn: null, categoryAtPlan: null, basedOn: null, contactEveryWeeks: null} as const;

async function started(world: CaseWorld, person: Id, ...by: readonly [Id, Role]): Promise<Id> {
  const record = world.newId();
  expect(await world.push(...by, {kind: 'plan.start', person, record, body: START})).toEqual({status: 'applied'});
  return record;
}

/** One command for each part of a plan that has an id of its own. */
const partsOf = (plan: Id) =>
  [
    ['plan-section.write', staffSectionId(plan, 'health'), {plan, section: 'health', needs: words}],
    ['plan-section.show', shownSectionId(plan, 'health'), {plan, section: 'health', needs: words}],
    ['own-words.write', ownWordsId(plan, 'health'), {plan, section: 'health', words}],
    ['plan-views.write', planViewsId(plan), {plan, words}],
  ] as const;

describe('a part of a plan', () => {
  test('is made and written again under the id that both devices work out', async () => {
    const world = await CaseWorld.open();
    const plan = await started(world, cai, STAFF.elin, 'adviser');
    for (const [kind, record, body] of partsOf(plan)) {
      const send = (text: string) => {
        const other = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value === words ? {...words, text} : value]));
        return world.push(STAFF.elin, 'adviser', {kind, person: cai, record, body: other});
      };
      expect(await send('Un.')).toEqual({status: 'applied'});
      // Written by somebody who had not seen the first: it stands beside it, and neither is lost.
      expect(await send('Dau.')).toEqual({status: 'conflict'});
    }
  });

  test('of somebody else’s plan is not made, and the answer is that of a plan there is not', async () => {
    const world = await CaseWorld.open();
    const theirs = await started(world, nia, STAFF.mair, 'manager');
    for (const [kind, record, body] of partsOf(theirs))
      expect(await world.push(STAFF.mair, 'manager', {kind, person: nia, record, body})).toEqual({status: 'applied'});
    const nobodys = partsOf(world.newId());
    for (const [index, [kind, record, body]] of partsOf(theirs).entries()) {
      const about = (of: Id, sent: object) => world.push(STAFF.elin, 'adviser', {kind, person: cai, record: of, body: sent});
      const before = await world.storage.snapshot(AUTHORITY.code, store => store.record(record));
      const said = await about(record, body);
      expect(said.status).toBe('rejected');
      const [, nobody, ofNobody] = must(nobodys[index], 'a part of each kind');
      expect(await about(nobody, ofNobody)).toEqual(said);
      expect(await world.storage.snapshot(AUTHORITY.code, store => store.record(record))).toEqual(before);
    }
  });

  test('is not made under another id', async () => {
    const world = await CaseWorld.open();
    const plan = await started(world, cai, STAFF.elin, 'adviser');
    for (const [kind, , body] of partsOf(plan))
      expect((await world.push(STAFF.elin, 'adviser', {kind, person: cai, record: world.newId(), body})).status).toBe('rejected');
  });

  test('that goes with a plan to the young person leaves the place where staff kept it, in the index too', async () => {
    const world = await CaseWorld.open();
    const plan = await started(world, cai, STAFF.elin, 'adviser');
    const contingency = world.newId();
    const body = {plan, trigger: words, response: words, owner: null};
    expect(await world.push(STAFF.elin, 'adviser', {kind: 'plan-contingency.write', person: cai, record: contingency, body})).toEqual({
      status: 'applied',
    });
    expect(await world.push(STAFF.elin, 'adviser', {kind: 'plan.share', person: cai, record: plan, body: {}})).toEqual({status: 'applied'});
    const {faults, kept} = await world.storage.snapshot(AUTHORITY.code, async store => ({
      faults: await store.indexFaults(),
      kept: await store.record(contingency),
    }));
    expect(kept?.scope).toBe((await world.storage.snapshot(AUTHORITY.code, store => store.record(plan)))?.scope);
    expect(faults).toEqual({missing: 0, astray: 0});
  });
});
