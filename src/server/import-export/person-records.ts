/**
 * Rows about who a person is and where they live, to records divided by audience: what the young person shares with
 * staff, what staff need, what is restricted (immigration).
 */
import {WELSH_LEVELS} from '#domain/authority/authority.ts';
import {LANGUAGES} from '#domain/shared/fields.ts';
import {must} from '#domain/shared/result.ts';
import {ACCOMMODATION_TYPES, SUITABILITY} from '#domain/accommodation/codes.ts';
import {
  ACTIVITIES,
  ALERTS,
  BIRTH_DATE_STATUSES,
  IMMIGRATION_STATUSES,
  IN_TOUCH,
  LEGAL_STATUSES,
  REASONS_CEASED,
  SEXES,
} from '#domain/young-person/codes.ts';
import type {RowDrafts} from './record-drafts.ts';

export function staffRecords(row: RowDrafts): void {
  row.add('staff-member', 'people', {
    legacyId: row.text('staff_id'),
    jobTitle: row.text('job_title'),
    forename: row.text('forename') ?? '',
    surname: row.text('surname') ?? '',
    email: row.text('email'),
    phone: row.text('phone'),
    fullTimeEquivalent: row.number('fte'),
    welshLevel: WELSH_LEVELS.find(level => level === row.number('welsh_level')) ?? null,
    manager: row.staff('manager_id'),
    startOn: row.day('start_date'),
    endOn: row.day('end_date'),
  });
}

export function personRecords(row: RowDrafts): void {
  const dateOfBirth = must(row.day('dob'), 'an imported person has a date of birth');
  row.add('young-person', 'shared', {
    legacyId: row.text('legacy_id'),
    forename: row.text('forename') ?? '',
    surname: row.text('surname') ?? '',
    knownAs: row.text('known_as'),
    pronouns: row.text('pronouns'),
    // Held from birth: compliance before the import is judged by it too. Unknown standing is the weakest: stated.
    birthDates: [{date: dateOfBirth, status: row.oneOf(BIRTH_DATE_STATUSES, 'dob_status') ?? 'stated', heldFrom: dateOfBirth}],
    sex: row.oneOf(SEXES, 'sex'),
    genderNote: row.text('gender_note'),
    ethnicity: row.text('ethnicity'),
    nationality: row.text('nationality'),
    firstLanguage: row.text('first_language'),
    speak: row.oneOf(LANGUAGES, 'lang_speak'),
    write: row.oneOf(LANGUAGES, 'lang_write'),
    interpreter: row.text('interpreter'),
    disability: row.text('disability'),
    nhsNumber: row.text('nhs_no'),
    nationalInsuranceNumber: row.text('ni_no'),
    phone: row.text('phone'),
    email: row.text('email'),
    address: row.text('address1'),
    town: row.text('town'),
    postcode: row.text('postcode'),
    parent: row.flag('parent_flag'),
    toldUsOn: row.day('told_us_date'),
    diedOn: row.day('date_of_death'),
  });
  if (row.hasAny('uasc', 'immigration_status', 'leave_expiry', 'are_date', 'sch3_flag')) {
    row.add('immigration', 'restricted', {
      unaccompanied: row.flag('uasc'),
      status: row.oneOf(IMMIGRATION_STATUSES, 'immigration_status'),
      leaveExpiresOn: row.day('leave_expiry'),
      appealRightsExhaustedOn: row.day('are_date'),
      schedule3: row.flag('sch3_flag'),
    });
  }
  if (row.hasAny('category_old', 'category_since_old', 'lac_first_start', 'lac_last_end', 'lac_periods', 'last_updated')) {
    row.add('former-system', 'staff', {
      category: row.text('category_old'),
      categorySince: row.day('category_since_old'),
      firstLookedAfterOn: row.day('lac_first_start'),
      lastLookedAfterOn: row.day('lac_last_end'),
      periods: row.number('lac_periods'),
      lastUpdatedOn: row.day('last_updated'),
    });
  }
  const inTouch = row.oneOf(IN_TOUCH, 'in_touch');
  if (inTouch) row.add('in-touch', 'staff', {status: inTouch, since: null});
  const activity = row.oneOf(ACTIVITIES, 'eet_status');
  if (activity) row.add('activity', 'shared', {code: activity, since: row.day('eet_since'), endOn: null});
  // An adviser without a day, or a day without an adviser, is not guessed: nobody is allocated until a manager says so.
  const [adviser, from] = [row.staff('pa_staff_id'), row.day('allocated_date')];
  if (adviser !== null && from !== null) row.add('allocation', 'shared', {adviser, from, until: null});
}

export function periodRecords(row: RowDrafts): void {
  row.add('looked-after-period', 'shared', {
    startOn: must(row.day('start_date'), 'an imported period has a first day'),
    endOn: row.day('end_date'),
    legalStatus: row.oneOf(LEGAL_STATUSES, 'legal_status'),
    authority: row.text('authority') ?? '',
    lastPlacement: row.text('last_placement'),
    reasonCeased: row.oneOf(REASONS_CEASED, 'reason_ceased'),
    reviewsHeld: row.number('reviews_held'),
    lastReviewOn: row.day('last_review_date'),
  });
}

/** Notes and the judgement of suitability are staff's, so they are records of their own. */
export function stayRecords(row: RowDrafts): void {
  row.add('stay', 'shared', {
    type: row.oneOf(ACCOMMODATION_TYPES, 'type_text'),
    providedByAuthority: row.flag('provided_by_la'),
    address: row.text('address1'),
    town: row.text('town'),
    postcode: row.text('postcode'),
    landlord: row.text('landlord_provider'),
    tenancyStatus: row.text('tenancy_status'),
    startOn: row.day('start_date'),
    endOn: row.day('end_date'),
    endReason: row.text('end_reason'),
    weeklyRentPence: row.number('weekly_rent'),
  });
  const stay = row.id('stay');
  const notes = row.text('notes');
  if (notes !== null) row.add('stay-notes', 'staff', {stay, words: notes});
  const result = row.oneOf(SUITABILITY, 'suitability');
  if (result)
    row.add('suitability', 'staff', {stay, result, judgedOn: row.day('suitability_date'), reason: row.text('suitability_reason')});
}

/** Only a plain yes lets the young person see an alert. */
export function alertRecords(row: RowDrafts): void {
  row.add('alert', row.flag('yp_can_see') === true ? 'shared' : 'restricted', {
    code: must(row.oneOf(ALERTS, 'alert_code'), 'an imported alert has its code'),
    text: row.text('alert_text') ?? '',
    startOn: row.day('start_date'),
    reviewOn: row.day('review_date'),
    endOn: row.day('end_date'),
    enteredBy: row.staff('entered_by'),
  });
}
