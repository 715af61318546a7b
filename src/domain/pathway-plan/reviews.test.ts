/** Reviews: arranged, held, cancelled, with decisions that become actions; and deadlines held back for a reason. */
import {describe, expect, test} from 'vitest';
import {deadlinesOf} from '../deadline/deadlines.ts';
import {date} from '../shared/calendar-date.ts';
import {partId} from '../shared/ids.ts';
import {PLAN_SECTIONS} from './codes.ts';
import {ADVISER, idOf, PERSON, PlanFile, welsh} from './plan-file.test-support.ts';
import {coversAll} from './review-commands.ts';

const REVIEW = idOf(30);
const made = {author: ADVISER, device: null, at: '2026-01-01T09:00:00.000Z', op: idOf(2)};
const record = (id: string, kind: string, data: object) => ({
  id,
  kind,
  scope: idOf(101),
  person: PERSON,
  data: data as never,
  heads: {},
  made,
});
const personData = {
  forename: 'Cai',
  surname: 'Ffug',
  birthDates: [{date: '2007-05-04', status: 'verified', heldFrom: '2007-05-04'}],
  diedOn: null,
  toldUsOn: null,
};
const person = record(PERSON, 'young-person', personData);
const inCare = record(idOf(3), 'looked-after-period', {
  startOn: '2015-01-01',
  endOn: '2025-05-03',
  legalStatus: 'care_order',
  reasonCeased: 'turned_18',
  lastPlacement: null,
  reviewsHeld: null,
  lastReviewOn: null,
});
const plan = record(idOf(20), 'pathway-plan', {
  version: 1,
  status: 'current',
  planOn: '2026-04-01',
  approvedOn: null,
  assessedOn: '2026-03-01',
  lastFullReviewOn: null,
  lastReviewOn: null,
  lastReviewType: null,
  programme: null,
  programmeStatus: null,
  programmeEndsOn: null,
  programmeResumesOn: null,
  contactEveryWeeks: 4,
});
const file = () => new PlanFile([person, inCare, plan]);
const held = {
  type: 'six_monthly',
  heldOn: '2026-09-20',
  how: 'Gartref',
  chair: 'Rheolwr Ffug',
  present: ['Nain'],
  attended: true,
  views: 'PN1',
  covered: [...PLAN_SECTIONS],
  outcome: welsh('Mae pethau’n mynd yn dda.'),
  lateReason: null,
};
const arranged = {
  type: 'six_monthly',
  plannedOn: '2026-09-20',
  how: null,
  chair: null,
  invited: ['Nain'],
  language: 'cy',
  advocateOffered: true,
};
const nextReview = (of: PlanFile) =>
  deadlinesOf([...of.records.values()], [], of.today).find(({what, metOn}) => what === 'review' && metOn === null);

test('R-33: a review of every part starts the time again, one of some parts does not (edge case 15)', () => {
  expect(nextReview(file())?.dueOn).toBe('2026-10-01');
  const partial = file();
  expect(partial.send('review.hold', REVIEW, {...held, covered: ['health', 'health']})).toBe('applied');
  expect(partial.data(REVIEW, 'review')).toMatchObject({covered: ['health'], coversEverySection: false});
  expect(nextReview(partial)?.dueOn).toBe('2026-10-01');
  const full = file();
  expect(full.send('review.hold', REVIEW, held)).toBe('applied');
  expect(nextReview(full)?.dueOn).toBe('2027-03-20');
});

test('every part is everybody’s ten; status needs are for those who have a status', () => {
  expect(coversAll(PLAN_SECTIONS.filter(section => section !== 'status_needs'))).toBe(true);
  expect(coversAll(PLAN_SECTIONS.filter(section => section !== 'health'))).toBe(false);
});

