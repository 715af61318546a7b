/** Visits and contact: what counts as a visit, whom a clock runs for, and what cannot be closed. */
import {describe, expect, test} from 'vitest';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {
  category1,
  category2,
  category3,
  category4,
  contact,
  due,
  head,
  inCare,
  one,
  past21,
  plan,
  provided,
  record,
  setting,
  stay,
  struck,
  visit,
  young,
} from './file.test-support.ts';

describe('R-41 the first visit within seven days of a home being provided', () => {
  test('R-41 the day before, on the day, the day after', () => {
    expect(one(category2(provided('2026-11-14')), 'first_visit', '2026-11-20')).toMatchObject({
      rule: 'R-41',
      dueOn: '2026-11-21',
      state: 'due_soon',
      from: [{what: 'provided_since', on: '2026-11-14'}],
      interval: {count: 7, unit: 'days'},
      setting: 'visitFirstDays',
    });
    expect(due(category2(provided('2026-11-14')), 'first_visit', '2026-11-21')).toEqual(['2026-11-21 due_today']);
    expect(due(category2(provided('2026-11-14')), 'first_visit', '2026-11-22')).toEqual(['2026-11-21 overdue']);
  });
  test('R-41 does not run where the authority does not provide it, in a When I am Ready home, in category 1 or past 21 (edge case 13)', () => {
    const notProvided = stay('private_rented', '2026-11-14', null, {providedByAuthority: false});
    const wir = stay('when_i_am_ready', '2026-11-14', null, {providedByAuthority: false});
    for (const file of [
      category2(notProvided),
      category2(stay('private_rented', '2026-11-14')),
      category3(wir),
      category1(provided('2026-11-14')),
      past21(provided('2026-11-14')),
    ])
      expect([...due(file, 'first_visit'), ...due(file, 'visit'), ...due(file, 'visit_before_review')]).toEqual([]);
  });
  test('R-41 from the first day of the duty in a home where they were looked after; category 3 carries on from category 2', () => {
    expect(due(category2(provided('2026-02-01')), 'first_visit')).toEqual(['2026-09-08 overdue']);
    const now18 = [young('2008-11-10'), inCare('2020-01-10', '2026-08-31'), provided('2026-09-01')];
    expect(due(now18, 'first_visit')).toEqual(['2026-09-08 overdue']);
    expect(due([young('2008-11-10'), inCare('2020-01-10'), provided('2026-09-01')], 'first_visit')).toEqual(['2026-11-17 overdue']);
  });
  test('R-41 category 4: from the day they told us', () => {
    expect(due(category4(provided('2025-01-10')), 'first_visit')).toEqual(['2026-10-07 overdue']);
  });
  test('R-41 said later to be provided: from that day on, and visits of long before make nobody late (edge case 13)', () => {
    const home = {...provided('2025-07-01'), heads: {providedByAuthority: [head(true, '2026-10-01')]}};
    expect(due(category3(home), 'first_visit')).toEqual(['2026-10-08 overdue']);
    const longAgo = category3(home, visit('2025-09-01'), visit('2026-03-01'));
    expect([due(longAgo, 'first_visit'), due(longAgo, 'visit')]).toEqual([['2026-10-08 overdue'], []]);
    const lately = category3(home, visit('2026-03-01'), visit('2026-09-20'));
    expect([due(lately, 'first_visit'), due(lately, 'visit')]).toEqual([['2026-10-08 met 2026-09-20'], ['2026-11-20 overdue']]);
  });
  test('R-41 another room or tenancy at the address is no move; another address, or a gap, is (edge case 14)', () => {
    const at = {address: '3 Rhodfa Ddychmygol', postcode: 'SA1 0XX'};
    const room = provided('2026-08-01', '2026-11-01', at);
    const calls = [visit('2026-08-03'), visit('2026-10-02')];
    const sameHouse = category3(room, provided('2026-11-01', null, {...at, address: '3  rhodfa ddychmygol'}), ...calls);
    expect([due(sameHouse, 'first_visit'), due(sameHouse, 'visit')]).toEqual([
      ['2026-08-08 met 2026-08-03'],
      ['2026-10-03 met 2026-10-02', '2026-12-02 due_soon'],
    ]);
    expect(due(category3(room, provided('2026-11-03', null, at), ...calls), 'first_visit')).toEqual(['2026-11-10 overdue']);
    expect(due(category3(room, provided('2026-11-01', null, {...at, address: '4 Rhodfa Ddychmygol'}), ...calls), 'first_visit')).toEqual([
      '2026-11-08 overdue',
    ]);
    const privateBefore = stay('private_rented', '2026-08-01', '2026-11-01', at);
    expect(due(category3(privateBefore, provided('2026-11-01', null, at), ...calls), 'first_visit')).toEqual(['2026-11-08 overdue']);
  });
});

