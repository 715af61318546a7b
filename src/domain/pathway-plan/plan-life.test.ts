/** The life of a plan from its first word to the next plan: who may take each step, when, and what each leaves behind. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {must} from '../shared/result.ts';
import {PLAN_SECTIONS} from './codes.ts';
import {ADVISER, idOf, MANAGER, PlanFile, welsh} from './plan-file.test-support.ts';
import {missingForSignOff, SIGN_OFF_CHECKS} from './sign-off-checks.ts';
import {ownWordsId, planViewsId, shownSectionId, staffSectionId} from './part-ids.ts';

const PLAN = idOf(20);
const NEXT = idOf(21);
const start = {language: 'cy', assessedOn: '2026-11-10', categoryAtPlan: 'C2', basedOn: null, contactEveryWeeks: 4};
const text = welsh('Dim angen ar hyn o bryd.');

function begun(plan = PLAN, more: object = {}, file = new PlanFile()): PlanFile {
  expect(file.send('plan.start', plan, {...start, ...more})).toBe('applied');
  return file;
}

/** Everything that a manager asks for, and the plan shared with the young person. */
function ready(plan = PLAN, file = begun()): PlanFile {
  for (const section of PLAN_SECTIONS.filter(each => each !== 'health'))
    expect(file.send('plan-section.write', staffSectionId(plan, section), {plan, section, needs: text})).toBe('applied');
  expect(file.send('own-words.write', ownWordsId(plan, 'health'), {plan, section: 'health', words: welsh('Dw i’n iach.')})).toBe('applied');
  file.send('plan-contingency.write', idOf(400 + Number(plan.slice(-2))), {
    plan,
    trigger: welsh('Colli’r denantiaeth'),
    response: welsh('Ffonio’r tîm'),
    owner: null,
  });
  expect(file.send('plan.share', plan, {})).toBe('applied');
  for (const section of PLAN_SECTIONS.filter(each => each !== 'health'))
    expect(file.send('plan-section.show', shownSectionId(plan, section), {plan, section, needs: text})).toBe('applied');
  file.send('plan-views.write', planViewsId(plan), {plan, words: welsh('Dw i eisiau aros.'), how: 'PN1'});
  expect(
    file.send(
      'plan.answer',
      idOf(31 + Number(plan.slice(-2))),
      {plan, response: 'agreed', words: null, given: 'own_device', signature: null},
      'young_person',
    ),
  ).toBe('applied');
  return file;
}

test('from the first word to a plan in force: each step leaves what it should', () => {
  const file = ready();
  expect(missingForSignOff({id: PLAN, data: must(file.data(PLAN, 'pathway-plan'), 'it is there')}, [...file.records.values()])).toEqual([]);
  expect(file.send('plan.hand-in', PLAN, {})).toBe('applied');
  expect(file.send('plan.approve', PLAN, {replaces: null, words: null}, 'manager')).toBe('applied');
  expect(file.data(PLAN, 'pathway-plan')).toMatchObject({
    status: 'current',
    version: 1,
    author: ADVISER,
    approvedBy: MANAGER,
    approvedOn: '2026-11-21',
    planOn: '2026-11-21',
    response: 'agreed',
  });
  expect(file.of('plan-sign-off')).toEqual([{plan: PLAN, decision: 'approved', words: null, on: '2026-11-21'}]);
  expect(file.send('plan.give-copy', PLAN, {on: '2026-11-21', format: 'paper', language: 'cy', explained: true})).toBe('applied');
  expect(file.data(PLAN, 'pathway-plan')).toMatchObject({copyGivenOn: '2026-11-21', explained: true, copyBy: ADVISER});
});

