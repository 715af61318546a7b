/** A request's life (domain.md 3.4): who asks, who decides, what may be given, and what nobody may do. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import {assessmentId} from './assessment-commands.ts';
import {ADVISER, COVER, DEPUTY, FundFile, idOf, MANAGER, nineteen, PERSON, recordOf, welsh} from './fund-file.test-support.ts';

const [REQUEST, SECOND, PAYMENT] = [idOf(200), idOf(201), idOf(300)];
const no = {outcome: 'refused', awardedPence: null, refusal: 'excluded_item', words: welsh('Nid yw’r gronfa’n talu am hyn')};

function asked(pence = 100_000): FundFile {
  const file = new FundFile();
  file.budget(pence);
  expect(file.ask(REQUEST)).toBe('applied');
  return file;
}

describe('asking', () => {
  test('by the young person: their words, who they were that day, the year', () => {
    const file = asked();
    expect(file.data(REQUEST, 'fund-request')).toMatchObject({
      byYoungPerson: true,
      requestedBy: null,
      status: 'submitted',
      purpose: 'well_being',
      financialYear: '2026-27',
      standing: {category: 'C3', age: 19, answer: 'yes', group: 'care_leaver_18_plus'},
    });
  });
  test('by an adviser only with the young person’s agreement', () => {
    const file = new FundFile();
    expect(file.ask(REQUEST, {agreed: false}, {role: 'adviser'})).toBe('out_of_range agreed');
    expect(file.ask(REQUEST, {}, {role: 'adviser'})).toBe('applied');
    expect(file.data(REQUEST, 'fund-request')).toMatchObject({byYoungPerson: false, requestedBy: ADVISER});
  });
  test('without words it is none; what it costs may not be known yet, and is never nothing', () => {
    const file = new FundFile();
    expect(file.ask(REQUEST, {words: welsh('  ')})).toBe('words_missing words');
    expect(file.ask(REQUEST, {askedPence: 0})).toBe('body_invalid askedPence');
    expect(file.ask(REQUEST, {askedPence: 1.5})).toBe('body_invalid askedPence');
    expect(file.ask(REQUEST, {askedPence: null})).toBe('applied');
  });
  test('changed until somebody has decided; words of two people are both kept', () => {
    const file = asked();
    const sender = {role: 'young_person'} as const;
    expect(file.send('fund-request.change', REQUEST, {askedPence: 9_000, words: welsh('Gwersi piano')}, sender)).toBe('applied');
    expect(file.send('fund-request.change', REQUEST, {words: welsh('Gwersi telyn')})).toBe('conflict');
    expect(file.records.get(REQUEST)?.heads['words']).toHaveLength(2);
    expect(file.decide(REQUEST, no)).toBe('applied');
    expect(file.send('fund-request.change', REQUEST, {askedPence: 1_000}, sender)).toBe('state_moved');
  });
  test('a question makes it wait, the answer puts it back in line', () => {
    const file = asked();
    const ask = {request: REQUEST, what: 'question', words: welsh('Pa siop?')};
    expect(file.send('fund-note.write', idOf(210), ask, {role: 'young_person'})).toBe('not_permitted');
    expect(file.send('fund-note.write', idOf(210), ask)).toBe('applied');
    expect(file.data(REQUEST, 'fund-request').status).toBe('more_info');
    const answer = {request: REQUEST, what: 'answer', words: welsh('Siop y dre')};
    expect(file.send('fund-note.write', idOf(211), answer, {role: 'young_person'})).toBe('applied');
    expect(file.data(REQUEST, 'fund-request').status).toBe('submitted');
  });
});

describe('nobody decides what they asked for, recommended or benefit from', () => {
  test('who asked', () => {
    const file = new FundFile().set('adviserFundLimitPence', 20_000);
    file.budget(100_000);
    file.ask(REQUEST, {}, {role: 'manager'});
    expect(file.decide(REQUEST)).toBe('own_request');
    expect(file.decide(REQUEST, {}, {role: 'deputy'})).toBe('applied');
  });
  test('who recommended', () => {
    const file = asked();
    expect(file.send('fund-request.recommend', REQUEST, {outcome: 'approved', pence: 12_000}, {role: 'manager'})).toBe('applied');
    expect(file.data(REQUEST, 'fund-request').status).toBe('recommended');
    expect(file.decide(REQUEST)).toBe('own_request');
    expect(file.decide(REQUEST, {}, {role: 'deputy'})).toBe('applied');
  });
  test('the adviser of the young person, who has their good at heart; one who covers may, within a limit that the authority sets', () => {
    const file = asked().set('adviserFundLimitPence', 5_000);
    expect(file.decide(REQUEST, {}, {role: 'adviser'})).toBe('own_request');
    expect(file.decide(REQUEST, {}, {role: 'adviser', holder: COVER})).toBe('over_limit awardedPence');
    const part = {outcome: 'part', awardedPence: 5_000, words: welsh('Hanner')};
    expect(file.decide(REQUEST, part, {role: 'adviser', holder: COVER})).toBe('applied');
  });
  test('a manager who is also the adviser', () => {
    const file = asked();
    file.records.set(idOf(4), recordOf(idOf(4), 'allocation', {adviser: MANAGER, from: date('2025-01-01'), until: null}));
    expect(file.decide(REQUEST)).toBe('own_request');
  });
  test('an adviser gives nothing by default, and the young person never decides', () => {
    expect(asked().decide(REQUEST, {}, {role: 'adviser', holder: COVER})).toBe('over_limit');
    expect(asked().decide(REQUEST, {}, {role: 'young_person'})).toBe('not_permitted');
    expect(asked().decide(REQUEST, {}, {role: 'finance_officer'})).toBe('not_permitted');
  });
});

describe('deciding', () => {
  test('in full: committed from the budget of the year', () => {
    const file = asked();
    expect(file.decide(REQUEST)).toBe('applied');
    expect(file.line()).toMatchObject({committed: 12_000, spent: 0});
    expect(file.of('fund-decision')[0]?.data).toMatchObject({outcome: 'approved', awardedPence: 12_000, level: 'own', decidedBy: MANAGER});
  });
  test('in part and refused need a reason in words, and a refusal its code', () => {
    const file = asked();
    expect(file.decide(REQUEST, {outcome: 'part', awardedPence: 6_000})).toBe('words_missing words');
    expect(file.decide(REQUEST, {...no, words: null})).toBe('words_missing words');
    expect(file.decide(REQUEST, {...no, refusal: null})).toBe('out_of_range refusal');
    expect(file.decide(REQUEST, {outcome: 'part', awardedPence: 12_000, words: welsh('Popeth')})).toBe('out_of_range awardedPence');
    expect(file.decide(REQUEST, {awardedPence: 13_000})).toBe('out_of_range awardedPence');
    expect(file.decide(REQUEST, {awardedPence: 6_000})).toBe('out_of_range awardedPence');
    expect(file.decide(REQUEST, no)).toBe('applied');
    expect(file.line()).toMatchObject({committed: 0, spent: 0});
  });
  test('above the limit only as the panel’s, on a day that has been', () => {
    const file = new FundFile();
    file.budget(100_000);
    file.ask(REQUEST, {askedPence: 60_000});
    const all = {awardedPence: 60_000};
    expect(file.decide(REQUEST, all)).toBe('over_limit awardedPence');
    expect(file.decide(REQUEST, {...all, level: 'panel'})).toBe('out_of_range panelOn');
    expect(file.decide(REQUEST, {...all, level: 'panel', panelOn: '2026-12-01'})).toBe('out_of_range panelOn');
    expect(file.decide(REQUEST, {...all, level: 'panel', panelOn: '2026-11-20'})).toBe('applied');
  });
  test('never above the caps of one request and of one person in a year', () => {
    const file = new FundFile().set('fundCapRequestPence', 50_000).set('fundCapYearPence', 55_000);
    file.budget(200_000);
    file.ask(REQUEST, {askedPence: 50_100});
    file.ask(SECOND, {askedPence: 40_000, spendType: 'celebration'});
    expect(file.decide(REQUEST, {awardedPence: 50_100, level: 'panel', panelOn: '2026-11-20'})).toBe('over_cap awardedPence');
    expect(file.decide(SECOND, {awardedPence: 40_000})).toBe('applied');
    expect(file.decide(REQUEST, {outcome: 'part', awardedPence: 15_001, words: welsh('Rhan')})).toBe('over_cap year');
    expect(file.decide(REQUEST, {outcome: 'part', awardedPence: 15_000, words: welsh('Rhan')})).toBe('applied');
  });
  test('without a part of the plan nothing is given, where the authority asks for one', () => {
    const file = new FundFile();
    file.budget(100_000);
    file.ask(REQUEST, {section: null});
    expect(file.send('fund-request.recommend', REQUEST, {outcome: 'approved', pence: 12_000})).toBe('words_missing section');
    expect(file.decide(REQUEST)).toBe('words_missing section');
    expect(file.set('fundPlanLink', 'advised').decide(REQUEST)).toBe('applied');
  });
  test('more than is left is refused, and nothing of the request moves', () => {
    const file = asked(11_999);
    expect(file.decide(REQUEST)).toBe('budget_spent awardedPence');
    expect(file.data(REQUEST, 'fund-request').status).toBe('submitted');
    const none = new FundFile();
    none.ask(REQUEST);
    expect(none.decide(REQUEST)).toBe('no_budget');
  });
  test('what an old system called approved without saying how much waits for a decision; one with an amount does not', () => {
    const file = asked();
    const request = file.records.get(REQUEST);
    if (!request) throw new Error('it was asked for');
    file.records.set(REQUEST, {...request, data: {...request.data, status: 'approved'}});
    expect(file.decide(REQUEST)).toBe('applied');
    expect(file.line().committed).toBe(12_000);
    expect(file.decide(REQUEST)).toBe('state_moved');
  });
  test('put off with a reason and a day, and decided after it', () => {
    const file = asked();
    const later = {outcome: 'deferred', awardedPence: null, words: welsh('Panel ym mis Rhagfyr')};
    expect(file.decide(REQUEST, later)).toBe('date_past againOn');
    expect(file.decide(REQUEST, {...later, againOn: '2026-12-05'})).toBe('applied');
    expect(file.data(REQUEST, 'fund-request').status).toBe('deferred');
    expect(file.decide(REQUEST)).toBe('applied');
    expect(file.decide(REQUEST)).toBe('state_moved');
  });
  test('the day of asking counts: 24 then, 25 when it is decided', () => {
    const file = new FundFile([...nineteen('2001-12-01').slice(0, 1), ...nineteen().slice(2), inCareUntil18()]);
    file.budget(100_000);
    file.ask(REQUEST);
    file.today = date('2026-12-02');
    file.ask(SECOND);
    expect(file.decide(REQUEST)).toBe('applied');
    expect(file.decide(SECOND)).toBe('not_eligible');
  });
});

const inCareUntil18 = () =>
  recordOf(idOf(3), 'looked-after-period', {
    startOn: '2010-01-01',
    endOn: '2019-11-30',
    legalStatus: 'care_order',
    reasonCeased: 'turned_18',
    lastPlacement: null,
  });

describe('a statutory duty is routed away with its reason, never silently', () => {
  const rent = {spendType: 'deposit_rent', section: 'accommodation'};
  test('an unanswered duty stops the award; one that covers it too', () => {
    const file = new FundFile();
    file.budget(100_000);
    file.ask(REQUEST, rent);
    expect(file.send('fund-request.recommend', REQUEST, {outcome: 'approved', pence: 12_000})).toBe('duty_unanswered living_near_work');
    expect(file.decide(REQUEST)).toBe('duty_unanswered living_near_work');
    expect(file.answerDuty(REQUEST, 'living_near_work', true)).toBe('applied');
    expect(file.decide(REQUEST)).toBe('duty_covers living_near_work');
    expect(file.decide(REQUEST, {...no, refusal: 'statutory_duty'})).toBe('applied');
  });
  test('answered with a reason it is given; the newest answer counts', () => {
    const file = new FundFile();
    file.budget(100_000);
    file.ask(REQUEST, rent);
    expect(file.answerDuty(REQUEST, 'living_near_work', true)).toBe('applied');
    expect(file.answerDuty(REQUEST, 'living_near_work', false, ' ')).toBe('words_missing reason');
    expect(file.answerDuty(REQUEST, 'living_near_work', false, 'Nid yw’n gweithio')).toBe('applied');
    expect(file.data(assessmentId(REQUEST), 'fund-assessment').duties).toHaveLength(1);
    expect(file.decide(REQUEST)).toBe('applied');
  });
  test('notes of staff lie where the young person cannot see them, one assessment of a request', () => {
    const file = asked();
    const body = {request: REQUEST, otherSources: 'Coleg', notes: 'Siarad â’r tiwtor'};
    expect(file.send('fund-assessment.write', idOf(999), body)).toBe('unknown_record');
    expect(file.send('fund-assessment.write', assessmentId(REQUEST), body)).toBe('applied');
    expect(file.records.get(assessmentId(REQUEST))?.scope).toBe(idOf(102));
  });
  test('a text that was left alone says nothing about what a colleague wrote in it meanwhile', () => {
    const file = asked();
    const write = (body: object) => file.send('fund-assessment.write', assessmentId(REQUEST), {request: REQUEST, ...body});
    expect(write({otherSources: 'Coleg'})).toBe('applied');
    expect(write({notes: 'Siarad â’r tiwtor'})).toBe('applied');
    expect(file.data(assessmentId(REQUEST), 'fund-assessment')).toMatchObject({otherSources: 'Coleg', notes: 'Siarad â’r tiwtor'});
    expect(file.records.get(assessmentId(REQUEST))?.heads['otherSources']).toHaveLength(1);
    expect(write({otherSources: 'Elusen'})).toBe('conflict');
  });
});

describe('paying', () => {
  test('once, by somebody who neither asked, recommended nor decided', () => {
    const file = asked();
    expect(file.pay(PAYMENT, REQUEST)).toBe('state_moved');
    file.decide(REQUEST);
    expect(file.pay(PAYMENT, REQUEST, {}, {role: 'manager'})).toBe('own_request');
    expect(file.pay(PAYMENT, REQUEST, {}, {role: 'adviser'})).toBe('not_permitted');
    expect(file.pay(PAYMENT, REQUEST, {pence: 12_001})).toBe('out_of_range pence');
    expect(file.pay(PAYMENT, REQUEST, {paidOn: '2026-11-20'})).toBe('dates_out_of_order paidOn');
    expect(file.pay(PAYMENT, REQUEST, {paidOn: '2026-11-22'})).toBe('date_in_future paidOn');
    expect(file.pay(PAYMENT, REQUEST, {reference: ' '})).toBe('words_missing reference');
    expect(file.pay(PAYMENT, REQUEST, {pence: 11_000})).toBe('applied');
    expect(file.line()).toMatchObject({committed: 0, spent: 11_000});
    expect(file.data(REQUEST, 'fund-request')).toMatchObject({
      status: 'paid',
      paid: {on: '2026-11-21', pence: 11_000},
      evidence: 'none_yet',
    });
    expect(file.pay(idOf(301), REQUEST, {}, {role: 'deputy'})).toBe('paid_already');
  });
  test('what was decided in March and is paid in April lands where the authority’s rule says', () => {
    for (const [rule, spentIn, notIn, beforeItsBudget] of [
      ['payment', '2027-28', '2026-27', 'no_budget'],
      ['decision', '2026-27', '2027-28', 'applied'],
    ] as const) {
      const file = asked().set('fundYearRule', rule);
      file.today = date('2027-03-30');
      file.decide(REQUEST);
      file.today = date('2027-04-05');
      expect(file.pay(PAYMENT, REQUEST)).toBe(beforeItsBudget);
      file.budget(50_000, '2027-28');
      file.pay(PAYMENT, REQUEST);
      expect([file.line(spentIn).spent, file.line(notIn).spent, file.line('2026-27').committed]).toEqual([12_000, 0, 0]);
    }
  });
  test('a supplier gives back, never more than was paid; all of it reverses the request', () => {
    const file = asked();
    file.decide(REQUEST);
    file.pay(PAYMENT, REQUEST);
    const back = {payment: PAYMENT, pence: 4_000, on: '2026-11-21', reason: 'Gwers wedi’i chanslo'};
    const sender = {role: 'finance_officer'} as const;
    expect(file.send('fund-refund.record', idOf(310), back, sender)).toBe('applied');
    expect(file.send('fund-refund.record', idOf(311), {...back, pence: 8_001}, sender)).toBe('out_of_range pence');
    expect(file.send('fund-refund.record', idOf(311), {...back, pence: 8_000}, sender)).toBe('applied');
    expect([file.line().spent, file.data(REQUEST, 'fund-request').status]).toEqual([0, 'reversed']);
    expect(file.send('fund-refund.record', idOf(312), {...back, pence: 1}, sender)).toBe('out_of_range pence');
  });
});

describe('taken back', () => {
  test('before money has moved, and what was committed is free again', () => {
    const file = asked();
    file.decide(REQUEST);
    const sender = {role: 'young_person'} as const;
    expect(file.send('fund-request.withdraw', REQUEST, {words: null}, sender)).toBe('applied');
    expect(file.line().committed).toBe(0);
    expect(file.data(REQUEST, 'fund-request')).toMatchObject({status: 'withdrawn', withdrawn: {byYoungPerson: true}});
    expect(file.decide(REQUEST)).toBe('state_moved');
    expect(file.pay(PAYMENT, REQUEST)).toBe('state_moved');
    expect(file.send('fund-request.withdraw', REQUEST, {words: null}, sender)).toBe('state_moved');
  });
  test('not after it', () => {
    const file = asked();
    file.decide(REQUEST);
    file.pay(PAYMENT, REQUEST);
    expect(file.send('fund-request.withdraw', REQUEST, {words: null}, {role: 'young_person'})).toBe('state_moved');
  });
});

describe('papers and what became of it', () => {
  const paper = {request: REQUEST, what: 'receipt', supplier: 'Siop Ffug', pence: 11_000, on: '2026-11-20', seen: false};
  test('a receipt is evidence; seen by whom is said; a quote is none', () => {
    const file = asked();
    file.decide(REQUEST);
    file.pay(PAYMENT, REQUEST);
    const young = {role: 'young_person'} as const;
    expect(file.send('fund-paper.add', idOf(220), {...paper, what: 'quote'}, young)).toBe('applied');
    expect(file.data(REQUEST, 'fund-request').evidence).toBe('none_yet');
    expect(file.send('fund-paper.add', idOf(221), {...paper, seen: true}, young)).toBe('not_permitted');
    expect(file.send('fund-paper.add', idOf(221), {...paper, on: '2026-12-01'}, young)).toBe('date_in_future on');
    expect(file.send('fund-paper.add', idOf(221), paper, young)).toBe('applied');
    expect(file.data(REQUEST, 'fund-request').evidence).toBe('receipt');
    expect(file.send('fund-paper.see', idOf(221), {})).toBe('applied');
    expect(file.send('fund-paper.see', idOf(221), {})).toBe('state_moved');
    expect(file.data(idOf(221), 'fund-paper').seenBy).toBe(ADVISER);
  });
  test('another request’s evidence, or another person’s, is none', () => {
    const file = asked();
    expect(file.send('fund-paper.add', idOf(222), {...paper, request: idOf(4)})).toBe('unknown_record');
    const other = recordOf(idOf(240), 'fund-request', file.data(REQUEST, 'fund-request'), idOf(9));
    file.records.set(other.id, other);
    expect(file.send('fund-paper.add', idOf(222), {...paper, request: other.id})).toBe('unknown_record');
    expect(file.pay(PAYMENT, other.id)).toBe('unknown_record');
    expect(file.decide(other.id)).toBe('unknown_record');
  });
  test('closed with what was shown, or with why nothing was; below the authority’s limit nobody need show anything', () => {
    const file = asked();
    file.decide(REQUEST);
    expect(file.send('fund-request.close', REQUEST, {without: null})).toBe('state_moved');
    file.pay(PAYMENT, REQUEST);
    expect(file.send('fund-request.close', REQUEST, {without: null})).toBe('words_missing without');
    expect(file.set('fundEvidenceAbovePence', 12_000).send('fund-request.close', REQUEST, {without: null})).toBe('applied');
  });
  test('in their words, once money has moved; each telling is kept', () => {
    const file = asked();
    const told = {request: REQUEST, usedAsPlanned: null, words: welsh('Dw i’n chwarae bob dydd')};
    const young = {role: 'young_person'} as const;
    expect(file.send('fund-outcome.tell', idOf(230), told, young)).toBe('state_moved');
    file.decide(REQUEST);
    file.pay(PAYMENT, REQUEST);
    expect(file.send('fund-outcome.tell', idOf(230), {...told, words: null}, young)).toBe('words_missing words');
    expect(file.send('fund-outcome.tell', idOf(230), told, young)).toBe('applied');
    expect(file.send('fund-outcome.tell', idOf(231), {...told, usedAsPlanned: 'yes'}, young)).toBe('applied');
    expect(file.of('fund-outcome')).toHaveLength(2);
  });
});

test('two deciders at once: the second is told that it has moved', () => {
  const file = asked();
  const seen = file.records.get(REQUEST)?.made.op ?? '';
  expect(file.decide(REQUEST, {}, {role: 'manager', expect: seen})).toBe('applied');
  expect(file.decide(REQUEST, no, {role: 'deputy', holder: DEPUTY, expect: seen})).toBe('state_moved');
});

test('a budget of the team, or of the purpose, is used before the fund’s own', () => {
  const file = new FundFile();
  file.budget(100_000);
  file.records.set(idOf(8), recordOf(idOf(8), 'team', {nameCy: 'Tîm', nameEn: 'Team', manager: MANAGER, members: [ADVISER]}, null));
  expect(file.budget(20_000, '2026-27', {team: idOf(8)})).toBe('applied');
  expect(file.budget(30_000, '2026-27', {purpose: 'development'})).toBe('applied');
  file.ask(REQUEST);
  file.decide(REQUEST);
  expect([...file.lines.values()].map(({team, committed}) => [team, committed])).toEqual([
    [null, 0],
    [idOf(8), 12_000],
    [null, 0],
  ]);
  expect(PERSON).toBe(idOf(1));
});