describe('R-42 then at most two months from visit to visit', () => {
  const home = provided('2026-07-01');
  test('R-42 chained from the visit that was made, to the month’s end (edge case 2)', () => {
    expect(due(category3(home, visit('2026-07-06'), visit('2026-07-31')), 'visit')).toEqual([
      '2026-09-06 met 2026-07-31',
      '2026-09-30 overdue',
    ]);
    expect(due(category3(home, visit('2026-12-31')), 'visit', '2027-01-10')).toEqual(['2027-02-28 not_due']);
    expect(due(category3(home, visit('2027-12-30')), 'visit', '2028-02-29')).toEqual(['2028-02-29 due_today']);
    expect(due(category3(home, visit('2027-12-30')), 'visit', '2028-03-01')).toEqual(['2028-02-29 overdue']);
  });
  test('R-42 two visits of one day are one', () => {
    expect(due(category3(home, visit('2026-10-06'), visit('2026-10-06')), 'visit')).toEqual(['2026-12-06 not_due']);
  });
  test('R-44 only face to face at that accommodation counts', () => {
    const noVisit = [
      contact('2026-07-02', 'phone', 'spoke', {markedAsVisit: true}),
      contact('2026-07-02', 'office', 'seen', {seen: true}),
      contact('2026-07-02', 'visit_elsewhere', 'seen', {seen: true}),
      contact('2026-07-02', 'message', 'replied'),
      contact('2026-07-02', 'video', 'spoke'),
      contact('2026-07-02', 'prison_visit', 'seen'),
      contact('2026-07-02', 'attempted', 'no_reply'),
      contact('2026-07-02', 'third_party', 'info_only', {atAccommodation: true}),
      contact('2026-07-02', 'visit_at_accommodation', 'did_not_meet', {seen: false}),
      contact('2026-07-02', 'visit_at_accommodation', 'seen', {atAccommodation: false}),
      struck(visit('2026-07-02')),
      visit('2026-06-30'),
      visit('2026-11-22'),
    ];
    for (const each of noVisit)
      expect([due(category3(home, each), 'first_visit'), due(category3(home, each), 'visit')]).toEqual([['2026-07-08 overdue'], []]);
  });
  test('R-44 a visit that a later entry amended to something else is none; the amended entry counts as it now stands', () => {
    const wrong = visit('2026-07-02');
    expect(due(category3(home, wrong, contact('2026-07-02', 'phone', 'spoke', {amends: wrong.id})), 'first_visit')).toEqual([
      '2026-07-08 overdue',
    ]);
    expect(due(category3(home, wrong, visit('2026-07-09', {amends: wrong.id})), 'first_visit')).toEqual(['2026-07-08 met 2026-07-09']);
  });
  test('R-42 judged by the interval in force on the due date, in both directions (edge case 30)', () => {
    const file = category3(home, visit('2026-07-06'));
    expect(due(file, 'visit', '2026-11-21', [setting('visitIntervalMonths', 1, '2026-09-07')])).toEqual(['2026-09-06 overdue']);
    expect(due(file, 'visit', '2026-11-21', [setting('visitIntervalMonths', 1, '2026-08-20')])).toEqual(['2026-08-20 overdue']);
    const longer = [setting('visitIntervalMonths', 1, '2026-07-01'), setting('visitIntervalMonths', 2, '2026-08-01')];
    expect(due(file, 'visit', '2026-11-21', longer)).toEqual(['2026-09-06 overdue']);
  });
});

