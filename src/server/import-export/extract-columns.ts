/**
 * The files of an extract, their columns, how each is read, and without which a row cannot stand. The order of FILES is
 * the order of dependence: who or what a row points to comes before it. Headings are matched whatever their case,
 * spaces and order; a column that is not here is kept as it came.
 */
import type {ListName} from './code-lists.ts';

export type Reading =
  | {readonly as: 'key' | 'person' | 'plan' | 'staff' | 'staff or YP' | 'request'}
  | {readonly as: 'line' | 'text' | 'time' | 'month' | 'year' | 'flag' | 'number'}
  /** `past`: a day that has happened; one after today is a fault. */
  | {readonly as: 'date'; readonly past: boolean}
  | {readonly as: 'money'; readonly weekly: boolean}
  | {readonly as: 'whole'; readonly least: number; readonly most: number}
  | {readonly as: 'list'; readonly list: ListName};

/** `value`: no row without it. `readable`: may be blank, but the row cannot stand while nobody knows what it says. */
export type Need = 'value' | 'readable' | null;

export interface Column {
  readonly name: string;
  readonly reading: Reading;
  readonly need: Need;
}

export const FILES = [
  'staff.csv',
  'young_people.csv',
  'looked_after_periods.csv',
  'accommodation.csv',
  'pathway_plans.csv',
  'plan_sections.csv',
  'plan_actions.csv',
  'contacts.csv',
  'fund_requests.csv',
  'fund_budgets.csv',
  'income_scheme.csv',
  'income_checkins.csv',
  'alerts.csv',
] as const;
export type ExtractFile = (typeof FILES)[number];

const column = (name: string, reading: Reading, need: Need = null): Column => ({name, reading, need});
const key = (name: string) => column(name, {as: 'key'}, 'value');
const person = () => column('legacy_id', {as: 'person'}, 'value');
const plan = () => column('plan_id', {as: 'plan'}, 'value');
const staff = (name: string) => column(name, {as: 'staff'});
const line = (name: string) => column(name, {as: 'line'});
const text = (name: string) => column(name, {as: 'text'});
const flag = (name: string) => column(name, {as: 'flag'});
/** A day that lies in the past wherever it is filled in. */
const day = (name: string, need: Need = null) => column(name, {as: 'date', past: true}, need);
/** A day that may lie ahead. */
const dayAhead = (name: string) => column(name, {as: 'date', past: false});
const money = (name: string, need: Need = null) => column(name, {as: 'money', weekly: false}, need);
const list = (name: string, from: ListName, need: Need = null) => column(name, {as: 'list', list: from}, need);
const whole = (name: string, least: number, most: number, need: Need = null) => column(name, {as: 'whole', least, most}, need);

