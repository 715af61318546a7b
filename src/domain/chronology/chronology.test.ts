/** A chronology out of every kind of record that has a day: nothing left out, in order, and only of what it was given. */
import {describe, expect, test} from 'vitest';
import {inCare, plan, record, review, stay, struck, TODAY, young} from '../deadline/file.test-support.ts';
import {RECORD_KINDS, type KindCode} from '../record-kinds.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';
import {chronologyOf, TOLD_KINDS} from './chronology.ts';
import {filtered} from './chronology-filter.ts';

const day = date(TODAY);
const words = (text: string) => ({text, lang: 'cy' as const});
const told = (file: readonly DomainRecord[]) => chronologyOf(file).map(({on, event}) => `${on} ${event}`);

/** A state and not something that happened, or told by the record that it belongs to. */
const NO_EVENTS: readonly KindCode[] = [
  'immigration',
  'former-system',
  'risk-summary',
  'emergency-card',
  'own-child',
  'preferred-words',
  'summary',
  'who-helps',
  'entitlements',
  'household',
  'plan-views',
  'plan-section',
  'own-words',
  'plan-contingency',
  'review-decision',
  'stay-notes',
  'fund-assessment',
  'income-landlord-share',
  'money-controlled',
  'money-line',
  'benefit-check',
  'money-help',
];

test('every kind of record of a person tells what happened or is known to tell nothing', () => {
  const ofPeople = Object.values(RECORD_KINDS).filter(({compartments}) =>
    compartments.some(one => one !== 'people' && one !== 'settings' && one !== 'budgets'),
  );
  const neither = ofPeople.map(({kind}) => kind).filter(kind => TOLD_KINDS.includes(kind) === NO_EVENTS.includes(kind));
  expect(neither).toEqual([]);
});

describe('a chronology', () => {
  const file = [
    young('2008-05-01', {
      birthDates: [
        {date: date('2008-06-01'), status: 'stated', heldFrom: date('2020-01-01')},
        {date: date('2008-05-01'), status: 'verified', heldFrom: date('2025-02-03')},
      ],
    }),
    inCare('2020-01-01', '2026-05-01', {reasonCeased: 'turned_18'}),
    stay('lodgings', '2026-05-01', null, {landlord: 'Tŷ Ffug'}),
    plan('2026-06-01', {approvedOn: date('2026-06-10'), copyGivenOn: date('2026-06-12')}),
    review('2026-10-01', {outcome: words('Mae’n mynd yn dda')}),
    record('contact', {on: day, at: '14:05', type: 'phone', outcome: 'spoke', note: words('Sgwrs')}),
    record('contact', {on: day, at: null, type: 'letter_email', note: words('Llythyr')}),
    record('complaint', {
      raisedOn: date('2026-09-09'),
      raisedBy: '00000000-0000-7000-8000-000000000001',
      words: words('Neb yn ffonio'),
      stage: 'local',
      advocateOffered: true,
    }),
  ];

  test('is newest first, the later time of a day first, and does not ask in which order records came', () => {
    const expected = [
      '2026-11-21 contact',
      '2026-11-21 contact',
      '2026-10-01 review_held',
      '2026-09-09 complaint',
      '2026-06-12 plan_copy',
      '2026-06-10 plan_approved',
      '2026-06-01 plan_made',
      '2026-05-01 moved_in',
      '2026-05-01 care_ended',
      '2025-02-03 birth_date_corrected',
      '2020-01-01 care_began',
    ];
    expect(told(file).toSorted()).toEqual(expected.toSorted());
    expect(told(file).map(each => each.slice(0, 10))).toEqual(expected.map(each => each.slice(0, 10)));
    expect(chronologyOf(file)[0]?.words?.text).toBe('Sgwrs');
    expect(chronologyOf(file.toReversed())).toEqual(chronologyOf(file));
  });

  test('of some parts of life and some days holds those alone, both days with them', () => {
    const of = (filter: Partial<Parameters<typeof filtered>[1]>) =>
      filtered(chronologyOf(file), {groups: [], since: null, until: null, ...filter}).map(({event}) => event);
    expect(of({groups: ['review', 'safety']})).toEqual(['review_held', 'complaint']);
    expect(of({since: date('2026-06-10'), until: date('2026-10-01')})).toEqual(['review_held', 'complaint', 'plan_copy', 'plan_approved']);
    expect(of({until: date('2019-12-31')})).toEqual([]);
  });

  test('keeps what was struck out or corrected later, and says so', () => {
    const first = record('contact', {on: day, type: 'phone'});
    const entries = chronologyOf([first, record('contact', {on: day, type: 'video', amends: first.id}), struck(review('2026-10-01'))]);
    expect(entries.map(({event, isStruck, isAmended}) => [event, isStruck, isAmended])).toEqual([
      ['contact', false, false],
      ['contact', false, true],
      ['review_held', true, false],
    ]);
  });

  test('a visit that was kept is the contact; one that was cancelled says why; one to come stands on its day', () => {
    const visit = (data: object) =>
      record('planned-visit', {on: date('2026-11-25'), type: 'office', worker: '00000000-0000-7000-8000-000000000002', ...data});
    expect(
      told([
        visit({}),
        visit({keptBy: '00000000-0000-7000-8000-000000000100'}),
        visit({cancelledBecause: words('Yn sâl'), cancelledBy: 'staff'}),
      ]),
    ).toEqual(['2026-11-25 visit_cancelled', '2026-11-25 visit_planned']);
  });

  test('what was shared of a contact stands with it, and alone where the contact itself is not in view', () => {
    const contact = record('contact', {on: day, type: 'phone'});
    const note = record('shared-note', {about: contact.id, words: words('Wedi siarad'), sharedOn: day});
    expect(told([contact, note])).toEqual([`${TODAY} contact`]);
    expect(told([note])).toEqual([`${TODAY} shared_note`]);
  });

  test('a plan that is being made is not yet one; what was promised is told when it was settled', () => {
    expect(told([plan('2026-06-01', {status: 'draft'})])).toEqual([]);
    expect(
      told([
        record('plan-action', {what: words('Ffonio'), status: 'done', statusOn: day}),
        record('plan-action', {what: words('Ysgrifennu'), status: 'in_progress', statusOn: day}),
      ]),
    ).toEqual([`${TODAY} action_settled`]);
  });

  test('the hour of an instant is that of Wales: late in the evening of summer it is the next day already', () => {
    expect(told([record('message', {words: words('Haia'), sentAt: '2026-07-01T23:30:00.000Z'})])).toEqual(['2026-07-02 message']);
  });
});