test('R-43 a visit there before the extra review, until there was one or the review was held', () => {
  const home = provided('2026-10-24');
  expect(one(category3(home), 'visit_before_review')).toMatchObject({rule: 'R-43', dueOn: '2026-11-21', state: 'due_today'});
  expect(due(category3(home, visit('2026-11-01')), 'visit_before_review')).toEqual([]);
  expect(due(category3(home, contact('2026-11-01', 'phone', 'spoke')), 'visit_before_review')).toEqual(['2026-11-21 due_today']);
  const review = record('review', {type: 'accommodation', heldOn: date('2026-11-02'), present: [], coversEverySection: false});
  expect(due(category3(home, review), 'visit_before_review')).toEqual([]);
});

describe('R-45 elsewhere the plan says how often', () => {
  test('R-45 from the last contact in which they took part, by the plan or else by the authority’s number', () => {
    const file = (...more: readonly DomainRecord[]) => category3(contact('2026-10-10', 'message', 'replied'), ...more);
    expect(one(file(plan('2026-01-10', {contactEveryWeeks: 6})), 'contact')).toMatchObject({
      rule: 'R-45',
      dueOn: '2026-11-21',
      state: 'due_today',
      from: [{what: 'last_contact', on: '2026-10-10'}],
      interval: {count: 6, unit: 'weeks'},
      setting: null,
    });
    expect(one(file(plan('2026-01-10')), 'contact')).toMatchObject({dueOn: '2026-12-05', setting: 'contactEveryWeeks'});
    expect(due(file(plan('2026-01-10', {contactEveryWeeks: 0})), 'contact')).toEqual(['2026-12-05 not_due']);
  });
  test('R-45 a third party and a failed attempt are no contact', () => {
    const none = [
      contact('2026-11-10', 'third_party', 'spoke'),
      contact('2026-11-10', 'attempted', 'no_reply'),
      contact('2026-11-10', 'phone', 'no_reply'),
      contact('2026-11-10', 'office', 'cancelled_yp'),
      struck(contact('2026-11-10', 'phone', 'spoke')),
    ];
    for (const each of none)
      expect(due(category3(contact('2026-10-10', 'phone', 'spoke'), each), 'contact')).toEqual(['2026-12-05 not_due']);
  });
  test('R-45 no contact at all: from the first day of the duty, and one of long before makes nobody late at once', () => {
    expect(due(category2(), 'contact')).toEqual(['2026-10-27 overdue']);
    expect(due(category4(contact('2021-01-10', 'phone', 'spoke')), 'contact')).toEqual(['2026-11-25 due_soon']);
    expect(due(category4(contact('2026-09-10', 'phone', 'spoke')), 'contact')).toEqual(['2026-11-05 overdue']);
  });
  test('R-45 not where the authority provides the home, nor in category 1', () => {
    expect([due(category3(provided('2026-10-01')), 'contact'), due(category1(), 'contact')]).toEqual([[], []]);
  });
  test('R-45 category 4 by its own plan, not by the old one (edge case 8)', () => {
    const last = contact('2026-10-28', 'phone', 'spoke');
    expect(due(category4(last, plan('2021-01-10', {contactEveryWeeks: 2})), 'contact')).toEqual(['2026-12-23 not_due']);
    expect(due(category4(last, plan('2026-10-20', {contactEveryWeeks: 2})), 'contact')).toEqual(['2026-11-11 overdue']);
  });
  test('R-12 past 21 only what the plan has agreed is kept up, as an offer', () => {
    const last = contact('2026-10-28', 'phone', 'spoke');
    expect(due(past21(last), 'contact')).toEqual([]);
    expect(one(past21(last, plan('2024-01-10', {contactEveryWeeks: 4})), 'contact')).toMatchObject({rule: 'R-12', dueOn: '2026-11-25'});
  });
});