describe('arranged and held', () => {
  test('the day that was arranged stays beside the day on which it was held', () => {
    const of = file();
    expect(of.send('review.arrange', REVIEW, arranged)).toBe('applied');
    expect(of.send('review.change', REVIEW, {plannedOn: '2026-09-27', lateReason: 'Arholiadau.'})).toBe('applied');
    of.today = date('2026-09-30');
    expect(of.send('review.hold', REVIEW, {...held, heldOn: '2026-09-29'})).toBe('applied');
    expect(of.data(REVIEW, 'review')).toMatchObject({
      plannedOn: '2026-09-27',
      heldOn: '2026-09-29',
      invited: ['Nain'],
      advocateOffered: true,
    });
  });

  test.each([
    ['held twice', {...held}, 'state_moved'],
    ['in the future', {...held, heldOn: '2026-11-22'}, 'date_in_future heldOn'],
    ['before birth', {...held, heldOn: '2007-05-03'}, 'out_of_range heldOn'],
    ['with a part that is none', {...held, covered: ['love']}, 'body_invalid covered.0'],
    ['without how views were given (R-27)', {...held, views: null}, 'body_invalid views'],
  ])('%s is refused', (name, body, refused) => {
    const of = file();
    if (name === 'held twice') of.send('review.hold', REVIEW, held);
    expect(of.send('review.hold', REVIEW, body)).toBe(refused);
  });

  test('after a death nothing is held', () => {
    const of = new PlanFile([record(PERSON, 'young-person', {...personData, diedOn: '2026-09-01'}), plan]);
    expect(of.send('review.hold', REVIEW, held)).toBe('out_of_range heldOn');
  });

  test('cancelled says why, is kept, and is not held afterwards', () => {
    const of = file();
    of.send('review.arrange', REVIEW, arranged);
    expect(of.send('review.cancel', REVIEW, {because: welsh(' ')})).toBe('words_missing because');
    expect(of.send('review.cancel', REVIEW, {because: welsh('Roedd hi’n sâl.')})).toBe('applied');
    expect(of.send('review.hold', REVIEW, held)).toBe('state_moved');
    expect(of.send('review.cancel', REVIEW, {because: welsh('Eto.')})).toBe('state_moved');
  });

  test('a young person asks for a review and does not hold one', () => {
    const of = file();
    expect(of.send('review.hold', REVIEW, held, 'young_person')).toBe('not_permitted');
    expect(of.send('review.ask', idOf(31), {words: null}, 'young_person')).toBe('applied');
  });
});

describe('a decision', () => {
  const decision = {
    review: REVIEW,
    words: welsh('Trefnu deintydd.'),
    owner: 'Catrin Ffug',
    ownerStaff: ADVISER,
    dueOn: '2026-10-18',
    plan: idOf(20),
    section: 'health',
  };

  test('R-39: has somebody and a day, and is an action from then on', () => {
    const of = file();
    of.send('review.hold', REVIEW, held);
    expect(of.send('review-decision.add', idOf(40), decision)).toBe('applied');
    expect(of.data(idOf(40), 'review-decision')).toEqual({
      review: REVIEW,
      words: 'Trefnu deintydd.',
      owner: 'Catrin Ffug',
      dueOn: '2026-10-18',
    });
    expect(of.data(partId(idOf(40), 'action'), 'plan-action')).toMatchObject({
      plan: idOf(20),
      section: 'health',
      ownerStaff: ADVISER,
      dueOn: '2026-10-18',
      status: 'not_started',
    });
  });

  test.each([
    ['of a review that was not held', {...decision, review: idOf(99)}, 'unknown_record review'],
    ['without an owner', {...decision, owner: ' '}, 'words_missing owner'],
    ['without words', {...decision, words: welsh('')}, 'words_missing words'],
    ['before its review', {...decision, dueOn: '2026-09-19'}, 'dates_out_of_order dueOn'],
    ['for a plan of nobody', {...decision, plan: idOf(98)}, 'unknown_record plan'],
  ])('%s is refused', (_name, body, refused) => {
    const of = file();
    of.send('review.hold', REVIEW, held);
    expect(of.send('review-decision.add', idOf(40), body)).toBe(refused);
  });
});

describe('a deadline on hold', () => {
  const hold = {what: 'review', subject: idOf(20), reason: welsh('Yn yr ysbyty.'), until: '2026-12-20'};

  test('says so until its day; the due date stays what it was; let go, it presses again', () => {
    const of = file();
    expect(nextReview(of)?.state).toBe('overdue');
    expect(of.send('deadline.hold', idOf(50), hold)).toBe('applied');
    expect(nextReview(of)).toMatchObject({state: 'on_hold', dueOn: '2026-10-01', hold: {until: '2026-12-20'}});
    expect(of.send('deadline.end-hold', idOf(50), {})).toBe('applied');
    expect(nextReview(of)?.state).toBe('overdue');
    expect(of.send('deadline.end-hold', idOf(50), {})).toBe('state_moved');
  });

  test('written offline and over before it arrived: kept, and it holds nothing', () => {
    const of = file();
    const late = {...hold, until: '2026-11-15'};
    expect(of.send('deadline.hold', idOf(50), late, 'adviser', {at: '2026-11-10T10:00:00.000Z'})).toBe('applied');
    expect(of.data(idOf(50), 'deadline-hold')).toMatchObject({from: '2026-11-15', until: '2026-11-15'});
    expect(nextReview(of)?.state).toBe('overdue');
    expect(of.send('deadline.hold', idOf(51), late, 'adviser', {at: '2026-11-16T10:00:00.000Z'})).toBe('date_past until');
  });

  test.each([
    ['without a reason', {...hold, reason: welsh(' ')}, 'words_missing reason'],
    ['until yesterday', {...hold, until: '2026-11-20'}, 'date_past until'],
    ['for more than half a year', {...hold, until: '2027-05-22'}, 'out_of_range until'],
    ['of a birthday', {...hold, what: 'turns_18'}, 'body_invalid what'],
  ])('%s is refused', (_name, body, refused) => expect(file().send('deadline.hold', idOf(50), body)).toBe(refused));
});