export const COLUMNS: Readonly<Record<ExtractFile, readonly Column[]>> = {
  'staff.csv': [
    key('staff_id'),
    line('job_title'),
    line('forename'),
    line('surname'),
    line('email'),
    line('phone'),
    column('fte', {as: 'number'}),
    whole('welsh_level', 0, 5),
    staff('manager_id'),
    dayAhead('start_date'),
    dayAhead('end_date'),
  ],
  'young_people.csv': [
    key('legacy_id'),
    line('surname'),
    line('forename'),
    line('known_as'),
    line('pronouns'),
    day('dob', 'value'),
    list('dob_status', 'birthDateStatus'),
    list('sex', 'sex'),
    text('gender_note'),
    line('ethnicity'),
    line('nationality'),
    line('first_language'),
    list('lang_speak', 'language'),
    list('lang_write', 'language'),
    line('interpreter'),
    text('disability'),
    flag('uasc'),
    list('immigration_status', 'immigration'),
    dayAhead('leave_expiry'),
    day('are_date'),
    flag('sch3_flag'),
    line('nhs_no'),
    line('ni_no'),
    text('address1'),
    line('town'),
    line('postcode'),
    line('phone'),
    line('email'),
    day('lac_first_start'),
    dayAhead('lac_last_end'),
    whole('lac_periods', 0, 999),
    list('category_old', 'category'),
    dayAhead('category_since_old'),
    day('told_us_date'),
    staff('pa_staff_id'),
    dayAhead('allocated_date'),
    list('eet_status', 'activity'),
    dayAhead('eet_since'),
    list('in_touch', 'inTouch'),
    flag('parent_flag'),
    day('date_of_death'),
    dayAhead('last_updated'),
  ],
  'looked_after_periods.csv': [
    key('period_id'),
    person(),
    day('start_date', 'value'),
    column('end_date', {as: 'date', past: false}, 'readable'),
    list('legal_status', 'legalStatus'),
    line('authority'),
    list('last_placement', 'accommodation'),
    list('reason_ceased', 'reasonCeased'),
    whole('reviews_held', 0, 9999),
    dayAhead('last_review_date'),
  ],
  'accommodation.csv': [
    key('spell_id'),
    person(),
    list('type_text', 'accommodation'),
    flag('provided_by_la'),
    text('address1'),
    line('town'),
    line('postcode'),
    line('landlord_provider'),
    line('tenancy_status'),
    column('start_date', {as: 'date', past: false}, 'value'),
    column('end_date', {as: 'date', past: false}, 'readable'),
    line('end_reason'),
    list('suitability', 'suitability'),
    dayAhead('suitability_date'),
    text('suitability_reason'),
    column('weekly_rent', {as: 'money', weekly: true}),
    text('notes'),
  ],
  'pathway_plans.csv': [
    key('plan_id'),
    person(),
    whole('version', 1, 9999, 'value'),
    list('status', 'planStatus', 'value'),
    list('category_at_plan', 'category'),
    day('assessment_date'),
    dayAhead('plan_date'),
    list('language', 'language'),
    staff('author_staff_id'),
    staff('approved_by'),
    day('approved_date'),
    list('yp_response', 'planResponse'),
    text('views_text'),
    list('views_how', 'viewsHow'),
    day('copy_given_date'),
    flag('explained'),
    whole('contact_freq_weeks', 0, 520),
    day('last_review_date'),
    list('last_review_type', 'reviewType'),
    day('last_full_review_date'),
    dayAhead('next_review_old'),
    text('programme'),
    list('programme_status', 'programmeStatus'),
    dayAhead('programme_end'),
    dayAhead('programme_resume'),
  ],
  'plan_sections.csv': [
    key('section_id'),
    plan(),
    list('section_no', 'planSection', 'value'),
    line('heading'),
    text('needs_text'),
    text('own_words'),
    text('going_well'),
    whole('rating', 1, 5),
    list('lang', 'language'),
    day('updated_date'),
  ],
  'plan_actions.csv': [
    key('action_id'),
    plan(),
    list('section_no', 'planSection'),
    text('action_text'),
    line('owner'),
    staff('owner_staff_id'),
    dayAhead('due_date'),
    list('status', 'actionStatus', 'value'),
    day('status_date'),
    column('fund_ref', {as: 'request'}),
    text('why_not_done'),
  ],
  'contacts.csv': [
    key('contact_id'),
    person(),
    day('contact_date', 'value'),
    column('contact_time', {as: 'time'}),
    staff('staff_id'),
    list('contact_type', 'contactType', 'value'),
    flag('visit_flag'),
    flag('at_accommodation'),
    flag('seen'),
    flag('seen_alone'),
    list('outcome', 'outcome'),
    list('lang', 'language'),
    text('note'),
    dayAhead('next_contact_date'),
    day('written_up_date'),
  ],
  'fund_requests.csv': [
    key('request_id'),
    person(),
    day('requested_date', 'value'),
    column('requested_by', {as: 'staff or YP'}),
    list('spend_type', 'spendType'),
    list('purpose_area', 'purpose'),
    money('amount_requested', 'value'),
    money('amount_awarded', 'readable'),
    text('yp_words'),
    text('other_sources'),
    list('urgency', 'urgency'),
    list('status', 'fundStatus', 'value'),
    staff('decided_by'),
    day('decided_date', 'readable'),
    text('decision_reason'),
    day('paid_date', 'readable'),
    list('payment_method', 'paymentMethod'),
    line('payment_ref'),
    list('evidence', 'evidence'),
    column('financial_year', {as: 'year'}),
  ],
  'fund_budgets.csv': [
    key('budget_id'),
    column('financial_year', {as: 'year'}, 'value'),
    line('fund_name'),
    money('allocation', 'readable'),
    money('brought_forward'),
    money('committed_old'),
    money('spent_old'),
    staff('holder_staff_id'),
    text('notes'),
  ],
  'income_scheme.csv': [
    key('enrol_id'),
    person(),
    day('offered_date'),
    day('advice_date'),
    list('decision', 'enrolmentDecision'),
    day('join_date'),
    column('first_payment_month', {as: 'month'}),
    column('final_payment_month', {as: 'month'}),
    whole('payments_made', 0, 60),
    list('frequency', 'frequency'),
    money('gross_month'),
    money('net_month'),
    flag('account_set_up'),
    money('landlord_share'),
    text('pause_note'),
    list('closing_reason', 'closingReason'),
  ],
  'income_checkins.csv': [
    key('checkin_id'),
    person(),
    day('checkin_date', 'value'),
    whole('month_no', 0, 120),
    staff('with_staff_id'),
    flag('paid_on_time'),
    flag('covers_essentials'),
    list('rent_paid', 'rentPaid'),
    money('arrears'),
    list('savings_band', 'savingsBand'),
    list('debt_band', 'debtBand'),
    flag('money_controlled'),
    list('eet_status', 'activity'),
    whole('wellbeing_0_10', 0, 10),
    text('used_for'),
    text('support_wanted'),
  ],
  'alerts.csv': [
    key('alert_id'),
    person(),
    list('alert_code', 'alert', 'value'),
    text('alert_text'),
    dayAhead('start_date'),
    dayAhead('review_date'),
    dayAhead('end_date'),
    flag('yp_can_see'),
    staff('entered_by'),
  ],
};

/** The heading as it is compared: case, spaces and punctuation do not matter. */
export const foldHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
