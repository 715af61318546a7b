/**
 * Plans, their sections and actions, and contacts, to records. The young person's own words and views are always
 * shared; what staff wrote of needs is shared only once a copy was given; contact notes stay with staff.
 */
import {CONTACT_OUTCOMES, CONTACT_TYPES} from '#domain/contact/codes.ts';
import {
  ACTION_STATUSES,
  PLAN_RESPONSES,
  PLAN_SECTIONS,
  PLAN_STATUSES,
  PROGRAMME_STATUSES,
  REVIEW_TYPES,
  VIEWS_GIVEN,
} from '#domain/pathway-plan/codes.ts';
import {LANGUAGES} from '#domain/shared/fields.ts';
import {must} from '#domain/shared/result.ts';
import type {JudgedRow} from './judged-row.ts';
import type {PlanContext, RowDrafts} from './record-drafts.ts';

/** What later rows must know of a plan; approved is what a manager approved, by name or by date. */
export function planContextOf(row: JudgedRow): PlanContext {
  const {approved_by: by, approved_date: on, copy_given_date: copy, language} = row.values;
  return {isApproved: by !== null || on !== null, isCopyGiven: copy !== null, language: LANGUAGES.find(code => code === language) ?? null};
}

export function planRecords(row: RowDrafts, {isApproved, isCopyGiven, language}: PlanContext): void {
  row.add('pathway-plan', isApproved || isCopyGiven ? 'shared' : 'staff', {
    version: must(row.number('version'), 'an imported plan has its version'),
    status: must(row.oneOf(PLAN_STATUSES, 'status'), 'an imported plan has its status'),
    categoryAtPlan: row.text('category_at_plan'),
    assessedOn: row.day('assessment_date'),
    planOn: row.day('plan_date'),
    language,
    author: row.staff('author_staff_id'),
    approvedBy: row.staff('approved_by'),
    approvedOn: row.day('approved_date'),
    response: row.oneOf(PLAN_RESPONSES, 'yp_response'),
    copyGivenOn: row.day('copy_given_date'),
    explained: row.flag('explained'),
    contactEveryWeeks: row.number('contact_freq_weeks'),
    lastReviewOn: row.day('last_review_date'),
    lastReviewType: row.oneOf(REVIEW_TYPES, 'last_review_type'),
    lastFullReviewOn: row.day('last_full_review_date'),
    formerNextReviewOn: row.day('next_review_old'),
    programme: row.text('programme'),
    programmeStatus: row.oneOf(PROGRAMME_STATUSES, 'programme_status'),
    programmeEndsOn: row.day('programme_end'),
    programmeResumesOn: row.day('programme_resume'),
  });
  if (row.hasAny('views_text', 'views_how')) {
    row.add('plan-views', 'shared', {
      plan: row.id('pathway-plan'),
      words: row.words('views_text', language),
      how: row.oneOf(VIEWS_GIVEN, 'views_how'),
    });
  }
}

export function sectionRecords(row: RowDrafts): void {
  const plan = must(row.planId, 'an imported section has its plan');
  const section = must(row.oneOf(PLAN_SECTIONS, 'section_no'), 'an imported section has its number');
  const language = row.oneOf(LANGUAGES, 'lang');
  row.add('plan-section', row.plan.isCopyGiven ? 'shared' : 'staff', {
    plan,
    section,
    heading: row.text('heading'),
    needs: row.words('needs_text', language),
    goingWell: row.words('going_well', language),
    updatedOn: row.day('updated_date'),
  });
  if (row.hasAny('own_words', 'rating'))
    row.add('own-words', 'shared', {plan, section, words: row.words('own_words', language), rating: row.number('rating')});
}

export function actionRecords(row: RowDrafts): void {
  row.add('plan-action', row.plan.isApproved ? 'shared' : 'staff', {
    plan: must(row.planId, 'an imported action has its plan'),
    section: row.oneOf(PLAN_SECTIONS, 'section_no'),
    fromContact: null,
    what: row.words('action_text', row.plan.language) ?? {text: '', lang: 'not_stated'},
    owner: row.text('owner'),
    ownerStaff: row.staff('owner_staff_id'),
    dueOn: row.day('due_date'),
    status: must(row.oneOf(ACTION_STATUSES, 'status'), 'an imported action has its status'),
    statusOn: row.day('status_date'),
    fundRequest: row.text('fund_ref'),
    whyNotDone: row.text('why_not_done'),
  });
}

export function contactRecords(row: RowDrafts): void {
  const worker = row.staff('staff_id');
  row.add('contact', 'staff', {
    on: must(row.day('contact_date'), 'an imported contact has its date'),
    at: row.text('contact_time'),
    worker,
    workerAsWritten: worker === null ? row.asWritten('staff_id') : null,
    type: must(row.oneOf(CONTACT_TYPES, 'contact_type'), 'an imported contact has its type'),
    atAccommodation: row.flag('at_accommodation'),
    seen: row.flag('seen'),
    seenAlone: row.flag('seen_alone'),
    outcome: row.oneOf(CONTACT_OUTCOMES, 'outcome'),
    markedAsVisit: row.flag('visit_flag'),
    note: row.words('note', row.oneOf(LANGUAGES, 'lang')),
    nextContactOn: row.day('next_contact_date'),
    writtenUpOn: row.day('written_up_date'),
    amends: null,
  });
}
