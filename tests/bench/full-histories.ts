/**
 * Rows of an extract for forty invented people with full histories: since they turned sixteen four plans with every matter,
 * own words and actions, 120 contacts with notes, homes, alerts and fund requests. Always the same on the same day.
 */
import {addDays, addMonths, type CalendarDate} from '#domain/shared/calendar-date.ts';
import {must} from '#domain/shared/result.ts';
import type {Row, SampleStock} from './sample-stock.ts';

export const ADVISER = 'EX201';
const MANAGER = 'EX210';
export const PEOPLE = 40;
const CONTACTS = 120;
const PLANS = 4;
const MATTERS = [
  'Contact and support',
  'Education / training',
  'Employment',
  'Contingency',
  'Accommodation',
  'Family and social',
  'Indep skills',
  'Finance',
  'Health',
  'Identity',
  'Status needs',
] as const;

const written = (on: CalendarDate): string => `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
const yearOf = (on: CalendarDate): string => {
  const year = Number(on.slice(0, 4)) - (Number(on.slice(5, 7)) < 4 ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
};
const numbered = (letter: string, ...at: readonly number[]): string => `${letter}${at.map(each => String(each).padStart(3, '0')).join('')}`;
const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);

export interface Person {
  readonly at: number;
  readonly key: string;
  readonly name: string;
  readonly surname: string;
  readonly born: CalendarDate;
  /** Sixteen: from here on there are plans and contacts. */
  readonly since: CalendarDate;
  readonly isEligible: boolean;
}

export function people(stock: SampleStock, today: CalendarDate): readonly Person[] {
  const named = stock.rows('young_people');
  return Array.from({length: PEOPLE}, (_, at) => {
    const isEligible = at % 8 === 7;
    const born = addDays(addMonths(today, -12 * (isEligible ? 17 : 18 + (at % 6))), -(at * 7 + 20));
    return {
      at,
      key: numbered('FC', at),
      name: must(named[at % named.length]?.['forename'], 'a name'),
      // A step that no pair of names returns to within forty people.
      surname: must(named[(at * 3 + 5 + Math.floor(at / named.length)) % named.length]?.['surname'], 'a name'),
      born,
      since: addMonths(born, 192),
      isEligible,
    };
  });
}

export function personRows(stock: SampleStock, person: Person, today: CalendarDate): Readonly<Record<string, readonly Row[]>> {
  const {at, key, name, since, born} = person;
  const adult = addMonths(born, 216);
  const start = addMonths(born, 12 * (8 + (at % 5)));
  const gap = addMonths(start, 20);
  const again = addDays(gap, 45);
  const care = person.isEligible ? null : addDays(adult, -1);
  const spread = (count: number, index: number, from: CalendarDate): CalendarDate => {
    const days = Math.floor((Date.parse(today) - Date.parse(from)) / 86_400_000) - 2;
    return addDays(from, Math.floor((days * index) / count) + 1);
  };
  const planStarts = Array.from({length: PLANS}, (_, version) => spread(PLANS, version, addDays(since, 30)));
  const home = stock.rows('accommodation').filter(row => (row['address1'] ?? '') !== '');
  const placed = (spell: number) => must(home[(at * 5 + spell * 3) % home.length], 'the sample has homes');
  const stays: readonly (readonly [string, string, CalendarDate, CalendarDate | null])[] = [
    ['Foster care - in house', 'Y', start, gap],
    ['Home - parents', 'N', gap, again],
    ['Foster care - in house', 'Y', again, addMonths(again, 24)],
    ['Foster care - IFA', 'Y', addMonths(again, 24), person.isEligible ? null : adult],
    ...(person.isEligible
      ? []
      : ([
          ['Supp lodgings', 'Y', adult, spread(3, 1, adult)],
          ['Semi-indep / trg flat', 'Y', spread(3, 1, adult), spread(3, 2, adult)],
          ['Own tenancy - HA', 'N', spread(3, 2, adult), null],
        ] as const)),
  ];
  const lang = at % 2 === 0 ? 'cy' : 'en';
  return {
    young_people: [
      {
        ...stock.row('young_people', at),
        legacy_id: key,
        surname: person.surname,
        forename: name,
        known_as: '',
        dob: written(born),
        dob_status: 'Birth cert seen',
        uasc: 'N',
        immigration_status: 'British / settled / EUSS',
        nhs_no: '',
        ni_no: '',
        phone: `07700 900${String(100 + at)}`,
        email: '',
        leave_expiry: '',
        are_date: '',
        lac_first_start: written(start),
        lac_last_end: care === null ? '' : written(care),
        lac_periods: '2',
        category_old: person.isEligible ? 'Cat 1 - Eligible' : 'Cat 3 - Former Relevant',
        category_since_old: written(person.isEligible ? since : adult),
        told_us_date: '',
        pa_staff_id: ADVISER,
        allocated_date: written(addDays(since, 14)),
        eet_since: written(spread(3, 2, since)),
        in_touch: 'Yes',
        parent_flag: 'N',
        sch3_flag: 'N',
        date_of_death: '',
        last_updated: written(addDays(today, -3)),
      },
    ],
    looked_after_periods: (
      [
        [start, gap, 'Returned home to parents'],
        [again, care, care === null ? '' : 'Turned 18 - other'],
      ] as const
    ).map(([from, until, reason], period) => ({
      ...stock.row('looked_after_periods', at),
      period_id: numbered('FL', at, period),
      legacy_id: key,
      start_date: written(from),
      end_date: until === null ? '' : written(until),
      legal_status: 'Care Order (s.31)',
      last_placement: 'Foster care - in house',
      reason_ceased: reason,
      reviews_held: String(6 + period),
      last_review_date: written(until === null ? addDays(today, -70) : addDays(until, -60)),
    })),
    accommodation: stays.map(([type, provided, from, until], spell) => ({
      ...placed(spell),
      spell_id: numbered('FA', at, spell),
      legacy_id: key,
      type_text: type,
      provided_by_la: provided,
      landlord_provider: '',
      tenancy_status: '',
      start_date: written(from),
      end_date: until === null ? '' : written(until),
      end_reason: until === null ? '' : 'Planned move',
      suitability: 'Suitable',
      suitability_date: written(addDays(from, 5)),
      suitability_reason: '',
      weekly_rent: spell > 3 ? '£110.00' : '',
      notes: stock.words('accommodation', 'notes', at + spell, 2, name),
    })),
    pathway_plans: planStarts.map((on, version) => ({
      ...stock.row('pathway_plans', at),
      plan_id: numbered('FP', at, version),
      legacy_id: key,
      version: String(version + 1),
      status: version === PLANS - 1 ? 'Current' : 'Superseded',
      category_at_plan: on < adult ? 'Cat 1 - Eligible' : 'Cat 3 - Former Relevant',
      assessment_date: written(on),
      plan_date: written(addDays(on, 8)),
      language: lang === 'cy' ? 'Welsh' : 'English',
      author_staff_id: ADVISER,
      approved_by: MANAGER,
      approved_date: written(addDays(on, 12)),
      yp_response: 'Agreed',
      views_text: stock.words('pathway_plans', 'views_text', at + version, 2, name),
      views_how: 'PN1',
      copy_given_date: written(addDays(on, 15)),
      explained: 'Y',
      contact_freq_weeks: '8',
      last_review_date: '',
      last_review_type: '',
      last_full_review_date: '',
      next_review_old: '',
      programme: '',
      programme_status: '',
      programme_end: '',
      programme_resume: '',
    })),
    plan_sections: planStarts.flatMap((on, version) =>
      MATTERS.map((heading, matter) => ({
        section_id: numbered('FS', at, version, matter),
        plan_id: numbered('FP', at, version),
        section_no: String(matter + 1),
        heading,
        needs_text: stock.words('plan_sections', 'needs_text', at * 7 + version * 3 + matter, 2, name),
        own_words: stock.words('plan_sections', 'own_words', at * 5 + version + matter, 2, name),
        going_well: stock.words('plan_sections', 'going_well', at + version + matter, 1, name),
        rating: String(1 + ((at + matter) % 5)),
        lang,
        updated_date: written(addDays(on, 8)),
      })),
    ),
    plan_actions: planStarts.flatMap((on, version) =>
      MATTERS.flatMap((_, matter) =>
        [0, 1].map(number => {
          const isOpen = version === PLANS - 1 && (matter + number) % 2 === 0;
          const due = isOpen
            ? addDays(today, ((at * 11 + matter * 29 + number * 13) % 200) - 20)
            : later(addDays(on, 60), addDays(on, 30 + matter));
          return {
            action_id: numbered('FT', at, version, matter, number),
            plan_id: numbered('FP', at, version),
            section_no: String(matter + 1),
            action_text: stock.words('plan_actions', 'action_text', at * 3 + version + matter * 2 + number, 1, name),
            owner: number === 0 ? name : '',
            owner_staff_id: number === 0 ? '' : ADVISER,
            due_date: written(due),
            status: isOpen ? (matter % 3 === 0 ? 'In progress' : 'Not started') : 'Done',
            status_date: isOpen ? '' : written(addDays(on, 29)),
            fund_ref: '',
            why_not_done: '',
          };
        }),
      ),
    ),
    contacts: Array.from({length: CONTACTS}, (_, number) => {
      const on = spread(CONTACTS, number, since);
      const isCall = number % 3 === 1;
      return {
        contact_id: numbered('FK', at, number),
        legacy_id: key,
        contact_date: written(on),
        contact_time: `${String(9 + (number % 8)).padStart(2, '0')}:15`,
        staff_id: ADVISER,
        contact_type: isCall ? 'Phone call' : number % 3 === 0 ? 'PA visit - home' : 'PA visit - other',
        visit_flag: isCall ? 'N' : 'Y',
        at_accommodation: number % 3 === 0 ? 'Y' : 'N',
        seen: isCall ? 'N' : 'Y',
        seen_alone: isCall ? '' : 'Y',
        outcome: isCall ? 'Spoke' : 'Seen',
        lang,
        note: stock.words('contacts', 'note', at * 13 + number * 3, 3 + (number % 4), name),
        next_contact_date: number === CONTACTS - 1 ? written(addDays(today, (at % 14) - 3)) : '',
        written_up_date: written(on),
      };
    }),
    alerts: [0, 1, 2].map(number => ({
      ...stock.row('alerts', at + number),
      alert_id: numbered('FW', at, number),
      legacy_id: key,
      alert_text: stock.words('alerts', 'alert_text', at + number, 1, name),
      start_date: written(spread(4, number, since)),
      review_date: written(addDays(today, 20 + ((at + number * 9) % 60))),
      end_date: number === 0 ? written(spread(4, 2, since)) : '',
      yp_can_see: number === 2 ? 'N' : 'Y',
      entered_by: ADVISER,
    })),
    fund_requests: Array.from({length: 6}, (_, number) => {
      const on = spread(7, number, since);
      return {
        request_id: numbered('FF', at, number),
        legacy_id: key,
        requested_date: written(on),
        requested_by: 'YP',
        spend_type: 'Activity / hobby',
        purpose_area: 'Well-being',
        amount_requested: '£60.00',
        amount_awarded: '£60.00',
        yp_words: stock.words('fund_requests', 'yp_words', at + number, 2, name),
        other_sources: '',
        urgency: 'Normal',
        status: 'Closed',
        decided_by: MANAGER,
        decided_date: written(addDays(on, 1)),
        decision_reason: 'Agreed.',
        paid_date: written(addDays(on, 1)),
        payment_method: 'Purchase card',
        payment_ref: numbered('FR', at, number),
        evidence: 'Receipt',
        financial_year: yearOf(on),
      };
    }),
  };
}
