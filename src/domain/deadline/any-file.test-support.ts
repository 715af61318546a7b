/** Any file of valid records of the kinds that deadlines read, empty fields and odd orders of dates among them. */
import fc from 'fast-check';
import {ACCOMMODATION_TYPES, HOME_RISKS, SUITABILITY} from '../accommodation/codes.ts';
import {SETTING_NAMES, SETTINGS} from '../authority/settings.ts';
import {CONTACT_OUTCOMES, CONTACT_TYPES} from '../contact/codes.ts';
import {EDUCATION_SUPPORTS} from '../education-support/codes.ts';
import {EVIDENCE, FUND_STATUSES, URGENCIES} from '../fund/codes.ts';
import {ENROLMENT_DECISIONS} from '../income-scheme/codes.ts';
import {ACTION_STATUSES, PLAN_STATUSES, PROGRAMME_STATUSES, REVIEW_TYPES} from '../pathway-plan/codes.ts';
import type {DataOf, KindCode} from '../record-kinds.ts';
import {addDays, birthday, date, type CalendarDate} from '../shared/calendar-date.ts';
import {monthOf} from '../shared/month.ts';
import type {DomainRecord} from '../shared/record.ts';
import {CATEGORIES, IN_TOUCH, LEGAL_STATUSES, REASONS_CEASED} from '../young-person/codes.ts';
import {DEADLINE_TASKS} from './deadline.ts';
import {head, id, PERSON, record, setting, struck} from './file.test-support.ts';

/** Days that any lifetime of a file may have: the ends of months and leap years come often. */
const anyDay: fc.Arbitrary<CalendarDate> = fc.oneof(
  {weight: 4, arbitrary: fc.integer({min: -400, max: 200}).map(days => addDays(date('2026-11-21'), days))},
  {weight: 2, arbitrary: fc.integer({min: 0, max: 26_000}).map(days => addDays(date('1998-01-01'), days))},
  {weight: 1, arbitrary: fc.constantFrom('2024-02-29', '2026-02-28', '2026-08-31', '2026-11-30', '2026-12-31', '2026-11-21').map(date)},
);
const day = fc.option(anyDay, {nil: null});
const anyMonth = fc.option(anyDay.map(monthOf), {nil: null});
const flag = fc.constantFrom(true, false, null);
const small = fc.option(fc.nat(9), {nil: null});
const of = <const Code extends string>(codes: readonly Code[]) => fc.constantFrom(...codes);
const maybe = <const Code extends string>(codes: readonly Code[]) => fc.option(fc.constantFrom(...codes), {nil: null});
/** Records point at each other by these, present or not. */
const anyId = fc.integer({min: 100, max: 112}).map(id);
const words = fc.constant({text: 'Geiriau', lang: 'cy'} as const);

type AnyData<Kind extends KindCode> = fc.Arbitrary<Partial<DataOf<Kind>>>;
const bornOn = fc.oneof(
  {weight: 3, arbitrary: fc.integer({min: 0, max: 9_500}).map(days => addDays(date('2000-01-01'), days))},
  {weight: 1, arbitrary: fc.constantFrom('2004-02-29', '2008-02-29', '2012-02-29', '2005-11-21', '2008-11-21', '2010-11-21').map(date)},
);

const youngPerson: AnyData<'young-person'> = fc.record({
  forename: fc.constant('Cai'),
  surname: fc.constant('Gwennol-Hud'),
  birthDates: fc.array(fc.record({date: bornOn, status: fc.constant('stated' as const), heldFrom: anyDay}), {minLength: 1, maxLength: 4}),
  toldUsOn: day,
  diedOn: fc.oneof({weight: 9, arbitrary: fc.constant(null)}, {weight: 1, arbitrary: anyDay}),
});