describe('who sees what', () => {
  test('a draft is staff’s; the young person’s own words are theirs from the first', () => {
    const file = begun();
    file.send('plan-section.write', staffSectionId(PLAN, 'health'), {plan: PLAN, section: 'health', needs: welsh('Nodyn am ei fam.')});
    file.send('plan-action.add', idOf(40), {
      what: welsh('Cofrestru gyda deintydd.'),
      owner: null,
      ownerStaff: ADVISER,
      dueOn: '2026-12-18',
      fromContact: null,
      plan: PLAN,
      section: 'health',
      costPence: null,
    });
    file.send('own-words.write', ownWordsId(PLAN, 'health'), {plan: PLAN, section: 'health', words: welsh('Dw i’n cysgu’n dda.')});
    expect(file.shared.map(({kind}) => kind)).toEqual(['own-words']);
    file.send('plan.share', PLAN, {});
    expect(file.shared.map(({kind}) => kind).toSorted()).toEqual(['own-words', 'pathway-plan', 'plan-action']);
    // What staff wrote comes into `shared` only as its own record, previewed and confirmed (domain.md 8).
    expect(JSON.stringify(file.shared)).not.toContain('am ei fam');
    file.send('plan-section.show', shownSectionId(PLAN, 'health'), {plan: PLAN, section: 'health', needs: welsh('Angen deintydd.')});
    expect(JSON.stringify(file.shared)).toContain('Angen deintydd.');
    expect(file.data(staffSectionId(PLAN, 'health'), 'plan-section')?.needs?.text).toBe('Nodyn am ei fam.');
  });

  test('a manager’s words to the adviser stay with staff', () => {
    const file = ready();
    file.send('plan.hand-in', PLAN, {});
    expect(file.send('plan.return', PLAN, {words: welsh('Pwy sy’n talu?')}, 'manager')).toBe('applied');
    expect(JSON.stringify(file.shared)).not.toContain('Pwy sy’n talu?');
    expect(file.data(PLAN, 'pathway-plan')?.status).toBe('shared');
    expect(file.send('plan.hand-in', PLAN, {})).toBe('applied');
  });
});

describe('two devices', () => {
  test('the same section begun on both is one record with both texts', () => {
    const file = begun();
    const record = staffSectionId(PLAN, 'identity');
    expect(file.send('plan-section.write', record, {plan: PLAN, section: 'identity', needs: welsh('Un.')})).toBe('applied');
    expect(file.send('plan-section.write', record, {plan: PLAN, section: 'identity', needs: welsh('Dau.')})).toBe('conflict');
    expect(file.records.get(record)?.heads['needs']?.map(({value}) => value)).toEqual([welsh('Un.'), welsh('Dau.')]);
  });

  test('two plans made current: the second is refused, and both keep every word', () => {
    const file = ready(NEXT, begun(NEXT, {}, ready()));
    for (const plan of [PLAN, NEXT]) expect(file.send('plan.hand-in', plan, {})).toBe('applied');
    expect(file.send('plan.approve', PLAN, {replaces: null, words: null}, 'manager')).toBe('applied');
    expect(file.send('plan.approve', NEXT, {replaces: null, words: welsh('Da iawn.')}, 'deputy')).toBe('state_moved replaces');
    expect(file.of('pathway-plan').map(({status}) => status)).toEqual(['current', 'for_sign_off']);
    expect(file.send('plan.approve', NEXT, {replaces: PLAN, words: welsh('Da iawn.')}, 'deputy')).toBe('applied');
    expect(file.of('pathway-plan').map(({status}) => status)).toEqual(['superseded', 'current']);
    expect(file.of('own-words')).toHaveLength(2);
  });
});

describe('what a plan must have before it is handed in', () => {
  test('an empty one lacks everything, by rule', () => {
    const file = begun(PLAN, {assessedOn: null, categoryAtPlan: 'C1'});
    file.send('plan.share', PLAN, {});
    expect(file.send('plan.hand-in', PLAN, {})).toBe('plan_incomplete assessed sections views contingency care_may_end response');
    expect(SIGN_OFF_CHECKS.views).toBe('R-28');
  });

  test.each([
    ['R-28: empty views', 'plan-views.write', planViewsId(PLAN), {plan: PLAN, words: welsh('  ')}, 'views'],
    ['R-27: how they were given', 'plan-views.write', planViewsId(PLAN), {plan: PLAN, how: null}, 'views_how'],
    ['R-30: an action without owner', 'plan-action.add', idOf(41), {ownerStaff: null, dueOn: '2026-12-18'}, 'action_owner'],
    ['R-30: an action without date', 'plan-action.add', idOf(42), {ownerStaff: ADVISER, dueOn: null}, 'action_date'],
  ] as const)('%s', (_name, kind, record, body, missing) => {
    const file = ready();
    const action = {what: welsh('Prynu gwely.'), owner: null, fromContact: null, plan: PLAN, section: 'financial', costPence: null};
    const seen = Object.fromEntries(
      Object.entries(file.records.get(record)?.heads ?? {}).map(([field, heads]) => [field, heads.flatMap(({ops}) => ops)]),
    );
    expect(file.send(kind, record, kind === 'plan-action.add' ? {...action, ...body} : body, 'adviser', {bases: seen})).toBe('applied');
    expect(file.send('plan.hand-in', PLAN, {})).toBe(`plan_incomplete ${missing}`);
  });

  test('R-27: views that could not be sought say why, and that is enough', () => {
    const file = ready();
    const views = file.records.get(planViewsId(PLAN));
    if (views) file.records.delete(views.id);
    expect(file.send('plan.hand-in', PLAN, {})).toBe('plan_incomplete views');
    file.send('plan.change', PLAN, {viewsNotPracticable: welsh('Yn yr ysbyty ers mis Medi.')});
    expect(file.send('plan.hand-in', PLAN, {})).toBe('applied');
  });

  test.each(['disagreed', 'declined', 'not_reached'] as const)('a young person who %s never stops it', response => {
    const file = ready();
    const given = response === 'not_reached' ? null : 'aloud';
    expect(file.send('plan.answer', idOf(90), {plan: PLAN, response, words: null, given, signature: null})).toBe('applied');
    expect(file.send('plan.hand-in', PLAN, {})).toBe('applied');
    expect(file.send('plan.approve', PLAN, {replaces: null, words: null}, 'manager')).toBe('applied');
    expect(file.data(PLAN, 'pathway-plan')).toMatchObject({status: 'current', response});
    // The answer before it is kept.
    expect(file.of('plan-response').map(each => each.response)).toEqual(['agreed', response]);
  });
});