describe('what was agreed with them', () => {
  const agreed = contact('2026-11-01', 'phone', 'spoke', {nextContactOn: date('2026-11-20')});
  test('R-46 stays until there is a contact or an attempt; a third party is neither', () => {
    expect(one(category3(agreed), 'agreed_contact')).toMatchObject({rule: 'R-46', dueOn: '2026-11-20', state: 'overdue'});
    expect(due(category3(agreed), 'agreed_contact', '2026-11-20')).toEqual(['2026-11-20 due_today']);
    expect(due(category3(agreed, contact('2026-11-21', 'third_party', 'info_only')), 'agreed_contact')).toEqual(['2026-11-20 overdue']);
    expect(due(category3(agreed, contact('2026-11-20', 'attempted', 'no_reply')), 'agreed_contact')).toEqual([]);
  });
  test('R-48 category 6: at the times that were agreed; the others as the plan says', () => {
    const c6 = [young('2009-06-15'), inCare('2026-07-10', '2026-08-31'), agreed];
    expect(one(c6, 'agreed_contact')).toMatchObject({rule: 'R-48'});
    expect(due(c6, 'contact')).toEqual([]);
    expect([one(category1(agreed), 'agreed_contact').rule, one(past21(agreed), 'agreed_contact').rule]).toEqual(['R-45', 'R-12']);
  });
});

describe('R-47 out of touch', () => {
  const lost = record('in-touch', {status: 'no', since: date('2026-11-15')});
  const hold = record('deadline-hold', {
    what: 'keep_trying',
    subject: lost.id,
    reason: {text: 'Wedi rhoi’r gorau', lang: 'cy'},
    from: date('2026-11-16'),
    until: date('2027-11-16'),
  });
  test('R-47 category 2: a step within two days, from each step on, and never closed', () => {
    expect(one(category2(lost), 'keep_trying')).toMatchObject({
      rule: 'R-47',
      dueOn: '2026-11-17',
      state: 'overdue',
      from: [{what: 'touch_lost', on: '2026-11-15'}],
      setting: 'keepTryingDaysCategory2',
    });
    const steps = [contact('2026-11-16', 'attempted', 'no_reply'), contact('2026-11-20', 'third_party', 'info_only')];
    expect(one(category2(lost, ...steps), 'keep_trying')).toMatchObject({
      dueOn: '2026-11-22',
      state: 'due_soon',
      from: [{what: 'last_step', on: '2026-11-20'}],
    });
    expect(due(category2(lost, hold), 'keep_trying')).toEqual(['2026-11-17 overdue']);
  });
  test('R-47 category 3: the authority’s days, and a hold is kept', () => {
    expect(due(category3(lost), 'keep_trying')).toEqual(['2026-11-29 not_due']);
    expect(due(category3(lost, hold), 'keep_trying')).toEqual(['2026-11-29 on_hold']);
    expect(due(category3(lost), 'keep_trying', '2026-11-30')).toEqual(['2026-11-29 overdue']);
  });
  test('R-47 over when back in touch; refusing is not being lost (edge case 16); not past 21', () => {
    const status = (of: 'yes' | 'refused') => record('in-touch', {status: of, since: date('2026-11-16')});
    expect(due(category2(lost, status('yes')), 'keep_trying')).toEqual([]);
    expect(due(category2(lost, status('refused')), 'keep_trying')).toEqual([]);
    expect(due(past21(lost), 'keep_trying')).toEqual([]);
  });
});