const ANY: {readonly [Kind in KindCode]?: AnyData<Kind>} = {
  'looked-after-period': fc.record({
    startOn: anyDay,
    endOn: day,
    legalStatus: maybe(LEGAL_STATUSES),
    authority: fc.constant('W06000011'),
    reasonCeased: maybe(REASONS_CEASED),
    reviewsHeld: small,
    lastReviewOn: day,
  }),
  'pathway-plan': fc.record({
    version: fc.integer({min: 1, max: 3}),
    status: of(PLAN_STATUSES),
    assessedOn: day,
    planOn: day,
    approvedOn: day,
    copyGivenOn: day,
    contactEveryWeeks: small,
    lastReviewOn: day,
    lastReviewType: maybe(REVIEW_TYPES),
    lastFullReviewOn: day,
    programme: fc.constantFrom('Nyrsio', null),
    programmeStatus: maybe(PROGRAMME_STATUSES),
    programmeEndsOn: day,
    programmeResumesOn: day,
  }),
  'plan-action': fc.record({plan: fc.option(anyId, {nil: null}), what: words, dueOn: day, status: of(ACTION_STATUSES), statusOn: day}),
  assessment: fc.record({completedOn: day}),
  review: fc.record({type: of(REVIEW_TYPES), heldOn: day, present: fc.constant([]), coversEverySection: fc.boolean(), copyGivenOn: day}),
  'review-request': fc.record({askedOn: anyDay, byYoungPerson: fc.boolean(), settledOn: day}),
  contact: fc.record({
    on: anyDay,
    type: of(CONTACT_TYPES),
    outcome: maybe(CONTACT_OUTCOMES),
    atAccommodation: flag,
    seen: flag,
    nextContactOn: day,
    amends: fc.option(anyId, {nil: null}),
  }),
  'in-touch': fc.record({status: of(IN_TOUCH), since: day}),
  stay: fc.record({
    type: maybe(ACCOMMODATION_TYPES),
    providedByAuthority: flag,
    startOn: day,
    endOn: day,
    address: fc.constantFrom('1 Stryd Neb', '2 Stryd Neb', null),
  }),
  suitability: fc.record({stay: anyId, result: of(SUITABILITY), judgedOn: day}),
  'homeless-episode': fc.record({presentedOn: anyDay, housingAuthority: fc.constant('W06000011'), reviewHeldOn: day, endOn: day}),
  'when-i-am-ready': fc.record({youngPersonWants: flag, carerWants: flag, agreedOn: day, startOn: day, plannedEndOn: day, endOn: day}),
  'home-risk': fc.record({
    level: of(HOME_RISKS),
    drivers: fc.constantFrom([], ['exploitation' as const]),
    words: fc.constant('Perygl'),
    since: anyDay,
    lookAgainOn: anyDay,
    endedOn: day,
  }),
  'multi-agency-review': fc.record({episode: anyId, heldOn: anyDay, attendees: fc.constant([]), decisions: fc.constant([])}),
  'ready-check': fc.record({arrangement: anyId, on: anyDay, goesOn: fc.boolean(), words: fc.constant('Iawn')}),
  vacation: fc.record({from: anyDay, until: anyDay, settledOn: day}),
  detention: fc.record({place: fc.constant('HMP Dim'), convicted: fc.boolean(), startOn: anyDay, expectedReleaseOn: day, releasedOn: day}),
  alert: fc.record({code: fc.constant('dog' as const), text: fc.constant('Ci'), reviewOn: day, endOn: day}),
  immigration: fc.record({leaveExpiresOn: day, schedule3: fc.constantFrom(true, false, null, null, null)}),
  'access-request': fc.record({askedOn: anyDay, extendedOn: day, answeredOn: day}),
  complaint: fc.record({
    raisedOn: anyDay,
    raisedBy: fc.constant(PERSON),
    words,
    stage: of(['local', 'investigation', 'closed']),
    advocateOffered: fc.boolean(),
  }),
  'fund-request': fc.record({
    requestedOn: anyDay,
    byYoungPerson: fc.boolean(),
    // Paid and asked for come often: the two that somebody waits for.
    status: of([...FUND_STATUSES, 'paid', 'submitted'] as const),
    urgency: maybe(URGENCIES),
    evidence: fc.constantFrom(...EVIDENCE, null, null),
    paid: fc.record({on: anyDay, pence: fc.integer({min: 1, max: 200_000})}),
  }),
  'education-support': fc.record({
    what: of(EDUCATION_SUPPORTS),
    course: fc.constant('Nyrsio'),
    askedOn: anyDay,
    withdrawnOn: day,
    payments: fc.constant([]),
  }),
  'income-enrolment': fc.record({
    decision: maybe(ENROLMENT_DECISIONS),
    joinedOn: day,
    firstPaymentMonth: anyMonth,
    finalPaymentMonth: anyMonth,
  }),
  'income-check-in': fc.record({enrolment: fc.option(anyId, {nil: null}), on: anyDay, monthNumber: small}),
  'fund-decision': fc.record({request: anyId, awardedPence: fc.integer({min: 1, max: 200_000}), decidedOn: day, againOn: day}),
  'fund-note': fc.record({request: anyId, what: of(['question', 'answer']), words, on: anyDay}),
  'category-override': fc.record({category: of(CATEGORIES), since: anyDay, reason: fc.constant('Penderfynwyd'), endedOn: day}),
  'deadline-hold': fc.record({
    what: of(DEADLINE_TASKS),
    subject: fc.option(anyId, {nil: null}),
    reason: words,
    from: anyDay,
    until: anyDay,
    endedOn: day,
  }),
};
export const KINDS_READ = Object.keys(ANY) as readonly KindCode[];

