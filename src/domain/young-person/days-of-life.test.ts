/** Days that cannot be are refused with a reason, the same on both sides: before birth, after death, in the future, a mistyped year. */
import {describe, expect, test} from 'vitest';
import {settingsInForce} from '../authority/settings.ts';
import {decide, type CommandCode} from '../commands.ts';
import {id, PERSON, plan, record, TODAY, young} from '../deadline/file.test-support.ts';
import {date} from '../shared/calendar-date.ts';
import type {DomainRecord} from '../shared/record.ts';

const [ADVISER, NEW, ACTION, REVIEW] = [id(50), id(60), id(61), id(62)];
const words = (text: string) => ({text, lang: 'cy' as const});

function send(kind: CommandCode, body: object, file: readonly DomainRecord[], on = NEW): string {
  const decided = decide(
    {
      get: wanted => file.find(each => each.id === wanted),
      ofPerson: (_person, wanted) => file.filter(each => each.kind === wanted),
      scope: (_person, compartment) => compartment,
    },
    {op: id(900), kind, record: on, person: PERSON, at: `${TODAY}T10:00:00.000Z`, body},
    {
      actor: {holder: ADVISER, role: 'adviser', device: null},
      now: `${TODAY}T10:00:00.000Z`,
      today: date(TODAY),
      settings: settingsInForce([]),
    },
    true,
  );
  return decided.ok ? 'ok' : [decided.refusal.code, ...decided.refusal.fields].join(' ');
}

const living = [young('2008-05-01')];
const died = [young('2008-05-01', {diedOn: date('2026-11-01')})];
const contact = (on: string, changes: object = {}) => ({
  on,
  at: null,
  worker: null,
  workerAsWritten: null,
  type: 'phone',
  atAccommodation: null,
  seen: null,
  seenAlone: null,
  outcome: 'spoke',
  markedAsVisit: null,
  note: null,
  nextContactOn: null,
  writtenUpOn: null,
  amends: null,
  ...changes,
});

describe('a contact', () => {
  test('is in somebody’s life and not after tomorrow; after a death others can still be talked with', () => {
    expect(send('contact.record', contact('2026-11-21'), living)).toBe('ok');
    expect(send('contact.record', contact('2008-04-30'), living)).toBe('out_of_range on');
    expect(send('contact.record', contact('2008-05-01'), living)).toBe('ok');
    expect(send('contact.record', contact('2026-11-23'), living)).toBe('date_in_future on');
    expect(send('contact.record', contact('2026-11-02'), died)).toBe('out_of_range on');
    expect(send('contact.record', contact('2026-11-01'), died)).toBe('ok');
    expect(send('contact.record', contact('2026-11-02', {type: 'third_party'}), died)).toBe('ok');
  });

  test.each([
    ['a call without an answer', {outcome: 'no_reply'}, 'ok'],
    ['a call of which nothing is said', {outcome: null}, 'ok'],
    ['a video call that was called off', {type: 'video', outcome: 'cancelled_yp'}, 'ok'],
    ['a visit at which nobody was met', {type: 'visit_at_accommodation', outcome: 'did_not_meet', seen: false}, 'ok'],
    ['an attempt', {type: 'attempted', outcome: 'no_reply'}, 'ok'],
    ['a letter', {type: 'letter_email', outcome: 'info_only'}, 'ok'],
    ['a message without an answer', {type: 'message', outcome: null}, 'ok'],
    ['a message that was answered', {type: 'message', outcome: 'replied'}, 'out_of_range on'],
    ['a letter that was answered', {type: 'letter_email', outcome: 'replied'}, 'out_of_range on'],
    ['a call', {outcome: 'spoke'}, 'out_of_range on'],
    ['a visit', {type: 'visit_at_accommodation', outcome: 'seen'}, 'out_of_range on'],
    ['a visit of which nothing is said', {type: 'visit_elsewhere', outcome: null}, 'out_of_range on'],
    ['a visit in vain at which they were seen', {type: 'prison_visit', outcome: 'did_not_meet', seen: true}, 'out_of_range on'],
    ['a talk with a family', {type: 'third_party', outcome: 'spoke'}, 'ok'],
  ])('after a death that nobody knew of: %s', (_what, changes, answer) => {
    expect(send('contact.record', contact('2026-11-02', changes), died)).toBe(answer);
    expect(send('contact.record', contact('2026-11-01', changes), died)).toBe('ok');
  });

  test('agrees to no day of another century', () => {
    expect(send('contact.record', contact('2026-11-21', {nextContactOn: '2126-12-01'}), living)).toBe('out_of_range nextContactOn');
    expect(send('contact.record', contact('2026-11-21', {nextContactOn: '2026-12-01'}), living)).toBe('ok');
  });
});

test('steps, keeping in touch, plans, people who were asked and reviews are in somebody’s life', () => {
  const made = plan('2026-06-01', {status: 'draft'});
  const file = [...living, made];
  for (const [kind, body, field, on] of [
    ['touch-step.note', {words: words('Ffonio')}, 'on', NEW],
    ['in-touch.set', {status: 'no', words: null}, 'since', NEW],
    ['plan-consulted.note', {plan: made.id, name: 'Nain', relation: 'parent'}, 'on', NEW],
    ['plan.start', {language: 'cy', categoryAtPlan: null, basedOn: null, contactEveryWeeks: 6}, 'assessedOn', NEW],
    ['plan.change', {}, 'planOn', made.id],
    [
      'review.hold',
      {
        type: 'six_monthly',
        how: null,
        chair: null,
        present: [],
        attended: true,
        views: 'PN1',
        covered: [],
        outcome: null,
        lateReason: null,
      },
      'heldOn',
      NEW,
    ],
  ] as const) {
    expect([kind, send(kind, {...body, [field]: '2008-04-30'}, file, on)]).toEqual([kind, `out_of_range ${field}`]);
    expect([kind, send(kind, {...body, [field]: '2026-11-22'}, file, on)]).toEqual([kind, `date_in_future ${field}`]);
    expect([kind, send(kind, {...body, [field]: '2026-11-20'}, file, on)]).toEqual([kind, 'ok']);
  }
});

test('nothing is promised, arranged or decided for a mistyped year', () => {
  const action = record('plan-action', {what: words('Ffonio'), status: 'not_started'}, ACTION);
  const held = record('review', {type: 'six_monthly', heldOn: date('2026-11-01'), present: [], coversEverySection: true}, REVIEW);
  const file = [...living, action, held];
  const promise = {what: words('Ffonio'), owner: 'Nain', ownerStaff: null, fromContact: null, plan: null, section: null, costPence: null};
  expect(send('plan-action.add', {...promise, dueOn: '2266-12-01'}, file)).toBe('out_of_range dueOn');
  expect(send('plan-action.add', {...promise, dueOn: '2031-12-01'}, file)).toBe('ok');
  expect(send('plan-action.change', {dueOn: '2266-12-01'}, file, ACTION)).toBe('out_of_range dueOn');
  const meeting = {type: 'six_monthly', how: null, chair: null, invited: [], language: null, advocateOffered: null};
  expect(send('review.arrange', {...meeting, plannedOn: '2126-01-01'}, file)).toBe('out_of_range plannedOn');
  expect(send('review.change', {plannedOn: '2126-01-01'}, file, REVIEW)).toBe('out_of_range plannedOn');
  const decision = {review: REVIEW, words: words('Tŷ'), owner: 'Nain', ownerStaff: null, plan: null, section: null};
  expect(send('review-decision.add', {...decision, dueOn: '2126-01-01'}, file)).toBe('out_of_range dueOn');
});