describe('illegal steps are refused with their reason', () => {
  test.each([
    ['shared twice', 'plan.share', {}, 'adviser'],
    ['handed in as a draft', 'plan.hand-in', {}, 'adviser', 'draft'],
    ['approved before it was handed in', 'plan.approve', {replaces: null, words: null}, 'manager'],
    ['returned before it was handed in', 'plan.return', {words: text}, 'manager'],
    ['a copy of a draft', 'plan.give-copy', {on: '2026-11-21', format: 'app', language: 'en', explained: false}, 'adviser', 'draft'],
  ] as const)('%s', (_name, kind, body, role, from: 'draft' | 'shared' = 'shared') => {
    const file = begun();
    if (from === 'shared') file.send('plan.share', PLAN, {});
    expect(file.send(kind, PLAN, body, role)).toBe('state_moved');
  });

  test('an adviser cannot sign off, a young person cannot make or share a plan, an administrator can do nothing', () => {
    const file = ready();
    file.send('plan.hand-in', PLAN, {});
    expect(file.send('plan.approve', PLAN, {replaces: null, words: null})).toBe('not_permitted');
    expect(file.send('plan.start', idOf(22), start, 'young_person')).toBe('not_permitted');
    expect(file.send('own-words.write', ownWordsId(PLAN, 'health'), {plan: PLAN, section: 'health', rating: 3}, 'administrator')).toBe(
      'not_permitted',
    );
  });

  test('a plan in force is changed by a new one, not by another word', () => {
    const file = ready();
    file.send('plan.hand-in', PLAN, {});
    file.send('plan.approve', PLAN, {replaces: null, words: null}, 'manager');
    expect(file.send('plan-section.write', staffSectionId(PLAN, 'health'), {plan: PLAN, section: 'health', needs: text})).toBe(
      'state_moved',
    );
    expect(file.send('plan.end', PLAN, {because: text})).toBe('not_permitted');
    expect(file.send('plan.end', PLAN, {because: welsh(' ')}, 'manager')).toBe('words_missing because');
    expect(file.send('plan.end', PLAN, {because: text}, 'manager')).toBe('applied');
    expect(file.send('plan.change', PLAN, {planOn: '2026-11-01'})).toBe('state_moved');
  });

  test('a future assessment, a plan of somebody else, a section under another’s id, an answer in another’s name', () => {
    const file = begun();
    expect(file.send('plan.start', idOf(23), {...start, assessedOn: '2026-11-22'})).toBe('date_in_future assessedOn');
    expect(file.send('plan.start', idOf(23), {...start, basedOn: idOf(999)})).toBe('unknown_record basedOn');
    expect(file.send('plan.start', PLAN, start)).toBe('already_there');
    expect(file.send('plan-section.write', idOf(77), {plan: PLAN, section: 'health', needs: text})).toBe('unknown_record');
    expect(file.send('plan-section.write', staffSectionId(NEXT, 'health'), {plan: NEXT, section: 'health', needs: text})).toBe(
      'unknown_record plan',
    );
    const answer = {plan: PLAN, response: 'agreed', words: null, given: 'own_device', signature: null};
    expect(file.send('plan.answer', idOf(91), answer, 'young_person')).toBe('unknown_record plan');
    file.send('plan.share', PLAN, {});
    expect(file.send('plan.answer', idOf(91), answer)).toBe('body_invalid given');
    expect(file.send('plan.answer', idOf(91), {...answer, given: 'aloud'}, 'young_person')).toBe('body_invalid given');
    expect(file.send('plan.answer', idOf(91), {...answer, response: 'not_reached', given: null}, 'young_person')).toBe(
      'body_invalid response',
    );
    expect(file.send('plan.answer', idOf(91), {...answer, signature: '<script>'}, 'young_person')).toBe('body_invalid signature');
  });
});

