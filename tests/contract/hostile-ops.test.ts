/**
 * Ops that no device of ours writes, sent with a session that is good: what they must not learn, and what they must not
 * change. Whoever guesses the id of somebody else's person or record hears what they would hear if there were none.
 */
import {describe, expect, test} from 'vitest';
import type {Role} from '#domain/access/roles.ts';
import {date} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {must} from '#domain/shared/result.ts';
import {PROTOCOL} from '#protocol/messages.ts';
import type {Op} from '#protocol/ops.ts';
import {handlePush} from '#server/sync/handle-push.ts';
import {idNamed} from '#server/sync/scopes.ts';
import {AUTHORITY, CaseWorld, PEOPLE, STAFF} from '../support/case-world.ts';
import {visitBody} from '../support/small-authority.ts';

const {cai, nia} = PEOPLE;
const words = {text: 'x', lang: 'cy'} as const;
const VISIT = visitBody(date('2026-11-21'), STAFF.elin, words);

/** A client of their own that sends whatever it is told, one op after another. */
async function sending(world: CaseWorld, holder: Id, role: Role) {
  const client = world.newId();
  const epoch = await world.storage.snapshot(AUTHORITY.code, store => store.epoch());
  const at = new Date(world.now).toISOString();
  let seq = 0;
  return async (change: Partial<Op>) => {
    const op: Op = {
      op: world.newId(),
      seq: ++seq,
      kind: 'message.send',
      version: 1,
      record: world.newId(),
      person: cai,
      scope: null,
      at,
      sinceServerMs: null,
      body: {words: {text: 'neges', lang: 'cy'}},
      ...change,
    };
    const {answers} = await handlePush(world.exchange(holder, role), {protocol: PROTOCOL, client, epoch, deviceNow: at, ops: [op]});
    const {op: _op, seq: _seq, ...said} = must(answers[0], 'each op is answered');
    return said;
  };
}

describe('[P7] somebody else’s and nobody’s get the same answer', () => {
  test.each<[string, Partial<Op>]>([
    ['a good op', {}],
    ['a body that is none', {body: 7}],
    ['a body with something more', {body: {words, more: true}}],
    ['a record that is there', {kind: 'risk-summary.write', record: idNamed('risk', nia), body: {words}}],
    ['a wrong state', {kind: 'alert.move', record: idNamed('alert', nia), expect: idNamed('x'), body: {to: 'restricted'}}],
    ['a record of theirs with a bad body', {kind: 'record.strike-out', record: idNamed('alert', nia), body: null}],
  ])('%s about a person', async (_name, change) => {
    const world = await CaseWorld.open();
    const send = await sending(world, STAFF.huw, 'adviser');
    expect(await send({...change, person: nia})).toEqual(await send({...change, person: world.newId()}));
  });

  test.each<[string, Partial<Op>]>([
    ['a message', {}],
    ['a visit', {kind: 'contact.record', body: VISIT}],
    ['a visit of the day after tomorrow', {kind: 'contact.record', body: {...VISIT, on: '2026-12-24'}}],
    ['an action', {kind: 'plan-action.add', body: {what: words, owner: null, ownerStaff: null, dueOn: null, fromContact: null}}],
    ['a message without words', {body: {words: {text: ' ', lang: 'cy'}}}],
    ['risk', {kind: 'risk-summary.write', body: {words}}],
    ['a choice', {kind: 'conflict.settle', body: {field: 'text', value: 'x'}}],
  ])('%s under the id of a record that was imported, or of none', async (_name, change) => {
    const world = await CaseWorld.open();
    const send = await sending(world, STAFF.elin, 'adviser');
    const about = (record: Id) => send({...change, record});
    expect(await about(idNamed('risk', nia))).toEqual(await about(idNamed('risk', 'nobody')));
  });
});