const draft = (kind: KindCode, data: fc.Arbitrary<object>) => fc.record({kind: fc.constant(kind), data, mark: fc.nat(9), saidOn: anyDay});
const anyDraft = fc.constantFrom(...KINDS_READ).chain(kind => draft(kind, ANY[kind] as fc.Arbitrary<object>));

/** What comes often, so that what records say together is met as well: a plan, homes, visits. */
const often = [
  draft('pathway-plan', ANY['pathway-plan'] as fc.Arbitrary<object>),
  draft('contact', ANY.contact as fc.Arbitrary<object>),
  draft('stay', fc.record({type: fc.constant('semi_independent'), providedByAuthority: fc.constant(true), startOn: anyDay})),
  draft('stay', fc.record({type: of(['foster_in_house', 'bed_breakfast']), startOn: anyDay, endOn: day})),
  draft('contact', fc.record({on: anyDay, type: fc.constant('visit_at_accommodation'), outcome: fc.constant('seen'), nextContactOn: day})),
];

/** Care from ten on, to an age at which the categories part: most files have it, so that duties run in them. */
const inCareFromTen = (born: CalendarDate) =>
  fc
    .option(fc.integer({min: 15 * 365, max: 6_600}), {nil: null})
    .map(days =>
      record(
        'looked-after-period',
        {startOn: birthday(born, 10), endOn: days === null ? null : addDays(born, days), legalStatus: 'care_order', authority: 'W06000011'},
        id(99),
      ),
    );

export const anyFile: fc.Arbitrary<readonly DomainRecord[]> = fc
  .tuple(youngPerson, fc.array(fc.oneof(anyDraft, ...often), {maxLength: 24}), fc.nat(3))
  .chain(([person, drafts, wild]) => {
    const file = [
      record('young-person', person, PERSON),
      ...drafts.map(({kind, data, mark, saidOn}, index) => {
        const made: DomainRecord = record(kind, data, id(100 + index));
        if (mark === 0) return struck(made);
        return kind === 'stay' && mark < 4 ? {...made, heads: {providedByAuthority: [head(true, saidOn)]}} : made;
      }),
    ];
    const born = person.birthDates?.[0]?.date;
    return wild === 0 || !born ? fc.constant(file) : inCareFromTen(born).map(care => [...file, care]);
  });

/** Mostly about the day around which the dates of files lie. */
export const anyToday = fc.oneof(
  {weight: 3, arbitrary: fc.integer({min: -120, max: 120}).map(days => addDays(date('2026-11-21'), days))},
  {weight: 1, arbitrary: anyDay},
);

const NUMBERS = SETTING_NAMES.filter(name => /(Days|Months|Weeks|DaysCategory2)$/u.test(name));
export const anySettings: fc.Arbitrary<readonly DomainRecord[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...NUMBERS), fc.nat(182), anyDay)
    .filter(([name, value]) => SETTINGS[name].schema.safeParse(value).success)
    .map(([name, value, from]) => setting(name, value, from)),
  {maxLength: 5},
);