test('a new plan goes on from the one before: version, programme and the review that it came out of', () => {
  const file = ready();
  file.send('plan.change', PLAN, {programme: 'Gwaith coed', programmeStatus: 'active', programmeEndsOn: '2029-07-01'});
  const before = file.records.get(PLAN);
  if (before) file.records.set(PLAN, {...before, data: {...before.data, lastFullReviewOn: '2026-10-01'}});
  file.today = date('2026-12-01');
  begun(NEXT, {basedOn: PLAN}, file);
  expect(file.data(NEXT, 'pathway-plan')).toMatchObject({
    version: 2,
    basedOn: PLAN,
    programme: 'Gwaith coed',
    programmeEndsOn: '2029-07-01',
    lastFullReviewOn: '2026-10-01',
    status: 'draft',
    approvedBy: null,
    response: null,
  });
});

test('an action that is not done says why, and the day of its status goes with it', () => {
  const file = ready();
  const action = {what: welsh('Prynu gwely.'), owner: 'Cai', ownerStaff: null, dueOn: '2026-12-18', fromContact: null};
  file.send('plan-action.add', idOf(45), {...action, plan: PLAN, section: 'financial', costPence: 12000});
  expect(file.send('plan-action.change', idOf(45), {status: 'not_done'})).toBe('words_missing whyNotDone');
  file.today = date('2026-12-19');
  expect(file.send('plan-action.change', idOf(45), {status: 'not_done', whyNotDone: 'Cafodd wely gan ffrind.'})).toBe('applied');
  expect(file.data(idOf(45), 'plan-action')).toMatchObject({status: 'not_done', statusOn: '2026-12-19', dueOn: '2026-12-18'});
});

test('40,000 characters hold, and what cannot be kept byte for byte is refused', () => {
  const file = begun();
  const long = 'Dŵr a thân. '.repeat(3334).slice(0, 40_000);
  const record = staffSectionId(PLAN, 'health');
  expect(file.send('plan-section.write', record, {plan: PLAN, section: 'health', needs: welsh(long)})).toBe('applied');
  expect(file.data(record, 'plan-section')?.needs?.text).toBe(long);
  for (const bad of ['a\u0000b', '\ud800', 'x'.repeat(200_000)])
    expect(file.send('plan-section.write', record, {plan: PLAN, section: 'health', needs: welsh(bad)})).toMatch(/^body_invalid/u);
});

describe('what goes along when a plan is shared', () => {
  const [DRAFT, ACTION] = [idOf(400), idOf(401)];
  const start = {language: 'cy', assessedOn: null, categoryAtPlan: null, basedOn: null, contactEveryWeeks: null};
  const promise = {
    what: welsh('Ffonio'),
    owner: 'Nain',
    ownerStaff: null,
    dueOn: null,
    fromContact: null,
    plan: DRAFT,
    section: null,
    costPence: null,
  };
  const begun = () => {
    const file = new PlanFile();
    file.send('plan.start', DRAFT, start);
    file.send('plan-action.add', ACTION, promise);
    return file;
  };

  test('what was struck out stays with staff, and a reason of before does not come with what stands again', () => {
    const file = begun();
    expect(file.send('record.strike-out', ACTION, {reason: welsh('Rheswm i staff')})).toBe('applied');
    file.send('plan-action.add', idOf(402), promise);
    expect(file.send('record.strike-out', idOf(402), {reason: welsh('Rheswm arall')})).toBe('applied');
    expect(file.send('plan-action.change', idOf(402), {owner: 'Taid'})).toBe('applied');
    expect(file.send('plan.share', DRAFT, {})).toBe('applied');
    expect(file.shared.map(({id}) => id).toSorted()).toEqual([DRAFT, idOf(402)].toSorted());
    expect(JSON.stringify(file.shared)).not.toContain('Rheswm');
  });

  test('of two versions somebody chooses first', () => {
    const file = begun();
    file.send('plan-action.change', ACTION, {owner: 'Mam-gu'});
    expect(file.send('plan-action.change', ACTION, {owner: 'Taid'}, 'adviser', {bases: {owner: []}})).toBe('conflict');
    expect(file.send('plan.share', DRAFT, {})).toBe('two_versions');
    const heads = file.records.get(ACTION)?.heads['owner'] ?? [];
    const settled = {bases: {owner: heads.flatMap(({ops}) => [...ops])}};
    expect(file.send('conflict.settle', ACTION, {field: 'owner', value: 'Taid'}, 'adviser', settled)).toBe('applied');
    expect(file.send('plan.share', DRAFT, {})).toBe('applied');
  });
});
